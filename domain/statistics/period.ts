// Which quarter or year is asked for, and from which day to which?

import { type Text, text } from '../language/words.ts'
import { addDays, type Day } from '../time/days.ts'

/** `2026Q3` or `2026`; both days are its own, in Asia/Shanghai. */
export type Period = { id: string; kind: 'quarter' | 'year'; first: Day; last: Day; words: Text }

const lastDays = ['03-31', '06-30', '09-30', '12-31'] as const
const ordinals = ['一', '二', '三', '四'] as const
/** The platform knows no case before. */
const earliest = 2020

export const periodPattern = /^20\d{2}(?:Q[1-4])?$/

export const periodOf = (id: string): Period | null => {
  if (!periodPattern.test(id) || Number(id.slice(0, 4)) < earliest) return null
  const year = id.slice(0, 4)
  if (id.length === 4)
    return {
      id,
      kind: 'year',
      first: `${year}-01-01`,
      last: `${year}-12-31`,
      words: text(`${year}年度`, `Year ${year}`),
    }
  const quarter = Number(id.slice(5))
  return {
    id,
    kind: 'quarter',
    first: `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`,
    last: `${year}-${lastDays[quarter - 1]}`,
    words: text(`${year}年第${ordinals[quarter - 1]}季度`, `Quarter ${quarter} of ${year}`),
  }
}

const quarterOf = (day: Day): number => Math.ceil(Number(day.slice(5, 7)) / 3)

export const quarterOfDay = (day: Day): string => `${day.slice(0, 4)}Q${quarterOf(day)}`

/** What can be chosen: the running quarter and year, and those of the three years before, newest first. */
export const choosablePeriods = (today: Day): Period[] => {
  const year = Number(today.slice(0, 4))
  return [0, 1, 2, 3].flatMap((back) => {
    const quarters = back === 0 ? quarterOf(today) : 4
    const ids = [
      ...Array.from({ length: quarters }, (_, index) => `${year - back}Q${quarters - index}`),
      `${year - back}`,
    ]
    return ids.flatMap((id) => periodOf(id) ?? [])
  })
}

/** The quarter that ended last: the one a report is due for. */
export const lastQuarter = (today: Day): string => {
  const quarter = quarterOf(today)
  return quarter === 1
    ? `${Number(today.slice(0, 4)) - 1}Q4`
    : `${today.slice(0, 4)}Q${quarter - 1}`
}

/** The day whose evening the period begins after. */
export const eveOf = ({ first }: Period): Day => addDays(first, -1)

/** What stands at the end: as of the last day, or of today while the period runs. */
export const asOfDay = ({ last }: Period, today: Day): Day => (last < today ? last : today)

export const hasEnded = ({ last }: Period, today: Day): boolean => last < today
