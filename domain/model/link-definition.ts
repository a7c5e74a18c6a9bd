// What does an event say of the other cases that follow from it?
import type { Text } from '../language/words.ts'
import type { Actor } from '../organisation/actor.ts'
import type { Link, LinkedAct, LinkOutcome } from './link.ts'
import type { CaseRecord } from './record.ts'

/**
 * What follows from an event for another case: the one behind a licence of the same holder, the one that has opened this case, each that this
 * case has opened, or each that the chart or the form names by its id. Null: nothing. Total.
 * `answered`: the event of its own chart by which this case goes on when it hears so; passed over where the chart does not take it. Total.
 */
export type SendDefinition = {
  process: string
  words: Text
  article: string
  answered?: Partial<
    Record<LinkOutcome, (link: Link) => { type: string; data: Record<string, unknown> }>
  >
} & (
  | { target: 'licence'; act: (record: CaseRecord) => (LinkedAct & { licence: string }) | null }
  | { target: 'opener' | 'opened'; act: (record: CaseRecord) => LinkedAct | null }
  | { target: 'named'; act: (record: CaseRecord, by: Actor) => (LinkedAct & { to: string })[] }
)

/**
 * `opens`: what a person's act opens the other case with, null where it gives no cause; without it, or where that process does not run yet,
 * the link waits. Total.
 * What an exercise leads to is an exercise (exercises/exercise.ts).
 */
export type LinkDefinition = {
  process: string
  words: Text
  article: string
  opens?: (record: CaseRecord, data: Record<string, unknown>) => Record<string, unknown> | null
  /** The act of its own case, sent by nobody, that follows where the other case could not be opened. Total. */
  unopened?: (record: CaseRecord, data: Record<string, unknown>) => LinkedAct
  /** Its answers are about its own case as well, and stand among what that says. */
  aboutBoth?: true
}
