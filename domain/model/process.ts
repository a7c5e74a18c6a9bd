// What must a process say about itself so that the generic spine can run it?

import type { GenericSchema } from 'valibot'
import type { AnyStateMachine, StateValue } from 'xstate'
import type { Text } from '../language/words.ts'
import type { RuleBook } from '../law/rule-book.ts'
import type { Actor } from '../organisation/actor.ts'
import type { CompetentOffice } from '../organisation/competence.ts'
import type { Address } from '../organisation/offices.ts'
import type { Role } from '../organisation/roles.ts'
import type { CalendarSet } from '../time/calendar.ts'
import type { Day } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'
import type { Audience } from './audience.ts'
import type { ClockDefinition } from './clock-definition.ts'
import type { DocumentDefinition } from './document.ts'
import type { DeviceRequest } from './effects.ts'
import type { GuideDefinition } from './guide-definition.ts'
import type { CaseRecord, Signature, Signers, Snapshot } from './record.ts'
import type { RegisterDefinition } from './register-definition.ts'
import type { StatisticsDefinition } from './statistics-definition.ts'
import type { ConditionalField } from './where.ts'

/** What the core hands to the chart; guards and assigns see nothing else. */
export type CaseEvent = {
  type: string
  data: Record<string, unknown>
  by: Actor
  at: Instant
  signatures: Signature[]
  /** Signatures that decide nothing, of added signers and against the outcome: for the record, not for rules. */
  beside?: Signature[]
  /** 沿用: it was given earlier, under this number, and counts again because the case comes straight back. */
  carried?: { fact: number; at: Instant }
  /** The calendars and rules in force, and the place whose local ones count, for rules about windows of time; without them the committed ones. */
  calendars?: CalendarSet
  rules?: RuleBook
  region?: string
  /** Of the first event: the office that the table of competences names then; absent: none beside the process's own. */
  competent?: CompetentOffice
}

/** A guard's answer: yes, or the reason why not in both languages. Total: never throws, also on missing data. */
export type Verdict = true | Text
export type Rule<Context = Record<string, unknown>> = (
  input: { context: Context; event: CaseEvent },
  params?: Record<string, unknown>,
) => Verdict

/**
 * 会签 (so many different people), 或签 (anybody, also over a colleague's claim), 票签 (`need` of `of` votes; refusals count),
 * 依次 (first the task's own groups, then one of each of `next`).
 */
export type SignerMode =
  | Exclude<Signers, { mode: 'sequence' }>
  | { mode: 'sequence'; next: readonly Address[] }

/** `meta` of a state in which somebody is wanted. */
export type TaskMeta = {
  task: string
  to: Address
  /** Further groups that may work the same task. */
  also?: readonly Address[]
  /** Which of all these it is in this case, by what the chart remembers; absent: all of them. Total. */
  among?: (context: Record<string, unknown>) => readonly Address[]
  /** Whose hands the outcome needs; default one. */
  signers?: SignerMode
  /** Whether acts of this task decide about the person's own earlier work is a matter of rules, not of meta. */
  returnTo?: readonly string[]
  /** The authorities' own business: the party does not even learn that the task exists. */
  internal?: true
  /** 借用: groups of a higher level that a small office may ask for a second pair of eyes. */
  borrow?: readonly Address[]
}

export type Field = {
  name: string
  words: Text
  /** `lines`: one entry a line. `items`: an outcome for each of `items`, with photos before and after. `choices`: several of them. */
  kind:
    | 'text'
    | 'long-text'
    | 'date'
    | 'choice'
    | 'choices'
    | 'files'
    | 'number'
    | 'boolean'
    | 'place'
    | 'lines'
    | 'items'
    | 'moment'
  /** The values to choose from; of `items` the words for `passed` and `failed`, where the usual ones do not fit. */
  choices?: Record<string, Text>
  items?: string[]
  /** Of `items`: what the files of an answer are called; absent: photos from before and after. */
  attached?: Text
  required: boolean
  hint?: Text
  /** What the form begins with. */
  value?: string
  /** The product writes it, so no form asks for it: the number of a document that the act makes. */
  systemSupplied?: true
  /** 保密: masked for every reader; who may look, and that he did, is in unmask.ts. Never among `show`. */
  confidential?: true
  /** The part of a long application that it belongs to; a form without any is one page. */
  section?: Text
} & ConditionalField

