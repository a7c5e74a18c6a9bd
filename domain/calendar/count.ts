// When does a period of days, months, years or hours end?
import { DomainError } from '../case/errors.ts'
import { type Text, text } from '../case/words.ts'
import type { CalendarSet } from './calendar.ts'
import { dayKind } from './calendar.ts'
import { addDays, addMonths, civilDay, type Day, daysBetween, endOfDay, shanghaiMoment, toMillis, yearOf } from './days.ts'
import { type CountedDay, type Paused, type Walk, walkDays, walkWorkdays } from './walk.ts'

/** WD working days, ND natural days, H clock hours, MIN minutes, M months, Y years. */
export type Unit = 'WD' | 'ND' | 'H' | 'MIN' | 'M' | 'Y'
/** Units that run on through nights and holidays, from a moment to a moment. */
export type Continuous = 'H' | 'MIN'
export const isContinuous = (unit: Unit): unit is Continuous => unit === 'H' || unit === 'MIN'
/**
 * What happens when the last day is no working day (民法典 203): `party` moves to the next working day; `organ` keeps the nominal day
 * as due (the stricter one, alerts run on it) and shows the rolled one beside it; `never` (safety deadlines) does not move.
 */
export type Roll = 'party' | 'organ' | 'never'
export type Direction = 'forward' | 'backward'
export type Extension = { at: string; by: number }

export type Period = {
  unit: Unit
  n: number
  roll: Roll
  /** Date, or moment with offset; hours need the moment. */
  start: string
  pauses?: Paused[]
  extensions?: Extension[]
  direction?: Direction
  calendars: CalendarSet
  region?: string | undefined
}

export type Reckoning = {
  /** The civil day the period starts from; it is not counted itself. */
  startDay: Day
  /** n and all extensions. */
  total: number
  /** The last day as counted, before any roll. */
  nominal: Day
  /** The nominal day, or the next working day if it is none. */
  rolled: Day
  /** What binds: rolled for `party`, nominal otherwise. */
  due: Day
  /** First moment that is too late (24:00 of `due`, 民法典 203); for hours the very minute. Backward: 24:00 of the last day in time. */
  dueAt: string
  rolledAt: string
  /** The day alerts are set on: always the stricter, nominal one for `organ`. */
  alertOn: Day
  days: CountedDay[]
  pausedDays: number
  /** It rests on a year whose holiday notice is not published. */
  provisional: boolean
  reasons: Text[]
}

const lastYear = 2100
const farthestMonths = 1320
const tooFar = () => new DomainError('invalid-input', [text(`期限超出可计算范围（${lastYear}年）`, `The period goes beyond ${lastYear}`)])

/**
 * Counts a period by 民法典 201–203: the start day is excluded; WD day 1 is the next working day; months and years end on the same day of the
 * month or on its last; hours run from the recorded minute through nights, holidays and pauses. Paused days (both ends included, overlaps once)
 * are not counted. Extensions lengthen the nominal period. Backward: latest day = target − n units, never rolled.
 */
export const reckon = (period: Period): Reckoning => {
  const startDay = civilDay(period.start)
  if (startDay === null)
    throw new DomainError('invalid-input', [text(`起算时间不存在：${period.start}`, `There is no such date or moment: ${period.start}`)])
  const total = period.n + (period.extensions ?? []).reduce((sum, { by }) => sum + by, 0)
  if (isContinuous(period.unit)) return hours(period, period.unit, startDay, total)
  const direction = period.direction ?? 'forward'
  const walk =
    period.unit === 'WD'
      ? walkWorkdays(period, startDay, total, direction)
      : walkDays(startDay, naturalDays(period.unit, startDay, total, direction), period.pauses ?? [], direction)
  return direction === 'backward' ? settleBackward(startDay, total, walk) : settle(period, startDay, total, walk)
}

/** The latest day that is still `n` units before the target (convention: target − n units). */
export const latestBefore = (target: Day, unit: Exclude<Unit, Continuous>, n: number, calendars: CalendarSet, region?: string): Day =>
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
export const nextWorkday = (calendars: CalendarSet, day: Day, region?: string): Day => {
  let at = day
  while (!dayKind(calendars, at, region).work) at = addDays(at, 1)
  return at
}

