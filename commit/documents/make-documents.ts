// Which documents do the facts of a decision make, and under which numbers? In the transaction that writes the facts.
import { randomBytes } from 'node:crypto'
import { keepService } from '../../db/cases/document-services.ts'
import {
  documentOf,
  endDocument,
  factOf,
  keepDocument,
  partyOf,
  replaceEarlier,
  voidDocumentsOf,
  voidPapersOf,
} from '../../db/cases/documents.ts'
import type { Executor } from '../../db/client.ts'
import { ownMatterAddress } from '../../domain/documents/access-code.ts'
import {
  type Case,
  compose,
  numberField,
  type Wanted,
  wanted,
  wantedBy,
} from '../../domain/documents/compose.ts'
import { onTheSpotMethod } from '../../domain/documents/service.ts'
import { printedCode, verifyAddress } from '../../domain/documents/verification.ts'
import { sealUndo } from '../../domain/engine/document-undoing.ts'
import { bodyHash, derivedId } from '../../domain/identity/commands.ts'
import type { AskedBy } from '../../domain/law/calculations/ask.ts'
import type { DocumentDefinition, Paper } from '../../domain/model/document.ts'
import { change, type Draft } from '../../domain/model/draft.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { NewFact } from '../../domain/model/record.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { type Numbered, nextNumber, numberOf } from './document-numbers.ts'
import { aboutItem, withNumber } from './item-papers.ts'
import { serveDocuments, takeServiceBack } from './serve-documents.ts'

type Making = {
  tx: Executor
  process: ProcessDefinition
  publicUrl: string
  law: AskedBy
}

/** The draft whose facts carry id, number and content hash of every document they make; rows and requests are written. */
export const makeDocuments = async (making: Making, draft: Draft): Promise<Draft> => {
  if (!making.process.documents?.length) return draft
  const first = draft.record.facts - draft.facts.length + 1
  let made = draft
  for (const [index, fact] of draft.facts.entries())
    made = await follow(making, made, fact, index, first + index)
  return made
}

const follow = async (
  making: Making,
  draft: Draft,
  fact: NewFact,
  index: number,
  seq: number,
): Promise<Draft> => {
  if (fact.type === 'reissue-document') return reissue(making, draft, fact, index)
  if (fact.type in ends) {
    await ends[fact.type as keyof typeof ends](making, draft, fact, seq)
    return draft
  }
  await endPapers(making, draft, fact)
  await serveDocuments({ ...making, caseId: draft.record.id }, fact, seq)
  return issue(making, draft, fact, index, seq)
}

/** What an item is told no more opens it no more. */
const endPapers = async ({ tx, process }: Making, { record }: Draft, fact: NewFact) => {
  const { item } = fact.data
  const ended = (process.documents ?? []).filter(({ endedBy }) => endedBy?.includes(fact.type))
  if (typeof item !== 'number' || ended.length === 0) return
  const kinds = ended.map(({ id }) => id)
  await voidPapersOf(tx, { caseId: record.id, item, kinds }, fact.occurredAt)
}

const ends = {
  'void-document': ({ tx }: Making, _draft: Draft, { data, occurredAt }: NewFact) =>
    endDocument(tx, String(data.document), { state: 'void', at: occurredAt }),
  'take-back': async (
    making: Making,
    { record: { id: caseId } }: Draft,
    fact: NewFact,
    seq: number,
  ) => {
    await voidDocumentsOf(making.tx, caseId, String(fact.data.event), fact.occurredAt)
    await takeServiceBack({ ...making, caseId }, fact, seq)
  },
  'serve-document': (
    { tx }: Making,
    _draft: Draft,
    { data, occurredAt: at }: NewFact,
    seq: number,
  ) =>
    keepService(tx, {
      document: String(data.document),
      seq,
      method: String(data.method),
      receiver: String(data.receiver),
      served: true,
      at,
    }),
  'open-document': (
    { tx }: Making,
    _draft: Draft,
    { data, actor, occurredAt: at }: NewFact,
    seq: number,
  ) =>
    keepService(tx, {
      document: String(data.document),
      seq,
      method: 'portal',
      receiver: actor.name ?? (actor.kind === 'holder' ? '本人' : ''),
      served: data.served === true,
      at,
    }),
}

