// What does a commit do for other cases, newer charts, periods reckoned again and people looked up?
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cases, effects } from '../../db/schema/cases/cases.ts'
import { wakes } from '../../db/schema/cases/wakes.ts'
import type { EventDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import { chiefs, counter } from '../support/processes/counter.ts'
import { begin, facts, factsOf, give, opened, record, useCounterDatabase } from './advancing.ts'

useCounterDatabase()

const told: ProcessDefinition = {
  ...counter,
  events: {
    ...counter.events,
    finish: { ...(counter.events.finish as EventDefinition), notify: [chiefs] },
  },
}

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
  const caseId = await begin({ outside: true }, told)
  expect((await wake(caseId))[0]?.unseenSince).not.toBe(null)
  await opened.advance({ caseId, process: 'counter', commandId: null })
  expect((await wake(caseId))[0]?.unseenSince).toBe(null)
  const claimed = await give(caseId, 'claim', {}, { outside: true })
  expect(claimed.result.wake).toBe(undefined)
  const refused = await give(caseId, 'approve', { outcome: 'yes' }, { outside: true })
  expect(refused.result.wake).toBe(undefined)
  const finished = await give(caseId, 'finish', {}, { outside: true })
  expect(finished.result.wake).toEqual({ life: 1 })
  expect((await opened.advance({ caseId, process: 'counter', commandId: null })).wake).toBe(
    undefined,
  )
})

test('effects are kept with the revision that asked for them, and make the answer say that there are some', async () => {
  const caseId = await begin({}, { ...told, start: { ...told.start, notify: [] } })
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
