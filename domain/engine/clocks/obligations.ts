// Which periods of law run in a case, and what starts, ends, pauses or extends them?

import type { DecisionContext } from '../../model/decision-context.ts'
import type { ClockDefinition, ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord, EscalationLevelState, Obligation } from '../../model/record.ts'
import { daysBetween, isDay } from '../../time/days.ts'
import type { Instant } from '../../time/instant.ts'
import { civilDate, instant } from '../../time/instant.ts'
import { extend, isStoppedByFact, pause, resumeByFact } from './rearming.ts'
import { planEscalationLevels, reckonClock, warningEscalationLevel } from './reckoning.ts'
import { escalationPolicyAt, withEscalationPolicy } from './settings.ts'

/** Periods that still count: running, stopped, or past their date without an answer. */
export const isRunning = (obligation: Obligation): boolean =>
  ['running', 'paused', 'overdue'].includes(obligation.status)

/** Ends and starts periods after a fact of `type`; the start fact's number keys the new period. */
export const followFact = (
  process: ProcessDefinition,
  record: CaseRecord,
  fact: { type: string; at: Instant; seq: number; data: Record<string, unknown> },
  decisionContext: DecisionContext,
): Obligation[] =>
  clocksIn(process).reduce((before, clock) => {
    const obligations = quieted(
      stopped(process, before, clock, { ...fact, record }, decisionContext),
      clock,
      fact,
    )
    const starts =
      clock.startsOn.includes(fact.type) &&
      (clock.startsIf?.(record.snapshot.context) ?? true) &&
      !(clock.goesOn && obligations.some((one) => one.clock === clock.clock && isRunning(one)))
    if (!starts && clock.movesOn?.includes(fact.type))
      return obligations.map((one) =>
        movedObligation(process, one, clock, { ...fact, record }, decisionContext),
      )
    const how = endingOf(clock, fact.type, starts, record.snapshot.context)
    if (!how) return obligations
    const doneAt = clock.doneAt?.(record.snapshot.context) ?? null
    const ended = obligations.map((one) => {
      if (one.clock !== clock.clock || !isRunning(one)) return one
      if (how === 'met') return metBy(clock, one, fact.at, doneAt)
      return starts ? end(one, how, fact.at) : { ...end(one, how, fact.at), endedBy: fact.type }
    })
    if (!starts) return ended
    const begun = begin(
      clock,
      { ...fact, data: dateDataOf(clock, fact.data, record), from: fromOf(clock, record) },
      decisionContext,
    )
    if (doneAt !== null) return [...ended, metAt(begun, doneAt)]
    return clock.standsStillIf
      ? [...ended, ...stopped(process, [begun], clock, { ...fact, record }, decisionContext)]
      : [...ended, begun]
  }, record.obligations)

/** The clocks of the case, or of the kind of item that the process is seen as. */
const clocksIn = ({ clocks, item }: ProcessDefinition): ClockDefinition[] =>
  clocks.filter((clock) => clock.item === item)

/** How a fact ends the running period of a clock, if it does; `starts`: it begins the next one. */
const endingOf = (
  { endsOn, endsIf, yieldsOn = [], yieldsIf }: ClockDefinition,
  type: string,
  starts: boolean,
  context: Record<string, unknown>,
): 'met' | 'replaced' | null => {
  if (yieldsOn.includes(type)) return 'replaced'
  if (endsOn.includes(type) && (endsIf?.(context) ?? true)) return 'met'
  return starts || yieldsIf?.(context) ? 'replaced' : null
}

/** The reminder of a running period that nobody needs any more. */
const quieted = (
  obligations: Obligation[],
  { clock, quietOn = [] }: ClockDefinition,
  { type }: { type: string },
): Obligation[] =>
  quietOn.includes(type)
    ? obligations.map((one) =>
        one.clock === clock && isRunning(one)
          ? {
              ...one,
              escalationLevels: one.escalationLevels.map((escalationLevel) =>
                escalationLevel.escalationLevel === warningEscalationLevel
                  ? cancelPlanned(escalationLevel)
                  : escalationLevel,
              ),
            }
          : one,
      )
    : obligations

