// How do cases that open and tell one another live in a database, with a worker that may die in between?
import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect } from 'vitest'
import type { ActivityDeps } from '../../activities/deps.ts'
import { createRunEffects } from '../../activities/run-effects.ts'
import { createPerformer } from '../../commit/perform.ts'
import { keepCommand } from '../../db/cases/commands.ts'
import { loadBooks } from '../../db/change/books.ts'
import { caseFacts, cases, commands, effects } from '../../db/schema/cases/cases.ts'
import { bodyHash } from '../../domain/identity/commands.ts'
import type { Link } from '../../domain/model/link.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { openDatabase } from './effects-of-a-case.ts'

export const at = '2026-03-05T02:00:00.000Z'
export let opened: Awaited<ReturnType<typeof openDatabase>>
let processes: Record<string, ProcessDefinition> = {}

/** Called at the head of each file of tests, which gets a database of its own. */
export const useLinkedCases = (
  known: Record<string, ProcessDefinition>,
  settle: (db: ActivityDeps['db']) => Promise<unknown> = async () => undefined,
): void => {
  beforeAll(async () => {
    processes = known
    opened = await openDatabase()
    await settle(opened.db)
  })
  afterAll(() => opened?.close())
}

const commits = () => ({
  db: opened.db,
  now: async () => at,
  books: loadBooks,
  processFor: (id: string) => {
    const found = processes[id]
    if (!found) throw new TypeError(id)
    return found
  },
  noticeWindowMs: 0,
})

/** What somebody does to a case; the answer is committed. */
export const does = async (
  caseId: string,
  process: string,
  type: string,
  body: Record<string, unknown> = {},
  actor: { kind: 'person' | 'machine'; id: string } = { kind: 'person', id: 'lin' },
): Promise<void> => {
  const id = randomUUID()
  await keepCommand(opened.db, {
    id,
    caseId,
    actor,
    type,
    body,
    bodyHash: bodyHash({ type, body }),
    occurredAt: at,
    recordedAt: at,
  })
  await createPerformer(commits(), () => undefined).act({ caseId, process, commandId: id })
}

export type Performing = ActivityDeps['cases']['act']

/** What a worker does with a case whose effects wait; `around` may break off what it does to other cases. */
export const work = (
  caseId: string,
  process: string,
  around: (act: Performing) => Performing = (act) => act,
) => {
  const ofCommits = commits()
  const unused = () => expect.unreachable()
  return createRunEffects({
    ...ofCommits,
    documents: { render: unused as never },
    removal: { remove: unused, discardPieces: unused },
    lookAtBytes: unused,
    mail: { send: async () => ({ ok: true, detail: '250', retry: false }) },
    cases: { act: around(createPerformer(ofCommits, () => undefined).act) },
  })({ caseId, process })
}

export const recordOf = async (caseId: string): Promise<CaseRecord | undefined> =>
  (await opened.db.select().from(cases).where(eq(cases.id, caseId)))[0]?.record
export const linksOf = async (caseId: string): Promise<Link[]> =>
  (await recordOf(caseId))?.links ?? []
export const factsOf = async (caseId: string) =>
  opened.db.select().from(caseFacts).where(eq(caseFacts.caseId, caseId)).orderBy(asc(caseFacts.seq))
export const timesOf = async (caseId: string, type: string): Promise<number> =>
  (await factsOf(caseId)).filter((fact) => fact.type === type).length
export const commandsOf = async (caseId: string) =>
  opened.db.select().from(commands).where(eq(commands.caseId, caseId))
export const pendingOf = async (caseId: string) =>
  (await opened.db.select().from(effects).where(eq(effects.caseId, caseId))).filter(
    ({ status }) => status !== 'done',
  )
