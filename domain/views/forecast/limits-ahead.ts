// Until when does the law want each of the steps to come to have ended?

import { isRunning } from '../../engine/clocks/obligations.ts'
import { clockOf } from '../../engine/clocks/rearming.ts'
import { reckonClock } from '../../engine/clocks/reckoning.ts'
import { type Audience, visible } from '../../model/audience.ts'
import { type DecisionContext, inRegion } from '../../model/decision-context.ts'
import type { ClockDefinition, ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord, Obligation } from '../../model/record.ts'
import { type Instant, instant } from '../../time/instant.ts'
import type { WayStep } from './usual-way.ts'

/**
 * `firm`: it follows from the rule book alone, so that nobody may plan to pass it. A date that a document sets, or one that hangs
 * on such a date, may be set anew; and a period that a step in between will stop ends later by as much.
 * `provisional`: it rests on a calendar not yet decreed.
 */
export type Limit = {
  due: string
  dueAt: Instant
  article: string
  firm: boolean
  provisional: boolean
}
type Running = Limit & { clock: ClockDefinition }

type Course = {
  process: ProcessDefinition
  record: CaseRecord
  decisionContext: DecisionContext
  reader: Audience
}

/**
 * For each step the end of the period that ends first of those that run over it; null where the reader may see none. Periods that a
 * coming step starts are reckoned from the limit of that step, the latest day on which it may happen. A period that stands still is
 * reckoned as if it went on at `goesOn`, the day on which the present step is thought to end.
 */
export const limitsAhead = (
  course: Course,
  steps: WayStep[],
  goesOn: Instant,
): (Limit | null)[] => {
  const decisionContext = inRegion(course.decisionContext, course.record)
  const given = { ...course, decisionContext }
  let running = runningNow(given, goesOn)
  return steps.map(({ event }, at) => {
    const later = new Set(steps.slice(at).map((step) => step.event))
    const over = running.filter(({ clock }) => clock.endsOn.some((type) => later.has(type)))
    const limit = over.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0] ?? null
    running = [
      ...running
        .filter(({ clock }) => !clock.endsOn.includes(event))
        .map((one) => stoppedBy(one, event)),
      ...(limit ? startedBy(given, event, limit) : []),
    ]
    return limit ? limitOf(limit) : null
  })
}

const limitOf = ({ due, dueAt, article, firm, provisional }: Limit): Limit => ({
  due,
  dueAt,
  article,
  firm,
  provisional,
})

const runningNow = (
  { process, record, decisionContext, reader }: Course,
  goesOn: Instant,
): Running[] =>
  record.obligations
    .filter(
      (one) => isRunning(one) && !one.promised && visible(clockOf(process, one).audience, reader),
    )
    .map((one) => {
      const clock = clockOf(process, one)
      const stands = one.status === 'paused'
      return {
        ...one,
        ...(stands ? goingOn(clock, one, goesOn, decisionContext) : {}),
        firm: 'rule' in clock.due && !stands,
        clock,
      }
    })

const stoppedBy = (one: Running, event: string): Running =>
  Object.hasOwn(one.clock.pausesOn ?? {}, event) ? { ...one, firm: false } : one

const goingOn = (
  clock: ClockDefinition,
  one: Obligation,
  at: Instant,
  decisionContext: DecisionContext,
) => {
  const then = [at, decisionContext.at].sort()[1] ?? at
  return reckonClock(clock, one, one.dateData, { ...decisionContext, at: then })
}

const startedBy = (
  { process, record, decisionContext, reader }: Course,
  event: string,
  limit: Limit,
): Running[] => {
  const { context } = record.snapshot
  const start = {
    start: limit.due,
    startedAt: instant(`${limit.due}T12:00:00+08:00`),
    pauses: [],
    extensions: [],
  }
  return process.clocks
    .filter(
      (clock) =>
        clock.startsOn.includes(event) && !clock.promised && visible(clock.audience, reader),
    )
    .filter(({ startsIf, due }) => (startsIf?.(context) ?? true) && 'rule' in due)
    .map((clock) => {
      const reckoned = reckonClock(clock, start, {}, decisionContext)
      return {
        ...reckoned,
        provisional: reckoned.provisional || limit.provisional,
        firm: limit.firm,
        clock,
      }
    })
}
