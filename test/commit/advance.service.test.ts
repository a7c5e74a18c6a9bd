// What does one command change of a case, once however often it is sent, and what is answered?
import { randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMachine } from 'xstate'
import { createAdvance } from '../../commit/advance.ts'
import { findCommand, keepCommand } from '../../db/cases/commands.ts'
import { loadBooks } from '../../db/change/books.ts'
import { connect } from '../../db/client.ts'
import { caseFacts, cases, effects } from '../../db/schema/cases/cases.ts'
import { wakes } from '../../db/schema/cases/wakes.ts'
import { bodyHash } from '../../domain/identity/commands.ts'
import type { EventDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import { settle } from '../support/people/people.ts'
import { chiefs, counter } from '../support/processes/counter.ts'
import { createDatabase } from '../support/servers/infra.ts'

const began = '2026-03-01T01:00:00.000Z'
const midnight = '2026-03-10T16:00:00.000Z'
const { config, implementations } = counter.machine
const listening: ProcessDefinition = {
  ...counter,
  events: { ...counter.events, add: { ...(counter.events.add as EventDefinition), linked: true } },
}
const newer: ProcessDefinition = {
  ...listening,
  version: 2,
  events: {
    ...listening.events,
    finish: { ...(counter.events.finish as EventDefinition), audience: 'internal' },
  },
  migrations: [{ from: 1, move: ({ snapshot }: { snapshot: unknown }) => ({ snapshot }) }],
} as never
/** Each start of its clock is over the instant it begins, and begins the next. */
const restless: ProcessDefinition = {
  ...counter,
  clocks: counter.clocks.map((clock) => ({
    ...clock,
    startsOn: ['start', 'fall-late'],
    due: { dateField: 'date', article: '§', kept: true },
  })),
  machine: createMachine(
    { ...config, context: { count: 0, late: 0, date: '2026-03-10' } } as never,
    implementations as never,
  ) as never,
}
const texts: ProcessDefinition = {
  ...counter,
  events: {
    ...counter.events,
    finish: { ...(counter.events.finish as EventDefinition), notify: [chiefs] },
  },
}

const broken = (): never => {
  throw new TypeError('broken')
}

let now = began
let process: ProcessDefinition = listening
let opened: Awaited<ReturnType<typeof openDatabase>>
beforeAll(async () => {
  opened = await openDatabase()
})
afterAll(() => opened?.close())

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

type How = {
  at?: string
  who?: string
  kind?: 'person' | 'system' | 'machine' | 'public'
  taskId?: string
  outside?: boolean
  ifMatch?: number
}
const give = async (
  caseId: string,
  type: string,
  body: Record<string, unknown> = {},
  how: How = {},
) => {
  const id = randomUUID()
  const { at = now, who = 'lin', kind = 'person', taskId = null, ifMatch = null } = how
  const input = {
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
    ...input,
  } as never)
  const request = {
    caseId,
    process: 'counter',
    commandId: id,
    ...(how.outside ? { outside: true } : {}),
  }
  return { id, request, result: await opened.advance(request) }
}
const begin = async (how: How = {}, of: ProcessDefinition = listening) => {
  process = of
  now = began
  const caseId = randomUUID()
  const { result } = await give(caseId, 'start', { region: '330802', date: '2026-03-10' }, how)
  expect(result.answer).toMatchObject({ ok: true })
  return caseId
}
const record = async (caseId: string) =>
  (await opened.db.select().from(cases).where(eq(cases.id, caseId)))[0]?.record
const facts = (caseId: string) =>
  opened.db.select().from(caseFacts).where(eq(caseFacts.caseId, caseId)).orderBy(asc(caseFacts.seq))
const factsOf = async (caseId: string) => (await facts(caseId)).map(({ type }) => type)

test('a case begins with a number, under its own id, and says how long it may sleep', async () => {
  const caseId = randomUUID()
  now = began
  process = listening
  const { result, id } = await give(caseId, 'start', { region: '330802', date: '2026-03-10' })
  expect(result).toMatchObject({
    caseId,
    revision: 1,
    answer: { ok: true, revision: 1, material: 1 },
    closed: false,
    chart: 1,
    effects: true,
  })
  expect(result.wakeInMs).toBe(Date.parse(midnight) - Date.parse(began))
  expect(await record(caseId)).toMatchObject({
    id: caseId,
    number: expect.stringMatching(/./),
    status: 'open',
  })
  expect((await facts(caseId)).map(({ type, commandId }) => [type, commandId])).toEqual([
    ['start', id],
  ])
})

test('the same command again changes nothing and is answered the same', async () => {
  const caseId = await begin()
  const { request, result, id } = await give(caseId, 'add', { n: 5 })
  const again = await opened.advance(request)
  expect(again.answer).toEqual(result.answer)
  expect((await record(caseId))?.snapshot.context).toMatchObject({ count: 5 })
  expect((await findCommand(opened.db, id))?.answer).toMatchObject({ ok: true, revision: 2 })
})

