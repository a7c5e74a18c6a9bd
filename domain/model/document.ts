// What does a process declare about an official document (文书) and the dossier (卷宗) of its cases, and what is frozen of a document when it is made?

import type { Text } from '../language/words.ts'
import type { AskedBy } from '../law/calculations/ask.ts'
import type { Level } from '../organisation/regions.ts'
import type { Instant } from '../time/instant.ts'
import type { Audience } from './audience.ts'
import type { CaseRecord } from './record.ts'

/** `letter` under a red head; `table` a filled-in form; `record` with signatures under it; `licence` in its frame. */
export type DocumentForm = 'letter' | 'table' | 'record' | 'licence'

/**
 * How a document gets its number: one of the register of its office, type word and year; one of the register of licences; that of its
 * case; that of another document of the same act (`as`); or none, because an enterprise writes it.
 */
export type Series = { word: string } | { licence: string } | { as: string } | 'case' | null

export type Party = { name: string; code: string; address: string }

/** One row of a form: what is asked, and the answer. */
export type Row = readonly [label: string, value: string]
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'rows'; rows: Row[] }
/** A line under a record; without names it is left free for a pen. */
export type SignatureLine = { label: string; names: string; pictures?: Handwriting[] }
/** The handwritten signature of one of those named: the hash of its picture as it was when he signed. */
export type Handwriting = { name: string; sha256: string }

/** What a document says; all of it follows from the case. */
export type Wording = {
  blocks: Block[]
  /** Of another name than the type's own. */
  title?: string
  /** Addressed to somebody else than the enterprise of the case; null: to nobody. */
  to?: string | null
  signatureLines?: SignatureLine[]
  copies?: string
  mark?: string
}

/** Everything that a document may speak of: the act that makes it, and the case as it is after it. Total: what is not there is ''. */
export type DocumentSource = {
  record: CaseRecord
  /** `by`: who has done it, where his handwriting is known. */
  act: {
    type: string
    at: Instant
    seq: number
    data: Record<string, unknown>
    by?: { name: string; picture: string }
  }
  party: Party
  /** The office that issues it, by its full name, and the government and court over it. */
  office: string
  government: string
  /** The answer to a field in the words of its form, of this act or the latest of another. */
  value: (field: string, act?: string) => string
  lines: (field: string, act?: string) => string[]
  /** Label and answer of each of these fields that has one. */
  rows: (fields: readonly string[], act?: string) => Row[]
  /** The names of the papers that came with this act as files. */
  papers: () => string[]
  /** The day on which a period ends that this act has started, else the latest of that clock; '' where there is none. */
  due: (clock: string) => string
  article: (clock: string) => string
  /** By which books it is reckoned. */
  law: AskedBy
  /** How long the period of a family of rules is by the law of the day of the act: '3日', '5个工作日'. */
  period: (family: string) => string
  /** The number of the document of an earlier act. */
  number: (act: string) => string
  /** The day of the latest act of this type that the case remembers only by a date in its context. */
  kept: (name: string) => string
  signers: string
  handwriting: Handwriting[]
}

export type DocumentDefinition = {
  /** Unique within its process. */
  id: string
  words: Text
  /** Which acts make it. */
  on: readonly string[]
  /** Whether this act makes it; absent: always. Total. */
  when?: (texts: DocumentSource) => boolean
  form: DocumentForm
  /** Who answers for it: the bureau or the safety committee of the case's place, or the enterprise. */
  by: 'bureau' | 'committee' | 'party'
  /** The level whose office it is, where that is not the place of the case itself. */
  level?: (source: Pick<DocumentSource, 'act' | 'record'>) => Level
  series: Series
  audience: Audience
  /** The kind of item that makes it: it speaks of that, by its own forms and chart, and not of the whole case; absent: of the case. */
  item?: string
  /**
   * It names what its item was opened with in confidence: its bytes are for those alone who may look at that, and whose look is on record.
   */
  confidential?: true
  /** It bears the code by which the person whom its item concerns comes in to read it. */
  access?: true
  /** Acts of its item that declare it void, so that its code opens nothing any more. */
  endedBy?: readonly string[]
  /** Acts that serve it: refused while it is still being made. */
  servedBy?: readonly string[]
  /** 当场送达: whether the act that makes it serves it too, by what its form says; absent: it is served by another act. Total. */
  servedAtOnce?: (data: Record<string, unknown>) => boolean
  /** 当场交付: acts at which it is handed to whoever was not served with it before; none of them waits for it. */
  handedOverBy?: readonly string[]
  wording: (texts: DocumentSource) => Wording
}

/** Frozen when the number is given; the same content gives the same bytes. Only what is printed. */
export type DocumentContent = {
  form: DocumentForm
  title: string
  office: string
  number: string | null
  to: string | null
  blocks: Block[]
  signatureLines: SignatureLine[]
  copies: string
  mark: string
  /** 'YYYY-MM-DD', the day of the act. */
  day: string
  /** Whose seal it bears; null: none. */
  seal: string | null
  code: string
  /** Where the code is verified. */
  verify: string
  /** Under which number, and where, its reader comes in; the code itself stands on the sheet alone. */
  access?: { number: string; address: string }
}

export type DocumentState = 'issuing' | 'issued' | 'void' | 'replaced'

/** What a decision knows of a document of its case. */
export type KnownDocument = {
  id: string
  kind: string
  version: number
  /** The number of the fact that made it. */
  seq: number
  title: string
  number: string | null
  audience: Audience
  state: DocumentState
  served: boolean
  /** The item of the case that has made it; absent or null: the case itself. */
  item?: number | null
}

/** A document as the fact that makes it remembers it; `content` is the hash of what is frozen. */
export type Paper = {
  id: string
  kind: string
  version: number
  title: string
  number: string | null
  content: string
}

/** What of a case says which papers it must have; `did`: an act that stands, neither taken back nor undone by a return. */
export type DossierCourse = { did: (act: string) => boolean; record: CaseRecord }

/** Papers that lie together. A document or file that no part names lies in the last part of all. */
export type DossierPart = {
  words: Text
  /** Kinds of official documents. */
  documents?: readonly string[]
  /** Acts whose files lie here. */
  files?: readonly string[]
  /** What must lie here: the paper's name, and whether the course of the case requires it. Total. */
  needs?: readonly DossierNeed[]
}

/** Met by a document in force of that kind, or by a file of that act. */
export type DossierNeed = { words: Text; when: (course: DossierCourse) => boolean } & (
  | { document: string }
  | { file: string }
)

/** In the order of the archive; `cover`: what stands on it beside number, matter, party, office and days. Total. */
export type DossierDefinition = {
  /** Acts that lead to the end of the case: whoever is about to do one sees beside his form what is missing. */
  before: readonly string[]
  parts: readonly DossierPart[]
  cover: (answer: (field: string, act: string) => string, record: CaseRecord) => Row[]
}
