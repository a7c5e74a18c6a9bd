// Who is asked to wake a case, and when does a wake that was lost go out again?
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLook } from '../../commit/look.ts'
import { startRelay } from '../../commit/relay.ts'
import {
  askForWake,
  leaseWakes,
  noteSeen,
  type Outlook,
  readUnseen,
  readUnseenSince,
  takeOutlook,
  type WakeAddress,
} from '../../db/cases/wakes.ts'
import { connect } from '../../db/client.ts'
import { wakes } from '../../db/schema/cases/wakes.ts'
import { createDatabase } from '../support/servers/infra.ts'

const soon = '2026-03-10T16:00:00.000Z'
let opened: Awaited<ReturnType<typeof openDatabase>>
beforeAll(async () => {
  opened = await openDatabase()
})
afterAll(() => opened?.close())

const openDatabase = async () => {
  const { url, drop } = await createDatabase()
  const { db, close } = connect(url)
  return { db, close: () => close().then(drop) }
}

const outlook = (more: Partial<Outlook> = {}): Outlook => ({
  caseId: randomUUID(),
  process: 'counter',
  generation: 1,
  revision: 1,
  chart: 1,
  closed: false,
  state: 'counting',
  details: 'x',
  timerAt: soon,
  effectsAt: null,
  urgent: false,
  ...more,
})
const ask = (one: Outlook, effectsNow = false) =>
  opened.db.transaction((tx) => askForWake(tx, one, effectsNow))
const row = async ({ caseId }: Pick<Outlook, 'caseId'>) =>
  (await opened.db.select().from(wakes).where(eq(wakes.caseId, caseId)))[0]
/** A case whose workflow has looked. */
const seen = async (more: Partial<Outlook> = {}): Promise<Outlook> => {
  const one = outlook(more)
  await noteSeen(opened.db, one)
  return one
}
const nobodyElse = () => opened.db.delete(wakes)
const overdue = (...them: Outlook[]) =>
  Promise.all(
    them.map(({ caseId }, nth) =>
      opened.db
        .update(wakes)
        .set({ tryAt: new Date(nth) })
        .where(eq(wakes.caseId, caseId)),
    ),
  )
const waitOf = async (one: Outlook) => {
  const { rows } = await opened.db.execute<{ s: number }>(
    sql`SELECT round(extract(epoch FROM try_at - now()))::int AS s FROM wakes WHERE case_id = ${one.caseId}`,
  )
  return rows[0]?.s
}

test('the first act of a case asks for a wake, which the relay sends after a second of grace', async () => {
  const one = outlook()
  expect(await ask(one)).toBe(true)
  expect(await row(one)).toMatchObject({ ...one, unseenSince: expect.any(Date), tries: 0 })
  const { unseenSince, tryAt } = (await row(one))!
  expect(tryAt!.getTime() - unseenSince!.getTime()).toBe(1_000)
})

test.each([
  ['an effect is to be carried out now', {}, true],
  ['the timer is to ring earlier', { timerAt: '2026-03-10T15:59:59.999Z' }, false],
  ['the case has another run', { generation: 2 }, false],
  ['the case has ended', { closed: true }, false],
])('a workflow that has looked is woken where %s', async (_, more, effectsNow) => {
  const one = await seen()
  expect(await ask({ ...one, revision: 2, ...more }, effectsNow)).toBe(true)
  expect(await row(one)).toMatchObject({ revision: 2, ...more, unseenSince: expect.any(Date) })
})

test.each([
  ['nothing of its future has changed', {}],
  [
    'the timer is to ring later: it looks when the old one rings',
    { timerAt: '2026-03-11T16:00:00.000Z' },
  ],
  ['nothing falls due any more', { timerAt: null }],
  ['an effect waits for its place in the window', { effectsAt: soon }],
])('a workflow that has looked is left asleep where %s', async (_, more) => {
  const one = await seen()
  expect(await ask({ ...one, revision: 2, ...more })).toBe(false)
  expect(await row(one)).toMatchObject({ revision: 2, ...more, unseenSince: null, tryAt: null })
})

test('a workflow that waited for nothing is woken where something falls due', async () => {
  const one = await seen({ timerAt: null })
  expect(await ask({ ...one, timerAt: soon })).toBe(true)
})

test('of several acts that nobody has looked at only the first asks, and the wake waits no longer for the others', async () => {
  const one = outlook()
  await ask(one)
  const first = await row(one)
  await overdue(one)
  expect(await leaseWakes(opened.db, 100)).toContainEqual({
    caseId: one.caseId,
    process: 'counter',
    generation: 1,
  })
  const leased = await row(one)
  expect(await ask({ ...one, revision: 2 }, true)).toBe(false)
  expect(await row(one)).toMatchObject({
    revision: 2,
    unseenSince: first?.unseenSince,
    tryAt: leased?.tryAt,
    tries: 1,
  })
})

