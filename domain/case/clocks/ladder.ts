// What falls due next, and what happens at that very instant?
import type { Instant } from '../instant.ts'
import { later } from '../instant.ts'
import type { ProcessDefinition, RungDefinition } from '../process.ts'
import type { CaseRecord, Obligation, RungState } from '../record.ts'
import { text } from '../words.ts'
import { clockOf } from './obligations.ts'
import { warningRung } from './reckoning.ts'

/** A thing that falls due: a rung of a ladder, or the end of a period that has no rung of its own there. */
export type DueItem = { at: Instant; obligation: string; rung: string | null }

/** A rung later than this when recorded counts as late, and its late policy applies. */
const tolerance = 3_600_000

/** Everything that falls due in a case, in order of time; stopped periods and held rungs do not. */
export const agenda = (record: CaseRecord): DueItem[] =>
  record.obligations
    .filter(({ status }) => status === 'running' || status === 'overdue')
    .flatMap((one) => [
      ...(one.status === 'running' ? [{ at: one.dueAt, obligation: one.id, rung: null }] : []),
      ...one.rungs
        .filter(({ status }) => status === 'planned')
        .map((rung) => ({ at: rung.plannedAt, obligation: one.id, rung: rung.rung })),
    ])
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : Number(a.rung !== null) - Number(b.rung !== null)))

/** The definition of a rung; the warning is told to the clock's own list and changes nothing. */
export const rungOf = (process: ProcessDefinition, obligation: Obligation, rung: string): RungDefinition => {
  const clock = clockOf(process, obligation)
  const found = clock.ladder.find((one) => one.rung === rung)
  if (found) return found
  if (rung !== warningRung || !clock.warn) throw new Error(`${process.id}/${clock.clock} has no rung ${rung}`)
  const words = text(`即将到期：${clock.words.zh}`, `Due soon: ${clock.words.en}`)
  return {
    rung,
    words,
    after: { unit: clock.warn.unit, n: -clock.warn.n },
    event: null,
    tell: clock.warnTell,
    force: 'supervision',
    late: 'skip',
  }
}

export type Firing = 'fired' | 'held' | 'collapsed' | 'skipped'

/**
 * What a rung does now: a legal effect never fires on an undecreed date (held for a person); a late one follows its policy:
 * fire all the same, collapse into a higher rung that is due as well, or skip with a note.
 */
export const firing = (definition: RungDefinition, rung: RungState, obligation: Obligation, now: Instant): Firing => {
  if (rung.provisional && definition.force === 'legal') return 'held'
  if (later(rung.plannedAt, tolerance) > now || definition.late === 'fire') return 'fired'
  if (definition.late === 'skip') return 'skipped'
  const higher = obligation.rungs.some((other) => other.status === 'planned' && other.plannedAt > rung.plannedAt && other.plannedAt <= now)
  return higher ? 'collapsed' : 'fired'
}

/** Marks a rung; `at` is its own instant, `recordedAt` when it really happened. */
export const markRung = (record: CaseRecord, item: DueItem, status: Firing, recordedAt: Instant): Obligation[] =>
  record.obligations.map((one) => {
    if (one.id !== item.obligation) return one
    const overdue = one.status === 'running' && one.dueAt <= item.at
    const rungs = one.rungs.map((rung) =>
      rung.rung === item.rung ? { ...rung, status, firedAt: status === 'held' ? null : item.at, recordedAt } : rung,
    )
    return { ...one, status: overdue ? 'overdue' : one.status, rungs }
  })

/** A person's acknowledgement stands on every rung told so far. */
export const acknowledgeRungs = (obligations: Obligation[], at: Instant, by: string): Obligation[] =>
  obligations.map((one) => ({
    ...one,
    rungs: one.rungs.map((rung) =>
      rung.status === 'fired' && rung.rung !== warningRung && !rung.acknowledgedAt
        ? { ...rung, acknowledgedAt: at, acknowledgedBy: by }
        : rung,
    ),
  }))
