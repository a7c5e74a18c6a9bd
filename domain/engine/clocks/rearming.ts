// How is a period reckoned again: after a pause, an extension, or an act that no longer stands?
import type { DecisionContext } from '../../model/decision-context.ts'
import type { ClockDefinition, ProcessDefinition } from '../../model/process.ts'
import type { EscalationLevelState, Obligation, PauseGround } from '../../model/record.ts'
import { isDay } from '../../time/days.ts'
import { civilDate, type Instant } from '../../time/instant.ts'
import { planEscalationLevels, reckonClock } from './reckoning.ts'
import { withEscalationPolicy } from './settings.ts'

/** The clock of a period, with the escalation policy that it started under. */
export const clockOf = (
  process: ProcessDefinition,
  obligation: Pick<Obligation, 'clock' | 'escalationPolicy'>,
): ClockDefinition => {
  const clock = process.clocks.find(({ clock }) => clock === obligation.clock)
  if (!clock) throw new Error(`${process.id} has no clock ${obligation.clock}`)
  return withEscalationPolicy(clock, obligation.escalationPolicy)
}

/** Reckons a period again, for instance after a pause, an extension or a new decree; levels already fired stay fired. */
export const rearm = (
  process: ProcessDefinition,
  obligation: Obligation,
  decisionContext: DecisionContext,
): Obligation => {
  const clock = clockOf(process, obligation)
  const reckoned = reckonClock(clock, obligation, obligation.dateData, decisionContext)
  const fresh = planEscalationLevels(clock, reckoned, decisionContext)
  const kept = (escalationLevel: EscalationLevelState) =>
    obligation.escalationLevels.find(
      (old) =>
        old.escalationLevel === escalationLevel.escalationLevel &&
        old.status !== 'planned' &&
        old.status !== 'held',
    )
  // An end that has moved into the past is left to the agenda, which says that the period has ended.
  const status =
    obligation.status === 'overdue' && reckoned.dueAt > decisionContext.at
      ? 'running'
      : obligation.status
  return {
    ...obligation,
    ...reckoned,
    status,
    calendar: decisionContext.calendars.version,
    epoch: obligation.epoch + 1,
    escalationLevels: fresh.map((escalationLevel) => kept(escalationLevel) ?? escalationLevel),
  }
}

/** A period goes on that was met by an act which no longer stands; a pause that ended with it goes on too. */
export const revive = (
  process: ProcessDefinition,
  obligation: Obligation,
  decisionContext: DecisionContext,
): Obligation => {
  const escalationLevels = obligation.escalationLevels.filter(
    ({ status }) => status !== 'cancelled',
  )
  const status = obligation.pauses.some(({ to }) => to === null) ? 'paused' : 'running'
  return rearm(process, { ...obligation, status, endedAt: null, escalationLevels }, decisionContext)
}

/** Stops a period from today on (许可法 45 and its like); its levels wait. A ground that its rule does not know is refused now, not at the end. */
export const pause = (
  process: ProcessDefinition,
  obligation: Obligation,
  by: PauseGround,
  decisionContext: DecisionContext,
): Obligation => {
  const pauses = [...obligation.pauses, { ...by, from: civilDate(decisionContext.at), to: null }]
  reckonClock(
    clockOf(process, obligation),
    { ...obligation, pauses },
    obligation.dateData,
    decisionContext,
  )
  return { ...obligation, status: 'paused', pauses }
}

/** The day on which a pause ended that is written down at `at`: within the pause, and never later than that. */
const endOfPause = (from: string, at: Instant, day: unknown): string => {
  const today = civilDate(at)
  return typeof day === 'string' && isDay(day) && day <= today ? (day < from ? from : day) : today
}

type Pause = Obligation['pauses'][number]

/**
 * The pauses by which the end of a stopped period is known: the days it stands still are counted when it goes on, and where it was extended
 * meanwhile, those until then were counted.
 */
export const knownPauses = ({ pauses, extensions }: Obligation): Pause[] =>
  pauses.flatMap((one) => {
    if (one.to !== null) return [one]
    const to = extensions.at(-1)?.at
    return to !== undefined && to >= one.from ? [{ ...one, to }] : []
  })

/** Whether a fact of its process has stopped it, and no person. */
const byFact =
  ({ pausesOn = {} }: ClockDefinition) =>
  ({ kind, to }: Pause): boolean =>
    to === null && Object.values(pausesOn).some((ground) => ground.kind === kind)

/** Whether it stands still by a fact already, which does not stop it twice. */
export const isStoppedByFact = (clock: ClockDefinition, { pauses }: Obligation): boolean =>
  pauses.some(byFact(clock))

/** Ends some of what stops a period; today, or the earlier day on which its ground was gone, is the last day not counted. */
const resume = (
  process: ProcessDefinition,
  obligation: Obligation,
  decisionContext: DecisionContext,
  { isOver, day = null }: { isOver: (pause: Pause) => boolean; day?: unknown },
): Obligation => {
  if (!obligation.pauses.some(isOver)) return obligation
  const pauses = obligation.pauses.map((one) =>
    isOver(one) ? { ...one, to: endOfPause(one.from, decisionContext.at, day) } : one,
  )
  const after = { ...obligation, pauses }
  return pauses.some(({ to }) => to === null)
    ? { ...rearm(process, { ...after, pauses: knownPauses(after) }, decisionContext), pauses }
    : rearm(process, { ...after, status: 'running' }, decisionContext)
}

/** A fact ends what facts have stopped; what a person has stopped goes on standing still. */
export const resumeByFact = (
  process: ProcessDefinition,
  obligation: Obligation,
  decisionContext: DecisionContext,
  day: unknown,
): Obligation =>
  resume(process, obligation, decisionContext, {
    isOver: byFact(clockOf(process, obligation)),
    day,
  })

/** A person ends what persons have stopped; where nobody has, what a fact has stopped. */
export const resumeByHand = (
  process: ProcessDefinition,
  obligation: Obligation,
  decisionContext: DecisionContext,
): Obligation => {
  const isByFact = byFact(clockOf(process, obligation))
  const isByHand = (one: Pause) => one.to === null && !isByFact(one)
  const isOver = obligation.pauses.some(isByHand) ? isByHand : isByFact
  return resume(process, obligation, decisionContext, { isOver })
}

/** Adds `by` units to a period; whether the law allows it is judged by the rule book now, and never again. */
export const extend = (
  process: ProcessDefinition,
  obligation: Obligation,
  by: { by: number; reason: string; paper?: string },
  decisionContext: DecisionContext,
): Obligation => {
  const extensions = [...obligation.extensions, { ...by, at: civilDate(decisionContext.at) }]
  const longer = { ...obligation, extensions }
  const course = { ...longer, granting: true as const }
  reckonClock(clockOf(process, longer), course, longer.dateData, decisionContext)
  return rearm(process, longer, decisionContext)
}
