// Which days of a period are counted, which are not, and why?
import { DomainError } from '../case/errors.ts'
import { text } from '../case/words.ts'
import { type CalendarSet, dayKind } from './calendar.ts'
import { addDays, type Day, yearOf } from './days.ts'

/** Days from `from` to `to`, both included, that are not counted. */
export type Paused = { from: Day; to: Day; kind: string }

/**
 * One day of the reckoning. `index` numbers the counted days from 1. `why`: 'start-day', 'counted', 'make-up-workday', 'rest-day',
 * 'holiday:<name>', 'pause:<kind>', 'rolled', 'continuous-hours'.
 */
export type CountedDay = { date: Day; counted: boolean; index: number | null; why: string }

export type Walk = { last: Day; days: CountedDay[]; pausedDays: number; undecreed: number[] }
type Calendar = { calendars: CalendarSet; pauses?: Paused[]; region?: string | undefined }

const farthest = 80_000

/** The pause a day lies in, if any. */
export const pauseOn = (pauses: Paused[], day: Day): Paused | undefined => pauses.find(({ from, to }) => from <= day && day <= to)

/** Counts `n` working days away from the start day; paused working days are passed over and counted as paused once. */
export const walkWorkdays = (
  { calendars, pauses = [], region }: Calendar,
  start: Day,
  n: number,
  direction: 'forward' | 'backward',
): Walk => {
  const undecreed = new Set<number>()
  return walk(
    start,
    n,
    direction,
    (day) => {
      const { work, why, decreed } = dayKind(calendars, day, region)
      if (!decreed) undecreed.add(yearOf(day))
      const pause = pauseOn(pauses, day)
      if (!work) return { counted: false, why }
      return pause ? { counted: false, why: `pause:${pause.kind}` } : { counted: true, why: why === 'weekday' ? 'counted' : why }
    },
    undecreed,
  )
}

/** Counts `n` natural days away from the start day; every paused day lengthens the period by one. */
export const walkDays = (start: Day, n: number, pauses: Paused[], direction: 'forward' | 'backward'): Walk =>
  walk(
    start,
    n,
    direction,
    (day) => {
      const pause = pauseOn(pauses, day)
      return pause ? { counted: false, why: `pause:${pause.kind}` } : { counted: true, why: 'counted' }
    },
    new Set(),
  )

const walk = (
  start: Day,
  n: number,
  direction: 'forward' | 'backward',
  judge: (day: Day) => { counted: boolean; why: string },
  undecreed: Set<number>,
): Walk => {
  const step = direction === 'forward' ? 1 : -1
  const days: CountedDay[] = [{ date: start, counted: false, index: null, why: 'start-day' }]
  let [day, index, pausedDays] = [start, 0, 0]
  while (index < n) {
    if (days.length > farthest)
      throw new DomainError('invalid-input', [text('期限过长，无法计算', 'The period is too long to be reckoned')])
    day = addDays(day, step)
    const { counted, why } = judge(day)
    if (counted) index += 1
    if (why.startsWith('pause:')) pausedDays += 1
    days.push({ date: day, counted, index: counted ? index : null, why })
  }
  return { last: day, days, pausedDays, undecreed: [...undecreed].sort() }
}
