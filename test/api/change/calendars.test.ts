// One administrator proposes the notice of a further year, another approves it, and dates that waited for it become firm.
import { eq, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../contract/contract.ts'
import { calendarHistory, calendarProposals } from '../../../db/schema/change/proposals.ts'
import { type House, openHouse } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.clock.setNow('2026-11-20T01:00:00.000Z')
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person IN ('shi', 'yu')`,
  )
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330802-administration' WHERE person = 'gao'`,
  )
})
afterAll(() => house.close())

const notice = {
  decree: '国务院办公厅关于2027年部分节假日安排的通知（试验）',
  source: '试验文件',
  off: [
    '2027-01-01',
    '2027-02-05',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
    '2027-02-12',
  ],
  work: ['2027-02-14'],
}
const year = { kind: 'year', year: 2027, ...notice }
const old = (who: string, which: string, json: unknown = notice) =>
  house.as(who, `/api/calendars/${which}`, { json })
const propose = (who: string, proposed: unknown = year, headers: Record<string, string> = {}) =>
  house.as(who, '/api/changes', { json: { proposed, reason: '国办已发文' }, headers })
const decide = (who: string, id: string, what: string, reason = '已核对原文') =>
  house.as(who, `/api/changes/${id}/${what}`, { json: { reason } })
const compute = async () =>
  (
    await house.as('lin', '/api/time-limits/compute', {
      json: { rule: 'adhoc', unit: 'WD', n: 40, start: '2026-12-21' },
    })
  ).body
const rows = () => house.db.select().from(calendarProposals)

describe('before', () => {
  test('the years of the decrees are listed, and the one that is missing', async () => {
    const { status, body } = await house.as('qi', '/api/calendars')
    expect([status, body.missing, body.overrides]).toEqual([200, [2027], []])
    expect(body.items.map(({ year }: { year: number }) => year)).toEqual(
      Array.from({ length: 23 }, (_, step) => 2004 + step),
    )
    expect(
      body.items.every(
        ({ imported, decree }: { imported: boolean; decree: string }) => !imported && decree !== '',
      ),
    ).toBe(true)
  })
  test('a year is told day by day, decreed or estimated', async () => {
    const { body } = await house.as('qi', '/api/calendars/2026')
    expect(body.days).toHaveLength(365)
    expect(body.days.find(({ date }: { date: string }) => date === '2026-02-14')).toEqual({
      ...{ date: '2026-02-14', work: true, why: 'make-up-workday', decreed: true },
    })
    const { body: next } = await house.as('qi', '/api/calendars/2027')
    expect([next.decree, next.days[0]]).toEqual([
      null,
      { date: '2027-01-01', work: false, why: 'holiday:元旦', decreed: false },
    ])
  })
  test('only administrators of the city or the province propose or read proposals', async () => {
    for (const who of ['lin', 'chen', 'gao', 'qi', 'sheng']) {
      expect((await propose(who)).body.code).toBe('not-allowed')
      expect((await old(who, '2027')).body.code).toBe('not-allowed')
      expect((await house.as(who, '/api/changes')).body.code).toBe('not-allowed')
      expect(
        (await house.as(who, '/api/changes/preview', { json: { proposed: year } })).body.code,
      ).toBe('not-allowed')
    }
    expect((await house.send('/api/calendars/2027', { json: notice })).status).toBe(401)
    expect((await house.send('/api/changes', { json: { proposed: year } })).status).toBe(401)
    expect(await rows()).toEqual([])
  })
  const wrong: [string, unknown][] = [
    ['a year beyond all reckoning', { ...year, year: 9999, off: ['9999-01-01'], work: [] }],
    ['days of another year', { ...year, year: 2028 }],
    ['a day that does not exist', { ...year, off: ['2027-02-30'] }],
    ['a day twice', { ...year, off: ['2027-01-01', '2027-01-01'] }],
    ['a day off and worked', { ...year, work: ['2027-02-05'] }],
    ['a weekday as make-up day', { ...year, work: ['2027-02-15'] }],
    ['no day off', { ...year, off: [] }],
    ['no source', { ...year, source: ' ' }],
    ['a number as day', { ...year, off: [20270101] }],
    ['an unknown field', { ...year, names: {} }],
    [
      'more days than a year has',
      { ...year, off: Array.from({ length: 400 }, () => '2027-01-01') },
    ],
    ['another kind', { ...year, kind: 'month' }],
    ['nothing', {}],
    ['a region that is none', { ...notice, kind: 'override', region: '999999' }],
    [
      'local days without a day',
      { ...notice, kind: 'override', region: '330802', off: [], work: [] },
    ],
    ['taking back what was never there', { kind: 'revoke', proposal: 'x' }],
  ]
  test.each(wrong)('%s is refused and leaves everything as it was', async (_, proposed) => {
    for (const path of ['/api/changes', '/api/changes/preview']) {
      const { status, body, headers } = await house.as('shi', path, { json: { proposed } })
      expect([status, body.code]).toEqual([422, 'invalid-input'])
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
    }
    expect(await rows()).toEqual([])
  })
  test.each(['27', 'constructor', '9999'])('the year %s is none', async (which) => {
    expect((await old('shi', which)).status).toBe(422)
    expect(await rows()).toEqual([])
  })
  test('a dry run leaves nothing behind', async () => {
    const { status, body } = await house.as('shi', '/api/changes/preview', {
      json: { proposed: year },
    })
    expect([status, body.status, body.checked]).toEqual([200, 'done', 0])
    expect([await rows(), await house.db.select().from(calendarHistory)]).toEqual([[], []])
  })
})

