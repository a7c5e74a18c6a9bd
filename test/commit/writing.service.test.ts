// What is written of a decision beside its case: where it lies, its files, its tasks, and when what it asks for is to be done?
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { looseObject } from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseFacts, cases, effects, obligations, tasks } from '../../db/schema/cases/cases.ts'
import { files } from '../../db/schema/cases/files.ts'
import { wakes } from '../../db/schema/cases/wakes.ts'
import { machineTokens } from '../../db/schema/organisation/organisation.ts'
import { searchTexts } from '../../db/schema/search/search.ts'
import { text } from '../../domain/language/words.ts'
import { factHash } from '../../domain/model/chain.ts'
import type { EventDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import { enterpriseId } from '../support/people/people.ts'
import { chiefs, counter } from '../support/processes/counter.ts'
import { began, type Counting, midnight, openCounting } from './counting.ts'

const windowMs = 600_000
const moving: ProcessDefinition = {
  ...counter,
  machineScope: 'count',
  events: {
    ...counter.events,
    add: {
      ...(counter.events.add as EventDefinition),
      schema: looseObject({}),
      fields: [
        { name: 'photos', words: text('照片', 'Photographs'), kind: 'files', required: false },
      ],
      moves: ({ region, owner }) => ({
        ...(typeof region === 'string' ? { region } : {}),
        ...(typeof owner === 'string' ? { owner } : {}),
      }),
    },
    finish: { ...(counter.events.finish as EventDefinition), notify: [chiefs] },
  },
}

let started: Partial<ProcessDefinition['start']> = {}
let opened: Counting
beforeAll(async () => {
  opened = await openCounting({
    noticeWindowMs: windowMs,
    processFor: () => ({ ...moving, start: { ...moving.start, ...started } }),
  })
})
afterAll(() => opened?.close())

const later = '2026-03-02T01:00:00.000Z'

describe('a case that an act moves', () => {
  const placesOf = async (caseId: string) => {
    const [row] = await opened.db.select().from(cases).where(eq(cases.id, caseId))
    const [head] = await opened.db.select().from(searchTexts).where(eq(searchTexts.caseId, caseId))
    const [task] = await opened.db.select().from(tasks).where(eq(tasks.caseId, caseId))
    const [clock] = await opened.db.select().from(obligations).where(eq(obligations.caseId, caseId))
    return {
      region: [row?.region, head?.region, task?.region, clock?.region],
      owner: [row?.owner, head?.owner, task?.owner],
      found: [row?.search, head?.plain].map((words) => words?.includes('试验化工')),
    }
  }
  const here = Array(4).fill('330802')
  test.each([
    ['elsewhere', { region: '330881' }, Array(4).fill('330881'), null],
    ['to an enterprise', { owner: enterpriseId }, here, enterpriseId],
    ['nowhere', {}, here, null],
  ])(
    '%s takes its rows along, and is found by the name of its enterprise',
    async (_, moved, region, owner) => {
      const caseId = await opened.begin()
      await opened.give(caseId, 'add', { n: 1, ...moved })
      expect(await placesOf(caseId)).toEqual({
        region,
        owner: Array(3).fill(owner),
        found: Array(2).fill(owner !== null),
      })
    },
  )
  test('nowhere keeps what it is found by as it was', async () => {
    const caseId = await opened.begin()
    await opened.db.update(cases).set({ search: 'as it was' }).where(eq(cases.id, caseId))
    await opened.give(caseId, 'add', { n: 1 })
    expect((await opened.rowOf(caseId)).search).toBe('as it was')
  })
})

test('files that the form of an act names belong to its case from then on, and no others do', async () => {
  const [named, other, taken] = [randomUUID(), randomUUID(), randomUUID()]
  const photo = { sha256: 'x', name: 'a.jpg', type: 'image/jpeg', size: 1, uploadedBy: 'lin' }
  for (const id of [named, other, taken])
    await opened.db
      .insert(files)
      .values({ ...photo, id, at: began, caseId: id === taken ? 'another' : null })
  const caseId = await opened.begin()
  await opened.give(caseId, 'add', { n: 1, photos: [named, taken], remark: other })
  const caseOf = async (id: string) =>
    (await opened.db.select().from(files).where(eq(files.id, id)))[0]?.caseId
  expect([await caseOf(named), await caseOf(other), await caseOf(taken)]).toEqual([
    caseId,
    null,
    'another',
  ])
})

test('a fact carries the hash of each file that it names, and both are under its own hash', async () => {
  const [photo, proposed, other] = [randomUUID(), randomUUID(), randomUUID()]
  for (const [nth, id] of [photo, proposed, other].entries()) {
    const kept = { sha256: `sha-${nth}`, name: 'a.jpg', type: 'image/jpeg', size: 1 }
    await opened.db.insert(files).values({ ...kept, id, uploadedBy: 'lin', at: began })
  }
  const caseId = await opened.begin()
  await opened.give(caseId, 'add', { n: 1, photos: [photo, proposed], remark: other })
  await opened.give(caseId, 'add', { n: 1 })
  const facts = await opened.db
    .select()
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, caseId), eq(caseFacts.type, 'add')))
    .orderBy(caseFacts.seq)
  expect(facts.map((fact) => fact.files)).toEqual([{ [photo]: 'sha-0', [proposed]: 'sha-1' }, null])
  const [first] = facts
  expect(first && factHash(first)).toBe(first?.hash)
  expect(first && factHash({ ...first, files: { [photo]: 'sha-2' } })).not.toBe(first?.hash)
})

