// Which running periods change with a corrected statement, which give way to others, and which stay?
import { expect, test } from 'vitest'
import { correctedPeriods } from '../../domain/engine/clocks/corrected.ts'
import type { ClockDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { Obligation } from '../../domain/model/record.ts'
import { actor } from '../support/people/cast.ts'
import { levelOf, periodOf } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const { record } = opened(counter, actor('lin'), { region: '330802', date: '2026-03-10' }, at)
const [like] = counter.clocks as [ClockDefinition]
const context = decisionContextAt('2026-03-05T01:00:00.000Z')
const of = (...clocks: Partial<ClockDefinition>[]): ProcessDefinition => ({
  ...counter,
  clocks: clocks.map((clock) => ({ ...like, startsOn: [], endsOn: [], ...clock })),
})
type Remembered = Record<string, unknown>
type Overrides = {
  before?: Remembered
  now?: Remembered
  seq?: string
  type?: string
  stated?: Remembered
  is?: Remembered
}
const corrected = (
  process: ProcessDefinition,
  obligations: Obligation[],
  { before = {}, now = {}, seq = '1', type = 'start', stated = {}, is = {} }: Overrides,
) =>
  correctedPeriods(
    process,
    { ...record, snapshot: { ...record.snapshot, context: now }, obligations },
    before,
    { type, seq, stated, is },
    context,
  )
const dated = (id: string, more: Partial<Obligation> = {}) =>
  periodOf('count', { id, dateData: { date: '2026-03-10' }, ...more })

test('the date of the statement that began it moves a period, and no other statement does', () => {
  const [own, other] = corrected(of({}), [dated('count:1'), dated('count:2')], {
    is: { date: '2026-03-12' },
  })
  expect(own).toMatchObject({ due: '2026-03-12', dateData: { date: '2026-03-12' }, epoch: 2 })
  expect(other).toEqual(dated('count:2'))
  expect(corrected(of({}), [dated('count:11')], { is: { date: '2026-03-12' } })).toEqual([
    dated('count:11'),
  ])
  expect(corrected(of({}), [dated('count:1')], { is: { place: '二号' } })).toEqual([
    dated('count:1'),
  ])
})

test('a moment is corrected like a date, and a period that has ended stays as it ended', () => {
  const moment = of({ due: { momentField: 'until', article: '§' } })
  const one = dated('count:1', { dateData: { until: '2026-03-06T02:00:00.000Z' } })
  expect(corrected(moment, [one], { is: { until: '2026-03-07T02:00:00.000Z' } })[0]?.dueAt).toBe(
    '2026-03-07T02:00:00.000Z',
  )
  const met = dated('count:1', { status: 'met' })
  expect(corrected(of({}), [met], { is: { date: '2026-03-12' } })).toEqual([met])
})

const kept = of({ due: { dateField: 'date', article: '§', kept: true } })
const change = { before: { date: '2026-03-10' }, now: { date: '2026-03-13' } }

test('a date that the case keeps moves the period that runs to it, whichever statement has set it', () => {
  expect(corrected(kept, [dated('count:9')], change)[0]).toMatchObject({
    due: '2026-03-13',
    dateData: { date: '2026-03-13' },
  })
  expect(
    corrected(kept, [dated('count:9')], { before: change.before, now: change.before }),
  ).toEqual([dated('count:9')])
  expect(corrected(kept, [dated('count:9')], { before: {}, now: change.now })).toEqual([
    dated('count:9'),
  ])
  expect(corrected(kept, [dated('count:9')], { before: change.before, now: {} })).toEqual([
    dated('count:9'),
  ])
  expect(
    corrected(kept, [dated('count:9', { dateData: { date: '2026-04-01' } })], change)[0]?.epoch,
  ).toBe(1)
})

const longer = (...by: number[]) =>
  by.map((days, nth) => ({ at: '2026-03-04', by: days, reason: String(nth) }))

test('the date of the last lengthening is corrected by lengthening more or less', () => {
  const one = dated('count:9', {
    dateData: { date: '2026-03-01' },
    due: '2026-03-10',
    extensions: longer(4, 5),
  })
  const [after] = corrected(kept, [one], change)
  expect(after).toMatchObject({
    due: '2026-03-13',
    extensions: [{ by: 4 }, { by: 8, reason: '1' }],
  })
  const other = { ...one, due: '2026-03-11' }
  expect(corrected(kept, [other], change)).toEqual([other])
  const shorter = corrected(kept, [one], { before: change.before, now: { date: '2026-03-08' } })
  expect(shorter[0]).toMatchObject({ due: '2026-03-08', extensions: [{ by: 4 }, { by: 3 }] })
})

test('a lengthening that is corrected away leaves the corrected date alone', () => {
  const one = dated('count:9', {
    dateData: { date: '2026-03-05' },
    due: '2026-03-10',
    extensions: longer(5),
  })
  const back = (date: string) => corrected(kept, [one], { before: change.before, now: { date } })[0]
  expect(back('2026-03-05')).toMatchObject({
    due: '2026-03-05',
    extensions: [],
    dateData: { date: '2026-03-05' },
  })
  expect(back('2026-03-03')).toMatchObject({ due: '2026-03-03', extensions: [] })
  expect(back('2026-03-06')).toMatchObject({ due: '2026-03-06', extensions: [{ by: 1 }] })
})

const counted = of({ due: { rule: 'hazchem-licence.review', from: 'acceptedOn' } })
const review = (more: Partial<Obligation> = {}) =>
  periodOf('count', {
    rule: 'hazchem-licence.review',
    start: '2026-03-03',
    startedAt: '2026-03-02T16:00:00.000Z',
    ...more,
  })
const accepted = (was: string, is: string): Overrides => ({
  before: { acceptedOn: was },
  now: { acceptedOn: is },
})

test('a period that counts from a kept day counts from the corrected one', () => {
  const [after] = corrected(counted, [review()], accepted('2026-03-03', '2026-03-04'))
  expect(after).toMatchObject({
    start: '2026-03-04',
    startedAt: '2026-03-03T16:00:00.000Z',
    epoch: 2,
  })
  expect(corrected(counted, [review()], accepted('2026-03-02', '2026-03-04'))).toEqual([review()])
  expect(
    corrected(
      of({ due: { rule: 'hazchem-licence.review' } }),
      [review()],
      accepted('2026-03-03', '2026-03-04'),
    ),
  ).toEqual([review()])
})

test('a period that was counted ahead from its fact runs from that fact on, unless the corrected day lies before it', () => {
  const ahead = review({ startedAt: '2026-03-01T02:00:00.000Z' })
  expect(corrected(counted, [ahead], accepted('2026-03-03', '2026-03-04'))[0]).toMatchObject({
    start: '2026-03-04',
    startedAt: '2026-03-01T02:00:00.000Z',
  })
  expect(corrected(counted, [ahead], accepted('2026-03-03', '2026-02-25'))[0]?.startedAt).toBe(
    '2026-02-24T16:00:00.000Z',
  )
})

const major = ({ grade }: Remembered) => grade === 'major'
const twoWays = of(
  { clock: 'count', startsOn: ['start'], startsIf: (of) => !major(of) },
  {
    clock: 'major',
    startsOn: ['start'],
    startsIf: major,
    due: { dateField: 'until', article: '§' },
  },
)
const becomesMajor: Overrides = {
  before: { grade: 'general' },
  now: { grade: 'major' },
  stated: { until: '2026-03-20' },
  seq: '1',
}

test('a period that the corrected statement would not have begun gives way to the one that it would have', () => {
  const [gone, begun, ...more] = corrected(twoWays, [dated('count:1')], becomesMajor)
  expect(gone).toMatchObject({ id: 'count:1', status: 'replaced', endedAt: context.at })
  expect(begun).toMatchObject({
    id: 'major:1',
    due: '2026-03-20',
    startedAt: at,
    epoch: 1,
    status: 'running',
  })
  expect(more).toEqual([])
})

test('only what this statement began gives way, while it runs', () => {
  const other = dated('count:2')
  expect(corrected(twoWays, [other], becomesMajor)).toEqual([other])
  const eleventh = dated('count:11')
  expect(corrected(twoWays, [eleventh], becomesMajor)).toEqual([eleventh])
  const met = dated('count:1', { status: 'met' })
  expect(corrected(twoWays, [met], becomesMajor)).toEqual([met])
  expect(corrected(twoWays, [dated('count:1')], { ...becomesMajor, type: 'add' })).toEqual([
    dated('count:1'),
  ])
  expect(
    corrected(twoWays, [dated('count:1')], { ...becomesMajor, now: { grade: 'general' } }),
  ).toEqual([dated('count:1')])
})

test('a clock that every such statement starts stays', () => {
  const always = of({ clock: 'count', startsOn: ['start'] }, twoWays.clocks[1] as ClockDefinition)
  expect(corrected(always, [dated('count:1')], becomesMajor)).toEqual([dated('count:1')])
})

test('what begins instead takes its date from the statement, or from what the case keeps', () => {
  const ofCase = of(twoWays.clocks[0] as ClockDefinition, {
    clock: 'major',
    startsOn: ['start'],
    startsIf: major,
    due: { dateField: 'until', article: '§', kept: true },
  })
  const [, begun] = corrected(ofCase, [dated('count:1')], {
    ...becomesMajor,
    now: { grade: 'major', until: '2026-03-25' },
  })
  expect(begun?.due).toBe('2026-03-25')
})

test('corrected back, it is the same period again: what it has told stays told, the rest is planned anew', () => {
  const earlier = periodOf('major', {
    id: 'major:1',
    status: 'replaced',
    epoch: 3,
    escalationLevels: [levelOf('late', 'fired'), levelOf('later', 'cancelled')],
  })
  const all = corrected(twoWays, [earlier, dated('count:1')], becomesMajor)
  expect(all.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'count:1 replaced',
    'major:1 running',
  ])
  expect(all[1]).toMatchObject({
    epoch: 4,
    escalationLevels: [levelOf('late', 'fired'), { escalationLevel: 'later', status: 'planned' }],
  })
  for (const status of ['planned', 'held', 'cancelled'] as const) {
    const again = corrected(
      twoWays,
      [{ ...earlier, escalationLevels: [levelOf('late', status)] }, dated('count:1')],
      becomesMajor,
    )
    expect(again[1]?.escalationLevels[0]).toMatchObject({
      status: 'planned',
      plannedAt: '2026-03-20T16:00:00.000Z',
    })
  }
})
