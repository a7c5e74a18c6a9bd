// What a decree moves is what its preview has said; where people acted in between, each difference has its cause.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProposalView } from '../../../contract/change/changes.ts'
import {
  act,
  approve,
  changed,
  days,
  expected,
  first,
  house,
  openCalendarHouse,
  opened,
  period,
  periods,
  propose,
  read,
  rearmed,
  start,
  timelineOf,
  until,
} from './calendar-house.ts'

beforeAll(openCalendarHouse)
afterAll(() => house.close())

describe('on a quiet system', () => {
  let counted: string
  let year: ProposalView
  beforeAll(async () => {
    for (const who of ['lin', 'lin', 'wu', 'jiang']) await opened(who)
    counted = await start('lin', 'counter', { region: '330802', date: '2026-12-15' })
    await start('lin', 'counter', { region: '330802', date: '2026-12-31' })
  })

  test('the preview equals what then moved, and nothing else moved', async () => {
    const before = await periods()
    const proposed = await propose('shi', first)
    expect(proposed.preview).toMatchObject({
      status: 'done',
      checked: 6,
      movedCount: 5,
      unmoved: 1,
      firmed: 5,
      total: 6,
    })
    expect(changed(before, await periods())).toEqual([])
    year = await approve('yu', proposed.id)
    expect(changed(before, await periods())).toEqual(expected(proposed))
    expect(year.outcome).toMatchObject({
      asPreviewed: true,
      movedCount: 5,
      done: 6,
      total: 6,
      failed: 0,
      differing: 0,
      differences: [],
    })
    expect([year.outcome?.digest, year.approval?.digest]).toEqual([
      proposed.preview.digest,
      proposed.preview.digest,
    ])
    expect(proposed.preview.clocks.map(({ clock, movedCount }) => [clock, movedCount])).toEqual(
      expect.arrayContaining([
        ['count', 4],
        ['count', 1],
      ]),
    )
  })

  test('every moved case shows before and after in its timeline, whoever may read it', async () => {
    for (const row of year.preview.rows) {
      const [item] = await rearmed(row.caseId).catch(() => [])
      const own =
        row.region === '330881'
          ? (await timelineOf('jiang', row.caseId)).find(({ type }) => type === 'reprojected')
          : item
      const field = own?.fields.find(({ name }) => name === row.obligation)
      expect(field?.value.zh).toContain(row.from === row.to ? row.to : `${row.from} → ${row.to}`)
      expect(own?.fields.at(-1)).toMatchObject({ name: 'calendar', value: { en: year.version } })
    }
    expect(await rearmed(counted)).toEqual([])
  })

  test('local days move only the periods of their region', async () => {
    const before = await periods()
    const proposed = await propose('yu', {
      kind: 'override',
      region: '330802',
      name: '畲族三月三',
      ...days(['2026-12-22']),
    })
    expect(proposed.preview).toMatchObject({ movedCount: 3, firmed: 0 })
    expect(new Set(proposed.preview.rows.map(({ region }) => region))).toEqual(new Set(['330802']))
    const done = await approve('shi', proposed.id)
    expect(changed(before, await periods())).toEqual(expected(proposed))
    expect(done.outcome?.asPreviewed).toBe(true)
    const fresh = [await opened(), await opened('jiang')]
    const due = async (id: string) =>
      [...(await periods()).values()].find(({ caseId }) => caseId === id)?.due ?? ''
    expect((await due(fresh[0]!)) > (await due(fresh[1]!))).toBe(true)
    const { body } = await house.as('lin', '/api/calendars')
    expect(body.overrides).toMatchObject([
      { proposal: proposed.id, region: { code: '330802' }, off: ['2026-12-22'] },
    ])
    expect(
      (await house.as('lin', '/api/calendars/2026?region=330802')).body.days[355],
    ).toMatchObject({
      work: false,
      why: 'holiday:畲族三月三',
    })
    expect((await house.as('lin', '/api/calendars/2026')).body.days[355]).toMatchObject({
      work: true,
    })
    for (const id of fresh) await act(id === fresh[0] ? 'lin' : 'jiang', id, 'finish')
  })

  test('taken back the same way, everything stands where it stood, and the earlier notice is in force again', async () => {
    const before = await periods()
    const { body } = await house.as('yu', '/api/calendars')
    const local = await propose('shi', { kind: 'revoke', proposal: body.overrides[0].proposal })
    const done = await approve('yu', local.id)
    expect([done.outcome?.asPreviewed, done.version]).toEqual([true, year.version])
    expect(changed(before, await periods())).toEqual(expected(local))
    const again = await propose('shi', {
      kind: 'override',
      region: '330802',
      name: '畲族三月三',
      ...days(['2026-12-22']),
    })
    expect((await approve('yu', again.id)).outcome).toMatchObject({
      asPreviewed: true,
      movedCount: 3,
    })
    expect(changed(before, await periods())).toEqual([])
    const last = await propose('yu', { kind: 'revoke', proposal: again.id })
    expect((await approve('shi', last.id)).outcome?.asPreviewed).toBe(true)
    expect((await read(again.id)).revokedBy).toBe(last.id)
  })
})

