// Does an officer who files a case anew over HTTP name the case of then, and is no second fine let through?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCaseNow } from '../../../db/cases/other-case.ts'
import { openProsecution, type Prosecution } from '../prosecution.ts'
import { sample } from '../samples.ts'
import { returned } from './refiled-samples.ts'

let prosecution: Prosecution
beforeAll(async () => {
  prosecution = await openProsecution()
})
afterAll(() => prosecution?.house.close())

const on = '2026-03-02'
const later = '2026-06-01'
const { region: _, ...form } = returned

const transferred = async (): Promise<string> => {
  const { investigated, does } = prosecution
  const id = await investigated(on, { advice: 'transfer', penalties: undefined, fine: undefined })
  await does('gao', id, 'decide-transfer')
  await does('lin', id, 'hand-over-police')
  await does('lin', id, 'record-police-filed')
  await does('lin', id, 'hand-over-materials')
  await does('lin', id, 'propose-transfer-closing')
  await does('gao', id, 'approve-transfer-closing')
  return id
}
const files = (data: object) =>
  prosecution.house.as('lin', '/api/cases/enforcement-case', { json: { data } })

test('a case closed as transferred comes back as a new one, which remembers fine and discovery', async () => {
  const { house, view, does, sent } = prosecution
  const first = await transferred()
  const { number } = await view('lin', first)
  await house.clock.setNow(`${later}T01:00:00.000Z`)

  const unnamed = await files(form)
  expect([unnamed.status, JSON.stringify(unnamed.body)]).toEqual([
    422,
    expect.stringContaining('第三十六条'),
  ])
  const unknown = await files({ ...form, earlierCase: '柯城执法〔2026〕999999号' })
  expect([unknown.status, JSON.stringify(unknown.body)]).toEqual([
    422,
    expect.stringContaining('earlierCase'),
  ])
  const forged = await files({ ...form, earlierCase: number, earlierFined: false })
  expect(forged.status).toBe(422)
  const foreign = await files({ ...form, source: 'inspection', earlierCase: number })
  expect(foreign.status).toBe(422)

  const { status, body } = await files({ ...form, earlierCase: number, earlierCaseId: 'forged' })
  expect([status, body.detail]).toEqual([201, undefined])
  const kept = await readCaseNow(house.db, body.id)
  expect(kept?.data['propose-filing']).toMatchObject({
    earlierCaseId: first,
    discoveredOn: on,
    criminalFine: 30_000,
  })
  await does('gao', body.id, 'approve-filing')
  await does('lin', body.id, 'record-evidence', { ...sample('record-evidence'), takenOn: later })
  await does('wu', body.id, 'sign')
  const fined = await sent('lin', body.id, 'conclude-investigation')
  expect([fined.status, JSON.stringify(fined.body)]).toEqual([
    403,
    expect.stringContaining('第三十五条第二款'),
  ])
  expect(await prosecution.printed(body.id, 'approve-filing')).toContain('（2026）浙0802刑初1号')
})
