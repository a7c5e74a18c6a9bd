// Is a planned drill entered by two people, begun once as an exercise by whoever may, found from its entry, and by nobody else?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { emergencyDrill } from '../../../domain/registers/emergency-drill/register.ts'
import { type House, openHouse } from '../../api/house.ts'
import { fits } from '../../api/http/fits.ts'
import { called } from '../../emergency-response/samples.ts'
import { inCommand, onDuty } from '../../support/people/people.ts'
import { askRegister, ofTheCity, settleSignedIn } from '../settling.ts'
import { day, drillEntry, typed } from './samples.ts'

let house: House
const { at, propose, entry, enter } = askRegister(() => house, emergencyDrill.id)
const county = ['lin', 'fang'] as [string, string]

beforeAll(async () => {
  house = await openHouse(
    {},
    null,
    { [emergencyResponse.id]: emergencyResponse },
    { [emergencyDrill.id]: emergencyDrill },
  )
  await house.clock.setNow(`${day}T01:00:00.000Z`)
  await settleSignedIn(house, { ...onDuty, ...inCommand, ...ofTheCity })
}, 120_000)
afterAll(() => house?.close())

const begin = (who: string, id: string, key = randomUUID()) =>
  house.as(who, `${at}/entries/${id}/case`, {
    method: 'POST',
    headers: { 'idempotency-key': key },
  })
const casesOf = async (who: string, id: string) => (await entry(who, id)).cases

describe('a planned drill', () => {
  test('stands with its due day, and says to whom it may begin', async () => {
    const drill = await enter(county, typed)
    expect(drill).toMatchObject({ number: '衢柯演练〔2026〕0001号', due: '2026-06-30' })
    const answer = await house.as('dan', `${at}/entries/${drill.id}`)
    fits('GET /api/registers/{register}/entries/{id}', answer)
    expect(answer.body).toMatchObject({ run: { words: { zh: '开始演练' }, why: null }, cases: [] })
    expect((await entry('lin', drill.id)).run).toBeNull()
  })

  test('begins one exercise, once under its key, that names it and keeps its script unread; no second one while that is open', async () => {
    const drill = await enter(county, typed)
    const key = randomUUID()
    const answers = [await begin('dan', drill.id, key), await begin('dan', drill.id, key)]
    fits('POST /api/registers/{register}/entries/{id}/case', answers[0]!)
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const { id } = answers[0]!.body
    expect(answers[1]!.body.id).toBe(id)
    const found = (await house.as('dan', `/api/cases/${id}`)).body
    expect(found.title).toBe('【演练】液氯泄漏应急演练')
    const story = JSON.stringify((await house.as('dan', `/api/cases/${id}/timeline`)).body)
    expect(story).toContain(drill.number)
    for (const said of [story, JSON.stringify(found)]) expect(said).not.toContain('喷淋系统失效')
    expect(await casesOf('dan', drill.id)).toMatchObject([{ id, open: true, number: found.number }])
    const again = await begin('gao', drill.id)
    expect([again.status, again.body.reasons[0].zh]).toEqual([
      409,
      expect.stringContaining('正在进行'),
    ])
    expect(await casesOf('gao', drill.id)).toHaveLength(1)
  })

  test('is begun once by two people who press at the same moment', async () => {
    const drill = await enter(county, typed)
    const both = await Promise.all(['dan', 'gao', 'du'].map((who) => begin(who, drill.id)))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect(await casesOf('dan', drill.id)).toHaveLength(1)
  })

  test('leaves room for everybody else, however many ask for it at once', async () => {
    const drill = await enter(county, typed)
    await Promise.all(['dan', 'gao', 'lin'].map(house.signIn))
    const asked = [
      ...Array.from({ length: 40 }, () => begin('lin', randomUUID())),
      ...Array.from({ length: 20 }, () => begin('lin', drill.id)),
    ]
    expect((await house.as('dan', '/api/me')).status).toBe(200)
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    expect([...new Set(statuses)].sort()).toEqual([403, 404])
    expect((await begin('dan', drill.id)).status).toBe(201)
  })

  test('is begun by no post that starts no emergency, from no other county, and from no entry that does not wait', async () => {
    const drill = await enter(county, typed)
    expect((await begin('lin', drill.id)).status).toBe(403)
    expect((await begin('jiang', drill.id)).status).toBe(404)
    expect((await begin('qi', drill.id)).status).toBe(404)
    expect((await begin('dan', 'nothing')).status).toBe(404)
    const { region: _, ...change } = { ...typed, standing: 'held', heldOn: day }
    await enter(county, change, drill.id, 1)
    const late = await begin('dan', drill.id)
    expect([late.status, late.body.reasons[0].zh]).toEqual([409, '按现在的状态不能开始'])
    expect(await casesOf('dan', drill.id)).toEqual([])
  })

  test('of the city is played in the county that it names', async () => {
    const city = { ...typed, region: '330800' }
    const refused = await propose('du', city)
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      422,
      expect.stringContaining('/county'),
    ])
    const drill = await enter(['du', 'cheng'], { ...city, county: '330802' })
    const { status, body } = await begin('du', drill.id)
    expect(status).toBe(201)
    expect((await house.as('dan', `/api/cases/${body.id}`)).body.region.code).toBe('330802')
  })
})

test('a case that is begun by hand takes nothing of a drill that it does not name, and none that is not real', async () => {
  const start = (data: object) =>
    house.as('dan', '/api/cases/emergency-response', { json: { data } })
  const script = [{ minute: 0, channel: 'telephone', text: '伪造' }]
  const forged = await start({ ...called, drill: true, script, drillPlan: '伪造' })
  expect(forged.status).toBe(201)
  const story = await house.as('dan', `/api/cases/${forged.body.id}/timeline`)
  expect(JSON.stringify(story.body)).not.toContain('伪造')
  const { number } = await enter(county, { ...typed, title: '另一演练' })
  for (const [sent, words] of [
    [{ ...called, registerEntry: number }, '只有演练可以'],
    [{ ...called, drill: true, registerEntry: '衢柯演练〔2026〕9999号' }, '没有这一编号'],
  ] as const) {
    const { status, body } = await start(sent)
    expect([status, JSON.stringify(body.details.fields)]).toEqual([
      422,
      expect.stringContaining(words),
    ])
  }
})

test('an enterprise keeps its own drills, and begins none', async () => {
  const own = { ...drillEntry, region: '330802', from: day, reason: '计划' }
  const mine = await enter(['qi', 'chen'], { ...own, duty: 'high-risk', lastHeldOn: '2025-12-01' })
  expect(mine.due).toBe('2026-06-01')
  const seen = await entry('qi', mine.id)
  expect([seen.run, seen.cases]).toEqual([null, []])
  expect((await begin('qi', mine.id)).status).toBe(403)
})
