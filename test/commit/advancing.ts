// How are commands given in the tests of a commit?
import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect } from 'vitest'
import { createAdvance } from '../../commit/advance.ts'
import { keepCommand } from '../../db/cases/commands.ts'
import { loadBooks } from '../../db/change/books.ts'
import { connect } from '../../db/client.ts'
import { caseFacts, cases } from '../../db/schema/cases/cases.ts'
import { bodyHash } from '../../domain/identity/commands.ts'
import type { EventDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import { settle } from '../support/people/people.ts'
import { counter } from '../support/processes/counter.ts'
import { createDatabase } from '../support/servers/infra.ts'

export const began = '2026-03-01T01:00:00.000Z'

export const listening: ProcessDefinition = {
  ...counter,
  events: { ...counter.events, add: { ...(counter.events.add as EventDefinition), linked: true } },
}
export const newer: ProcessDefinition = {
  ...listening,
  version: 2,
  events: {
    ...listening.events,
    finish: { ...(counter.events.finish as EventDefinition), audience: 'internal' },
  },
  migrations: [{ from: 1, move: ({ snapshot }: { snapshot: unknown }) => ({ snapshot }) }],
} as never

let now = began
let process: ProcessDefinition = listening

/** From now on it is so late. */
export const setNow = (at: string): void => {
  now = at
}
/** From now on cases are of this process. */
export const setProcess = (of: ProcessDefinition): void => {
  process = of
}

export let opened: Awaited<ReturnType<typeof openDatabase>>
/** Called at the head of each file of tests, which gets one of its own. */
export const useCounterDatabase = (): void => {
  beforeAll(async () => {
    opened = await openDatabase()
  })
  afterAll(() => opened?.close())
}

const openDatabase = async () => {
  const { url, drop } = await createDatabase()
  const { db, close } = connect(url)
  await settle(db)
  const processFor = (_: string, chart: number | null) => (chart === 2 ? newer : process)
  const advance = createAdvance({
    db,
    now: async () => now,
    books: loadBooks,
    processFor,
    noticeWindowMs: 0,
  })
  return { db, advance, close: () => close().then(drop) }
}

export type How = {
  at?: string
  who?: string
  kind?: 'person' | 'system' | 'machine' | 'public'
  taskId?: string
  outside?: boolean
  ifMatch?: number
}
export const give = async (
  caseId: string,
  type: string,
  body: Record<string, unknown> = {},
  how: How = {},
) => {
  const id = randomUUID()
  const { at = now, who = 'lin', kind = 'person', taskId = null, ifMatch = null } = how
  const given = {
    taskId,
    ifMatch,
    bodyHash: bodyHash({ type, body }),
    occurredAt: at,
    recordedAt: at,
  }
  await keepCommand(opened.db, {
    id,
    caseId,
    actor: { kind, id: who },
    type,
    body,
    ...given,
  } as never)
  const asked = {
    caseId,
    process: 'counter',
    commandId: id,
    ...(how.outside ? { outside: true } : {}),
  }
  return { id, asked, result: await opened.advance(asked) }
}
export const begin = async (how: How = {}, of: ProcessDefinition = listening) => {
  process = of
  now = began
  const caseId = randomUUID()
  const { result } = await give(caseId, 'start', { region: '330802', date: '2026-03-10' }, how)
  expect(result.answer).toMatchObject({ ok: true })
  return caseId
}
export const record = async (caseId: string) =>
  (await opened.db.select().from(cases).where(eq(cases.id, caseId)))[0]?.record
export const facts = (caseId: string) =>
  opened.db.select().from(caseFacts).where(eq(caseFacts.caseId, caseId)).orderBy(asc(caseFacts.seq))
export const factsOf = async (caseId: string) => (await facts(caseId)).map(({ type }) => type)