test('whoever is woken learns how the case stands, and that he knows it is one statement', async () => {
  const one = outlook({ effectsAt: '2026-03-01T00:00:00.000Z' })
  await ask(one)
  const look = createLook({ db: opened.db, now: async () => '2026-03-10T15:00:00.000Z' })
  expect(await look({ caseId: one.caseId, process: 'counter' })).toEqual({
    caseId: one.caseId,
    revision: 1,
    answer: null,
    wakeInMs: 3_600_000,
    effects: true,
    closed: false,
    chart: 1,
    state: 'counting',
    details: 'x',
  })
  expect(await row(one)).toMatchObject({ unseenSince: null, tryAt: null, tries: 0 })
  expect(await takeOutlook(opened.db, randomUUID())).toBe(null)
  expect(await look({ caseId: randomUUID(), process: 'counter' })).toBe(null)
})

test('a look that the database refuses tells its kind and nothing else', async () => {
  const db = { update: () => expect.unreachable('林检查 statement') } as never
  const look = createLook({ db, now: async () => soon })
  await expect(look({ caseId: 'c', process: 'counter' })).rejects.toThrow(
    /^the database did not serve: /,
  )
})

test('the relay leases what is overdue, urgent cases first and then the longest; each lease is longer than the one before', async () => {
  await nobodyElse()
  const [late, later, urgent, fresh] = [outlook(), outlook(), outlook({ urgent: true }), outlook()]
  for (const one of [late, later, urgent, fresh]) await ask(one)
  await overdue(late, later, urgent)
  const two = await leaseWakes(opened.db, 2)
  expect(two.map(({ caseId }) => caseId).sort()).toEqual([urgent.caseId, late.caseId].sort())
  expect(await leaseWakes(opened.db, 10)).toEqual([
    { caseId: later.caseId, process: 'counter', generation: 1 },
  ])
  expect(await leaseWakes(opened.db, 10)).toEqual([])
  const waits: unknown[] = [await waitOf(late)]
  for (let turn = 0; turn < 7; turn += 1) {
    await overdue(late)
    await leaseWakes(opened.db, 10)
    waits.push(await waitOf(late))
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  expect((await row(late))?.tries).toBe(8)
})

test('two relays at once lease no wake twice', async () => {
  await nobodyElse()
  const them = Array.from({ length: 20 }, () => outlook())
  for (const one of them) await ask(one)
  await overdue(...them)
  const leased = await Promise.all(Array.from({ length: 4 }, () => leaseWakes(opened.db, 20)))
  expect(
    leased
      .flat()
      .map(({ caseId }) => caseId)
      .sort(),
  ).toEqual(them.map(({ caseId }) => caseId).sort())
})

test('what nobody has looked at is counted, since when, and told the longest first', async () => {
  await nobodyElse()
  expect(await readUnseen(opened.db)).toEqual({ count: 0, since: null })
  const [one, other, known] = [outlook(), outlook(), await seen()]
  await ask(one)
  await ask(other)
  const at = new Date('2026-03-01T00:00:00.000Z')
  await opened.db.update(wakes).set({ unseenSince: at }).where(eq(wakes.caseId, other.caseId))
  expect(await readUnseen(opened.db)).toEqual({ count: 2, since: at })
  const now = new Date(Date.now() + 1_000)
  const texts = await readUnseenSince(opened.db, now, 10)
  expect(texts.map(({ caseId }) => caseId)).toEqual([other.caseId, one.caseId])
  expect(texts[0]?.at).toEqual(at)
  expect(await readUnseenSince(opened.db, now, 1)).toHaveLength(1)
  expect(await readUnseenSince(opened.db, at, 10)).toEqual([])
  expect(known.caseId).not.toBe(one.caseId)
})

/** One turn of a relay over so many overdue wakes. */
const relayed = async (count: number, send: (address: WakeAddress) => Promise<void>) => {
  await nobodyElse()
  const them = Array.from({ length: count }, () => outlook())
  for (const one of them) await ask(one)
  await overdue(...them)
  const sent: WakeAddress[] = []
  const limits: number[] = []
  const warned: string[] = []
  let inFlight = 0
  let most = 0
  const relay = startRelay(
    opened.db,
    async (address, deadlineMs) => {
      sent.push(address)
      limits.push(deadlineMs)
      inFlight += 1
      most = Math.max(most, inFlight)
      await new Promise((resolve) => setTimeout(resolve, 20))
      inFlight -= 1
      await send(address)
    },
    (kind) => warned.push(kind),
  )
  await expect.poll(() => sent.length).toBeGreaterThan(0)
  // It ends with its turn.
  await relay.stop()
  return { sent, warned, most, limits, them }
}

test('a relay sends each overdue wake once a turn, so many at a time, with a deadline', async () => {
  const { sent, warned, most, limits } = await relayed(70, async () => undefined)
  expect([sent.length, new Set(sent.map(({ caseId }) => caseId)).size]).toEqual([64, 64])
  expect([warned, most, new Set(limits)]).toEqual([[], 32, new Set([2_000])])
})

test('where sending fails the rest of the turn is left alone, and the relay says how many failed', async () => {
  const { sent, warned } = await relayed(64, () => Promise.reject(new Error('away')))
  expect(sent.length).toBeLessThan(64)
  expect(warned).toEqual([`${sent.length} wakes could not be sent`])
})

test('where one wake fails the others of the turn go out', async () => {
  let first = true
  const { sent, warned } = await relayed(40, async () => {
    if (!first) return
    first = false
    throw new Error('away')
  })
  expect([sent.length, warned]).toEqual([40, ['1 wakes could not be sent']])
})
