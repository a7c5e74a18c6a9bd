// What is remembered of one case between two commands?

import type { Text } from '../language/words.ts'
import type { ActorMark, OnBehalfOf, Person } from '../organisation/actor.ts'
import type { Address } from '../organisation/offices.ts'
import type { StandIn } from '../organisation/own-posts.ts'
import type { Region } from '../organisation/regions.ts'
import type { Instant } from '../time/instant.ts'
import type { Audience } from './audience.ts'
import type { FileHashes } from './chain.ts'
import type { WantedCorrection } from './corrections/wanted-correction.ts'
import type { Link, Opener } from './link.ts'

/** One person's hand under an outcome; a withdrawn one stays in the record but no longer counts. */
export type Signature = {
  person: string
  name: string
  at: Instant
  opinion: string | null
  withdrawn?: Instant
  onBehalfOf?: OnBehalfOf
  /** 不同意: the signature counts, but against the outcome. */
  against?: true
  /** The added signer (`AddedSigner.no`) as whom he signed; absent: as one of the task's own people. */
  as?: number
  /** The hash of his handwritten signature as it was then. */
  picture?: string
}

/** Whose hands an outcome needs: `need` different people; anybody; `need` of `of` votes; or one of each turn's groups in order. */
export type Signers =
  | { mode: 'all'; need: number }
  | { mode: 'any' }
  | { mode: 'ratio'; need: number; of: number }
  | { mode: 'sequence'; turns: string[][] }

/** 加签: somebody beside the task's own people. Before: his opinion is waited for. Parallel and after: the outcome waits for his signature. */
export type AddedSigner = {
  no: number
  /** A person's id, or of a post its group key `<office>/<role>`. */
  who: string
  kind: 'person' | 'post'
  name: string
  position: 'before' | 'parallel' | 'after'
  /** Who added him and may remove him. */
  by: string
  at: Instant
  /** 减签. */
  removed?: Instant
}

/** Signatures that another proposal has undone: who had signed, and what it had said. For the record. */
export type FailedSignatures = {
  about: string
  proposal: Record<string, unknown>
  signatures: Pick<Signature, 'name' | 'opinion' | 'onBehalfOf'>[]
}

/** What is proposed as the outcome; `by`: whose act it will be when the last signature is put under it. */
export type Proposal = { type: string; data: Record<string, unknown>; by?: Person }

/** Why a task lies with whom it lies, when nobody has claimed it. */
type AssignmentReason = {
  /** 分派: which rule gave it to whom when it was opened, or why to nobody. */
  routed?: { rule: string; to: { id: string; name: string } | null; why: Text }
  /** 上提: its own post stood empty, so the same post higher up may work it too; no `groups`: there was nobody there either. */
  climbed?: { groups: string[]; why: Text }
}

/** How a human task is being worked: the desk's whole state of it. */
export type OpenTask = AssignmentReason & {
  id: string
  task: string
  /** The item that it belongs to (`CaseItem.no`); absent: the case. */
  item?: number
  /** The state of the chart that asks for it. */
  state: string
  entry: number
  /** `<office>/<role>` keys whose members may work it. */
  groups: string[]
  openedAt: Instant
  assignee: Holder | null
  claimedAt: Instant | null
  seenAt: Instant | null
  signers: Signers
  proposal: Proposal | null
  signatures: Signature[]
  copies: Holder[]
  urged: number
  added?: AddedSigner[]
  /** 委派: the holder has given it to `to` to work on, and gets it back before anybody decides. */
  delegated?: { from: Holder; to: Holder; at: Instant }
}

export type Holder = { id: string; name: string }
export type EscalationLevelState = {
  escalationLevel: string
  plannedAt: Instant
  status: 'planned' | 'fired' | 'collapsed' | 'skipped' | 'cancelled' | 'held'
  firedAt: Instant | null
  recordedAt: Instant | null
  acknowledgedAt: Instant | null
  acknowledgedBy: string | null
  /** The planned instant rests on a calendar not yet decreed. */
  provisional: boolean
}

/** One level as administrators have set it: after how many of its own units, and who is notified. */
export type EscalationLevelSetting = { escalationLevel: string; n: number; notify: Address[] }
/** What a period keeps for its life: under which setting it started. */
export type KeptEscalationPolicy = { id: string; escalationLevels: EscalationLevelSetting[] }

/** Why a period stands still. */
export type PauseGround = { kind: string; reason: string; article: string | null }

/** A running period of law, keyed by the fact that started it. */
export type Obligation = {
  id: string
  clock: string
  /** The item that it runs for (`CaseItem.no`); absent: the case. */
  item?: number
  /** Beside the legal limit, never the one that lists go by. */
  promised?: true
  rule: string | null
  ruleVersion: string | null
  article: string
  startedAt: Instant
  start: string
  /** When the fact that starts it was known, where that is after the day from which it counts; absent: it is not. */
  begunAt?: Instant
  pauses: (PauseGround & { from: string; to: string | null })[]
  extensions: { at: string; by: number; reason: string; paper?: string }[]
  due: string
  dueAt: Instant
  nominal: string
  provisional: boolean
  calendar: string
  epoch: number
  status: 'running' | 'paused' | 'met' | 'met-late' | 'overdue' | 'cancelled' | 'replaced'
  endedAt: Instant | null
  /** The fact after which nobody owes it any more; absent: it was met, another period took its place, or it runs. */
  endedBy?: string
  escalationLevels: EscalationLevelState[]
  /** The date a document set, for clocks that run to a date instead of by a rule. */
  dateData: Record<string, unknown>
  reasons: Text[]
  explanation: Text
  /** The administrators' setting under which it started; absent: the escalation policy of the process. */
  escalationPolicy?: KeptEscalationPolicy
}

