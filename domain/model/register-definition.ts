// What must a process declare so that what it grants stands in the register of licences, and by which entry of a register may an act go, or which other case name?

import { type Text, text } from '../language/words.ts'
import type { Region } from '../organisation/regions.ts'
import type { Day } from '../time/days.ts'
import type { CaseRecord } from './record.ts'
import type { Verdict } from './rule.ts'

/** How a licence that was once granted stands. */
export const standings = {
  'in-force': text('有效', 'In force'),
  expired: text('有效期届满', 'Expired'),
  cancelled: text('已注销', 'Cancelled'),
  revoked: text('已吊销', 'Revoked'),
  annulled: text('已撤销', 'Annulled'),
  replaced: text('已由新证替换', 'Replaced by a new one'),
} as const satisfies Record<string, Text>

export type Standing = keyof typeof standings
export const standingNames = Object.keys(standings) as Standing[]

/** What the licence says. Days are inclusive. */
export type LicenceContent = {
  number: string
  holder: string | null
  scope: string
  mode: string | null
  premises: string | null
  /** Who answers for the business, as it stands on the licence. */
  principal: string | null
  validFrom: Day | null
  validUntil: Day | null
  /** The number of the licence that it was granted in place of. */
  replaces: string | null
}

/** A licence as it stands in the register. */
export type LicenceEntry = LicenceContent & { standing: Standing }

type Form = Record<string, unknown>

/** `licence`: the one that a form names, null when the register has none of this holder under that number. */
export type Known = { enterprise: { principal: string }; licence: LicenceEntry | null }

/** What the registers know goes before what an applicant types. */
export type HeldDefinition = {
  /** The field that names the licence held. */
  number: string
  /** The form with what it leaves open and the registers know. Total. */
  fill: (form: Form, known: Known) => Form
  /** Where the form says otherwise than the register of licences, in words by field. Total. */
  mistakes: (form: Form, licence: LicenceEntry, today: Day) => Record<string, Text>
}

export type RegisterDefinition = {
  /** What it is called: 危险化学品经营许可证. */
  words: Text
  /** State of the chart → how the licence stands; a name stands for all that lies in it. In no such state there is none. */
  standing: Record<string, Standing>
  /** The documents that are the licence itself (正本、副本), by their ids. */
  documents: readonly string[]
  /** 视为准予: the event by which the law grants before anything is made out, and whether it has. From then on it is in force. Total. */
  deemed?: { on: string; stands: (record: CaseRecord) => boolean }
  /** What an application says of the licence held; absent: its form names none. */
  held?: HeldDefinition
  /** What the licence says, once it has been granted. Total. */
  content: (record: CaseRecord) => LicenceContent
}

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

/**
 * What an act declares that names another open case of its own process: which ones it may be, and under which names the case keeps what the
 * product writes of it. Whoever acts must hold a post for the same act there too. All are total.
 */
export type CaseChoice = {
  /** The field that holds its number. */
  field: string
  /** Where its id is kept; the product alone writes it. */
  id: string
  /** May not change while both cases are open: only what may be named is locked. */
  fits: (record: CaseRecord, other: CaseRecord) => Verdict
  /** Whether the two look like one event, so that it is offered first. */
  likely: (record: CaseRecord, other: CaseRecord) => boolean
}
