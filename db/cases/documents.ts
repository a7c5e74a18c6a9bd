// How are documents numbered, kept and ended inside the transaction that decides a case?
import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Register } from '../../domain/documents/compose.ts'
import { derivedId } from '../../domain/identity/commands.ts'
import type { KnownDocument, Party } from '../../domain/model/document.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { caseFacts, effects } from '../schema/cases/cases.ts'
import { documentNumbers, documents } from '../schema/cases/documents.ts'
import { enterprises } from '../schema/organisation/organisation.ts'
import type { Reader } from '../scope.ts'
import { statement } from '../statements.ts'

export type DocumentRow = typeof documents.$inferSelect
export type NewDocument = typeof documents.$inferInsert

/** The next number of a register: gapless, because it is taken in the transaction that uses it. */
export const takeOrdinal = async (
  tx: Executor,
  { office, word, year }: Register,
): Promise<number> => {
  const [row] = await tx
    .insert(documentNumbers)
    .values({ office, word, year, last: 1 })
    .onConflictDoUpdate({
      target: [documentNumbers.office, documentNumbers.word, documentNumbers.year],
      set: { last: sql`${documentNumbers.last} + 1` },
    })
    .returning({ last: documentNumbers.last })
  if (!row) throw new Error('a register gave no number')
  return row.last
}

/** Keeps a document with the request that its bytes be made. */
export const keepDocument = async (
  tx: Executor,
  row: NewDocument,
  revision: number,
): Promise<void> => {
  await tx.insert(documents).values(row)
  await tx.insert(effects).values({
    id: derivedId('document', row.id),
    caseId: row.caseId,
    revision,
    kind: 'document',
    notBefore: row.at,
    status: 'pending',
    payload: { kind: 'document', document: row.id, about: row.kind },
  })
}

/** The documents of a case as its decisions know them, oldest first. */
export const knownDocuments = (
  tx: Pick<Reader, 'select'>,
  caseId: string,
): Promise<KnownDocument[]> =>
  statement(tx, 'documents_of_case', (on) =>
    on
      .select({
        id: documents.id,
        kind: documents.kind,
        version: documents.version,
        seq: documents.seq,
        title: documents.title,
        number: documents.number,
        audience: documents.audience,
        state: documents.state,
        served: sql<boolean>`EXISTS (SELECT 1 FROM document_services s WHERE s.document = ${documents.id} AND s.served)`,
        item: sql<
          number | null
        >`(SELECT (f.data->>'item')::int FROM case_facts f WHERE f.case_id = "documents"."case_id" AND f.seq = "documents"."seq")`,
      })
      .from(documents)
      .where(eq(documents.caseId, sql.placeholder('caseId')))
      .orderBy(asc(documents.at), asc(documents.seq), asc(documents.version)),
  ).execute({ caseId })

export const documentOf = async (tx: Executor, id: string): Promise<DocumentRow> => {
  const [row] = await tx.select().from(documents).where(eq(documents.id, id))
  if (!row) throw new Error(`no document ${id}`)
  return row
}

export const factOf = async (tx: Executor, caseId: string, seq: number) => {
  const [fact] = await tx
    .select()
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, caseId), eq(caseFacts.seq, seq)))
  if (!fact) throw new Error(`no fact ${seq} of ${caseId}`)
  return fact
}

/** Takes a document out of force; its bytes stay. */
export const endDocument = async (
  tx: Executor,
  id: string,
  end: { state: 'void' | 'replaced'; at: Instant; by?: string },
): Promise<void> => {
  await tx
    .update(documents)
    .set({ state: end.state, endedAt: end.at, replacedBy: end.by ?? null })
    .where(and(eq(documents.id, id), isNull(documents.replacedBy)))
}

const living = inArray(documents.state, ['issuing', 'issued'])

/** The number that a case's document of a kind has, or had before it was undone. */
export const numberKept = async (
  tx: Executor,
  caseId: string,
  kind: string,
): Promise<string | null> => {
  const [row] = await tx
    .select({ number: documents.number })
    .from(documents)
    .where(and(eq(documents.caseId, caseId), eq(documents.kind, kind)))
    .orderBy(desc(documents.seq))
    .limit(1)
  return row?.number ?? null
}

/** Made out anew, a document takes the place of those of its kind that the case had, in force or void since a return. */
export const replaceEarlier = async (
  tx: Executor,
  { caseId, kind, by, at }: { caseId: string; kind: string; by: string; at: Instant },
) => {
  await tx
    .update(documents)
    .set({ state: 'replaced', endedAt: at, replacedBy: by })
    .where(
      and(
        eq(documents.caseId, caseId),
        eq(documents.kind, kind),
        ne(documents.id, by),
        ne(documents.state, 'replaced'),
      ),
    )
}

/** What an act that was taken back had made is void; it is the last of its type, also where it has made nothing. */
export const voidDocumentsOf = async (
  tx: Executor,
  caseId: string,
  act: string,
  at: Instant,
): Promise<void> => {
  const last = sql`(SELECT max(f.seq) FROM case_facts f WHERE f.case_id = ${caseId} AND f.type = ${act})`
  await tx
    .update(documents)
    .set({ state: 'void', endedAt: at })
    .where(and(eq(documents.caseId, caseId), sql`${documents.seq} = ${last}`, living))
}

/** Papers of these kinds that one item of a case has made. */
export const voidPapersOf = async (
  tx: Executor,
  { caseId, item, kinds }: { caseId: string; item: number; kinds: string[] },
  at: Instant,
): Promise<void> => {
  const ofItem = sql`(SELECT (f.data->>'item')::int FROM case_facts f WHERE f.case_id = ${documents.caseId} AND f.seq = ${documents.seq})`
  await tx
    .update(documents)
    .set({ state: 'void', endedAt: at })
    .where(
      and(
        eq(documents.caseId, caseId),
        inArray(documents.kind, kinds),
        living,
        sql`${ofItem} = ${item}`,
      ),
    )
}

/** The enterprise of a case by its names in the register. */
export const partyOf = async (tx: Executor, owner: string | null): Promise<Party> => {
  const [row] = owner ? await tx.select().from(enterprises).where(eq(enterprises.id, owner)) : []
  return { name: row?.name ?? '', code: row?.code ?? '', address: row?.address ?? '' }
}