test('a refusal changes nothing, its words stand in the row, and the same again is refused the same', async () => {
  const caseId = await begin()
  const { request, result, id } = await give(caseId, 'approve', { outcome: 'yes' })
  expect(result).toMatchObject({
    revision: 1,
    answer: { ok: false, code: 'not-possible-now', revision: 1 },
  })
  expect((await opened.advance(request)).answer).toEqual(result.answer)
  expect((await findCommand(opened.db, id))?.answer).toMatchObject({
    ok: false,
    problem: { code: 'not-possible-now' },
  })
  expect(await factsOf(caseId)).toEqual(['start'])
})

test('what is no refusal is thrown, and nothing is kept of it', async () => {
  const caseId = await begin()
  process = {
    ...listening,
    events: {
      ...listening.events,
      add: { ...(listening.events.add as EventDefinition), notifyFor: () => broken() },
    },
  }
  await expect(give(caseId, 'add', { n: 1 })).rejects.toThrow('broken')
  process = listening
  expect(await factsOf(caseId)).toEqual(['start'])
})

test('a case that does not begin is answered as one that has ended at the door', async () => {
  const caseId = randomUUID()
  process = listening
  const { result } = await give(caseId, 'add', { n: 1 })
  expect(result).toEqual({
    caseId,
    revision: 0,
    wakeInMs: null,
    effects: false,
    closed: true,
    state: 'refused',
    details: 'refused at the door',
    answer: { ok: false, code: 'not-found', revision: 0 },
  })
  expect(await record(caseId)).toBe(undefined)
})

test('who is unknown is refused, and so is the system where there is no case', async () => {
  const caseId = await begin()
  expect((await give(caseId, 'add', { n: 1 }, { who: 'nobody' })).result.answer).toMatchObject({
    ok: false,
    code: 'unauthenticated',
  })
  expect(
    (await give(randomUUID(), 'reproject', {}, { kind: 'system', who: 'system' })).result.answer,
  ).toMatchObject({
    ok: false,
    code: 'not-found',
  })
})

test('what has fallen due comes before an act of later, and after one of earlier; each is written by itself, under no command', async () => {
  const caseId = await begin()
  now = midnight
  const { id } = await give(caseId, 'add', { n: 1 }, { at: '2026-03-10T15:59:59.999Z' })
  expect(
    (await facts(caseId)).map(({ type, commandId, occurredAt }) => [type, commandId, occurredAt]),
  ).toEqual([
    ['start', expect.any(String), began],
    ['add', id, '2026-03-10T15:59:59.999Z'],
    ['expired', null, midnight],
    ['escalation', null, midnight],
    ['fall-late', null, midnight],
  ])
  const late = await begin()
  now = midnight
  await give(late, 'add', { n: 1 }, { at: midnight })
  expect((await factsOf(late)).at(-1)).toBe('add')
})

test('without a command only what has fallen due is done; before that nothing is', async () => {
  const caseId = await begin()
  const before = await opened.advance({ caseId, process: 'counter', commandId: null })
  expect([before.answer, before.revision]).toEqual([null, 1])
  now = midnight
  const after = await opened.advance({ caseId, process: 'counter', commandId: null })
  expect(after).toMatchObject({ answer: null, revision: 3 })
  expect(await factsOf(caseId)).toEqual(['start', 'expired', 'escalation', 'fall-late'])
})

test('a case that does not come to rest is a defect, and is left as it was', async () => {
  const caseId = await begin({}, restless)
  now = midnight
  await expect(opened.advance({ caseId, process: 'counter', commandId: null })).rejects.toThrow(
    /stands due after it was applied|does not come to rest/,
  )
  expect(await factsOf(caseId)).toEqual(['start'])
})

test('another case’s act is done in the name of the system, and its refusal says why', async () => {
  const caseId = await begin()
  const system = { kind: 'system', who: 'system' } as const
  const { result, id } = await give(caseId, 'add', { n: 7 }, system)
  expect(result.answer).toMatchObject({ ok: true, revision: 2 })
  expect(
    (await facts(caseId)).map(({ type, actor, commandId }) => [type, actor.kind, commandId]).at(-1),
  ).toEqual(['add', 'system', id])
  expect((await give(caseId, 'finish', {}, system)).result.answer).toMatchObject({
    ok: false,
    code: 'unknown-act',
  })
})

test('a case comes over to a newer chart once, and goes on under it', async () => {
  const caseId = await begin()
  const over = () => give(caseId, 'migrate', { to: 2 }, { kind: 'system', who: 'system' })
  const { result, id } = await over()
  expect(result).toMatchObject({ chart: 2, answer: { ok: true, revision: 2 } })
  expect((await facts(caseId)).map(({ type, commandId }) => [type, commandId]).at(-1)).toEqual([
    'migrated',
    id,
  ])
  expect((await over()).result.answer).toMatchObject({ ok: true, revision: 2 })
  expect(await factsOf(caseId)).toEqual(['start', 'migrated'])
  await give(caseId, 'finish')
  expect((await facts(caseId)).at(-1)).toMatchObject({ type: 'finish', audience: 'internal' })
})

