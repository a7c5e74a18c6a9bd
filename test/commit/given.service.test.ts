// What becomes of a command that comes twice, at once, beside another act, or before a case that somebody else holds?
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPerformer } from '../../commit/perform.ts'
import { lockCase } from '../../db/cases/case-store.ts'
import { findCommand, keepCommand } from '../../db/cases/commands.ts'
import { sqlState } from '../../db/failures.ts'
import { cases } from '../../db/schema/cases/cases.ts'
import { machineTokens } from '../../db/schema/organisation/organisation.ts'
import { factHash } from '../../domain/model/chain.ts'
import { began, type Counting, midnight, openCounting } from './counting.ts'

let opened: Counting
beforeAll(async () => {
  opened = await openCounting()
})
afterAll(() => opened?.close())

const typesOf = async (caseId: string) => (await opened.facts(caseId)).map(({ type }) => type)
const countOf = async (caseId: string) =>
  Number((await opened.record(caseId)).snapshot.context.count)
/** Works while another connection holds the case. */
const whileHeld = <Result>(caseId: string, work: () => Promise<Result>): Promise<Result> =>
  opened.db.transaction(async (tx) => {
    await lockCase(tx, caseId)
    return work()
  })

describe('one command', () => {
  test('sent four times at once is carried out once, and each sender hears the same', async () => {
    const caseId = await opened.begin()
    const { id } = await keepCommand(opened.db, opened.commandOf(caseId, 'add', { n: 5 }))
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => opened.ask(caseId, { commandId: id })),
    )
    expect(answers.map(({ answer }) => answer)).toEqual(
      Array(4).fill({ ok: true, revision: 2, material: expect.any(Number) }),
    )
    expect([await countOf(caseId), await typesOf(caseId)]).toEqual([5, ['start', 'add']])
  })
  test('given with its act is stored with it; sent again at once it is found', async () => {
    const caseId = await opened.begin()
    const command = opened.commandOf(caseId, 'add', { n: 2 })
    const both = await Promise.all([1, 2].map(() => opened.ask(caseId, { command })))
    expect(both.map(({ answer }) => answer?.ok)).toEqual([true, true])
    expect((await findCommand(opened.db, command.id))?.answer).toEqual(both[0]?.answer)
    expect([await countOf(caseId), (await opened.facts(caseId)).at(-1)?.commandId]).toEqual([
      2,
      command.id,
    ])
  })
  test('that speaks otherwise under the same id is refused, and changes neither case nor answer', async () => {
    const caseId = await opened.begin()
    const command = opened.commandOf(caseId, 'add', { n: 2 })
    await opened.ask(caseId, { command })
    const other = opened.commandOf(caseId, 'add', { n: 3 }, { id: command.id })
    expect((await opened.ask(caseId, { command: other })).answer).toEqual({
      ok: false,
      code: 'key-reused',
      revision: 2,
    })
    expect(await countOf(caseId)).toBe(2)
    expect((await findCommand(opened.db, command.id))?.answer).toMatchObject({ ok: true })
  })
  test('that begins a case begins one, though two ids of a case were thought of', async () => {
    const first = randomUUID()
    const started = { region: '330802', date: '2026-03-10' }
    const command = opened.commandOf(first, 'start', started)
    const begun = await opened.ask(first, { command })
    const again = await opened.ask(randomUUID(), {
      command: { ...command, caseId: randomUUID() },
    })
    expect([begun.caseId, again.caseId, again.answer]).toEqual([first, first, begun.answer])
  })
  test('that waits stored begins its case though nobody names it, and the clock alone begins none', async () => {
    const caseId = randomUUID()
    await keepCommand(
      opened.db,
      opened.commandOf(caseId, 'add', { n: 1 }, { at: '2026-02-01T00:00:00.000Z' }),
    )
    const { id } = await keepCommand(
      opened.db,
      opened.commandOf(caseId, 'start', { region: '330802', date: '2026-03-10' }),
    )
    expect(await opened.ask(caseId)).toMatchObject({ revision: 1, answer: { ok: true } })
    expect((await findCommand(opened.db, id))?.answer).toMatchObject({ ok: true })
    expect(await typesOf(caseId)).toEqual(['start'])
    expect(await opened.ask(randomUUID())).toMatchObject({ answer: null, state: 'refused' })
  })
  test('that is sent under an id which nobody has stored is carried out for nobody', async () => {
    const caseId = await opened.begin()
    const answer = await opened.ask(caseId, { commandId: randomUUID() })
    expect([answer.answer, await typesOf(caseId)]).toEqual([null, ['start']])
  })
})

test('many acts at once are written one after the other, in one unbroken chain', async () => {
  const caseId = await opened.begin()
  const acts = Array.from({ length: 8 }, (_, n) => opened.commandOf(caseId, 'add', { n: n + 1 }))
  const answers = await Promise.all(acts.map((command) => opened.ask(caseId, { command })))
  expect(answers.map(({ answer }) => answer?.revision).sort()).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
  expect(await countOf(caseId)).toBe(36)
  const facts = await opened.facts(caseId)
  expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, at) => at + 1))
  for (const [at, { hash, ...fact }] of facts.entries()) {
    expect(factHash(fact)).toBe(hash)
    if (at > 0) expect(fact.previous).toBe(facts[at - 1]?.hash)
  }
  const { headHash, facts: count } = await opened.record(caseId)
  expect([headHash, count]).toEqual([facts.at(-1)?.hash, facts.length])
})

