// A database with people, and the transaction of acts over it: commands to a counter, without server or workflow.
import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { createAdvance } from '../../commit/advance.ts'
import type { AdvanceAsked, AdvanceResult } from '../../commit/contract.ts'
import type { CommitDeps } from '../../commit/deps.ts'
import { type Command, keepCommand } from '../../db/cases/commands.ts'
import { loadBooks } from '../../db/change/books.ts'
import { connect } from '../../db/client.ts'
import { caseFacts, cases } from '../../db/schema/cases/cases.ts'
import { bodyHash } from '../../domain/identity/commands.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { settle } from '../support/people/people.ts'
import { counter } from '../support/processes/counter.ts'
import { createDatabase } from '../support/servers/infra.ts'

export const began = '2026-03-01T01:00:00.000Z'
/** When the period of a case that `begin` begins is over. */
export const midnight = '2026-03-10T16:00:00.000Z'

export type How = {
  at?: string
  who?: string
  kind?: Command['actor']['kind']
  taskId?: string
  id?: string
}
export type Counting = Awaited<ReturnType<typeof openCounting>>

/** `limits`: of each connection, as acts have them. */
export const openCounting = async (more: Partial<CommitDeps> = {}, limits = '') => {
  const { url, drop } = await createDatabase()
  const { db, pool, close } = connect(url, 10, limits)
  await settle(db)
  const clock = { at: began }
  const deps: CommitDeps = {
    db,
    now: async () => clock.at,
    books: loadBooks,
    processFor: () => counter,
    noticeWindowMs: 0,
    ...more,
  }
  const advance = createAdvance(deps)
  const commandOf = (caseId: string, type: string, body: object = {}, how: How = {}): Command => {
    const { at = clock.at, who = 'lin', kind = 'person', taskId = null, id = randomUUID() } = how
    const hash = bodyHash({ type, body })
    return {
      id,
      caseId,
      actor: { kind, id: who },
      type,
      taskId,
      body: body as Record<string, unknown>,
      ifMatch: null,
      bodyHash: hash,
      occurredAt: at,
      recordedAt: at,
      answer: null,
    }
  }
  const ask = (caseId: string, asked: Partial<AdvanceAsked> = {}): Promise<AdvanceResult> =>
    advance({ caseId, process: 'counter', commandId: null, ...asked })
  /** Stores a command, as a device or another case does, and carries it out. */
  const give = async (caseId: string, type: string, body: object = {}, how: How = {}) => {
    const { id } = await keepCommand(db, commandOf(caseId, type, body, how))
    return ask(caseId, { commandId: id })
  }
  const record = async (caseId: string): Promise<CaseRecord> =>
    (await db.select().from(cases).where(eq(cases.id, caseId)))[0]!.record
  return {
    db,
    pool,
    url,
    deps,
    clock,
    advance,
    ask,
    give,
    commandOf,
    record,
    begin: async (body: object = {}) => {
      const caseId = randomUUID()
      clock.at = began
      await give(caseId, 'start', { region: '330802', date: '2026-03-10', ...body })
      return caseId
    },
    rowOf: async (caseId: string) =>
      (await db.select().from(cases).where(eq(cases.id, caseId)))[0]!,
    facts: (caseId: string) =>
      db.select().from(caseFacts).where(eq(caseFacts.caseId, caseId)).orderBy(asc(caseFacts.seq)),
    close: () => close().then(drop),
  }
}
