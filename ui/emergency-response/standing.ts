// Where does an emergency stand, in a few lines: is it an exercise, what has been reported, what must be reported by when?

import type { CaseView } from '../../contract/case/cases.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { ClockView } from '../../domain/views/case-views.ts'
import { filled, type Line, lastOf, type Standing } from '../record/standing-lines.ts'
import { drillMark, emergencyWords as w } from './words.ts'

type One = Standing & Pick<CaseView, 'title'>
/** How a moment is written. */
type ShowMoment = (at: string) => string

const reports = [
  'verification',
  'unit-report',
  'county-report',
  'county-phone',
  'city-report',
  'city-phone',
]
const further = ['continued-report', 'continued-report-major']
const counts = ['casualty-supplement', 'casualty-supplement-traffic-fire']

export const standingOf = (one: One, showMoment: ShowMoment): Line[] => [
  ...(one.title.startsWith(drillMark)
    ? [{ label: w.exercise, value: w.exerciseText, warn: true as const }]
    : []),
  ...reports.flatMap((clock) => reported(lastOf(one, clock), showMoment)),
  ...running(lastOf(one, ...further), w.nextReport, showMoment),
  ...running(lastOf(one, ...counts), w.countUntil, showMoment),
]

const same = (value: string): Text => text(value, value)

/** 已报/未报, each against its own limit. */
const reported = (clock: ClockView | undefined, showMoment: ShowMoment): Line[] => {
  if (!clock) return []
  const { words: label, now, status, dueAt, endedAt } = clock
  const by = same(showMoment(dueAt))
  if (now) {
    const late = status === 'overdue'
    const value = filled(late ? w.stillLate : w.stillDue, { by })
    return [late ? { label, value, warn: true as const } : { label, value }]
  }
  if (!endedAt || !['met', 'met-late'].includes(status)) return []
  const late = status === 'met-late'
  const value = filled(late ? w.doneLate : w.done, { at: same(showMoment(endedAt)), by })
  return [late ? { label, value, warn: true as const } : { label, value }]
}

const running = (clock: ClockView | undefined, words: Text, showMoment: ShowMoment): Line[] =>
  clock?.now
    ? [{ label: clock.words, value: filled(words, { by: same(showMoment(clock.dueAt)) }) }]
    : []
