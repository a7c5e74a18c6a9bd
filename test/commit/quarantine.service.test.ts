// Where does a defect go that a command or a clock runs into, and what becomes of its case?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPerformer } from '../../commit/perform.ts'
import { transient } from '../../commit/transient.ts'
import { findCommand } from '../../db/cases/commands.ts'
import { commands } from '../../db/schema/cases/cases.ts'
import { quarantine } from '../../db/schema/cases/quarantine.ts'
import { counter } from '../support/processes/counter.ts'
import { type Counting, openCounting } from './counting.ts'

let opened: Counting
beforeAll(async () => {
  opened = await openCounting()
})
afterAll(() => opened?.close())

const typesOf = async (caseId: string) => (await opened.facts(caseId)).map(({ type }) => type)

describe('a defect', () => {
  const broken = () =>
    createPerformer(
      { ...opened.deps, processFor: () => ({ ...counter, events: null }) as never },
      () => undefined,
    )
  const kept = async (id: string) =>
    (await opened.db.select().from(quarantine).where(eq(quarantine.id, id)))[0]

  test('is put aside under its command, which is answered so; the case stays as it was', async () => {
    const caseId = await opened.begin()
    const command = opened.commandOf(caseId, 'add', { n: 1 })
    await expect(broken().give('counter', command)).rejects.toMatchObject({
      code: 'internal',
      details: { revision: 1 },
    })
    expect(await kept(command.id)).toMatchObject({
      caseId,
      solvedAt: null,
      error: expect.stringMatching(/./),
    })
    expect((await findCommand(opened.db, command.id))?.answer).toMatchObject({
      ok: false,
      problem: { code: 'internal' },
    })
    expect(await typesOf(caseId)).toEqual(['start'])
    await opened.db
      .update(quarantine)
      .set({ solvedAt: new Date() })
      .where(eq(quarantine.id, command.id))
    await opened.db.update(commands).set({ answer: null }).where(eq(commands.id, command.id))
    await expect(
      broken().act({ caseId, process: 'counter', commandId: command.id }),
    ).rejects.toThrow()
    expect(await kept(command.id)).toMatchObject({ solvedAt: null })
  })
  test('of a clock is put aside under its case, which looks again five minutes later', async () => {
    const caseId = await opened.begin()
    const advance = transient(opened.deps, async () => {
      throw new TypeError('x'.repeat(600))
    })
    expect(await advance({ caseId, process: 'counter', commandId: null })).toEqual({
      caseId,
      revision: 1,
      answer: null,
      wakeInMs: 300_000,
      effects: false,
      closed: false,
      state: 'counting',
      details: 'in quarantine: an operator has to look',
    })
    expect((await kept(caseId))?.error).toBe('x'.repeat(500))
    const nowhere = randomUUID()
    expect(await advance({ caseId: nowhere, process: 'counter', commandId: null })).toMatchObject({
      revision: 0,
      wakeInMs: null,
      closed: true,
      state: 'refused',
    })
    const commandId = randomUUID()
    const unbegun = await advance({ caseId: nowhere, process: 'counter', commandId })
    expect(unbegun.answer).toEqual({ ok: false, code: 'internal', revision: 0 })
  })
  test('after the commit of a command leaves its answer', async () => {
    const caseId = await opened.begin()
    const command = opened.commandOf(caseId, 'add', { n: 1 })
    const late = transient(opened.deps, async (request) => {
      await opened.advance(request)
      throw new TypeError('too late')
    })
    const requested = { caseId, process: 'counter', commandId: command.id, command }
    expect((await late(requested)).answer).toEqual({ ok: false, code: 'internal', revision: 2 })
    expect((await findCommand(opened.db, command.id))?.answer).toMatchObject({ ok: true })
  })
  test('is a case that wakes itself again and again in vain, as long as it is open', async () => {
    const caseId = await opened.begin()
    const advance = transient(opened.deps, opened.advance)
    await advance({ caseId, process: 'counter', commandId: null })
    expect(await kept(caseId)).toBe(undefined)
    expect((await advance({ caseId, process: 'counter', commandId: null, inVain: 9 })).state).toBe(
      'counting',
    )
    expect((await kept(caseId))?.error).toBe('woken 9 times in a row with nothing to do')
    const ended = randomUUID()
    await advance({ caseId: ended, process: 'counter', commandId: null, inVain: 9 })
    expect(await kept(ended)).toBe(undefined)
  })
})