export type Moves = { region?: string; owner?: string }

/** What happens to the case behind a licence. `from`: not before that day; `whileOpen`: only if the case it follows from is still open then. */
export type LinkedAct = {
  licence: string
  type: string
  data: Record<string, unknown>
  from?: Day
  whileOpen?: true
}

/** What follows from an event for the case behind a licence; null: nothing. Total. */
export type SendDefinition = {
  process: string
  words: Text
  article: string
  act: (record: CaseRecord) => LinkedAct | null
}

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

/** Everything declared beside one event of the chart. */
export type EventDefinition = {
  words: Text
  /** The plain sentence the party reads in its timeline. */
  party: Text
  schema: GenericSchema<unknown, Record<string, unknown>>
  fields: Field[]
  /** The form as this case needs it, when it depends on what was said before; the same names as `fields`. */
  fieldsFor?: (record: CaseRecord) => Field[]
  /**
   * Roles that may send it outside a task; acts inside a task belong to the task's group. `clock` = only the legal clock,
   * `machine` = only a machine with the scope that the process names.
   */
  by: 'task' | 'clock' | 'machine' | Address[]
  /** Of posts in `by`: whose it is in this case, by what the chart remembers; absent: all of them. Total. */
  among?: (context: Record<string, unknown>) => readonly Address[]
  audience: Audience
  /** Names of data fields that the party, everybody, or whoever reported it (by number and code) may read. Nothing else of `data` leaves the authorities. */
  show: { party: string[]; public: string[]; reporter?: string[] }
  /** An act with a consequence passes an interruption card that prints its effect and article. */
  consequence?: { effect: Text; article: string }
  /** 移送, or an enterprise found out: where the case lies and whom it concerns from now on. */
  moves?: (data: Record<string, unknown>) => Moves
  /** Another process that this event gives cause for; until it exists the link waits. */
  links?: LinkDefinition
  /** Acts on the case behind a licence of the same holder that follow from this event: each done by itself, once, and its outcome recorded. */
  sends?: readonly SendDefinition[]
  /** What it asks of the device whose alarm the case is, by what the chart remembers after it; carried out at most once. Total. */
  deviceRequest?: (data: Record<string, unknown>, context: Record<string, unknown>) => DeviceRequest
  /** Another case may bring it about by `sends`. */
  linked?: true
  /** The fact appears on the public page. */
  publishes?: true
  /** The field that holds the number of another case. */
  refersTo?: string
  /** This event acknowledges all levels fired so far. */
  acknowledges?: true
  /** Who is notified by inbox and mail when it happens. */
  notify?: Address[]
  /** Further people notified, by what the chart remembers after it. Total. */
  notifyFor?: (context: Record<string, unknown>) => readonly Address[]
}

/** Events of one task, the likeliest first; where that depends on what was said before, a total function of the case. */
export type UsualActs = readonly string[] | ((record: CaseRecord) => readonly string[])

export type ProcessWords = {
  states: Record<string, Text>
  /** Plain words of a state for the party (public status vocabulary); empty where it reads nothing of the state. */
  partyStates: Record<string, Text>
  /** What a state is called for somebody outside who is not the party; absent: as for the party. */
  publicStates?: Record<string, Text>
  tasks: Record<string, Text>
  /** The document (文书) that an act makes or brings, by event. */
  documents?: Record<string, Text>
}

/** The first event of a case. */
export type StartDefinition = EventDefinition & {
  type: string
  /** Fields that somebody who is not signed in may fill in (12350); absent: the process is not open to the public. */
  public?: string[]
  /** Whether the reporter is owed an answer, so that he gets a code to follow the case with. Total. */
  followable?: (data: Record<string, unknown>, by: Actor) => boolean
  /** Whether what an enterprise found at a self-check may be reported by it; absent: no. */
  fromSelfCheck?: true
}