test('an act that names a file which has gone since it was looked at is refused, and binds none', async () => {
  const id = randomUUID()
  const photo = { sha256: 'y', name: 'a.jpg', type: 'image/jpeg', size: 1, uploadedBy: 'lin' }
  await opened.db.insert(files).values({ ...photo, id, at: began })
  const caseId = await opened.begin()
  const before = await opened.rowOf(caseId)
  const { answer } = await opened.give(caseId, 'add', { n: 1, photos: [id, randomUUID()] })
  expect(answer).toMatchObject({ ok: false, code: 'invalid-input' })
  expect((await opened.rowOf(caseId)).revision).toBe(before.revision)
  const [kept] = await opened.db.select().from(files).where(eq(files.id, id))
  expect(kept?.caseId).toBeNull()
})

test('a task that an act closes was done by who acted, when he acted, also where it is written later', async () => {
  const caseId = await opened.begin()
  opened.clock.at = '2026-03-02T03:00:00.000Z'
  await opened.give(caseId, 'finish', {}, { at: later, who: 'wu' })
  const rows = await opened.db.select().from(tasks).where(eq(tasks.caseId, caseId))
  const done = rows.find(({ task }) => task === 'count')
  expect(done).toMatchObject({ open: false, doneBy: 'wu', closedAt: later })
})

test('a task that an added signer has completed was done by whose act it was', async () => {
  const caseId = await opened.begin()
  const given = async (type: string, body: object, who: string) =>
    expect((await opened.give(caseId, type, body, { who })).answer).toMatchObject({ ok: true })
  await given('finish', {}, 'lin')
  await given('add-signer', { to: 'ji', position: 'after', reason: '请会签' }, 'chen')
  await given('approve', { outcome: 'yes' }, 'chen')
  await given('approve', { outcome: 'yes' }, 'fang')
  await given('sign', { opinion: '同意' }, 'ji')
  const rows = await opened.db.select().from(tasks).where(eq(tasks.caseId, caseId))
  expect(rows.find(({ task }) => task === 'check')).toMatchObject({ open: false, doneBy: 'fang' })
})

test('a case remembers who has begun it, where that was a person, and which case has opened it', async () => {
  const caseId = await opened.begin()
  const opener = { process: 'counter', id: 'c-1' }
  expect([(await opened.rowOf(caseId)).startedBy, (await opened.record(caseId)).opener]).toEqual([
    'lin',
    undefined,
  ])
  const gate = { who: randomUUID(), kind: 'machine' } as const
  const token = { id: gate.who, name: '闸口', tokenHash: gate.who, scopes: ['count'] }
  await opened.db.insert(machineTokens).values({ ...token, region: '330802' })
  const [ofMachine, ofCase] = [randomUUID(), randomUUID()]
  const form = { region: '330802', date: '2026-03-10' }
  started = { by: 'machine' }
  expect((await opened.give(ofMachine, 'start', form, gate)).answer).toMatchObject({ ok: true })
  started = {}
  expect((await opened.rowOf(ofMachine)).startedBy).toBe(null)
  const command = opened.commandOf(ofCase, 'start', form)
  const actor = { kind: 'person', id: 'lin', opener } as const
  await opened.ask(ofCase, { command: { ...command, actor } })
  expect((await opened.record(ofCase)).opener).toEqual(opener)
})

describe('what a decision asks for', () => {
  const notices = async (caseId: string) =>
    (await opened.db.select().from(effects).where(eq(effects.caseId, caseId)))
      .filter(({ kind }) => kind === 'notice')
      .map(({ notBefore }) => notBefore)
      .sort()
  /** Nothing of it waits any more. */
  const settled = (caseId: string) =>
    opened.db.update(effects).set({ status: 'done' }).where(eq(effects.caseId, caseId))

  test('is ready at once, although older notices of the case wait for their place', async () => {
    const caseId = await opened.begin()
    await settled(caseId)
    opened.clock.at = midnight
    expect((await opened.ask(caseId)).effects).toBe(false)
    const [waiting] = (await notices(caseId)).slice(-1)
    expect(waiting! > midnight).toBe(true)
    const { effects: ready, wakeInMs } = await opened.give(caseId, 'finish')
    expect(ready).toBe(true)
    expect(wakeInMs).toBe(Date.parse(waiting!) - Date.parse(midnight))
  })
  test('and is still ready where a notice that waits comes after it', async () => {
    const caseId = await opened.begin()
    await settled(caseId)
    await opened.give(caseId, 'finish')
    opened.clock.at = midnight
    expect((await opened.ask(caseId)).effects).toBe(true)
  })
  test('is told of by what waits longest', async () => {
    const caseId = await opened.begin()
    opened.clock.at = later
    await opened.give(caseId, 'finish')
    const [wake] = await opened.db.select().from(wakes).where(eq(wakes.caseId, caseId))
    expect(wake?.effectsAt).toBe(began)
  })
})