/** A fact may set a period going again and stop it anew on another ground. */
const stopped = (
  process: ProcessDefinition,
  obligations: Obligation[],
  definition: ClockDefinition,
  fact: { type: string; at: Instant; data: Record<string, unknown>; record: CaseRecord },
  decisionContext: DecisionContext,
): Obligation[] => {
  const { clock, pausesOn = {}, resumesOn = [], resumedBy = {}, standsStillIf } = definition
  const still = standsStillIf?.(fact.record.snapshot.context)
  const ground =
    still !== false && Object.hasOwn(pausesOn, fact.type) ? pausesOn[fact.type] : undefined
  const then = { ...decisionContext, at: fact.at }
  const day = Object.hasOwn(resumedBy, fact.type) ? fact.data[resumedBy[fact.type] ?? ''] : null
  return obligations.map((one) => {
    if (one.clock !== clock) return one
    const going =
      one.status === 'paused' && still !== true && resumesOn.includes(fact.type)
        ? resumeByFact(process, one, then, day)
        : one
    const stops =
      going.status === 'running' ||
      (going.status === 'paused' && !isStoppedByFact(definition, going))
    return ground && stops
      ? pause(process, going, { reason: String(fact.data.reason ?? ''), ...ground }, then)
      : going
  })
}

/** The date or moment that the chart keeps for a period which does not count from its fact. */
export const fromOf = ({ due }: ClockDefinition, record: CaseRecord): Instant | null => {
  const kept = 'rule' in due && due.from ? record.snapshot.context[due.from] : undefined
  return typeof kept === 'string' ? keptInstant(kept) : null
}

/** A kept date begins at its midnight; a kept moment is itself. */
export const keptInstant = (kept: string): Instant =>
  instant(isDay(kept) ? `${kept}T00:00:00+08:00` : kept)

/** Where the date of a clock that runs to a date is found: in the fact itself, or kept by the chart from an earlier one. */
const dateDataOf = (
  { due }: ClockDefinition,
  data: Record<string, unknown>,
  record: CaseRecord,
): Record<string, unknown> => ('kept' in due && due.kept ? record.snapshot.context : data)

/** A new date for the period that runs: the same obligation, its levels planned again. */
const movedObligation = (
  process: ProcessDefinition,
  one: Obligation,
  clock: ClockDefinition,
  fact: { at: Instant; data: Record<string, unknown>; record: CaseRecord },
  decisionContext: DecisionContext,
): Obligation => {
  if (one.clock !== clock.clock || !isRunning(one)) return one
  if (!('dateField' in clock.due))
    return extend(
      process,
      one,
      { by: Number(fact.data.by), reason: String(fact.data.reason ?? '') },
      decisionContext,
    )
  const said = fact.data[clock.due.dateField]
  const kept = dateDataOf(clock, fact.data, fact.record)[clock.due.dateField]
  if (said === undefined && (typeof kept !== 'string' || kept <= one.due)) return one
  const by = daysBetween(one.due, String(said ?? kept))
  return extend(process, one, { by, reason: String(fact.data.reason ?? '') }, decisionContext)
}

type Beginning = { at: Instant; seq: number; data: Record<string, unknown>; from: Instant | null }