describe('a case that somebody holds', () => {
  test('is not waited for by who only reads it', async () => {
    const caseId = await opened.begin()
    opened.clock.at = midnight
    const { catchUp } = createPerformer(opened.deps, () => undefined)
    const failure = await whileHeld(caseId, () =>
      opened.ask(caseId, { noWait: true }).catch((error: unknown) => sqlState(error)),
    )
    expect(failure).toBe('55P03')
    expect(await whileHeld(caseId, () => catchUp({ caseId, process: 'counter' }))).toBe(undefined)
    expect(await typesOf(caseId)).toEqual(['start'])
    await catchUp({ caseId, process: 'counter' })
    expect((await typesOf(caseId)).at(-1)).toBe('fall-late')
  })
  test('is waited for by who acts, and he decides by the time at which he has it', async () => {
    const caseId = await opened.begin()
    const command = opened.commandOf(caseId, 'add', { n: 1 }, { at: midnight })
    const acting = await whileHeld(caseId, async () => {
      const waits = opened.ask(caseId, { command })
      await new Promise((resolve) => setTimeout(resolve, 100))
      opened.clock.at = midnight
      return { waits }
    })
    expect((await acting.waits).answer).toMatchObject({ ok: true })
    const facts = await opened.facts(caseId)
    expect(facts.map(({ type }) => type)).toEqual([
      'start',
      'expired',
      'escalation',
      'fall-late',
      'add',
    ])
    expect(facts.at(-1)?.recordedAt).toBe(midnight)
  })
})

describe('who gives a command', () => {
  test('is a machine whose token is good, and nobody when it was revoked', async () => {
    const token = {
      id: 'gate',
      name: '闸口',
      tokenHash: 'g',
      scopes: ['x'],
      region: '330802' as const,
    }
    await opened.db.insert(machineTokens).values(token)
    const caseId = await opened.begin()
    const asMachine = { who: 'gate', kind: 'machine' } as const
    expect((await opened.give(caseId, 'add', { n: 1 }, asMachine)).answer).toMatchObject({
      code: 'not-allowed',
    })
    await opened.db
      .update(machineTokens)
      .set({ revokedAt: new Date() })
      .where(eq(machineTokens.id, 'gate'))
    expect((await opened.give(caseId, 'add', { n: 1 }, asMachine)).answer).toMatchObject({
      code: 'unauthenticated',
    })
    expect(
      (await opened.give(caseId, 'add', { n: 1 }, { who: 'x', kind: 'public' })).answer,
    ).toMatchObject({ code: 'not-allowed' })
  })
  test('is told the code of a refusal, and where the case stands', async () => {
    const caseId = await opened.begin()
    const { give, act } = createPerformer(opened.deps, () => undefined)
    const refused = opened.commandOf(caseId, 'approve', { outcome: 'yes' })
    for (const again of [
      () => give('counter', refused),
      () => act({ caseId, process: 'counter', commandId: refused.id }),
    ])
      await expect(again()).rejects.toMatchObject({
        code: 'not-possible-now',
        reasons: [],
        details: { revision: 1 },
      })
    const done = await give('counter', opened.commandOf(caseId, 'add', { n: 1 }))
    expect(done).toEqual({ caseId, revision: 2, material: expect.any(Number) })
    await expect(
      act({ caseId, process: 'counter', commandId: randomUUID() }),
    ).rejects.toMatchObject({ code: 'internal' })
  })
  test('has the workflow woken after the commit, and only where something changed for it', async () => {
    const woken: unknown[] = []
    const caseId = randomUUID()
    opened.clock.at = began
    const { give, act } = createPerformer(opened.deps, (address) => woken.push(address))
    const start = opened.commandOf(caseId, 'start', { region: '330802', date: '2026-03-10' })
    await give('counter', start)
    await act({ caseId, process: 'counter', commandId: start.id })
    expect(woken).toEqual([{ caseId, process: 'counter', generation: 1 }])
    await opened.ask(caseId)
    await give('counter', opened.commandOf(caseId, 'add', { n: 1 }))
    expect(woken).toHaveLength(1)
  })
  test('or only reads, has the workflow woken of a case in which something has fallen due', async () => {
    const woken: unknown[] = []
    const caseId = await opened.begin()
    await opened.ask(caseId)
    const { catchUp } = createPerformer(opened.deps, (address) => woken.push(address))
    await catchUp({ caseId, process: 'counter' })
    expect(woken).toEqual([])
    opened.clock.at = midnight
    await catchUp({ caseId, process: 'counter' })
    expect([woken, await typesOf(caseId)]).toEqual([
      [{ caseId, process: 'counter', generation: 1 }],
      ['start', 'expired', 'escalation', 'fall-late'],
    ])
  })
})

test('when an unchanged case looks at itself again is put right with each look', async () => {
  const caseId = await opened.begin()
  await opened.db.execute(sql`UPDATE cases SET wake_at = '2030-01-01' WHERE id = ${caseId}`)
  await opened.ask(caseId)
  const [row] = await opened.db.select().from(cases).where(eq(cases.id, caseId))
  expect(row?.wakeAt).toBe(midnight)
})
