// In which order do the papers of a case lie in its dossier, and which are missing?
import { type Text, text } from '../language/words.ts'
import { secretFieldsOf } from '../model/confidential.ts'
import type {
  DocumentState,
  DossierCourse,
  DossierDefinition,
  DossierNeed,
} from '../model/document.ts'
import { definitionOf, type ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { isRecordingVerb } from '../model/recordings/recordings.ts'
import { enterpriseOffice } from '../organisation/offices.ts'
import type { Instant } from '../time/instant.ts'

export type DossierDocument = {
  id: string
  kind: string
  title: string
  number: string | null
  state: DocumentState
  seq: number
  version: number
  at: Instant
  sha256: string | null
}
export type DossierFile = {
  id: string
  name: string
  type: string
  sha256: string
  at: Instant
  /** Set where its bytes are kept no longer. */
  recording?: { removed?: { at: Instant } } | null
}
type Told = {
  seq: number
  type: string
  data: Record<string, unknown>
  actor?: { kind: string; name?: string; office?: string }
}

/** A paper where it lies; `act`: by which act the file came, and on which item of the case; `told`: what the record says of a recording of enforcement. */
export type DossierPaper =
  | { kind: 'document'; document: DossierDocument }
  | { kind: 'file'; file: DossierFile; act: string | null; item?: unknown; told?: RecordingTold }
export type OrderedPart = { words: Text; papers: DossierPaper[] }
export type OrderedDossier = { parts: OrderedPart[]; missing: Text[] }

export type DossierMaterial = {
  record: CaseRecord
  facts: readonly Told[]
  documents: readonly DossierDocument[]
  files: readonly DossierFile[]
}

/** What the act that added it says of it, and who did. */
export type RecordingTold = { data: Record<string, unknown>; by: string }

const recordings = text('执法全过程音像记录', 'Recordings of enforcement')
const others = text('其他材料', 'Other papers')
const ended = text('作废、已被替换的文书', 'Void and replaced documents')
const making = (title: string): Text =>
  text(`${title}（尚未制作完成）`, `${title} (still being made)`)

/** Nothing that the case has is left out, but what a confidential answer has brought. */
export const orderDossier = (
  process: ProcessDefinition,
  definition: DossierDefinition,
  { record, facts, documents, files }: DossierMaterial,
): OrderedDossier => {
  const brought = filesByAct(process, facts, files)
  const inForce = documents.filter(({ state }) => state === 'issued' || state === 'issuing')
  const named = (kind: string) => definition.parts.some((part) => part.documents?.includes(kind))
  const lies = (act: string | null) =>
    act !== null && definition.parts.some((part) => part.files?.includes(act))
  const parts: OrderedPart[] = definition.parts.map((part) => ({
    words: part.words,
    papers: [
      ...inKinds(part.documents ?? [], inForce),
      ...(part.files ?? []).flatMap((act) => brought.filter((one) => one.act === act)),
    ],
  }))
  parts.push({
    words: recordings,
    papers: brought.filter(({ told, act }) => told !== undefined && !lies(act)),
  })
  parts.push({
    words: others,
    papers: [
      ...inForce.filter(({ kind }) => !named(kind)).map(asPaper),
      ...brought.filter(({ told, act }) => told === undefined && !lies(act)),
    ],
  })
  const past = documents.filter(({ state }) => state === 'void' || state === 'replaced')
  parts.push({ words: ended, papers: past.filter(isMade).map(asPaper) })
  return {
    parts: parts
      .map(({ words, papers }) => ({ words, papers: papers.filter(isThere) }))
      .filter(({ papers }) => papers.length > 0),
    missing: [
      ...missingOf(definition, { record, inForce, brought }),
      ...inForce.filter((one) => !isMade(one)).map(({ title }) => making(title)),
    ],
  }
}

const asPaper = (document: DossierDocument): DossierPaper => ({ kind: 'document', document })
const isMade = ({ sha256 }: DossierDocument): boolean => sha256 !== null
const isThere = (paper: DossierPaper): boolean => paper.kind === 'file' || isMade(paper.document)

/** Those of the first kind first, each kind from the oldest on. */
const inKinds = (kinds: readonly string[], documents: readonly DossierDocument[]): DossierPaper[] =>
  kinds.flatMap((wanted) =>
    documents
      .filter(({ kind }) => kind === wanted)
      .toSorted((one, other) => one.seq - other.seq || one.version - other.version)
      .map(asPaper),
  )

type Brought = Extract<DossierPaper, { kind: 'file' }>

/**
 * Each file once, by the first act whose form names it; in the order of the acts, and within one as its form lists them. What was only
 * proposed, or stands in no form, comes last. What a confidential answer names is left out, wherever it stands.
 */
const filesByAct = (
  process: ProcessDefinition,
  facts: readonly Told[],
  files: readonly DossierFile[],
): Brought[] => {
  const secret = new Set(secretFieldsOf(process).map(({ name }) => name))
  const hidden = new Set(facts.flatMap(({ data }) => secretTexts(data, secret)))
  const left = new Map(files.filter(({ id }) => !hidden.has(id)).map((file) => [file.id, file]))
  const found: Brought[] = []
  for (const { type, data, actor } of facts.toSorted((one, other) => one.seq - other.seq)) {
    const recorded = isRecordingVerb(type)
    if (!recorded && !definitionOf(process, type)) continue
    const told = recorded ? { told: { data, by: actor?.name ?? '' } } : {}
    for (const id of textsIn(data)) {
      const file = left.get(id)
      if (file && left.delete(id))
        found.push({ kind: 'file', file, act: type, item: data.item, ...told })
    }
  }
  const unnamed = [...left.values()].toSorted((one, other) => (one.at < other.at ? -1 : 1))
  return [...found, ...unnamed.map((file): Brought => ({ kind: 'file', file, act: null }))]
}

const secretTexts = (value: unknown, secret: ReadonlySet<string>): string[] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([name, inner]) =>
        secret.has(name) ? textsIn(inner) : secretTexts(inner, secret),
      )

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

type Held = { record: CaseRecord; inForce: readonly DossierDocument[]; brought: readonly Brought[] }

/** What the course of the case requires and is not there, in the order of the parts. */
const missingOf = ({ parts }: DossierDefinition, { record, inForce, brought }: Held): Text[] => {
  const course: DossierCourse = { did: (act) => act in record.data, record }
  const isHeld = (need: DossierNeed): boolean =>
    'document' in need
      ? inForce.some(({ kind }) => kind === need.document)
      : brought.some(({ act }) => act === need.file)
  return parts
    .flatMap(({ needs = [] }) => needs)
    .filter((need) => need.when(course) && !isHeld(need))
    .map(({ words }) => words)
}

/** Those of the authorities who have acted in the case, in the order in which they came to it. */
export const handlersIn = (process: ProcessDefinition, facts: readonly Told[]): string[] => {
  const names = facts
    .filter(({ type }) => definitionOf(process, type))
    .flatMap(({ actor, data }) => [...signersIn(data), ...ofAuthority(actor)])
  return [...new Set(names)]
}

const ofAuthority = (actor: Told['actor']): string[] =>
  actor?.kind === 'person' && actor.name && !actor.office?.startsWith(enterpriseOffice(''))
    ? [actor.name]
    : []

const signersIn = ({ signatures }: Record<string, unknown>): string[] =>
  Array.isArray(signatures)
    ? signatures.flatMap((one: { name?: unknown }) =>
        typeof one?.name === 'string' ? [one.name] : [],
      )
    : []