/** What a case of an earlier chart becomes under this one, or why it has to end under its own. Pure and total. */
export type Migration = {
  from: number
  move: (record: CaseRecord) => { snapshot: Snapshot } | Text
}

/** One of several matters of a case, such as one application: the states it goes through, each with those below, and where it has ended well. */
export type SettledPart = { words: Text; within: readonly string[]; until: string }

/** 更正: what changes in the context when the latest fact of a kind no longer says `was` but `is`; empty where a later one counts. Pure and total. */
export type CorrectedContext = (
  record: CaseRecord,
  fact: { type: string; was: Record<string, unknown>; is: Record<string, unknown> },
) => Record<string, unknown>

export type ProcessDefinition = {
  id: string
  version: number
  /** The legal day from which new cases start on this chart. */
  since?: string
  title: Text
  summary: Text
  /** Two characters in case numbers: 〔2026〕… */
  numberWord: string
  law: string
  /** The scope of a machine that may start it and send its `machine` events; absent: none may. */
  machineScope?: string
  machine: AnyStateMachine
  /**
   * The state in which the matter has ended well for its party (办结), or that of each part that ends by itself: forecasts lead there.
   * Absent: no good end is told from another; empty: no end is forecast.
   */
  settled?: string | readonly SettledPart[]
  /** What was said at the beginning that tells cases of a longer way from those of a shorter one; absent: nothing does. Total. */
  sort?: (data: Record<string, unknown>) => string
  /** Context from the first event; the machine's `input`. */
  start: StartDefinition
  events: Record<string, EventDefinition>
  rules: Record<string, Rule<never>>
  clocks: ClockDefinition[]
  words: ProcessWords
  /** What the chart remembers of a corrected fact; absent: no date that a form can correct. */
  corrected?: CorrectedContext
  /** Where a closed case goes on when the law reopens it, and who may order that; null = never. */
  reopen: { value: StateValue; by: Address[] } | null
  /** The matter in the table of competences that says which office is competent for good: the chart keeps it as `competent`. Absent: none is asked. Total. */
  competence?: (data: Record<string, unknown>) => string
  /** Columns of the case derived from the start event's data. */
  describe: (
    data: Record<string, unknown>,
    by: Actor,
  ) => { title: string; region: string; owner: string | null; site: string | null }
  /** Level shown as a coloured mark in lists, from the context: null or 1 (red) … 4 (blue). */
  level: (record: CaseRecord) => 1 | 2 | 3 | 4 | null
  /** By task, the events that usually come next, the likeliest first: they are offered as the usual act. Empty: none is usual. */
  usual?: Record<string, UsualActs>
  /** Events that supervisors may send from the wall of limits, without opening the case. */
  wallActs?: readonly string[]
  /** Why another open case of the same enterprise stands in the way of a new one; absent: none ever does. Total. */
  hindrance?: (
    other: CaseRecord,
    act: { data: Record<string, unknown>; at: Instant },
  ) => Text | null
  /** How open cases of earlier charts come over; one per chart that may. */
  migrations: Migration[]
  /** The official documents that its acts make; absent: none. */
  documents?: DocumentDefinition[]
  /** 电子送达: whether the enterprise has agreed to be served by its portal; absent: it has not. Total. */
  servedElectronically?: (record: CaseRecord) => boolean
  /** What the law wants counted every quarter and year; absent: nothing. */
  statistics?: StatisticsDefinition
  /** What it grants stands in the register of licences; absent: it grants nothing. */
  register?: RegisterDefinition
  /** How it is applied for, told to everybody; absent: it is no service. */
  guide?: GuideDefinition
}

export type {
  ClockDefinition,
  EscalationLevelDefinition,
  EscalationLevelUnit,
} from './clock-definition.ts'
export type { Role }

export const definitionOf = (
  process: ProcessDefinition,
  type: string,
): EventDefinition | undefined =>
  type === process.start.type ? process.start : process.events[type]
