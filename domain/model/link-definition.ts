// What may an act of one case open, and what may it do to another?
import type { Text } from '../language/words.ts'
import type { Day } from '../time/days.ts'
import type { CaseRecord } from './record.ts'

/** What happens to another case. `from`: not before that day; `whileOpen`: only if the case it follows from is still open then. */
export type LinkedAct = {
  type: string
  data: Record<string, unknown>
  from?: Day
  whileOpen?: true
}

/**
 * What follows from an event for a case of another process: the one behind a licence of the same holder, the one that has opened this case, or
 * each that this case has opened. Null: nothing. Total.
 */
export type SendDefinition = { process: string; words: Text; article: string } & (
  | { target: 'licence'; act: (record: CaseRecord) => (LinkedAct & { licence: string }) | null }
  | { target: 'opener' | 'opened'; act: (record: CaseRecord) => LinkedAct | null }
)

/**
 * `drill`: whether what it leads to is an exercise, too. `opens`: what a person's act opens the other case with; without it, or where
 * that process does not run yet, the link waits. Both total.
 */
export type LinkDefinition = {
  process: string
  words: Text
  article: string
  drill?: (context: Record<string, unknown>) => boolean
  opens?: (record: CaseRecord, data: Record<string, unknown>) => Record<string, unknown>
}
