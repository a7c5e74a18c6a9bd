// What must a process say about itself so that the generic spine can run it?
import type { GenericSchema } from 'valibot'
import type { AnyStateMachine } from 'xstate'
import type { ProcessWords } from '../language/process-words.ts'
import type { Text } from '../language/words.ts'
import type { GradedDefinition } from '../law/amounts/graded-definition.ts'
import type { Actor } from '../organisation/actor.ts'
import type { Coordinates } from '../organisation/coordinates.ts'
import type { Address } from '../organisation/offices.ts'
import type { PlannedItem } from '../planning/planned-item.ts'
import type { Instant } from '../time/instant.ts'
import type { Audience } from './audience.ts'
import type { ClockDefinition } from './clock-definition.ts'
import type { Collections, PaymentRequest } from './collection/collection.ts'
import type {
  CorrectionsDefinition,
  FormLaw,
  FrequencyDefinition,
  PastDefinition,
  ReopeningDefinition,
} from './decision-context.ts'
import type { DocumentDefinition, DossierDefinition } from './document.ts'
import type { DeviceRequest } from './effects.ts'
import type { GuideDefinition } from './guide-definition.ts'
import type { LinkDefinition, SendDefinition } from './link-definition.ts'
import type { Concern, ConcernLine, Empowering } from './own-matter/concern.ts'
import type { CaseRecord, ItemNumber, Migration, SettledPart } from './record.ts'
import type { RecordingsDefinition } from './recordings/recordings.ts'
import type {
  CaseChoice,
  DrawnDefinition,
  EntryChoice,
  FirstCaseChoice,
  FirstEntryChoice,
  NamedEntries,
  OfficerChoice,
  RegisterDefinition,
  YearPlanDefinition,
} from './register-definition.ts'
import type { CaseEvent, Rule } from './rule.ts'
import type { DiscretionDefinition, StatisticsDefinition } from './statistics-definition.ts'
import type { Field } from './where.ts'

/** Everything declared beside one event of the chart. */
export type EventDefinition = {
  words: Text
  /** The plain sentence the party reads in its timeline. */
  party: Text
  schema: GenericSchema<unknown, Record<string, unknown>>
  fields: Field[]
  /** The form as this case needs it, when it depends on what was said before; the same names as `fields`. */
  fieldsFor?: (record: CaseRecord, law?: FormLaw) => Field[]
  /** Roles outside a task; `task`: its group; `clock`: the legal clock alone; `machine`: one of the scope that the process names. None: only another case brings it about (`linked`). */
  by: 'task' | 'clock' | 'machine' | Address[]
  /** Of an act inside a task: the posts that may do it where the case has no task for it; absent: nobody. */
  withoutTask?: Address[]
  /** Of an act with `withoutTask`: the one task that it belongs to, also in states where another is open; absent: whichever stands there. */
  ownTask?: string
  /** Of posts in `by` and `withoutTask`: whose it is in this case, by what the chart remembers; absent: all of them. Total. */
  among?: (context: Record<string, unknown>) => readonly Address[]
  audience: Audience
  /** Names of data fields that the party, everybody, or whoever reported it (by number and code) may read. Nothing else of `data` leaves the authorities. */
  show: { party: string[]; public: string[]; reporter?: string[] }
  /** It leads off the way that cases usually go: where history is silent no forecast takes it. */
  unusual?: true
  /** When what the case remembers already tells which of its ways it will take, whatever its form says: no forecast takes another. Total. */
  foreseen?: Rule<never>
  /** An act with a consequence passes an interruption card that prints its effect and article. */
  consequence?: { effect: Text; article: string }
  /** 移送, or an enterprise found out or told: where the case lies and whom it concerns from now on, by what the chart remembers after it. */
  moves?: (data: Remembered, context: Remembered) => { region?: string; owner?: string }
  /** Another process that this event gives cause for; until it exists the link waits. */
  links?: LinkDefinition
  /** Acts on other cases that follow from this event: each done by itself, once, and its outcome recorded. */
  sends?: readonly SendDefinition[]
  /** What it asks of the device whose alarm the case is, by what the chart remembers after it; carried out at most once. Total. */
  deviceRequest?: (data: Record<string, unknown>, context: Record<string, unknown>) => DeviceRequest
  /** What it asks of the treasury's platform, by what the chart remembers after it. Total. */
  bills?: (context: Record<string, unknown>) => readonly PaymentRequest[]
  /** Another case may bring it about by `sends`. */
  linked?: true
  /** The fact appears on the public page. */
  publishes?: true
  /** The facts of these types that were published before are read there no longer. */
  withdraws?: string | readonly string[]
  /** The field that holds the number of another case. */
  refersTo?: string
  /** The entry of a register that it may go by; absent: none. */
  entry?: EntryChoice
  /** Whom of the authorities it names; absent: nobody. */
  officer?: OfficerChoice
  /** The entries of registers whose numbers it lists; absent: none. */
  entries?: readonly NamedEntries[]
  /** The other case of this process that it names; absent: none. */
  named?: CaseChoice
  /** Other cases of the enterprise that it is judged by; absent: none. */
  past?: PastDefinition
  /** What the product itself states in its record, in the transaction, whatever was sent under those names; absent: nothing. Total. */
  states?: (record: CaseRecord, event: CaseEvent) => Record<string, unknown>
  /** It only adds to the record (a note, an order beside others): it makes no form stale and is never refused for what others have done meanwhile. */
  appendsOnly?: true
  /** The field that says when it really happened, where that is written down later: the record gives both times. */
  happenedIn?: string
  /** It is as right an hour later: written where there is no connection, kept by who wrote it, and sent when there is one again. */
  deferrable?: true
  /** `note`: written down at the place, on whichever phone, and never taken back. `join`: a person says which of them are the same. */
  fieldNote?: 'note' | 'join'
  /** This event acknowledges all levels fired so far. */
  acknowledges?: true
  /** Who is notified by inbox and mail when it happens. */
  notify?: Address[]
  /** Further people notified, by what the chart remembers after it. Total. */
  notifyFor?: (context: Record<string, unknown>) => readonly Address[]
  /** What else is to be told because of it, in words of its own, by what the chart remembers after it; null: nothing. Total. */
  tells?: (context: Record<string, unknown>) => { notify: readonly Address[]; words: Text } | null
}

