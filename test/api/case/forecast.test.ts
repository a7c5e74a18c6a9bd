// What does the forecast of a running case say to the authority and to the party, with a history and without one?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ForecastView } from '../../../contract/case/forecast.ts'
import { caseFacts, cases } from '../../../db/schema/cases/cases.ts'
import { stateKey } from '../../../domain/model/chart.ts'
import { threeSimultaneities } from '../../../domain/three-simultaneities/process.ts'
import { hazardOffice } from '../../hazard-rectification/office.ts'
import { broughtTo } from '../../support/people/papers.ts'
import { people } from '../../support/people/people.ts'
import { type Simulated, simulate } from '../../support/walks/simulating.ts'
import { projectOffice } from '../../three-simultaneities/office.ts'
import { sample } from '../../three-simultaneities/playing.ts'
import { hazchem } from '../../three-simultaneities/samples.ts'
import { type House, openHouse, report } from '../house.ts'

let house: House
let id = ''

beforeAll(async () => {
  house = await openHouse({}, null, { 'three-simultaneities': threeSimultaneities })
  await house.clock.setNow('2026-03-02T02:00:00.000Z')
  id = await report(house)
}, 120_000)
afterAll(() => house.close())

const act = async (who: string, type: string, data: Record<string, unknown> = {}, of = id) => {
  const answer = await house.as(who, `/api/cases/${of}/acts`, { json: { type, data } })
  expect([type, answer.status, answer.body.reasons]).toEqual([type, 200, undefined])
}
const read = async (who: string, of = id): Promise<ForecastView> => {
  const answer = await house.as(who, `/api/cases/${of}/forecast`)
  expect(answer.status).toBe(200)
  return answer.body
}

/** A case of the past as the engine would have left it. */
const keep = async ({ record, moves, facts }: Simulated, n: number) => {
  const caseId = `past-${record.process}-${n}`
  await house.db.insert(cases).values({
    id: caseId,
    process: record.process,
    chart: record.chart,
    number: `过往${record.process}${n}号`,
    generation: 1,
    revision: record.revision,
    status: record.status,
    region: record.region,
    owner: record.owner,
    title: record.title,
    search: '',
    state: stateKey(record.snapshot.value),
    record,
    openedAt: record.openedAt,
    closedAt: record.status === 'closed' ? (moves.at(-1)?.at ?? null) : null,
  })
  const rows = facts.map((fact, index) => ({
    caseId,
    seq: index + 1,
    generation: 1,
    revision: index + 1,
    type: fact.type,
    occurredAt: fact.occurredAt,
    recordedAt: fact.recordedAt,
    actor: fact.actor,
    audience: fact.audience,
    data: {},
    previous: '',
    hash: '',
    before: fact.before as string | null,
    after: fact.after as string | null,
  }))
  await house.db.insert(caseFacts).values(rows)
}

describe('without a history', () => {
  test('the steps are named by the chart, the law says until when, and nobody guesses', async () => {
    const made = await read('lin')
    expect([made.why, made.passages, made.end]).toEqual(['few', 0, null])
    expect(made.steps.map(({ words }) => words.zh).slice(0, 2)).toEqual([
      '待核实定级',
      '待下达指令',
    ])
    expect(made.steps.every(({ span }) => span === null)).toBe(true)
  })
  test('outside its scope the case is nowhere', async () => {
    expect((await house.as('jiang', `/api/cases/${id}/forecast`)).status).toBe(404)
    expect((await house.as('lin', '/api/cases/none/forecast')).status).toBe(404)
  })
})