export const begin = (
  definition: ClockDefinition,
  fact: Beginning,
  decisionContext: DecisionContext,
): Obligation => {
  const escalationPolicy = escalationPolicyAt(
    decisionContext.escalationPolicies,
    definition.clock,
    fact.at,
  )
  const clock = withEscalationPolicy(definition, escalationPolicy)
  const counted = fact.from ?? fact.at
  // A period counted back from a day to come runs from its fact on.
  const startedAt = [counted, fact.at].sort()[0] ?? fact.at
  const course = { startedAt, start: civilDate(counted), pauses: [], extensions: [] }
  const reckoned = reckonClock(clock, course, fact.data, decisionContext)
  return {
    ...course,
    ...reckoned,
    ...(escalationPolicy ? { escalationPolicy } : {}),
    id: `${clock.clock}:${fact.seq}`,
    clock: clock.clock,
    ...(clock.promised ? { promised: true as const } : {}),
    ...(startedAt < fact.at ? { begunAt: fact.at } : {}),
    rule: 'rule' in clock.due ? clock.due.rule : null,
    calendar: decisionContext.calendars.version,
    epoch: 1,
    status: 'running',
    endedAt: null,
    escalationLevels: planEscalationLevels(clock, reckoned, decisionContext).map(
      (escalationLevel) =>
        isTooLate(escalationLevel, fact.at)
          ? { ...escalationLevel, status: 'skipped' }
          : escalationLevel,
    ),
    dateData: dateOf(clock, fact.data),
  }
}

/** The date or the moment that a fact has set. */
const dateOf = (
  { due }: ClockDefinition,
  data: Record<string, unknown>,
): Record<string, unknown> => {
  if ('rule' in due) return {}
  const field = 'momentField' in due ? due.momentField : due.dateField
  return { [field]: data[field] }
}

/** Whether its clock owner may lengthen it as such: a period of the rule book that no act of its own lengthens, or a date of his own. */
export const isExtendable = ({ due, movesOn = [] }: ClockDefinition): boolean =>
  ('rule' in due && movesOn.length === 0) || ('dateField' in due && due.extendable === true)

/** A period shorter than its reminder has none. */
const isTooLate = (
  { escalationLevel, plannedAt }: EscalationLevelState,
  startedAt: Instant,
): boolean => escalationLevel === warningEscalationLevel && plannedAt <= startedAt

/** Ended by a fact; what it would still have brought about is off. */
export const end = (obligation: Obligation, how: 'met' | 'replaced', at: Instant): Obligation => ({
  ...obligation,
  // What the end of the period itself brings about comes within its last day, and in time it is not.
  status:
    how === 'met' && (at >= obligation.dueAt || obligation.status === 'overdue') ? 'met-late' : how,
  endedAt: at,
  escalationLevels: obligation.escalationLevels.map(cancelPlanned),
})

/** Met by a fact; `doneAt`: when it was really done, if not by the fact itself. */
const metBy = (
  clock: ClockDefinition,
  one: Obligation,
  at: Instant,
  doneAt: Instant | null,
): Obligation => {
  const met = doneAt === null ? end(one, 'met', at) : metAt(one, doneAt)
  return isHeldOpen(clock, one) ? { ...met, status: 'met' } : met
}

/** A window whose end waits for a person to say that nothing has come in time: until he does, what comes is in time. */
const isHeldOpen = (
  { escalationPolicy, endsOn }: ClockDefinition,
  { escalationLevels }: Obligation,
): boolean =>
  escalationPolicy.some(
    ({ escalationLevel, event, forfeits }) =>
      forfeits &&
      event !== null &&
      endsOn.includes(event) &&
      escalationLevels.some(
        (one) => one.escalationLevel === escalationLevel && one.status === 'held',
      ),
  )

/** Met when it was really done, though it is written down only now: what has been told meanwhile stays told. */
const metAt = (obligation: Obligation, doneAt: Instant): Obligation => ({
  ...end(obligation, 'met', doneAt),
  status: doneAt >= obligation.dueAt ? 'met-late' : 'met',
})

const cancelPlanned = (escalationLevel: EscalationLevelState): EscalationLevelState =>
  escalationLevel.status === 'planned' || escalationLevel.status === 'held'
    ? { ...escalationLevel, status: 'cancelled' }
    : escalationLevel

/** All running periods end when the case does, by what has ended it. */
export const endAll = (
  obligations: Obligation[],
  { type, at }: { type?: string; at: Instant },
): Obligation[] =>
  obligations.map((one) =>
    isRunning(one)
      ? { ...end(one, 'met', at), status: 'cancelled', ...(type ? { endedBy: type } : {}) }
      : one,
  )
