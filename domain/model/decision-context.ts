// What does a decision know of the world besides the case itself?

import type { StateValue } from 'xstate'
import type { Text } from '../language/words.ts'
import type { AmountBook } from '../law/amounts/book.ts'
import type { TimeLimit } from '../law/compute.ts'
import type { RuleBook } from '../law/rule-book.ts'
import type { CompetenceTable } from '../organisation/competence.ts'
import type { Address } from '../organisation/offices.ts'
import type { Region } from '../organisation/regions.ts'
import type { CalendarSet } from '../time/calendar.ts'
import type { Day } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'
import type { KnownDocument } from './document.ts'
import type { Link } from './link.ts'
import type { CaseItems, CaseRecord, EscalationPolicyVersion } from './record.ts'

/** What a choice sees of an entry, as it stands after its last confirmed change. */
export type ChosenEntry = {
  id: string
  number: string
  version: number
  region: Region
  /** The enterprise whose it is; null: the authorities' own. */
  owner: string | null
  standing: string
  /** The day from which what stands here holds: that of its last confirmed change. */
  from: Day
  /** How it has stood since when, the first first, the last as now. Absent: only how it stands now is known. */
  stood?: readonly Stood[]
  data: Record<string, unknown>
}

/** How an entry has stood from a day on. */
export type Stood = { standing: string; from: Day }

/** By register: the entries of it that a form names. */
export type EntriesNamed = Readonly<Record<string, readonly ChosenEntry[]>>

/** What holds an entry now: the item `nth` of a case. */
export type EntryHolder = {
  caseId: string
  number: string
  region: Region
  owner: string | null
  kind: string
  nth: number
  exercise: boolean
  since: Instant
}

/** What the registers say about what a command mentions; absent while a form is only being offered. */
export type LookedUp = {
  /** People named in the command, with the groups they work for now. */
  people: { id: string; name: string; groups: string[] }[]
  /** Posts named in the command by their group key, with how many people hold them now. */
  posts?: { group: string; name: string; holders: number }[]
  /** The fact a correction speaks of; `at`: when it was done, absent: now; `latest`: no later one of its type has been stated. */
  fact: {
    seq: number
    type: string
    at?: Instant
    data: Record<string, unknown>
    actor: string | null
    latest: boolean
  } | null
  /** The other case that the command names (`EventDefinition.named`), held as it is; null: there is none. Absent: its act names none. */
  named?: CaseRecord | null
  /** The entry that the command would hold (`EntryChoice.reserves`), and what holds it now; null: there is none. Absent: it would hold none. */
  entry?: { found: ChosenEntry; holder: EntryHolder | null } | null
  /** The entries that its form lists (`EventDefinition.entries`), held as they are. Absent: its act lists none. */
  entries?: EntriesNamed
}

/** The moment of the decision, the calendars in force then, and the window over which notices of equal deadlines are spread; `escalationPolicies`: what administrators have set for the process, in order. */
export type DecisionContext = {
  at: Instant
  calendars: CalendarSet
  /** Absent: the committed rules. */
  rules?: RuleBook
  /** Absent: the committed amounts. */
  amounts?: AmountBook
  noticeWindowMs: number
  lookedUp?: LookedUp
  region?: string
  known?: Known
  escalationPolicies?: EscalationPolicyVersion[]
  /** Which office is competent for what; read when a case begins whose process asks for it. */
  competences?: CompetenceTable
  /** The official documents of the case, oldest first; absent where nobody has looked. */
  documents?: KnownDocument[]
  /** Other cases about the same enterprise (`EventDefinition.past`), oldest first. Absent: nobody has looked. */
  past?: readonly CaseRecord[]
}

/** Cases about the same enterprise that an act is judged by, open and closed: read in its transaction, in which nothing else judged by them is decided. */
export type PastDefinition = {
  of: readonly { process: string }[]
  /** By their ids, whosever they are: what the chart remembers of a party that is in no register. Total. */
  named?: (context: Record<string, unknown>) => readonly string[]
  /** Of a party that is in no register: the ids of those that one found by its id names in turn. Total. */
  inTurn?: (found: CaseRecord) => readonly string[]
  /** Whether they matter in this case, by what its chart remembers; absent: always. Total. */
  when?: (context: Record<string, unknown>) => boolean
}

/** Periods already reckoned under the same calendars and rules, for whoever asks for very many. */
export type Known = Map<string, TimeLimit>

/** What an act on a case is judged by: the calendars and rules in force, the place whose local ones count, and how much of the case is open. */
export type Law = {
  calendars: CalendarSet
  rules?: RuleBook
  amounts?: AmountBook
  region: string
  openItems?: Record<string, number>
  openNumbers?: Record<string, number[]>
  unansweredStarts?: number
  ofCase?: Record<string, unknown>
  past?: readonly CaseRecord[]
}
/** By which law a form is filled in: that of the moment at which it is shown. Without books, the committed ones. */
export type FormLaw = { at: Instant } & Partial<Law>
export const formLawOf = (
  context: Pick<DecisionContext, 'at' | 'calendars' | 'rules' | 'amounts' | 'past'>,
  { region }: { region: string },
): FormLaw => ({ at: context.at, ...lawOf(context, { region }) })