describe('four eyes', () => {
  let id: string
  test('what was proposed is not in force, and the same key proposes it once', async () => {
    const before = await compute()
    expect([before.provisional, before.reasons.length > 0]).toEqual([true, true])
    const { status, body } = await propose('shi', year, { 'idempotency-key': 'k1' })
    id = body.id
    expect([status, body.status, body.preview.status, body.proposedBy.name]).toEqual([
      201,
      'proposed',
      'done',
      '市领导',
    ])
    expect((await propose('shi', year, { 'idempotency-key': 'k1' })).body.id).toBe(id)
    expect(
      (await propose('shi', { ...year, off: ['2027-01-01'] }, { 'idempotency-key': 'k1' })).body
        .code,
    ).toBe('key-reused')
    expect(await rows()).toHaveLength(1)
    expect((await compute()).provisional).toBe(true)
    expect((await house.as('lin', '/api/calendars')).body.missing).toEqual([2027])
  })
  test('who proposed may not approve, nor may anybody who keeps no calendars', async () => {
    const { status, body } = await decide('shi', id, 'approval')
    expect([status, body.code, body.reasons[0].en]).toEqual([
      403,
      'not-allowed',
      expect.stringContaining('another administrator'),
    ])
    for (const who of ['lin', 'gao', 'qi'])
      expect((await decide(who, id, 'approval')).body.code).toBe('not-allowed')
    expect((await decide('yu', 'nothing', 'approval')).status).toBe(404)
    expect((await rows())[0]?.status).toBe('proposed')
    await expect(
      house.db.execute(
        sql`UPDATE calendar_proposals SET status = 'approved', decided_by = 'shi' WHERE id = ${id}`,
      ),
    ).rejects.toThrow()
  })
  test('the page says who may do what, and why not', async () => {
    const acts = async (who: string) => {
      const { body } = await house.as(who, `/api/changes/${id}`)
      return Object.fromEntries(
        body.acts.map(({ type, allowed }: { type: string; allowed: boolean }) => [type, allowed]),
      )
    }
    expect(await acts('shi')).toEqual({
      approve: false,
      reject: false,
      withdraw: true,
      preview: true,
    })
    expect(await acts('yu')).toEqual({
      approve: true,
      reject: true,
      withdraw: false,
      preview: true,
    })
  })
  test('approved by another, a date that needed the year is firm, and says so', async () => {
    const { status, body } = await decide('yu', id, 'approval')
    expect([status, body.status, body.decidedBy.id, body.outcome.status]).toEqual([
      200,
      'approved',
      'yu',
      'done',
    ])
    const after = await compute()
    expect([after.provisional, after.reasons, after.calendar]).toEqual([false, [], body.version])
    expect(after.days.find(({ date }: { date: string }) => date === '2027-02-08').counted).toBe(
      false,
    )
    expect(after.days.find(({ date }: { date: string }) => date === '2027-02-14').counted).toBe(
      true,
    )
    const { body: calendars } = await house.as('lin', '/api/calendars')
    expect([calendars.missing, calendars.version]).toEqual([[], body.version])
    expect(calendars.items.at(-1)).toEqual({
      ...{
        year: 2027,
        decree: notice.decree,
        source: notice.source,
        off: 7,
        work: 1,
        imported: true,
        proposal: id,
      },
    })
  })
  test('it is decided once, and its history says who, when, before and after', async () => {
    for (const what of ['approval', 'rejection'])
      expect((await decide('yu', id, what)).body.code).toBe('not-possible-now')
    expect((await decide('shi', id, 'withdrawal')).body.code).toBe('not-possible-now')
    const { body } = await house.as('shi', `/api/changes/${id}`)
    expect(body.history).toMatchObject([
      {
        act: 'proposed',
        by: 'shi',
        at: expect.stringMatching(/^2026-11-20/),
        before: null,
        after: { status: 'proposed', proposed: year },
      },
      {
        act: 'approved',
        by: 'yu',
        before: { version: '2004-2026' },
        after: { version: body.version, reason: '已核对原文' },
      },
    ])
    await expect(house.db.delete(calendarHistory)).rejects.toThrow()
    await expect(house.db.update(calendarHistory).set({ by: 'lin' })).rejects.toThrow()
    await expect(
      house.db.update(calendarProposals).set({ proposed: year as never, reason: 'x' }),
    ).rejects.toThrow()
  })
  test('the old door proposes too; a rejected or withdrawn notice changes nothing', async () => {
    const before = (await house.as('lin', '/api/calendars')).body
    const { status, body } = await old('shi', '2027', {
      ...notice,
      off: [...notice.off, '2027-04-05'],
    })
    expect([status, body.year, body.preview.status]).toEqual([201, 2027, 'done'])
    expect((await decide('yu', body.proposal, 'rejection', '')).status).toBe(422)
    expect((await decide('yu', body.proposal, 'rejection', '日期与原文不符')).body.status).toBe(
      'rejected',
    )
    const second = (await propose('yu')).body.id
    expect((await decide('shi', second, 'withdrawal')).body.code).toBe('not-allowed')
    expect((await decide('yu', second, 'withdrawal')).body.status).toBe('withdrawn')
    expect((await house.as('lin', '/api/calendars')).body).toEqual(before)
  })
  test('a preview from other calendars is not approved, but run again', async () => {
    const [mine, yours] = [
      (await propose('shi')).body.id,
      (await propose('yu', { ...year, off: [...notice.off, '2027-04-05'] })).body.id,
    ]
    expect((await decide('shi', yours, 'approval')).status).toBe(200)
    const { body } = await decide('yu', mine, 'approval')
    expect([body.code, body.reasons[0].en]).toEqual([
      'not-possible-now',
      expect.stringContaining('changed since the dry run'),
    ])
    expect((await house.as('yu', `/api/changes/${mine}`)).body.outdated).toBe(true)
    const again = await house.as('yu', `/api/changes/${mine}/preview`, { method: 'POST' })
    expect([again.status, again.body.outdated, again.body.preview.status]).toEqual([
      200,
      false,
      'done',
    ])
    expect((await decide('yu', mine, 'approval')).body.status).toBe('approved')
    const [row] = await house.db
      .select()
      .from(calendarProposals)
      .where(eq(calendarProposals.id, mine))
    expect(row?.place).toBe(3)
  })
  test('every answer has the shape that the document says', async () => {
    const get = async (path: string) => (await house.as('shi', path)).body
    v.parse(contract['GET /api/calendars'].answer, await get('/api/calendars'))
    v.parse(
      contract['GET /api/calendars/{year}'].answer,
      await get('/api/calendars/2027?region=330802'),
    )
    v.parse(contract['GET /api/changes'].answer, await get('/api/changes'))
    const request = await old('shi', '2028', { ...notice, off: ['2028-01-01'], work: [] })
    v.parse(contract['POST /api/calendars/{year}'].answer, request.body)
    v.parse(
      contract['GET /api/changes/{id}'].answer,
      await get(`/api/changes/${request.body.proposal}`),
    )
    v.parse(
      contract['GET /api/changes/{id}/differences'].answer,
      await get(`/api/changes/${request.body.proposal}/differences`),
    )
    v.parse(
      contract['POST /api/changes/preview'].answer,
      (await house.as('shi', '/api/changes/preview', { json: { proposed: year } })).body,
    )
    const { paths } = (await house.as('shi', '/api/openapi.json')).body
    for (const path of [
      '',
      '/{id}',
      '/{id}/approval',
      '/{id}/rejection',
      '/{id}/withdrawal',
      '/preview',
      '/{id}/preview',
    ])
      expect(Object.keys(paths)).toContain(`/api/changes${path}`)
  })
})
