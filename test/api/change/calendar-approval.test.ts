// Who approves the notice of a further year, and what follows?
import { eq, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { contract } from '../../../contract/contract.ts'
import { calendarHistory, calendarProposals } from '../../../db/schema/change/proposals.ts'
import { house, notice, old, propose, rows, useNoticeHouse, year } from './notice-house.ts'

useNoticeHouse()

const decide = (who: string, id: string, what: string, reason = '已核对原文') =>
  house.as(who, `/api/changes/${id}/${what}`, { json: { reason } })
const compute = async () =>
  (
    await house.as('lin', '/api/time-limits/compute', {
      json: { rule: 'adhoc', unit: 'WD', n: 40, start: '2026-12-21' },
    })
  ).body

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
      year: 2027,
      decree: notice.decree,
      source: notice.source,
      off: 7,
      work: 1,
      imported: true,
      proposal: id,
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