describe('with the history of sixty finished cases', () => {
  beforeAll(async () => {
    for (let n = 1; n <= 60; n += 1)
      await keep(simulate(hazardOffice, n, `2025-0${1 + (n % 8)}-03`), n)
    await house.clock.setNow('2026-03-03T02:00:00.000Z')
  }, 60_000)

  test('the authority reads days, posts and who usually does it', async () => {
    const { steps, end, why, passages } = await read('lin')
    expect([why, passages >= 19]).toEqual(['history', true])
    expect(steps.map(({ now, again, people }) => [now, again, people]).slice(0, 2)).toEqual([
      [true, false, ['吴检查']],
      [false, false, ['林检查']],
    ])
    expect(steps.map(({ posts }) => posts[0]?.zh)).toContain('柯城区应急管理局 · 科长')
    const days = steps.flatMap(({ span }) => span ?? [])
    expect(days.length).toBeGreaterThan(2)
    for (const { earliest, expected, latest } of days)
      expect([earliest, expected, latest]).toEqual([earliest, expected, latest].sort())
    expect(
      end &&
        end.earliest >= '2026-03-03' &&
        end.earliest <= end.expected &&
        end.expected <= end.latest,
    ).toBe(true)
  })
  test('the party reads its own words, no name, no post and nothing of clocks that are not its own', async () => {
    const [made, inside] = [await read('qi'), await read('lin')]
    const whole = JSON.stringify(made)
    for (const [name] of Object.values(people)) expect(whole).not.toContain(name)
    expect(whole).not.toContain('科长')
    expect([made.late, made.steps.every((step) => step.people.length === 0)]).toEqual([null, true])
    expect(new Set(made.steps.flatMap(({ posts }) => posts.map(({ zh }) => zh)))).toEqual(
      new Set(['本单位', '监管部门']),
    )
    expect(inside.steps[0]?.limit).not.toBeNull()
    expect(made.steps[0]?.limit).toBeNull()
    expect(made.end).toEqual(inside.end)
  })
  test('a return is reported at once to the authority, and not to the party', async () => {
    await act('lin', 'verify', { grade: 'general', findings: '属实', opinion: '同意' })
    await act('wu', 'sign', { opinion: '同意' })
    const before = await read('lin')
    expect(before.steps[0]).toMatchObject({ words: { zh: '待下达指令' }, again: false })
    await act('lin', 'return', { to: 'handling.verifying', reason: '级别有误' })
    const after = await read('lin')
    expect(after.steps[0]).toMatchObject({ words: { zh: '待核实定级' }, again: true, now: true })
    expect(after.steps.length).toBeGreaterThan(before.steps.length)
    expect((await read('qi')).steps.some(({ again }) => again)).toBe(false)
  })
})

describe('a project of several applications', () => {
  let project = ''
  beforeAll(async () => {
    // Not one of them is closed: their reviews have ended, and they are being built.
    for (let n = 1; n <= 45; n += 1)
      await keep(simulate(projectOffice, n, `2025-0${1 + (n % 6)}-03`), n)
    await house.clock.setNow('2026-03-05T02:00:00.000Z')
    const { enterprise: _, region: __, ...form } = hazchem
    const answer = await house.as('mao', '/api/cases/three-simultaneities', {
      json: { data: form },
    })
    expect(answer.status).toBe(201)
    project = answer.body.id
  }, 60_000)

  test('before it applies nothing is forecast; the review that it asks for has its days, and its own end', async () => {
    expect(await read('mao', project)).toMatchObject({
      settled: true,
      steps: [],
      end: null,
      ends: null,
    })
    const whole = await broughtTo(house, threeSimultaneities)(
      'mao',
      'apply-conditions',
      sample('apply-conditions'),
    )
    await act('mao', 'apply-conditions', whole, project)
    const [party, inside] = [await read('mao', project), await read('gao', project)]
    expect(inside).toMatchObject({
      settled: false,
      why: 'history',
      ends: { zh: '安全条件审查办结' },
    })
    expect(inside.steps.map(({ words }) => words.zh)[0]).toBe('安全条件审查：待受理')
    expect(inside.steps.every(({ span }) => span !== null)).toBe(true)
    expect(inside.end && inside.limit && inside.end.latest < inside.limit.due).toBe(true)
    expect([party.ends?.zh, party.end]).toEqual(['安全条件审查办结', inside.end])
  })
})
