// What falls due next, and what happens at that very instant?

import { type Text, text } from '../../language/words.ts'
import type { EscalationLevelDefinition, ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord, EscalationLevelState, Obligation } from '../../model/record.ts'
import type { Instant } from '../../time/instant.ts'
import { later } from '../../time/instant.ts'
import { clockOf } from './rearming.ts'
import { warningEscalationLevel } from './reckoning.ts'

/** A thing that falls due: a level of an escalation policy, or the end of a period that has no level of its own there. */
export type DueItem = { at: Instant; obligation: string; escalationLevel: string | null }

/** A level later than this when recorded counts as late, and its late policy applies. */
const tolerance = 3_600_000

/** Everything that falls due in a case, in order of time; stopped periods and held levels do not. */
export const agenda = (record: CaseRecord): DueItem[] =>
  record.obligations
    .filter(({ status }) => status === 'running' || status === 'overdue')
    .flatMap((one) => [
      ...(one.status === 'running'
        ? [{ at: one.dueAt, obligation: one.id, escalationLevel: null }]
        : []),
      ...one.escalationLevels
        .filter(({ status }) => status === 'planned')
        .map((escalationLevel) => ({
          at: escalationLevel.plannedAt,
          obligation: one.id,
          escalationLevel: escalationLevel.escalationLevel,
        })),
    ])
    .sort((a, b) =>
      a.at < b.at
        ? -1
        : a.at > b.at
          ? 1
          : Number(a.escalationLevel !== null) - Number(b.escalationLevel !== null),
    )

/** The definition of a level; the warning is told to the clock's own list and changes nothing. */
export const escalationLevelOf = (
  process: ProcessDefinition,
  obligation: Obligation,
  escalationLevel: string,
): EscalationLevelDefinition => {
  const clock = clockOf(process, obligation)
  const found = clock.escalationPolicy.find((one) => one.escalationLevel === escalationLevel)
  if (found) return found
  if (escalationLevel !== warningEscalationLevel || !clock.warn)
    throw new Error(`${process.id}/${clock.clock} has no level ${escalationLevel}`)
  const words = text(`即将到期：${clock.words.zh}`, `Due soon: ${clock.words.en}`)
  return {
    escalationLevel,
    words,
    after: { unit: clock.warn.unit, n: -clock.warn.n },
    event: null,
    notify: clock.warnNotify,
    force: 'supervision',
    late: 'skip',
  }
}

/** Nobody could keep within it knowing that it ran. */
export const wasOverBefore = ({ begunAt, dueAt }: Pick<Obligation, 'begunAt' | 'dueAt'>): boolean =>
  begunAt !== undefined && dueAt <= begunAt

const heldWords = {
  over: text(
    '登记起算日时期限已届满，待确认期限内是否已提出',
    'it was over before its start was written down: say whether something came in time',
  ),
  estimated: text('暂估日期，待确认', 'estimated date, waits to be confirmed'),
} as const satisfies Record<string, Text>

/** What a person is to say of a level that is held. */
export const heldBecause = (why: keyof typeof heldWords): Text => heldWords[why]

export type Firing = 'fired' | 'held' | 'collapsed' | 'skipped'

/**
 * What a level does now: a legal effect never fires on an undecreed date, nor a right's end before anybody knew of its period (held for a person); a late one follows its policy:
 * fire all the same, collapse into a higher level that is due as well, or skip with a note.
 */
export const firing = (
  definition: EscalationLevelDefinition,
  escalationLevel: EscalationLevelState,
  obligation: Obligation,
  now: Instant,
): Firing => {
  if (escalationLevel.provisional && definition.force === 'legal') return 'held'
  if (definition.forfeits && wasOverBefore(obligation)) return 'held'
  if (later(escalationLevel.plannedAt, tolerance) > now || definition.late === 'fire')
    return 'fired'
  if (definition.late === 'skip') return 'skipped'
  const higher = obligation.escalationLevels.some(
    (other) =>
      other.status === 'planned' &&
      other.plannedAt > escalationLevel.plannedAt &&
      other.plannedAt <= now,
  )
  return higher ? 'collapsed' : 'fired'
}

/** Marks a level; `at` is its own instant, `recordedAt` when it really happened. */
export const markEscalationLevel = (
  record: CaseRecord,
  item: DueItem,
  status: Firing,
  recordedAt: Instant,
): Obligation[] =>
  record.obligations.map((one) => {
    if (one.id !== item.obligation) return one
    const overdue = one.status === 'running' && one.dueAt <= item.at
    const escalationLevels = one.escalationLevels.map((escalationLevel) =>
      escalationLevel.escalationLevel === item.escalationLevel
        ? { ...escalationLevel, status, firedAt: status === 'held' ? null : item.at, recordedAt }
        : escalationLevel,
    )
    return { ...one, status: overdue ? 'overdue' : one.status, escalationLevels }
  })

/** A person's acknowledgement stands on every level told so far. */
export const acknowledgeEscalationLevels = (
  obligations: Obligation[],
  at: Instant,
  by: string,
): Obligation[] =>
  obligations.map((one) => ({
    ...one,
    escalationLevels: one.escalationLevels.map((escalationLevel) =>
      escalationLevel.status === 'fired' &&
      escalationLevel.escalationLevel !== warningEscalationLevel &&
      !escalationLevel.acknowledgedAt
        ? { ...escalationLevel, acknowledgedAt: at, acknowledgedBy: by }
        : escalationLevel,
    ),
  }))
