// What whoever keeps the platform of a city learns of its cases: that work waits with somebody, and nothing else.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveAccounts } from '../../../db/organisation/accounts.ts'
import { officeId } from '../../../domain/organisation/offices.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { settleThem } from '../../support/people/people.ts'
import { type House, hazard, openHouse, password } from '../house.ts'

let house: House
let id: string
beforeAll(async () => {
  house = await openHouse()
  const office = officeId('administration', '330800')
  await settleThem(house.db, { wan: ['万管理', 'administrator', office, '330800', null] })
  const passwordHash = await quickHash(password)
  await saveAccounts(house.db, [{ id: 'wan', username: 'wan', name: '万管理', passwordHash }])
  const json = { data: hazard() }
  id = (await house.as('qi', '/api/cases/hazard-rectification', { json })).body.id
})
afterAll(() => house.close())

const rowsFor = async (who: string) => {
  const headers = { cookie: await house.signIn(who) }
  const answer = await house.send('/api/exports/cases?format=csv', { headers })
  await answer.text()
  return answer.headers.get('x-total-rows')
}
const found = async (who: string) =>
  JSON.stringify(
    (await house.as(who, `/api/search?q=${encodeURIComponent(hazard().title.slice(0, 4))}`)).body,
  )

test('promise (secrecy): whoever keeps the platform opens, lists, finds and exports no case, and acts in none', async () => {
  for (const path of ['', '/timeline', '/documents'])
    expect([
      path,
      (await house.as('wan', `/api/cases/${id}${path}`)).status,
      (await house.as('yu', `/api/cases/${id}${path}`)).status,
    ]).toEqual([path, 404, 200])
  const json = {
    type: 'request-correction',
    data: { seq: 1, field: 'title', value: '另', reason: '试' },
  }
  expect((await house.as('wan', `/api/cases/${id}/acts`, { json })).status).toBe(404)
  expect((await house.as('wan', '/api/cases')).body.items).toEqual([])
  expect([await rowsFor('wan'), await rowsFor('yu')]).toEqual(['0', '1'])
  expect([(await found('wan')).includes(id), (await found('yu')).includes(id)]).toEqual([
    false,
    true,
  ])
})

test('whoever keeps the platform still learns what waits with a person whose posts he keeps', async () => {
  const json = { type: 'claim', data: {} }
  expect((await house.as('lin', `/api/cases/${id}/acts`, { json })).status).toBe(200)
  const person = await house.as('wan', '/api/personnel/people/lin')
  expect([person.status, person.body.tasks.map((one: { caseId: string }) => one.caseId)]).toEqual([
    200,
    [id],
  ])
})