describe('on a busy system', () => {
  test('each difference between preview and change is listed with its cause, and everything else is as previewed', async () => {
    const [closed, ended, stopped, extended, noted, quiet] = [
      await opened(),
      await opened(),
      await opened(),
      await opened(),
      await opened(),
      await opened(),
    ]
    const proposed = await propose('shi', { ...first, off: until('2027-01-06') })
    const previewed = new Set(proposed.preview.rows.map(({ caseId }) => caseId))
    for (const id of [closed, ended, stopped, extended, noted, quiet])
      expect(previewed.has(id)).toBe(true)

    await act('lin', closed, 'finish')
    await act('chen', closed, 'approve', { outcome: 'yes' })
    await act('fang', closed, 'sign')
    await act('lin', ended, 'finish')
    await act('chen', extended, 'extend-clock', {
      obligation: await period(extended),
      by: 10,
      reason: '重大复杂',
    })
    await act('chen', stopped, 'pause-clock', {
      obligation: await period(stopped),
      kind: 'expert-review',
      reason: '专家评审',
    })
    await house.clock.setNow('2026-12-15T01:00:00.000Z')
    await act('chen', stopped, 'resume-clock', {
      obligation: await period(stopped),
      reason: '评审完成',
    })
    await act('lin', noted, 'add', { n: 1 })
    const fresh = await opened()
    const before = await periods()

    const done = await approve('yu', proposed.id)
    const causes = Object.fromEntries(
      done.outcome?.differences.map(({ caseId, cause }) => [caseId, cause]) ?? [],
    )
    expect(causes).toEqual({
      [closed]: 'case-closed',
      [ended]: 'clock-ended',
      [extended]: 'clock-extended',
      [stopped]: 'clock-paused',
      [fresh]: 'case-opened',
    })
    expect(done.outcome).toMatchObject({ asPreviewed: false, differing: 5, failed: 0 })
    const about = done.outcome?.differences.find(({ caseId }) => caseId === stopped)
    expect([about?.acts, about?.expected === null, about?.happened === null]).toEqual([
      ['pause-clock', 'resume-clock'],
      false,
      false,
    ])

    const texts = changed(before, await periods())
    const predicted = expected(proposed).filter((line) => !(line.split(' ')[0]! in causes))
    const otherwise = (done.outcome?.differences ?? []).flatMap(
      ({ caseId, obligation, happened }) =>
        happened ? [`${caseId} ${obligation} ${happened.from}→${happened.to}`] : [],
    )
    expect(texts).toEqual([...predicted, ...otherwise].sort())
    for (const id of [stopped, extended, noted, quiet, fresh])
      expect(await rearmed(id)).toHaveLength(1)
    for (const id of [closed, ended]) expect(await rearmed(id)).toEqual([])
  })

  test('a stopped clock is not moved by the days it stands still', async () => {
    const [quiet, stopped] = [await opened(), await opened()]
    await act('chen', stopped, 'pause-clock', {
      obligation: await period(stopped),
      kind: 'expert-review',
      reason: '专家评审',
    })
    await house.clock.setNow('2026-12-18T01:00:00.000Z')
    const proposed = await propose('shi', {
      kind: 'override',
      region: null,
      name: null,
      ...days(['2027-06-01']),
    })
    const touched = proposed.preview.rows.map(({ caseId }) => caseId)
    expect(touched).not.toContain(stopped)
    expect(touched).not.toContain(quiet)
    await house.as('shi', `/api/changes/${proposed.id}/withdrawal`, { json: {} })
    await act('chen', stopped, 'resume-clock', {
      obligation: await period(stopped),
      reason: '评审完成',
    })
  })
})
