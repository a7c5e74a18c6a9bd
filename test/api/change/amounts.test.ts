// A version of an amount is entered, tried out over open emergencies and worked examples, approved by somebody else, counted by, and taken back.
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView } from '../../../contract/case/cases.ts'
import type { ProposalView } from '../../../contract/change/changes.ts'
import { contract } from '../../../contract/contract.ts'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { sample } from '../../emergency-response/playing.ts'
import { grave as graveReport, reported } from '../../emergency-response/samples.ts'
import { inCommand, onDuty } from '../../support/people/people.ts'
import { approve, house, openHouseOfLaw, propose, rearmed, start } from './calendar-house.ts'

beforeAll(() =>
  openHouseOfLaw({ 'emergency-response': emergencyResponse }, { ...onDuty, ...inCommand }),
)
afterAll(() => house?.close())

const now = '2026-12-10T01:00:00.000Z'
const hurt = (seriouslyHurt: number, region = '330802') => {
  const { enterprise: _, ...report } = reported
  return {
    ...report,
    region,
    happenedAt: '2026-12-10T00:20:00.000Z',
    toldAt: '2026-12-10T00:30:00.000Z',
    dead: 1,
    seriouslyHurt,
  }
}
const emergency = (data: Record<string, unknown>) => start('dan', 'emergency-response', data)
const stricter = {
  kind: 'amount',
  amount: 'accident-level.serious-injuries',
  region: null,
  from: '2026-12-01',
  values: ['5', '50', '100'],
  norm: { zh: '试验条例', en: 'Trial regulations' },
  article: { zh: '试验条例第3条', en: 'Trial regulations art. 3' },
  confidence: 'V',
  source: '试验〔2026〕1号',
  running: '附则：施行时尚未结案的适用本标准',
}
const caseOf = async (id: string): Promise<CaseView> => {
  const { body } = await house.as('dan', `/api/cases/${id}`)
  return v.parse(contract['GET /api/cases/{id}'].answer, body) as CaseView
}
const gradeOf = async (id: string, grade = 'accident-level') =>
  (await caseOf(id)).grades?.find((one) => one.grade === grade)?.value.zh
/** Closed by a referral, after all that is owed upwards. */
const referred = async (id: string) => {
  const informed = { ...sample('county-informs-authorities'), informedAt: now }
  const acts: [who: string, type: string, data: unknown][] = [
    ['dan', 'county-informs-authorities', informed],
    ['dan', 'report-to-city', sample('report-to-city')],
    ['du', 'city-informs-authorities', informed],
    ['dan', 'refer', sample('refer')],
  ]
  for (const [who, type, data] of acts) {
    const json = { type, data, taskId: null }
    const { status, body } = await house.as(who, `/api/cases/${id}/acts`, { json })
    expect([type, status, body.reasons]).toEqual([type, 200, undefined])
  }
}
const refused = async (who: string, proposed: unknown) => {
  const { status, body } = await house.as(who, '/api/changes', { json: { proposed } })
  return [status, body.code, body.details?.pointer ?? null]
}

