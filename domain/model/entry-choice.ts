// By which entry of a register may an act go, and what of it does the case keep?
import type { Region } from '../organisation/regions.ts'
import type { Day } from '../time/days.ts'
import type { CaseRecord } from './record.ts'
import type { Verdict } from './rule.ts'

/** What a choice sees of an entry, as it stands after its last confirmed change. */
export type ChosenEntry = {
  number: string
  version: number
  region: Region
  /** The enterprise whose it is; null: the authorities' own. */
  owner: string | null
  standing: string
  /** The day from which it stands so. */
  from: Day
  data: Record<string, unknown>
}

/**
 * An act may name an entry by its number. What the case keeps of it is written by the product, so that a later change of the entry
 * changes nothing of the case; whatever is sent under those names is not taken.
 */
export type EntryChoice = {
  register: string
  /** The field of the form that holds the number. */
  field: string
  /** The names of the answers that the product writes. */
  kept: readonly string[]
  /** Whether this case may go by it on that day, or why not. Total. */
  fits: (record: CaseRecord, entry: ChosenEntry, today: Day) => Verdict
  /** What the case keeps of it, under those names. Total. */
  keep: (entry: ChosenEntry) => Record<string, unknown>
}