type Remembered = Record<string, unknown>
type Moved = { state: string; context: Remembered }

/** Events of one task, the likeliest first; where that depends on what was said before, a total function of the case. */
export type UsualActs = readonly string[] | ((record: CaseRecord) => readonly string[])

/**
 * One kind of item: a small case within the case, with a chart, tasks, acts and clocks of its own, in the transaction and the chain of
 * its case. Names of tasks, acts and clocks are unique in the process; words of its tasks stand among those of the process.
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
  /** What people say to each other, and no work whose course is watched. */
  correspondence?: true
  /** Between which moments of the opening form it was planned, and with which acts it is begun in fact; for pictures of its course. */
  plan?: { from: string; until: string; begunOn: readonly string[] }
  /** Those that a plan has foreseen, the choice `planned` of the form that opens one naming them; absent: no plan does. Total. */
  planned?: (record: CaseRecord, at: Instant) => PlannedItem[]
  /** What its end changes of what the chart of the case remembers, by its own state and context; it moves nothing there. Absent: nothing. Total. */
  ends?: (context: Remembered, ended: Moved & { at: Instant }) => Remembered
  /** The same of a step after which it is still open. Total. */
  goesOn?: (context: Remembered, moved: Moved) => Remembered
  /** Which act of its case, sent by nobody, a step of it brings about where the case can take it, by what that remembers after it; null: none. Total. */
  brings?: (ofCase: Remembered) => string | null
  /** What a step of it, its opening among them, changes of what another open item remembers; it moves nothing there. Total. */
  changesOther?: (moved: Moved, other: ItemNumber & { context: Remembered }) => Remembered
  /** Which of its own acts, sent by nobody, a step of its case or of another item brings about, by what both have come to; null: none. Total. */
  follows?: (own: Moved, ofCase: Remembered) => string | null
  /** What its row says in short, by what was said in its forms; absent: all that was said. Total. */
  brief?: (forms: Record<string, Record<string, unknown>>) => readonly ConcernLine[]
  /** 处罚到人: what the person whom it concerns reads and does himself; absent: it concerns nobody who could come in. */
  concern?: Concern
  /** The posts to which files given in its acts are open, beside whom it concerns and whoever gave them; absent: to all who read the case. */
  filesOpenTo?: readonly Address[]
  /** 委托代理: whom it empowers to act for the person whom another item concerns; absent: nobody. */
  empowers?: Empowering
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
  /** The entry of a register that a case may begin by; absent: none. */
  begunBy?: FirstEntryChoice
  /** The earlier case of its process that it may go on from; absent: none. */
  goesOnFrom?: FirstCaseChoice
  /** Whether an open case may be the very matter that is being reported, so that it is shown before; absent: nobody looks. Total. */
  alike?: (data: Record<string, unknown>, other: CaseRecord, at: Instant) => boolean
  /** What it says where a lot has drawn whom it is about; absent: no lot does. */
  drawn?: DrawnDefinition
  /** What it says where a yearly plan foresees whom it is about; absent: no plan does. */
  yearPlan?: YearPlanDefinition
  /** Whether what an enterprise found at a self-check may be reported by it; absent: no. */
  fromSelfCheck?: true
}

