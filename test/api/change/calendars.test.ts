// One administrator proposes the notice of a further year: what is there before?
import { describe, expect, test } from 'vitest'
import { calendarHistory } from '../../../db/schema/change/proposals.ts'
import { house, notice, old, propose, rows, useNoticeHouse, year } from './notice-house.ts'

useNoticeHouse()

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
      date: '2026-02-14',
      work: true,
      why: 'make-up-workday',
      decreed: true,
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
