// Does whoever plans a fine read what like cases were fined, and nothing of places that are not his?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LikeFinesView } from '../../../contract/case/like-fines.ts'
import { discretionFines } from '../../../db/schema/statistics/discretion.ts'
import { noticing, openNoticing } from '../../registers/violation-cause/noticing.ts'
import type { House } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
let id = ''
let other = ''
const { reported } = noticing(() => house)

const kept = (caseId: string, more: object) => ({
  caseId,
  party: 0,
  process: 'enforcement-case',
  region: '330881',
  office: '330881-bureau',
  day: '2026-02-10',
  fine: 8_000,
  cause: 'AQ-1',
  causeName: '甲',
  step: 'ordinary',
  likeCases: 0,
  ...more,
})

beforeAll(async () => {
  house = await openNoticing()
  id = await reported()
  other = await reported()
  const elsewhere = [6_000, 7_000, 9_000, 12_000].map((fine, at) => kept(`far-${at}`, { fine }))
  await house.db.insert(discretionFines).values([
    ...elsewhere,
    // Of this county: the fifth of its step, and the only one that its officers may open.
    kept(other, { region: '330802', office: '330802-bureau', fine: 10_000, day: '2026-03-01' }),
    kept('serious', { step: 'serious', fine: 40_000 }),
    kept('first-day', { step: 'lighter', day: '2024-03-02' }),
    // A person is compared with persons.
    kept('far-1', { party: 1, fine: 3_000 }),
    kept(other, { party: 2, region: '330802', fine: 2_000, day: '2026-02-20' }),
    kept('too-old', { step: 'lighter', day: '2024-03-01' }),
    kept('another-cause', { cause: 'AQ-2', fine: 1 }),
    kept('no-step', { step: null }),
    kept(id, { fine: 1, region: '330802' }),
  ])
}, 180_000)
afterAll(() => house?.close())

const asked = async (who: string, cause = 'AQ-1') =>
  house.as(who, `/api/cases/${id}/like-fines?cause=${cause}`)

test('by step, from five on with their amounts, of the two years before, without the case itself', async () => {
  const answer = await asked('lin')
  fits('GET /api/cases/{id}/like-fines', answer)
  const { since, few, planned, steps } = answer.body as LikeFinesView
  expect([since, few, planned]).toEqual(['2024-03-02', 5, 20_000])
  expect(steps).toMatchObject([
    { step: 'lighter', words: { zh: '较轻' }, n: 1, fines: null },
    { step: 'ordinary', n: 5, fines: { lowest: 6_000, median: 9_000, highest: 12_000 } },
    { step: 'serious', n: 1, fines: null },
  ])
})

test('a person is compared with persons, and was fined in no case before that the register knows', async () => {
  const answer = await house.as('lin', `/api/cases/${id}/like-fines?cause=AQ-1&of=person`)
  fits('GET /api/cases/{id}/like-fines', answer)
  expect(answer.body).toMatchObject({
    planned: null,
    before: null,
    steps: [{ step: 'ordinary', n: 2, fines: null }],
    cases: [{ id: other, fine: 2_000 }],
  })
  const wrong = await house.as('lin', `/api/cases/${id}/like-fines?cause=AQ-1&of=nobody`)
  expect(wrong.status).toBe(422)
})

test('an officer may open those of his county alone', async () => {
  const { cases } = (await asked('lin')).body as LikeFinesView
  expect(cases).toMatchObject([
    { id: other, number: expect.stringContaining('执法'), day: '2026-03-01', fine: 10_000 },
  ])
  expect(JSON.stringify(cases)).not.toContain('far-')
})

test('how often the enterprise was fined for it before is told, of whichever day', async () => {
  expect((await asked('lin')).body.before).toEqual({ n: 1, last: '2026-03-01' })
  expect((await asked('lin', 'AQ-9')).body.before).toEqual({ n: 0, last: null })
})

test('of a violation that nobody was fined for there is nothing', async () => {
  expect((await asked('lin', 'AQ-9')).body).toMatchObject({ steps: [], cases: [] })
})

test('the party and strangers are refused, and a case of another county is none', async () => {
  expect((await asked('mao')).body.code).toBe('not-allowed')
  expect((await house.send(`/api/cases/${id}/like-fines?cause=AQ-1`)).status).toBe(401)
  expect((await house.as('lin', '/api/cases/unknown/like-fines?cause=AQ-1')).body.code).toBe(
    'not-found',
  )
  const { status, body } = await house.as('lin', `/api/cases/${id}/like-fines`)
  expect([status, body.code]).toEqual([422, 'invalid-input'])
})
