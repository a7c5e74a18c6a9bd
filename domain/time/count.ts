// When does a period of days, months, years or hours end?
import { DomainError } from '../language/errors.ts'
import { text } from '../language/words.ts'
import { type CalendarSet, kindsOf } from './calendar.ts'
import {
  addMonths,
  civilDay,
  type Day,
  daysBetween,
  endOfDay,
  fromNumber,
  shanghaiMoment,
  toMillis,
  toNumber,
  yearOf,
} from './days.ts'
import { beyond, type Effort, lastYear, spend } from './effort.ts'
import {
  type Continuous,
  type Direction,
  isContinuous,
  type Period,
  type Reckoning,
  type Unit,
} from './period.ts'
import { type CountedDay, mostRows, type Walk, walkDays, walkWorkdays, yearsSeen } from './walk.ts'

const farthestMonths = 1320
/**
 * Counts a period by 民法典 201–203: the start day is excluded; WD day 1 is the next working day; months and years end on the same day of the
 * month or on its last; hours run from the recorded minute through nights, holidays and pauses. Paused days (both ends included, overlaps once)
 * are not counted. Extensions lengthen the nominal period. Backward: latest day = target − n units, never rolled.
 * One walk serves all extensions; `effort` is shared by all periods that one question makes us reckon.
 */
export const reckon = (period: Period, effort: Effort = { spent: 0 }): Reckoning => {
  const startDay = civilDay(period.start)
  if (startDay === null)
    throw new DomainError('invalid-input', [
      text(`起算时间不存在：${period.start}`, `There is no such date or moment: ${period.start}`),
    ])
  const totals = totalsOf(period)
  const total = totals.at(-1) ?? period.n
  if (isContinuous(period.unit)) return hours(period, period.unit, startDay, totals, effort)
  const direction = period.direction ?? 'forward'
  const lengthOf = (n: number) =>
    period.unit === 'WD' ? n : naturalDays(period.unit, startDay, n, direction)
  const walk =
    period.unit === 'WD'
      ? walkWorkdays(period, startDay, total, direction, effort)
      : walkDays(startDay, lengthOf(total), period.pauses ?? [], direction, effort)
  if (direction === 'backward') return settleBackward(startDay, total, walk)
  const ends = totals.map((n) => fromNumber(walk.counted[lengthOf(n) - 1] ?? toNumber(walk.last)))
  return settle(period, startDay, total, walk, ends, effort)
}

/** n alone, with the first extension, with the first two and so on. */
const totalsOf = ({ n, extensions = [] }: Period): number[] => {
  const totals = [n]
  for (const { by } of extensions) totals.push((totals.at(-1) ?? n) + by)
  return totals
}

/** The latest day that is still `n` units before the target (convention: target − n units). */
export const latestBefore = (
  target: Day,
  unit: Exclude<Unit, Continuous>,
  n: number,
  calendars: CalendarSet,
  region?: string,
): Day =>
  reckon({ unit, n, roll: 'never', start: target, direction: 'backward', calendars, region }).due

/** The window "within n units before the target" (期满前60日内): from target − n units to the target itself, both days included. */
export const windowBefore = (
  target: Day,
  unit: Exclude<Unit, Continuous>,
  n: number,
  calendars: CalendarSet,
  region?: string,
): { from: Day; to: Day } => ({
  from: latestBefore(target, unit, n, calendars, region),
  to: target,
})

/** The day itself if it is a working day, else the next one (民法典 203). */
export const nextWorkday = (
  calendars: CalendarSet,
  day: Day,
  region?: string,
  effort: Effort = { spent: 0 },
): Day => {
  const kinds = kindsOf(calendars, region)
  let at = toNumber(day)
  for (; !kinds(at).work; at += 1) spend(effort, 1)
  return fromNumber(at)
}

const naturalDays = (unit: Unit, from: Day, n: number, direction: Direction): number => {
  if (unit === 'ND') return n
  const months = (unit === 'Y' ? 12 * n : n) * (direction === 'forward' ? 1 : -1)
  if (Math.abs(months) > farthestMonths) throw beyond()
  return Math.abs(daysBetween(from, addMonths(from, months)))
}