test('periods are reckoned again where that changes something, with the cause, and never in a closed case', async () => {
  const caseId = await begin()
  const again = () =>
    give(
      caseId,
      'reproject',
      { cause: { zh: '试验令', en: 'Trial' } },
      { kind: 'system', who: 'system' },
    )
  expect((await again()).result.answer).toMatchObject({ ok: true, revision: 1 })
  const stored = await record(caseId)
  const stale = stored?.obligations.map((one) => ({
    ...one,
    calendar: 'old',
    due: '2026-03-09',
    dueAt: '2026-03-09T16:00:00.000Z',
  }))
  await opened.db
    .update(cases)
    .set({ record: { ...stored, obligations: stale } as never })
    .where(eq(cases.id, caseId))
  expect((await again()).result.answer).toMatchObject({ ok: true, revision: 2 })
  expect((await facts(caseId)).at(-1)).toMatchObject({
    type: 'reprojected',
    data: { cause: { zh: '试验令' } },
  })
  await opened.db
    .update(cases)
    .set({ record: { ...stored, obligations: stale, status: 'closed' } as never })
    .where(eq(cases.id, caseId))
  expect((await again()).result.answer).toMatchObject({ ok: true, revision: 1 })
})

test('an outcome that nobody waits for changes nothing', async () => {
  const caseId = await begin()
  const outcome = await give(
    caseId,
    'linked',
    { link: 'none', outcome: 'done' },
    { kind: 'system', who: 'system' },
  )
  expect(outcome.result).toMatchObject({ revision: 1, answer: { ok: true, revision: 1 } })
})

test('an act on what has changed since its reader looked is refused', async () => {
  const caseId = await begin()
  await give(caseId, 'add', { n: 1 })
  expect((await give(caseId, 'add', { n: 1 }, { ifMatch: 1 })).result.answer).toMatchObject({
    ok: false,
    code: 'stale-revision',
  })
  expect((await give(caseId, 'add', { n: 1 }, { ifMatch: 2 })).result.answer).toMatchObject({
    ok: true,
    revision: 3,
  })
})

test('an act names the person it is given to, as the registers have him', async () => {
  const caseId = await begin()
  await give(caseId, 'transfer', { to: 'wu', reason: '出差' })
  expect(Object.values((await record(caseId))?.openTasks ?? {})).toMatchObject([
    { assignee: { id: 'wu', name: '吴检查' } },
  ])
  expect(
    (await give(caseId, 'transfer', { to: 'nobody', reason: '出差' }, { who: 'wu' })).result.answer,
  ).toMatchObject({
    ok: false,
    code: 'not-allowed',
  })
})

test('whoever acts outside the loop asks for a wake where the future has changed, and nowhere else', async () => {
  const wake = (caseId: string) => opened.db.select().from(wakes).where(eq(wakes.caseId, caseId))
  const caseId = await begin({ outside: true }, texts)
  expect((await wake(caseId))[0]?.unseenSince).not.toBe(null)
  await opened.advance({ caseId, process: 'counter', commandId: null })
  expect((await wake(caseId))[0]?.unseenSince).toBe(null)
  const claimed = await give(caseId, 'claim', {}, { outside: true })
  expect(claimed.result.wake).toBe(undefined)
  const refused = await give(caseId, 'approve', { outcome: 'yes' }, { outside: true })
  expect(refused.result.wake).toBe(undefined)
  const finished = await give(caseId, 'finish', {}, { outside: true })
  expect(finished.result.wake).toEqual({ generation: 1 })
  expect((await opened.advance({ caseId, process: 'counter', commandId: null })).wake).toBe(
    undefined,
  )
})

test('effects are kept with the revision that asked for them, and make the answer say that there are some', async () => {
  const caseId = await begin({}, { ...texts, start: { ...texts.start, notify: [] } })
  expect((await opened.advance({ caseId, process: 'counter', commandId: null })).effects).toBe(
    false,
  )
  const { result } = await give(caseId, 'finish', {})
  expect(result).toMatchObject({ effects: true })
  const rows = await opened.db
    .select()
    .from(effects)
    .where(and(eq(effects.caseId, caseId), eq(effects.revision, result.revision)))
  expect(rows.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['notice pending'])
})

test('people are only those who held a post when they acted', async () => {
  const caseId = await begin()
  expect((await give(caseId, 'add', { n: 1 }, { who: 'jiang' })).result.answer).toMatchObject({
    ok: false,
    code: 'not-allowed',
  })
  expect((await give(caseId, 'add', { n: 1 }, { who: 'wu' })).result.answer).toMatchObject({
    ok: true,
  })
  expect((await facts(caseId)).at(-1)).toMatchObject({
    actor: { id: 'wu', name: '吴检查', role: 'inspector' },
  })
})
