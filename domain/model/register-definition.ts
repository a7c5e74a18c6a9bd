// What must a process declare so that what it grants stands in the register of licences? By which entry may an act go, which other case name, and whom may a lot or a yearly plan name?

import { type Text, text } from '../language/words.ts'
import type { Address } from '../organisation/offices.ts'
import type { Region } from '../organisation/regions.ts'
import type { Day } from '../time/days.ts'
import type { ChosenEntry } from './decision-context.ts'
import type { CaseRecord } from './record.ts'
import type { Verdict } from './rule.ts'

/** How a licence that was once granted stands. */
export const standings = {
  'in-force': text('有效', 'In force'),
  suspended: text('已暂扣', 'Suspended'),
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
  /** Where the form says otherwise than the register of licences, or of one that it does not have, what none can say; in words by field. Total. */
  mistakes: (form: Form, licence: LicenceEntry | null, today: Day) => Record<string, Text>
}

export type RegisterDefinition = {
  /** What it is called: 危险化学品经营许可证. */
  words: Text
  /** State of the chart → how the licence stands; a name stands for all that lies in it. In no such state there is none. */
  standing: Record<string, Standing>
  /** The documents that are the licence itself (正本、副本), by their ids. */
  documents: readonly string[]
  /** The events from which on a licence holds before its paper is served, and how it stands then; null: none does. Total. */
  unserved?: { on: readonly string[]; standing: (record: CaseRecord) => Standing | null }
  /** What an application says of the licence held; absent: its form names none. */
  held?: HeldDefinition
  /** What the licence says, once it has been granted. Total. */
  content: (record: CaseRecord) => LicenceContent
}

/** An act may name entries by their numbers; its rules read them as they stand (`CaseEvent.entries`). */
export type NamedEntries = {
  register: string
  /** The field of the form that lists the numbers, or holds the one. */
  field: string
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
  /** What it keeps besides, of how the entry bears on what was sent. Total. */
  reckon?: (record: CaseRecord, entry: ChosenEntry, sent: Form) => Record<string, unknown>
  /** What the form says of the entry to whoever chooses it. Total. */
  shows?: (record: CaseRecord, entry: ChosenEntry) => Text[]
  /**
   * Of an act that opens an item: under which of those names the case keeps the id. One item at a time holds an entry, from the act that
   * opens it until it ends; an exercise holds it against other exercises only. Absent: any number may go by the same entry.
   */
  reserves?: string
  /** What the form begins with where the act goes by this entry. Absent: nothing but its number. Total. */
  begin?: (record: CaseRecord, entry: ChosenEntry) => Record<string, unknown>
}

/**
 * An act may name somebody of the authorities, who holds one of these posts of the case now. What the case keeps of him the product writes,
 * whatever is sent: his name under `field`, who he is under `id`. Total.
 */
export type OfficerChoice = {
  field: string
  id: string
  posts: readonly Address[]
  fits: (record: CaseRecord, person: string) => Verdict
}

/**
 * An entry in the first form of a case, which there is not yet: it is judged by its form. The field is called `registerEntry`, by which
 * the entry finds its cases.
 */
export type FirstEntryChoice = Pick<EntryChoice, 'register' | 'kept' | 'keep'> & {
  /** Total. */
  fits: (form: Form, entry: ChosenEntry, today: Day) => Verdict
}

/**
 * The first form of a case may name an earlier one of its process that it goes on from. What it keeps of that the product writes; whatever
 * is sent under the names `kept` is not taken. All are total.
 */
export type FirstCaseChoice = {
  /** The field that holds its number. */
  field: string
  kept: readonly string[]
  /** It has ended, so nothing of it changes any more. */
  fits: (form: Form, earlier: CaseRecord) => Verdict
  keep: (earlier: CaseRecord) => Record<string, unknown>
}

/** Whose the officers of a bureau are: who of the register is of the bureau of a place, valid on a day, and until when. All are total. */
export type OfficersDefinition = {
  register: string
  isValid: (entry: ChosenEntry, day: Day) => boolean
  isOf: (entry: ChosenEntry, region: Region) => boolean
  /** By name, and by his number where it is registered. */
  person: (entry: ChosenEntry) => { holder: string; staff?: string }
  until: (entry: ChosenEntry) => Day
}

/**
 * 双随机: what the first form of a case says where a lot has named its enterprise and those who go. `asks`: the answers that all visits of
 * a draw share, of which `on` is the day; `officers`: out of whom they are drawn. All are total.
 */
export type DrawnDefinition = {
  asks: readonly string[]
  on: string
  officers: OfficersDefinition
  form: (
    answers: Form,
    drawn: {
      draw: string
      enterprise: { id: string; name: string; region: string }
      officers: string[]
    },
  ) => Form
}

/**
 * Whom a class of a plan is about: by an answer of entries that stand, by cases in some states (empty: in any) begun since so many years,
 * by trade, or each by name.
 */
export type PlanSource =
  | { from: 'register'; register: string; answer: string; standings: readonly string[] }
  /** `states`: one of which a case stands in, in whichever region of its chart; `unless`: what the chart remembers that makes it none. */
  | { from: 'cases'; process: string; states: readonly string[]; unless?: string }
  | { from: 'industry' }
  | { from: 'name' }

/** `choices`: what of the source is taken; absent: all of it, or what is typed. */
export type PlanClass = {
  words: Text
  source: PlanSource
  choices?: Readonly<Record<string, Text>>
}

/** How a case that was begun for a visit stands. */
export type VisitCourse = {
  plannedOn: Day | null
  madeOn: Day | null
  /** It will not be held. */
  calledOff: boolean
  /** Numbers of the certificates of those who have gone. */
  officers: readonly string[]
}

/** 年度监督检查计划. All functions are total. */
export type YearPlanDefinition = {
  /** In the order in which an enterprise of several falls to one. */
  classes: Readonly<Record<string, PlanClass>>
  /** The answers that all visits of a plan share; the day is said when one is begun. */
  asks: readonly string[]
  /** Whose days are counted. */
  officers: OfficersDefinition
  approve: Address
  /** Grounds that stand outside the yearly number, by which an enterprise may be visited more often. */
  exceptions: Readonly<Record<string, Text>>
  form: (
    answers: Form,
    visit: {
      plan: string
      plannedOn: Day
      enterprise: { id: string; name: string; region: string }
      exception: { ground: string; reason: string } | null
    },
  ) => Form
  /** Whether a first form says that it is by plan although no plan has named it. */
  claims: (data: Form) => boolean
  /** Of what the chart remembers: its day, whether it stands outside the number; states of visits that were never held. */
  counted: { day: string; excepted: string; neverHeld: readonly string[] }
  course: (record: Pick<CaseRecord, 'snapshot'>) => VisitCourse
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
