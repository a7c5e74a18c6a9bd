// What must a process say about itself so that the generic spine can run it?

import type { GenericSchema } from 'valibot'
import type { AnyStateMachine, StateValue } from 'xstate'
import type { Text } from '../language/words.ts'
import type { GradedDefinition } from '../law/amounts/graded-definition.ts'
import type { Actor } from '../organisation/actor.ts'
import type { Address } from '../organisation/offices.ts'
import type { Role } from '../organisation/roles.ts'
import type { PlannedItem } from '../planning/planned-item.ts'
import type { Day } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'
import type { Audience } from './audience.ts'
import type { ClockDefinition } from './clock-definition.ts'
import type { Law } from './decision-context.ts'
import type { DocumentDefinition } from './document.ts'
import type { DeviceRequest } from './effects.ts'
import type { GuideDefinition } from './guide-definition.ts'
import type { ProcessWords } from './process-words.ts'
import type { CaseRecord, Snapshot } from './record.ts'
import type { CaseChoice, EntryChoice, RegisterDefinition } from './register-definition.ts'
import type { Rule } from './rule.ts'
import type { StatisticsDefinition } from './statistics-definition.ts'
import type { Field } from './where.ts'

export type Moves = { region?: string; owner?: string }

/** What happens to another case. `from`: not before that day; `whileOpen`: only if the case it follows from is still open then. */
export type LinkedAct = {
  type: string
  data: Record<string, unknown>
  from?: Day
  whileOpen?: true
}

/**
 * What follows from an event for another case: the one behind a licence of the same holder, the one that has opened this case, each that this
 * case has opened, or each that the chart or the form names by its id. Null: nothing. Total.
 */
export type SendDefinition = { process: string; words: Text; article: string } & (
  | { target: 'licence'; act: (record: CaseRecord) => (LinkedAct & { licence: string }) | null }
  | { target: 'opener' | 'opened'; act: (record: CaseRecord) => LinkedAct | null }
  | { target: 'named'; act: (record: CaseRecord, by: Actor) => (LinkedAct & { to: string })[] }
)

/**
 * `opens`: what a person's act opens the other case with; without it, or where that process does not run yet, the link waits. Total.
 * What an exercise leads to is an exercise (exercises/exercise.ts).
 */
export type LinkDefinition = {
  process: string
  words: Text
  article: string
  opens?: (record: CaseRecord, data: Record<string, unknown>) => Record<string, unknown>
  /** Its answers are about its own case as well, and stand among what that says. */
  aboutBoth?: true
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
   * `machine` = only a machine with the scope that the process names. None = nobody, so that only another case brings it about (`linked`).
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
  /** Acts on other cases that follow from this event: each done by itself, once, and its outcome recorded. */
  sends?: readonly SendDefinition[]
  /** What it asks of the device whose alarm the case is, by what the chart remembers after it; carried out at most once. Total. */
  deviceRequest?: (data: Record<string, unknown>, context: Record<string, unknown>) => DeviceRequest
  /** Another case may bring it about by `sends`. */
  linked?: true
  /** The fact appears on the public page. */
  publishes?: true
  /** The field that holds the number of another case. */
  refersTo?: string
  /** The entry of a register that it may go by; absent: none. */
  entry?: EntryChoice
  /** The other case of this process that it names; absent: none. */
  named?: CaseChoice
  /**
   * It only adds to the record: it changes nothing that anybody decides on, so it makes no form stale and is itself never refused for
   * what others have done meanwhile. A note in a log, an order beside others.
   */
  appendsOnly?: true
  /** The field that says when it really happened, where that is written down later: the record gives both times. */
  happenedIn?: string
  /** It is as right an hour later: written where there is no connection, kept by who wrote it, and sent when there is one again. */
  deferrable?: true
  /** This event acknowledges all levels fired so far. */
  acknowledges?: true
  /** Who is notified by inbox and mail when it happens. */
  notify?: Address[]
  /** Further people notified, by what the chart remembers after it. Total. */
  notifyFor?: (context: Record<string, unknown>) => readonly Address[]
}

/** Events of one task, the likeliest first; where that depends on what was said before, a total function of the case. */
export type UsualActs = readonly string[] | ((record: CaseRecord) => readonly string[])

/**
 * One kind of item. An item is a small case within the case: a chart of its own, tasks, acts and clocks, in the transaction and the chain
 * of the case that it belongs to. Names of its tasks, acts and clocks are unique in the process; words of its tasks stand among those of
 * the process.
 */
