// How does a document that has its number get its bytes, once however often it is tried?
import { createHash } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { picturesOf } from '../db/cases/signatures.ts'
import { cases } from '../db/schema/cases/cases.ts'
import { documentBytes, documentSignatures, documents } from '../db/schema/cases/documents.ts'
import type { Signed } from '../documents/seal.ts'
import { withAccessCode } from '../domain/documents/access-code.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { ActivityDeps } from './deps.ts'

/** Bytes, hash and state are written together; who comes second finds them and writes nothing. Void in the meantime it stays void. */
export const renderDocument = async (
  { db, documents: renderer, seal, secret }: ActivityDeps,
  id: string,
  now: Instant,
): Promise<void> => {
  const [row] = await db.select().from(documents).where(eq(documents.id, id))
  if (!row || row.sha256 !== null) return
  const borne = row.content.signatureLines.flatMap(({ pictures = [] }) =>
    pictures.map(({ sha256 }) => sha256),
  )
  const pdf = renderer.render(withAccessCode(row.content, id, secret), await picturesOf(db, borne))
  const { pdf: bytes, sm2 } = await signed(seal, row, pdf, now)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await db.transaction(async (tx) => {
    const state = sql<'issued'>`CASE WHEN ${documents.state} = 'issuing' THEN 'issued' ELSE ${documents.state} END`
    const fresh = and(eq(documents.id, id), isNull(documents.sha256))
    const [made] = await tx
      .update(documents)
      .set({ sha256, size: bytes.length, issuedAt: now, state })
      .where(fresh)
      .returning({ caseId: documents.caseId })
    if (!made) return
    await tx.insert(documentBytes).values({ document: id, bytes })
    if (sm2) await tx.insert(documentSignatures).values({ document: id, algorithm: 'sm2', ...sm2 })
    await tx
      .select({
        notification: sql`pg_notify('case', json_build_object('kind', 'case', 'id', id, 'revision', revision, 'region', region, 'owner', owner)::text)`,
      })
      .from(cases)
      .where(eq(cases.id, made.caseId))
  })
}

/** Only what bears the seal of an office is signed: by this very document, so that a platform for seals knows it again when a killed worker asks twice. */
const signed = async (
  seal: ActivityDeps['seal'],
  { id, title, content: { seal: office } }: typeof documents.$inferSelect,
  pdf: Uint8Array,
  at: Instant,
): Promise<Signed> => {
  if (!seal || office === null) return { pdf }
  return seal.sign({ document: id, office, title, at, pdf })
}