export const lawOf = (
  {
    calendars,
    rules,
    amounts,
    past,
  }: Pick<DecisionContext, 'calendars' | 'rules' | 'amounts' | 'past'>,
  { region, items, around, links }: LawOf,
): Law => ({
  calendars,
  ...(rules ? { rules } : {}),
  ...(amounts ? { amounts } : {}),
  region,
  ...(items ? { openItems: countByKind(items), openNumbers: numbersByKind(items) } : {}),
  ...unansweredIn(links),
  ...(around ? { ofCase: around } : {}),
  ...(past ? { past } : {}),
})

type Remembered = Record<string, unknown>
type LawOf = { region: string; items?: CaseItems; around?: Remembered; links?: readonly Link[] }

/** Of the cases to be opened only those whose failure this one would have to deal with. */
const unansweredIn = (links: readonly Link[] = []): Pick<Law, 'unansweredStarts'> => {
  const waiting = links.filter(({ status, unopened }) => status === 'waiting' && unopened)
  return waiting.length > 0 ? { unansweredStarts: waiting.length } : {}
}

const numbersByKind = (items: CaseItems): Record<string, number[]> => {
  const all = Object.values(items)
  return Object.fromEntries(
    all.map(({ kind }) => [
      kind,
      all
        .filter((other) => other.kind === kind)
        .map(({ nth }) => nth)
        .sort((one, other) => one - other),
    ]),
  )
}

const countByKind = (items: CaseItems): Record<string, number> => {
  const kinds = Object.values(items).map(({ kind }) => kind)
  return Object.fromEntries(
    kinds.map((kind) => [kind, kinds.filter((other) => other === kind).length]),
  )
}

/** The world as the place of a case sees it: its local days count too. */
export const inRegion = (
  decisionContext: DecisionContext,
  { region }: { region: string },
): DecisionContext => ({
  ...decisionContext,
  region,
})

/**
 * Read when a case begins, in the transaction that begins it: no other about the same enterprise begins meanwhile. The chart keeps the
 * enterprise as `enterprise` of its context, by which the earlier cases are found wherever they lie, open or closed.
 */
export type FrequencyDefinition = {
  /** The enterprise it would be about; null: nobody's burden. Total. */
  of: (data: Record<string, unknown>) => string | null
  /** Why the earlier ones stand in its way, each named; empty: they do not. Total. */
  refuses: (
    earlier: readonly CaseRecord[],
    asked: Partial<Law> & { data: Record<string, unknown>; at: Instant },
  ) => Text[]
}

/** 更正: what changes in the context when the latest fact of a kind no longer says `was` but `is`, by the law in force; empty where a later one counts. `by`: the person who has stated it; absent: a machine or the public. Pure and total. */
export type CorrectedContext = (
  record: CaseRecord,
  fact: {
    type: string
    was: Record<string, unknown>
    is: Record<string, unknown>
    by?: string
  },
  law: Law,
) => Record<string, unknown>

/** 更正: whether what lies beyond the rules of the act itself, which the engine asks again, holds where it says `is` and no longer `was`. `at`: the moment of the correction; `latest`: no later one of its type counts. Pure and total. */
export type CorrectionRule = (
  record: CaseRecord,
  fact: {
    type: string
    was: Record<string, unknown>
    is: Record<string, unknown>
    at: Instant
    latest: boolean
  },
  law: Law,
) => true | Text

/** What a process says of corrections of what its acts have stated. */
export type CorrectionsDefinition = {
  /** What the chart remembers of a corrected fact; absent: no date that a form can correct. */
  corrected?: CorrectedContext
  /** What a correction is held to beside the form and the rules of its act; absent: nothing. */
  correctionLawful?: CorrectionRule
  /** Events of which each counts, and not the latest alone; absent: there are none. */
  addsUp?: readonly string[]
  /** What several of its forms ask for, each beginning with what is known, by the name of the field: nobody writes over what he has not seen. Absent: nothing. Total. */
  sharedAnswers?: (context: Record<string, unknown>) => Readonly<Record<string, unknown>>
}

type StillCounting = (context: Record<string, unknown>) => Record<string, unknown>

export type ReopeningDefinition = {
  /** Where a closed case goes on when the law reopens it, what of its memory still counts then (absent: all of it; total), who may order that, and which rule says of which case (absent: of all); null = never. */
  reopen: { value: StateValue; context?: StillCounting; by: Address[]; rule?: string } | null
}