export type ItemDefinition = {
  kind: string
  words: Text
  /** The event of the case that opens one; its form is kept with the item. */
  opens: string
  /** The answer of that form by which one item is told from another in lists. */
  about?: string
  /** How many a case may have in all: more is a mistake, or an attack. */
  most: number
  /** Its context begins with the event that opens it; whom it is addressed to stands there, for `among` of its tasks. */
  machine: AnyStateMachine
  rules: Record<string, Rule<never>>
  events: Record<string, EventDefinition>
  clocks: ClockDefinition[]
  states: Record<string, Text>
  usual?: Record<string, UsualActs>
  /** Between which moments of the opening form it was planned, and with which acts it is begun in fact; for pictures of its course. */
  plan?: { from: string; until: string; begunOn: readonly string[] }
  /** Those that a plan has foreseen, the choice `planned` of the form that opens one naming them; absent: no plan does. Total. */
  planned?: (record: CaseRecord, at: Instant) => PlannedItem[]
  /** What its end changes of what the chart of the case remembers, by its own state and context; it moves nothing there. Absent: nothing. Total. */
  ends?: (
    context: Record<string, unknown>,
    ended: { state: string; context: Record<string, unknown>; at: Instant },
  ) => Record<string, unknown>
  /** Who is notified that it has been opened, beside those who are to work it; by its own context. Total. */
  notify?: (context: Record<string, unknown>) => readonly Address[]
}

/** The first event of a case. */
export type StartDefinition = EventDefinition & {
  type: string
  /** Fields that somebody who is not signed in may fill in (12350); absent: the process is not open to the public. */
  public?: string[]
  /** Whether the reporter is owed an answer, so that he gets a code to follow the case with. Total. */
  followable?: (data: Record<string, unknown>, by: Actor) => boolean
  /** What of the form cannot be so at the moment of the start, beside its schema; absent: nothing. Total. */
  refuses?: (data: Record<string, unknown>, at: Instant) => { field: string; words: Text } | null
  /** 演练: whether it says that the case is an exercise, whose title then begins so (exercises/exercise.ts); absent: there are none. Total. */
  exercise?: (data: Record<string, unknown>) => boolean
  /** Whether an open case may be the very matter that is being reported, so that it is shown before; absent: nobody looks. Total. */
  alike?: (data: Record<string, unknown>, other: CaseRecord, at: Instant) => boolean
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

/** 更正: what changes in the context when the latest fact of a kind no longer says `was` but `is`, by the law in force; empty where a later one counts. Pure and total. */
export type CorrectedContext = (
  record: CaseRecord,
  fact: { type: string; was: Record<string, unknown>; is: Record<string, unknown> },
  law: Law,
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
  /** Those of its items among them, each under the name of its kind. */
  clocks: ClockDefinition[]
  words: ProcessWords
  /** Of what a case has many, each with a small chart of its own; absent: of nothing. */
  items?: ItemDefinition[]
  /** Set where the definition is that of one kind of item: whose clocks run in it. */
  item?: string
  /** What the chart remembers of a corrected fact; absent: no date that a form can correct. */
  corrected?: CorrectedContext
  /** Where a closed case goes on when the law reopens it, and who may order that; null = never. */
  reopen: { value: StateValue; by: Address[] } | null
  /** What of it counts by amounts of the rule book; absent: nothing. */
  graded?: GradedDefinition
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
export type { ProcessWords } from './process-words.ts'
export type { CaseEvent, Rule, Verdict } from './rule.ts'
export type { SignerMode, TaskMeta } from './task-meta.ts'
export type { Field } from './where.ts'
export type { Role }

/** What another case alone brings about. */
export const isForNobody = ({ by }: EventDefinition): boolean => by.length === 0

/** What is declared beside an act of the case or of one of its items. Types come from outside: `constructor` and its like are none. */
export const definitionOf = (
  process: ProcessDefinition,
  type: string,
): EventDefinition | undefined => {
  if (type === process.start.type) return process.start
  if (Object.hasOwn(process.events, type)) return process.events[type]
  return process.items?.find(({ events }) => Object.hasOwn(events, type))?.events[type]
}

/** Every act of the case and of its items, the first one included. */
export const definitionsOf = (process: ProcessDefinition): [string, EventDefinition][] => [
  [process.start.type, process.start],
  ...Object.entries(process.events),
  ...(process.items ?? []).flatMap(({ events }) => Object.entries(events)),
]
