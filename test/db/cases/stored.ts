// Facts and documents of cases, in a database of their own, as those that read them find them.
import { randomUUID } from 'node:crypto'
import { connect, type Database } from '../../../db/client.ts'
import { caseFacts } from '../../../db/schema/cases/cases.ts'
import { documents } from '../../../db/schema/cases/documents.ts'
import type { DocumentContent } from '../../../domain/model/document.ts'
import type { Region } from '../../../domain/organisation/regions.ts'
import { createDatabase } from '../../support/servers/infra.ts'

export const began = '2026-03-01T01:00:00.000Z'
/** So many seconds after `began`. */
export const second = (n: number): string => new Date(Date.parse(began) + n * 1_000).toISOString()
export const county: Region = '330802'
export const scopeOfCounty = {
  regions: [county],
  caseRegions: [county],
  owner: null,
  person: 'lin',
}

export const openStore = async () => {
  const { url, drop } = await createDatabase()
  const { db, pool, close } = connect(url)
  return { db, pool, close: () => close().then(drop) }
}
export type Store = Awaited<ReturnType<typeof openStore>>

type NewFact = Partial<typeof caseFacts.$inferInsert> & { caseId: string; seq: number }

export const factIn = async (db: Pick<Database, 'insert'>, more: NewFact): Promise<void> => {
  const actor = { kind: 'person' as const, id: 'lin', name: '林检查' }
  const course = { generation: 1, revision: more.seq, type: 'add', before: null, after: 'counting' }
  const times = { occurredAt: second(more.seq), recordedAt: second(more.seq) }
  await db.insert(caseFacts).values({
    ...course,
    ...times,
    actor,
    audience: 'internal',
    data: {},
    commandId: null,
    previous: `p${more.seq}`,
    hash: `h${more.seq}`,
    ...more,
  })
}

type NewPaper = Partial<typeof documents.$inferInsert> & { caseId: string; seq: number }

/** A document in force, of the act `notify`. */
export const paperOf = ({
  id = randomUUID(),
  ...more
}: NewPaper): typeof documents.$inferInsert => ({
  id,
  kind: 'notice',
  version: 1,
  act: 'notify',
  title: '通知书',
  number: `No ${more.seq}`,
  office: null,
  word: null,
  year: null,
  ordinal: null,
  audience: 'internal',
  content: { title: '通知书' } as unknown as DocumentContent,
  contentHash: 'x',
  code: id,
  state: 'issued',
  at: second(more.seq),
  ...more,
})
export const paperIn = async (db: Pick<Database, 'insert'>, more: NewPaper): Promise<string> => {
  const row = paperOf(more)
  await db.insert(documents).values(row)
  return row.id
}