describe('who, and what', () => {
  test('only administrators of the city enter amounts; the list to choose from keeps its shape', async () => {
    const { body } = await house.as('shi', '/api/changes/amounts')
    const { items } = v.parse(contract['GET /api/changes/amounts'].answer, body)
    expect(items.find(({ amount }) => amount === 'on-the-spot-limit.fine')?.values).toEqual([
      '200',
      '3000',
    ])
    expect((await house.as('lin', '/api/changes/amounts')).body.code).toBe('not-allowed')
    expect((await refused('lin', stricter))[1]).toBe('not-allowed')
  })

  test.each([
    ['a row that nobody knows', { amount: 'constructor' }, '/proposed/amount'],
    ['one number too few', { values: ['5', '50'] }, '/proposed/values'],
    ['bands that overlap', { values: ['60', '50', '100'] }, '/proposed/values/1'],
    ['equal bounds', { values: ['5', '5', '100'] }, '/proposed/values/1'],
    ['half a person', { values: ['5.5', '50', '100'] }, '/proposed/values/0'],
    ['a negative number', { values: ['-5', '50', '100'] }, '/proposed/values/0'],
    ['none where one is needed', { values: [null, '50', '100'] }, '/proposed/values/0'],
    ['a region that is none', { region: '999999' }, '/proposed/region'],
    ['open cases before its day', { from: '2027-01-01' }, '/proposed/from'],
    [
      'what is in force',
      { values: ['10', '50', '100'], running: null, ...order493() },
      '/proposed/values',
    ],
  ])('%s is refused at its field, and nothing is stored', async (_, part, pointer) => {
    const before = (await house.as('shi', '/api/changes')).body.items.length
    expect(await refused('shi', { ...stricter, ...part })).toEqual([422, 'invalid-input', pointer])
    expect((await house.as('shi', '/api/changes')).body.items.length).toBe(before)
  })
})

function order493() {
  return {
    norm: { zh: '生产安全事故报告和调查处理条例（493号）', en: 'Order 493' },
    article: { zh: '生产安全事故报告和调查处理条例（493号）第3条', en: 'Order 493 art. 3' },
  }
}

