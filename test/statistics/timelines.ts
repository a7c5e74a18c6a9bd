// Timelines written by hand, and what they come to in a quarter.

import { statistics } from '../../domain/hazard-rectification/statistics/statistics.ts'
import type { Entry, ReadFact } from '../../domain/model/statistics-definition.ts'
import { factsInForce } from '../../domain/statistics/counted.ts'
import { addSums, type Sums, valuesOf } from '../../domain/statistics/figures.ts'
import { asOfDay, eveOf, type Period, periodOf } from '../../domain/statistics/period.ts'

export type TimelineEntry = [
  at: string,
  type: string,
  data?: Record<string, unknown>,
  more?: Partial<ReadFact>,
]
export const inspector = {
  kind: 'person',
  id: 'lin',
  name: '林检查',
  office: '330802-bureau',
  role: 'inspector',
} as const
export const plant = {
  kind: 'person',
  id: 'qi',
  name: '戚安全',
  office: 'enterprise:e-1',
  role: 'enterprise-safety',
} as const

/** Times are those of the clock on the wall in Quzhou. */
export const timeline = (...entries: TimelineEntry[]): ReadFact[] =>
  entries.map(([at, type, data = {}, more = {}], index) => ({
    seq: index + 1,
    type,
    data,
    actor: type === 'report' ? plant : inspector,
    before: null,
    after: null,
    occurredAt: new Date(`${at}+08:00`).toISOString(),
    ...more,
  }))
export const day = (date: string) => `${date}T10:00`
export const report = (date: string, data = {}): TimelineEntry => [
  day(date),
  'report',
  { region: '330802', category: 'fire', ...data },
]
export const verified = (date: string, grade = 'general', data = {}): TimelineEntry => [
  day(date),
  'verify',
  { grade, ...data },
]
export const ordered = (date: string, dueDate: string, data = {}): TimelineEntry => [
  day(date),
  'issue-order',
  { dueDate, ...data },
]
export const entries = (facts: ReadFact[]): Entry[] =>
  statistics.count(factsInForce(facts), '330802')

export const sumsOf = (
  all: Entry[],
  { first, last, ...rest }: Period,
  today = '2030-01-01',
): Sums => {
  const [eve, asOf] = [eveOf({ first, last, ...rest }), asOfDay({ first, last, ...rest }, today)]
  const stands = ({ day, until }: Entry, when: string) =>
    day <= when && (until === null || until > when)
  return addSums(
    all.map((one) => ({
      [one.figure]: {
        flow: !one.stock && one.day >= first && one.day <= last ? one.n : 0,
        start: one.stock && stands(one, eve) ? one.n : 0,
        end: one.stock && stands(one, asOf) ? one.n : 0,
      },
    })),
  )
}
/** The figures of a quarter that are not nought. */
export const quarter = (facts: ReadFact[] | Entry[], id: string, today?: string) => {
  const all = 'type' in (facts[0] ?? {}) ? entries(facts as ReadFact[]) : (facts as Entry[])
  const values = valuesOf(statistics.figures, sumsOf(all, periodOf(id)!, today))
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== 0 && value !== null),
  )
}

export const usual = timeline(
  report('2026-07-01'),
  verified('2026-07-03'),
  ordered('2026-07-05', '2026-07-20'),
  [day('2026-07-20'), 'report-rectified'],
  [day('2026-07-22'), 're-check-passed'],
  [day('2026-07-25'), 'write-off'],
)