export type ProcessDefinition = CorrectionsDefinition &
  ReopeningDefinition & {
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
    /** 回避: asked at every act of the case and of its items beside their own rules, of what the case remembers. Absent: nobody is barred. Total. */
    bars?: Rule<never>
    /** Those of its items among them, each under the name of its kind. */
    clocks: ClockDefinition[]
    words: ProcessWords
    /** Of what a case has many, each with a small chart of its own; absent: of nothing. */
    items?: ItemDefinition[]
    /** Set where the definition is that of one kind of item: whose clocks run in it. */
    item?: string
    /** Which of its acts the counsel of its enterprise may do; of one kind of item, the person whom it concerns and his counsel. */
    concern?: Pick<Concern, 'acts'>
    /** What of it counts by amounts of the rule book; absent: nothing. */
    graded?: GradedDefinition
    /** The matter in the table of competences that says which office is competent for good: the chart keeps it as `competent`. Absent: none is asked. Total. */
    competence?: (data: Record<string, unknown>) => string
    /** Columns of the case derived from the start event's data. */
    describe: (
      data: Record<string, unknown>,
      by: Actor,
    ) => { title: string; region: string; owner: string | null; site: string | null }
    /** Where on the earth the matter lies, as far as its forms say so; absent: they do not. Total. */
    coordinates?: (record: CaseRecord) => Coordinates | null
    /** Level shown as a coloured mark in lists, from the context: null or 1 (red) … 4 (blue). */
    level: (record: CaseRecord) => 1 | 2 | 3 | 4 | null
    /** By task, the events that usually come next, the likeliest first: they are offered as the usual act. Empty: none is usual. */
    usual?: Record<string, UsualActs>
    /** Events that supervisors may send from the wall of limits, without opening the case. */
    wallActs?: readonly string[]
    /** Why another open case of the same enterprise stands in the way of a new one; absent: none ever does. Total. */
    hindrance?: (other: CaseRecord, act: Pick<CaseEvent, 'data' | 'at'>) => Text | null
    /** 频次: how often it may come upon the same enterprise; absent: without a limit. */
    frequency?: FrequencyDefinition
    /** How open cases of earlier charts come over; one per chart that may. */
    migrations: Migration[]
    /** The official documents that its acts make; absent: none. */
    documents?: DocumentDefinition[]
    /** In which order its papers go to the archive, and which have to be there; absent: it has no dossier. */
    dossier?: DossierDefinition
    /** 执法全过程记录: how long audio and video of it are kept; absent: it takes none. */
    recordings?: RecordingsDefinition
    /** 电子送达: whether the enterprise has agreed to be served by its portal; absent: it has not. Total. */
    servedElectronically?: (record: CaseRecord) => boolean
    /** What the law wants counted every quarter and year; absent: nothing. */
    statistics?: StatisticsDefinition
    /** 裁量偏离: how its decisions stand to the standard of discretion; absent: it decides no fines. */
    discretion?: DiscretionDefinition
    /** What it grants stands in the register of licences; absent: it grants nothing. */
    register?: RegisterDefinition
    /** How money that the treasury has taken is written down; absent: by people alone. */
    collections?: Collections
    /** How it is applied for, told to everybody; absent: it is no service. */
    guide?: GuideDefinition
  }

export type { ProcessWords } from '../language/process-words.ts'
export type { ClockDefinition, EscalationLevelDefinition } from './clock-definition.ts'
export type { CaseEvent, Rule, Verdict } from './rule.ts'
export type { SignerMode, TaskMeta } from './task-meta.ts'
export type { Field } from './where.ts'

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