describe('the level of an open emergency', () => {
  let six: string
  let two: string
  let over: string
  let proposed: ProposalView
  beforeAll(async () => {
    await house.clock.setNow(now)
    six = await emergency(hurt(6))
    two = await emergency(hurt(2))
    over = await emergency({ ...hurt(7), receivedAt: '2026-12-10T00:40:00.000Z' })
    await referred(over)
  })

  test('by the law as it stands is that of the committed book', async () => {
    expect([await gradeOf(six), await gradeOf(two)]).toEqual(['一般事故', '一般事故'])
  })

  test('the dry run says which case would have which level, and which worked examples change', async () => {
    const tried = await house.as('shi', '/api/changes/preview', { json: { proposed: stricter } })
    v.parse(contract['POST /api/changes/preview'].answer, tried.body)
    proposed = await propose('shi', stricter)
    expect(proposed.preview).toMatchObject({ status: 'done', total: 2, movedCount: 2 })
    const moves = proposed.preview.rows.map(({ caseId, clock, grade }) => [
      caseId,
      clock,
      grade?.from.zh,
      grade?.to.zh,
    ])
    expect(moves).toEqual([
      [six, 'accident-level', '一般事故', '较大事故'],
      [six, 'reported-to-province', '否', '是'],
    ])
    expect(proposed.examples.checked).toBeGreaterThan(1)
    expect(proposed.examples.changed.map(({ no }) => no)).toContain('24(i)')
    expect(proposed.words.zh).toContain('重伤（急性工业中毒）人数')
    expect(await gradeOf(six)).toBe('一般事故')
  })

  test('nobody approves his own; approved by another it moves what the dry run said, and only that', async () => {
    const own = await house.as('shi', `/api/changes/${proposed.id}/approval`, { json: {} })
    expect([own.status, own.body.code]).toEqual([403, 'not-allowed'])
    const closedBefore = (await house.as('dan', `/api/cases/${over}`)).body.revision
    const done = await approve('yu', proposed.id)
    expect(done.outcome).toMatchObject({ asPreviewed: true, movedCount: 2, failed: 0 })
    expect([await gradeOf(six), await gradeOf(two)]).toEqual(['较大事故', '一般事故'])
    expect((await house.as('dan', `/api/cases/${over}`)).body.revision).toBe(closedBefore)
    expect(await gradeOf(over)).toBe('一般事故')
  })

  test('the case says why and by which version, and owes the province its telephone call from then on', async () => {
    const [item] = await rearmed(six)
    expect(item?.title.zh).toBe('数额标准变更，等级已按新版本重新核定')
    const fields = new Map(item?.fields.map(({ label, value }) => [label.zh, value.zh]))
    expect(fields.get('事故等级')).toBe('一般事故 → 较大事故')
    expect(fields.get('适用的数额')).toMatch(/试验条例第3条，版本 2026-12-01#/)
    expect(fields.get('原因')).toContain('附则')
    const view = await caseOf(six)
    expect(view.countedBy?.map(({ entered }) => entered)).toEqual([proposed.id])
    const phone = view.clocks.find(({ clock }) => clock === 'county-phone')
    expect([phone?.status, phone?.startedAt.slice(0, 16)]).toEqual(['running', now.slice(0, 16)])
  })

  test('what is reported now counts by it at once, and the calculation says so', async () => {
    expect(await gradeOf(await emergency(hurt(5)))).toBe('较大事故')
    const { body } = await house.as('lin', '/api/calculations/accident-level', {
      json: { seriousInjuries: 5 },
    })
    expect(body).toMatchObject({ level: 'larger' })
    const counted = body.countedBy.find(({ id }: { id: string }) => id === stricter.amount)
    expect(counted).toMatchObject({ entered: proposed.id, article: stricter.article })
    const before = await house.as('lin', '/api/calculations/accident-level', {
      json: { seriousInjuries: 5, date: '2026-11-30' },
    })
    expect(before.body.level).toBe('general')
  })

  test('taken back by a second person, the level is again what it was', async () => {
    const back = await propose('yu', { kind: 'revoke', proposal: proposed.id })
    expect(back.preview.movedCount).toBeGreaterThanOrEqual(2)
    expect(back.examples.changed.map(({ no }) => no)).toContain('24(i)')
    await approve('shi', back.id)
    expect(await gradeOf(six)).toBe('一般事故')
    expect((await rearmed(six)).length).toBe(2)
  })
})

describe('a limit of penalties', () => {
  const limit = {
    ...stricter,
    amount: 'on-the-spot-limit.fine',
    values: ['300', '5000'],
    region: '330802',
    running: null,
  }
  const asked = async (query: string, json: Record<string, unknown>) =>
    (await house.as('lin', `/api/calculations/on-the-spot-limit${query}`, { json })).body
  const firm = { party: 'organisation', fine: 4_000 }

  test('counts in its place and from its day on', async () => {
    expect((await asked('', firm)).limit).toBe(3_000)
    await approve('yu', (await propose('shi', limit)).id)
    expect(await asked('?region=330802', firm)).toMatchObject({ allowed: true, limit: 5_000 })
    expect(await asked('', firm)).toMatchObject({ allowed: false, limit: 3_000 })
    expect(await asked('?region=330881', firm)).toMatchObject({ allowed: false })
    expect(await asked('?region=330802', { ...firm, date: '2026-11-30' })).toMatchObject({
      allowed: false,
    })
    expect((await asked('?region=9', firm)).code).toBe('invalid-input')
  })

  test('stands in the public list of amounts with its source', async () => {
    const { body } = await house.as('lin', '/api/calculations/amounts?id=on-the-spot-limit.fine')
    const { items } = v.parse(contract['GET /api/calculations/amounts'].answer, body)
    expect(items.map(({ version, values }) => [version.slice(0, 10), values])).toEqual([
      ['1996-10-01', ['50', '1000']],
      ['2021-07-15', ['200', '3000']],
      ['2026-12-01', ['300', '5000']],
    ])
  })
})

test('a grave accident stays grave under a laxer scale that does not include open cases', async () => {
  const { enterprise: _, ...report } = graveReport
  const id = await emergency({
    ...report,
    happenedAt: '2026-12-10T00:20:00.000Z',
    toldAt: '2026-12-10T00:30:00.000Z',
  })
  const laxer = { ...stricter, values: ['20', '50', '100'], running: null, from: '2026-12-11' }
  expect((await propose('shi', laxer)).preview.movedCount).toBe(0)
  expect(await gradeOf(id)).toBe('较大事故')
})
