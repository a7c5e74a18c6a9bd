// A change of the calendars that is interrupted, refused by a case, or no longer wanted.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginUnfinished } from '../../../api/change/reprojections.ts'
import { dryRun } from '../../../db/change/dry-run-reads.ts'
import { keepPreview } from '../../../db/change/proposals.ts'
import { DomainError } from '../../../domain/language/errors.ts'
import { committedAmounts } from '../../../domain/law/amounts/book.ts'
import { committedRules } from '../../../domain/law/rule-book.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'
import {
  approve,
  changed,
  expected,
  first,
  house,
  openCalendarHouse,
  opened,
  periods,
  propose,
  read,
  rearmed,
  settled,
  until,
} from './calendar-house.ts'

beforeAll(openCalendarHouse)
afterAll(() => house.close())

describe('when something breaks on the way', () => {
  test('an interrupted change goes on where it stopped, each case is asked once, and no other is approved meanwhile', async () => {
    const ids: string[] = []
    for (let n = 0; n < 12; n += 1) ids.push(await opened())
    const whole = house.deps.cases.act
    let left = 9
    house.deps.cases.act = (key) => {
      left -= 1
      return left < 0 ? Promise.reject(new DomainError('unavailable')) : whole(key)
    }
    const before = await periods()
    const proposed = await propose('shi', { ...first, off: until('2027-01-07') })
    const { body } = await house.as('yu', `/api/changes/${proposed.id}/approval`, { json: {} })
    expect(body.outcome).toMatchObject({ status: 'running', asPreviewed: null, failed: 0 })
    expect(body.outcome.done).toBeGreaterThan(0)
    expect(body.outcome.done).toBeLessThan(body.outcome.total)
    const { body: refused } = await house.as('yu', '/api/changes', { json: { proposed: first } })
    expect([refused.code, refused.reasons[0].en]).toEqual([
      'not-possible-now',
      expect.stringContaining('still being carried out'),
    ])

    house.deps.cases.act = whole
    await Promise.all([beginUnfinished(house.deps), beginUnfinished(house.deps)])
    const done = await settled(proposed.id)
    expect(done.outcome).toMatchObject({ asPreviewed: true, failed: 0, done: body.outcome.total })
    expect(changed(before, await periods())).toEqual(expected(proposed))
    for (const id of ids) expect(await rearmed(id)).toHaveLength(1)
  })

  test('a case that cannot be reckoned is counted, named, and stops nobody else', async () => {
    const [broken, sound] = [await opened(), await opened()]
    const whole = house.deps.cases.act
    house.deps.cases.act = (key) =>
      key.caseId === broken ? Promise.reject(new DomainError('internal')) : whole(key)
    const done = await approve(
      'yu',
      (await propose('shi', { ...first, off: until('2027-01-08') })).id,
    )
    house.deps.cases.act = whole
    expect(done.outcome).toMatchObject({
      status: 'done',
      failed: 1,
      differing: 1,
      asPreviewed: false,
    })
    expect(done.outcome?.differences).toMatchObject([
      { caseId: broken, cause: 'failed', happened: null },
    ])
    expect([await rearmed(broken), (await rearmed(sound)).length]).toEqual([[], 1])
  })

  test('a dry run ends when nobody waits for it, when it is begun again, and when it is decided upon', async () => {
    const books = {
      calendars: { ...decreeCalendars, version: 'other' },
      rules: committedRules,
      amounts: committedAmounts,
    }
    const needs = {
      db: house.db,
      processFor: house.deps.processFor,
      processes: house.deps.processes,
    }
    const request = {
      books,
      reach: { calendar: 'other' },
      base: '',
      at: '2026-12-18T01:00:00.000Z',
    }
    await expect(dryRun(needs, { ...request, signal: AbortSignal.abort() })).rejects.toThrow(
      /abort/i,
    )
    let batches = 0
    const stop = new AbortController()
    const onBatch = async () => {
      batches += 1
      stop.abort()
    }
    await expect(dryRun(needs, { ...request, signal: stop.signal, onBatch })).rejects.toThrow(
      /abort/i,
    )
    expect(batches).toBe(1)
    const { id, preview } = await propose('shi', { ...first, off: until('2027-01-11') })
    const { rows: _, ...kept } = preview
    expect(await keepPreview(house.db, id, kept)).toBe(true)
    await house.as('shi', `/api/changes/${id}/preview`, { method: 'POST' })
    expect(await keepPreview(house.db, id, kept)).toBe(false)
    const { rows: __, ...newer } = (await read(id)).preview
    expect([newer.digest, newer.run === kept.run]).toEqual([kept.digest, false])
    await house.as('shi', `/api/changes/${id}/withdrawal`, { json: {} })
    expect(await keepPreview(house.db, id, newer)).toBe(false)
  })

  test('all that moves can be read page by page', async () => {
    const proposed = await propose('shi', { ...first, off: until('2027-01-11') })
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await house.as(
        'shi',
        `/api/changes/${proposed.id}/moves?limit=7&cursor=${cursor}`,
      )
      seen.push(...body.items.map(({ caseId }: { caseId: string }) => caseId))
      cursor = body.cursor
    }
    expect([seen.length, new Set(seen).size]).toEqual([
      proposed.preview.movedCount,
      proposed.preview.movedCount,
    ])
    expect((await house.as('shi', `/api/changes/${proposed.id}/moves?cursor=x`)).status).toBe(422)
    expect((await house.as('lin', `/api/changes/${proposed.id}/moves`)).body.code).toBe(
      'not-allowed',
    )
  })
})