const issue = async (
  making: Making,
  draft: Draft,
  fact: NewFact,
  index: number,
  seq: number,
): Promise<Draft> => {
  const { tx, process, law } = making
  const concerned = process.documents?.some(({ on }) => on.includes(fact.type))
  if (!concerned) return draft
  const act = { type: fact.type, at: fact.occurredAt, seq, data: fact.data, ...signerOf(fact) }
  const documentCase: Case = {
    process,
    ...(await aboutItem(making, draft, fact)),
    act,
    party: await partyOf(tx, draft.record.owner),
    law,
  }
  let made = draft
  const numbers: Record<string, string | null> = {}
  for (const one of wantedBy(documentCase)) {
    const numbered = await numberOf(tx, one, { fact, record: draft.record, numbers })
    numbers[one.declared.id] = numbered.number ?? null
    const paper = await keep(making, made, one, { numbered, version: 1, at: fact.occurredAt })
    if (one.declared.form === 'licence')
      await replaceEarlier(tx, {
        caseId: draft.record.id,
        kind: one.declared.id,
        by: paper.id,
        at: fact.occurredAt,
      })
    if (one.declared.servedAtOnce?.(act.data)) {
      await keepService(tx, onTheSpot(paper.id, seq, fact))
      // What has been handed over is not taken back: it is issued anew.
      made = sealUndo(made, 'served')
    }
    made = noted(made, index, { paper, field: ownNumberField(one.declared) })
  }
  return made
}

/** A paper under the number of its case has none of its own that the act could keep. */
const ownNumberField = (declared: DocumentDefinition) =>
  declared.series === null || declared.series === 'case' ? null : numberField(declared)

/** 当场送达: the act that makes it hands it over. */
const onTheSpot = (document: string, seq: number, { data, occurredAt: at }: NewFact) => ({
  document,
  seq,
  method: onTheSpotMethod,
  receiver: typeof data.receiver === 'string' ? data.receiver : '',
  served: true,
  at,
})

/** The old version is replaced by a new one under a number of its own; a licence keeps the number it has. */
const reissue = async (
  making: Making,
  draft: Draft,
  fact: NewFact,
  index: number,
): Promise<Draft> => {
  const { tx, process, law } = making
  const old = await documentOf(tx, String(fact.data.document))
  const storedFact = await factOf(tx, old.caseId, old.seq)
  const declared = process.documents?.find(({ id }) => id === old.kind)
  if (!declared) throw new Error(`${process.id} has no document ${old.kind}`)
  const data = { ...storedFact.data, ...draft.record.data[old.act] }
  const act = {
    type: old.act,
    at: storedFact.occurredAt,
    seq: old.seq,
    data,
    ...signerOf(storedFact),
  }
  const again = wanted(declared, {
    process,
    ...(await aboutItem(making, draft, storedFact)),
    act,
    party: await partyOf(tx, draft.record.owner),
    law,
  })
  const own =
    declared.series !== null && typeof declared.series === 'object' && 'word' in declared.series
  const numbered = own ? await nextNumber(tx, again, fact.occurredAt) : { number: old.number }
  const paper = await keep(making, draft, again, {
    numbered,
    version: old.version + 1,
    at: fact.occurredAt,
  })
  await endDocument(tx, old.id, { state: 'replaced', at: fact.occurredAt, by: paper.id })
  return noted(draft, index, { paper, field: null })
}

/** Whose handwriting the act bears. */
const signerOf = ({ actor: { name, picture } }: Pick<NewFact, 'actor'>) =>
  name && picture ? { by: { name, picture } } : {}

type Kept = { numbered: Numbered; version: number; at: Instant }

const keep = async (
  { tx, publicUrl }: Making,
  { record }: Draft,
  one: Wanted,
  { numbered, version, at }: Kept,
): Promise<Paper> => {
  const { declared, source } = one
  const code = printedCode(randomBytes(10))
  const number = numbered.number ?? null
  const content = compose(one, {
    number,
    code,
    verify: verifyAddress(publicUrl, code),
    at,
    entrance: ownMatterAddress(publicUrl),
  })
  // 正本 and 副本 are told apart wherever they are named, not only on the sheet.
  const title = content.mark === '' ? content.title : `${content.title}（${content.mark}）`
  const id = derivedId('document', record.id, source.act.seq, declared.id, version)
  const contentHash = bodyHash(content)
  const { act } = source
  await keepDocument(
    tx,
    {
      id,
      caseId: record.id,
      kind: declared.id,
      version,
      act: act.type,
      seq: act.seq,
      title,
      ...numbered,
      audience: declared.audience,
      content,
      contentHash,
      code,
      state: 'issuing',
      at,
    },
    record.revision,
  )
  return { id, kind: declared.id, version, title, number, content: contentHash }
}

/** The fact remembers the paper, fact and case the number. */
const noted = (
  draft: Draft,
  index: number,
  { paper, field }: { paper: Paper; field: string | null },
): Draft => {
  const number = field === null ? {} : { [field]: paper.number }
  const facts = draft.facts.map((one, at) => {
    if (at !== index) return one
    const documentsMade = [...((one.data.documentsMade as Paper[] | undefined) ?? []), paper]
    return { ...one, data: { ...number, ...one.data, documentsMade } }
  })
  const type = draft.facts[index]?.type ?? ''
  const { data } = draft.record
  const record =
    field === null || !data[type]
      ? draft
      : change(draft, { data: { ...data, [type]: { ...number, ...data[type] } } })
  return { ...withNumber(record, facts[index], number), facts }
}