/** An act that has moved the case on, as it was given; `fact` is its number. */
export type Step = {
  from: string
  type: string
  data: Record<string, unknown>
  by: Person
  signatures: Signature[]
  at: Instant
  fact: number
}

/** `again`: everything between `to` and `from` is done again. `straight`: what lies between is carried over, as far as the rules still allow it. */
export type Return = {
  from: string
  to: string
  way: 'again' | 'straight'
  by: string
  reason: string
  at: Instant
  /** What lies between, for `straight`. */
  path: Step[]
}

/** What 撤回 gives back as long as nobody has opened the next task. */
export type Undo = {
  by: string
  event: string
  /** The task from which only a signature is taken back; the case has not moved. */
  signedTask?: string
  snapshot: Snapshot
  entries: Record<string, number>
  openTasks: Record<string, OpenTask>
  obligations: Obligation[]
  data: CaseRecord['data']
  trail?: Step[]
  returns?: Return[]
  /** Why it is not given back any more: what the act had made was served, or what it undid is void (documents/undoing.ts). */
  sealed?: 'served' | 'void'
}

export type Snapshot = { value: unknown; context: Record<string, unknown>; status: string }

/** An item that is still open. What was said in its forms stands in its row and in the facts, not here: a case may have hundreds. */
export type CaseItem = {
  /** The number of the fact that opened it. */
  no: number
  kind: string
  /** The how-manieth of its kind in this case: 指令第3号. */
  nth: number
  openedAt: Instant
  snapshot: Snapshot
  /** As of a case: by region of its chart, the last revision that changed what people decide on there. */
  material: Record<string, number>
}

/** Of which kind an item is, and the how manieth of it. */
export type ItemNumber = Pick<CaseItem, 'kind' | 'nth'>

/** `telephones`: how often the one to which one-time codes go was corrected; absent: never. */
export type ItemSecrets = {
  kind: string
  nth: number
  answers: Record<string, unknown>
  telephones?: number
}

export type CaseItems = Record<string, CaseItem>

export type CaseRecord = {
  id: string
  process: string
  chart: number
  number: string
  generation: number
  revision: number
  /** Per top-level region of the chart: the last revision that changed what people decide on there. */
  material: Record<string, number>
  status: 'open' | 'closed'
  region: Region
  owner: string | null
  title: string
  site: string | null
  snapshot: Snapshot
  /** Latest data of each event type, references to files included. */
  data: Record<string, Record<string, unknown>>
  openTasks: Record<string, OpenTask>
  entries: Record<string, number>
  obligations: Obligation[]
  undo: Undo | null
  /** The acts that led to where the case stands, the oldest first: what a step returned straight back is carried over. */
  trail?: Step[]
  /** 退回: which steps wait for an earlier one to be done again, the last return at the end. */
  returns?: Return[]
  /** Cases of other processes that something here gave cause for or acted on (`id` is drawn from case and fact, so it is done once). */
  links?: Link[]
  /** The case whose act has opened this one, as its effect tells; no form says it. */
  opener?: Opener
  /** Who has acted here for whom (substitution.ts): four eyes take both for one. */
  standIns?: StandIn[]
  /** What it has many of and is still open, by number; and how many of each kind there have been. */
  items?: CaseItems
  itemsOpened?: Record<string, number>
  /** What items were opened with and is confidential, by their numbers; it stays when they end. */
  itemSecrets?: Record<string, ItemSecrets>
  /** Set where the record is that of one item, and never stored: what the chart of its case remembers. */
  around?: Record<string, unknown>
  /** Of an item: what was said in the forms of its case. Never kept. */
  aroundData?: CaseRecord['data']
  /** By the numbers of their facts. */
  corrections: Record<string, WantedCorrection>
  openedAt: Instant
  closedAt: Instant | null
  headHash: string
  facts: number
}

/** One thing that happened, before the database gives it its number and hash. */
export type NewFact = {
  type: string
  occurredAt: Instant
  recordedAt: Instant
  actor: ActorMark
  audience: Audience
  data: Record<string, unknown>
  files?: FileHashes
  before: unknown
  after: unknown
}

export type {
  ActEffect,
  CaseEffect,
  DeviceEffect,
  MakeDocument,
  NewEffect,
  NoticeEffect,
} from './effects.ts'

/** An approved setting, for periods that start at `from` or later. */
export type EscalationPolicyVersion = KeptEscalationPolicy & { clock: string; from: Instant }

/** What a case of an earlier chart becomes under this one, or why it has to end under its own. Pure and total. */
export type Migration = {
  from: number
  move: (record: CaseRecord) => { snapshot: Snapshot } | Text
}

/** One of several matters of a case, such as one application: the states it goes through, each with those below, and where it has ended well. */
export type SettledPart = { words: Text; within: readonly string[]; until: readonly string[] }