const naturalDays = (unit: 'ND' | 'M' | 'Y', from: Day, n: number, direction: Direction): number => {
  if (unit === 'ND') return n
  const months = (unit === 'Y' ? 12 * n : n) * (direction === 'forward' ? 1 : -1)
  if (Math.abs(months) > farthestMonths) throw tooFar()
  return Math.abs(daysBetween(from, addMonths(from, months)))
}

const settle = (period: Period, startDay: Day, total: number, walk: Walk): Reckoning => {
  const rolls = period.unit !== 'WD' && period.roll !== 'never'
  const rolled = rolls ? nextWorkday(period.calendars, walk.last, period.region) : walk.last
  const due = period.roll === 'party' ? rolled : walk.last
  const tail = rolls ? rollRows(period, walk.last, rolled) : []
  const touched = period.unit === 'WD' ? walk.undecreed : rolls ? undecreedYears(period, walk.last, rolled) : []
  return finish(
    { startDay, total, nominal: walk.last, rolled, due, dueAt: endOfDay(due), rolledAt: endOfDay(rolled), pausedDays: walk.pausedDays },
    [...walk.days, ...tail],
    touched,
  )
}

const settleBackward = (startDay: Day, total: number, { last, days, undecreed, pausedDays }: Walk): Reckoning =>
  finish(
    { startDay, total, nominal: last, rolled: last, due: last, dueAt: endOfDay(last), rolledAt: endOfDay(last), pausedDays },
    days,
    undecreed,
  )

type Settled = Pick<Reckoning, 'startDay' | 'total' | 'nominal' | 'rolled' | 'due' | 'dueAt' | 'rolledAt' | 'pausedDays'>

const finish = (settled: Settled, days: CountedDay[], undecreed: number[]): Reckoning => {
  if (yearOf(settled.rolled) > lastYear)
    throw new DomainError('invalid-input', [text(`期限超出可计算范围（${lastYear}年）`, `The period goes beyond ${lastYear}`)])
  return {
    ...settled,
    alertOn: settled.due,
    days,
    provisional: undecreed.length > 0,
    reasons: undecreed.map((year) =>
      text(`${year}年节假日安排尚未公布，日期为暂估`, `The holiday notice for ${year} is not published yet: the date is an estimate`),
    ),
  }
}

const rollRows = (period: Period, nominal: Day, rolled: Day): CountedDay[] => {
  const rows: CountedDay[] = []
  for (let day = addDays(nominal, 1); day <= rolled; day = addDays(day, 1)) {
    const why = day === rolled ? 'rolled' : dayKind(period.calendars, day, period.region).why
    rows.push({ date: day, counted: false, index: null, why })
  }
  return rows
}

const undecreedYears = ({ calendars, region }: Period, from: Day, to: Day): number[] => {
  const years = new Set<number>()
  for (let day = from; day <= to; day = addDays(day, 1)) if (!dayKind(calendars, day, region).decreed) years.add(yearOf(day))
  return [...years]
}

/** Hours run from the recorded minute (stricter than 民诉解释 125), minutes from its second; neither is ever paused. */
const hours = (period: Period, unit: Continuous, startDay: Day, total: number): Reckoning => {
  const recorded = toMillis(period.start)
  if (recorded === null)
    throw new DomainError('invalid-input', [
      text('按小时计算的期限须给出起算时刻（含时分）', 'A period in hours needs the moment it starts, with hour and minute'),
    ])
  const [from, each] = unit === 'H' ? [Math.floor(recorded / 60_000) * 60_000, 3_600_000] : [recorded, 60_000]
  const at = from + (period.direction === 'backward' ? -1 : 1) * Math.round(total * each)
  const dueAt = shanghaiMoment(at)
  const due = dueAt.slice(0, 10)
  const [first, last] = due < startDay ? [due, startDay] : [startDay, due]
  const rows = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))
  const days = rows.map((date): CountedDay => ({ date, counted: true, index: null, why: 'continuous-hours' }))
  return finish({ startDay, total, nominal: due, rolled: due, due, dueAt, rolledAt: dueAt, pausedDays: 0 }, days, [])
}