const settle = (
  period: Period,
  startDay: Day,
  total: number,
  walk: Walk,
  ends: Day[],
  effort: Effort,
): Reckoning => {
  const rolls = period.unit !== 'WD' && period.roll !== 'never'
  const roll = (day: Day) =>
    rolls ? nextWorkday(period.calendars, day, period.region, effort) : day
  const stages = ends.map((nominal) => ({ nominal, rolled: roll(nominal) }))
  const rolled = stages.at(-1)?.rolled ?? walk.last
  const due = period.roll === 'party' ? rolled : walk.last
  const tail = rolls ? rollRows(period, walk.last, rolled) : { rows: [], undecreed: [] }
  return finish(
    {
      startDay,
      startAt: null,
      total,
      nominal: walk.last,
      rolled,
      due,
      dueAt: endOfDay(due),
      rolledAt: endOfDay(rolled),
      stages,
    },
    {
      ...walk,
      days: [...walk.days, ...tail.rows].slice(0, mostRows),
      length: walk.length + tail.rows.length,
    },
    period.unit === 'WD' ? walk.undecreed : tail.undecreed,
  )
}

const settleBackward = (startDay: Day, total: number, walk: Walk): Reckoning => {
  const { last } = walk
  const stages = [{ nominal: last, rolled: last }]
  const ends = {
    nominal: last,
    rolled: last,
    due: last,
    dueAt: endOfDay(last),
    rolledAt: endOfDay(last),
    stages,
  }
  return finish({ startDay, startAt: null, total, ...ends }, walk, walk.undecreed)
}

type Settled = Pick<
  Reckoning,
  'startDay' | 'startAt' | 'total' | 'nominal' | 'rolled' | 'due' | 'dueAt' | 'rolledAt' | 'stages'
>
type Walked = Omit<Walk, 'last' | 'undecreed'>

const finish = (
  settled: Settled,
  { days, length, counted, pausedDays, paused, festivals, madeUp }: Walked,
  undecreed: number[],
): Reckoning => {
  if (yearOf(settled.rolled) > lastYear) throw beyond()
  return {
    ...settled,
    alertOn: settled.due,
    days,
    length,
    counted,
    pausedDays,
    paused,
    festivals,
    madeUp,
    undecreed,
    provisional: undecreed.length > 0,
    reasons: undecreed.map((year) =>
      text(
        `${year}年节假日安排尚未公布，日期为暂估`,
        `The holiday notice for ${year} is not published yet: the date is an estimate`,
      ),
    ),
  }
}

/** The days passed over behind the nominal one, and the years of all of them that no notice speaks of. */
const rollRows = (
  { calendars, region }: Period,
  nominal: Day,
  rolled: Day,
): { rows: CountedDay[]; undecreed: number[] } => {
  const kinds = kindsOf(calendars, region)
  const [rows, undecreed, end] = [[] as CountedDay[], yearsSeen(), toNumber(rolled)]
  for (let day = toNumber(nominal); day <= end; day += 1) {
    const { why, decreed } = kinds(day)
    if (!decreed) undecreed.see(day)
    if (fromNumber(day) !== nominal)
      rows.push({
        date: fromNumber(day),
        counted: false,
        index: null,
        why: day === end ? 'rolled' : why,
      })
  }
  return { rows, undecreed: undecreed.years() }
}

/** Hours run from the recorded minute (stricter than 民诉解释 125), minutes from its second; neither is ever paused. */
const hours = (
  period: Period,
  unit: Continuous,
  startDay: Day,
  totals: number[],
  effort: Effort,
): Reckoning => {
  const recorded = toMillis(period.start)
  if (recorded === null)
    throw new DomainError('invalid-input', [
      text(
        '按小时计算的期限须给出起算时刻（含时分）',
        'A period in hours needs the moment it starts, with hour and minute',
      ),
    ])
  const [from, each] =
    unit === 'H' ? [Math.floor(recorded / 60_000) * 60_000, 3_600_000] : [recorded, 60_000]
  const way = period.direction === 'backward' ? -1 : 1
  const [dueAt = '', ...before] = totals
    .map((total) => shanghaiMoment(from + way * Math.round(total * each)))
    .reverse()
  const due = dueAt.slice(0, 10)
  const [first, last] = due < startDay ? [due, startDay] : [startDay, due]
  const length = daysBetween(first, last) + 1
  spend(effort, length)
  const days = Array.from(
    { length: Math.min(length, mostRows) },
    (_, at): CountedDay => ({
      date: fromNumber(toNumber(first) + at),
      counted: true,
      index: null,
      why: 'continuous-hours',
    }),
  )
  const stages = [...before.reverse().map((at) => at.slice(0, 10)), due].map((day) => ({
    nominal: day,
    rolled: day,
  }))
  const ends = { nominal: due, rolled: due, due, dueAt, rolledAt: dueAt, stages }
  const nothing = {
    counted: [],
    pausedDays: 0,
    paused: new Set<string>(),
    festivals: [],
    madeUp: [],
  }
  const startAt = shanghaiMoment(from)
  return finish(
    { startDay, startAt, total: totals.at(-1) ?? period.n, ...ends },
    { days, length, ...nothing },
    [],
  )
}
