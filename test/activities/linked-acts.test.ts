// Does an act reach the case that has opened this one, or those that it has opened, once, and is its outcome kept?
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cases } from '../../db/schema/cases/cases.ts'
import { verifyChain } from '../../domain/model/chain.ts'
import { asking, helping } from '../support/processes/linked.ts'
import {
  commandsOf,
  does,
  factsOf,
  linksOf,
  opened,
  type Performing,
  pendingOf,
  recordOf,
  timesOf,
  useLinkedCases,
  work,
} from './linked-cases-house.ts'

useLinkedCases({ asking, helping })

const region = '330802'
const asked = async (more: Record<string, unknown> = {}): Promise<string> => {
  const id = randomUUID()
  await does(id, 'asking', 'start', { region, ...more })
  return id
}
/** A case that asks, and one that it has opened. */
const both = async (): Promise<{ opener: string; helper: string }> => {
  const opener = await asked()
  await does(opener, 'asking', 'call')
  await work(opener, 'asking')
  const [link] = await linksOf(opener)
  return { opener, helper: link?.id ?? '' }
}
const statuses = async (id: string) =>
  (await linksOf(id)).flatMap(({ to, status }) => (to === undefined ? [] : [status]))

test('a case knows by which it was opened, and whether as an exercise; nobody who opens one can say so', async () => {
  const { opener, helper } = await both()
  expect((await recordOf(helper))?.opener).toEqual({ process: 'asking', id: opener })
  const drilling = await asked({ drill: true })
  await does(drilling, 'asking', 'call')
  await work(drilling, 'asking')
  const exercise = (await linksOf(drilling))[0]?.id ?? ''
  expect((await recordOf(exercise))?.opener).toEqual({
    process: 'asking',
    id: drilling,
    drill: true,
  })
  const own = randomUUID()
  const forged = { region, opener: { process: 'asking', id: opener } }
  await does(own, 'helping', 'start', forged)
  await does(own, 'helping', 'finish', { n: 1 })
  await work(own, 'helping')
  expect([(await recordOf(own))?.opener, await linksOf(own)]).toEqual([undefined, []])
  expect(await timesOf(opener, 'answered')).toBe(0)
})

test('promise (emergencies): an exercise opens no real case, and no act leads from one to the other', async () => {
  const drilling = await asked({ drill: true })
  await does(drilling, 'asking', 'call-for-real')
  await work(drilling, 'asking')
  const [link] = await linksOf(drilling)
  expect([link?.status, link?.drill]).toEqual(['not-opened', true])
  expect(link?.reasons).toMatchObject([{ zh: expect.stringContaining('演练') }])
  expect(await recordOf(link?.id ?? '')).toBe(undefined)

  const { opener, helper } = await both()
  await opened.db.update(cases).set({ title: '【演练】求助' }).where(eq(cases.id, opener))
  await does(helper, 'helping', 'answer', { n: 3 })
  await work(helper, 'helping')
  expect(await linksOf(helper)).toMatchObject([
    { to: opener, status: 'refused', reasons: [{ zh: '演练与真实案件互不办理' }] },
  ])
  expect(await timesOf(opener, 'answered')).toBe(0)
})

test('whoever has opened a case keeps that it began, once, also where he cannot read it', async () => {
  const { opener, helper } = await both()
  await work(opener, 'asking')
  expect(await linksOf(opener)).toMatchObject([{ id: helper, status: 'started' }])
  expect(await timesOf(opener, 'linked')).toBe(1)
})

test('a case whose form is refused waits no longer: the refusal stands with its reasons', async () => {
  const opener = await asked()
  await does(opener, 'asking', 'call-badly')
  await work(opener, 'asking')
  const [link] = await linksOf(opener)
  expect(link?.status).toBe('not-opened')
  expect(link?.reasons?.length).toBeGreaterThan(0)
  expect([await recordOf(link?.id ?? ''), await pendingOf(opener)]).toEqual([undefined, []])
})

test('a process that does not run here leaves its link waiting', async () => {
  const opener = await asked()
  await does(opener, 'asking', 'call-nobody')
  await work(opener, 'asking')
  expect(await linksOf(opener)).toMatchObject([{ status: 'waiting' }])
})

test('what it does reaches its opener in the name of the system, once, and a case that ends by it keeps the outcome', async () => {
  const { opener, helper } = await both()
  await does(helper, 'helping', 'finish', { n: 3 })
  for (let times = 0; times < 2; times += 1) await work(helper, 'helping')
  const told = (await factsOf(opener)).filter(({ type }) => type === 'answered')
  expect(told).toMatchObject([{ actor: { kind: 'system' }, data: { n: 3 } }])
  expect(await recordOf(helper)).toMatchObject({
    status: 'closed',
    links: [{ process: 'asking', to: opener, status: 'done' }],
  })
  expect(await timesOf(helper, 'linked')).toBe(1)
  const [facts, record] = [await factsOf(helper), await recordOf(helper)]
  expect(
    verifyChain(facts, { facts: record?.facts ?? -1, head: record?.headHash ?? '' }),
  ).toMatchObject({ valid: true })
})

test('it reaches every case that was opened, also one that is opened by the same act, and each outcome is kept', async () => {
  const { opener, helper } = await both()
  await does(opener, 'asking', 'call-and-tell')
  const second = (await linksOf(opener)).find((one) => one.event === 'call-and-tell')?.id ?? ''
  const slow =
    (act: Performing): Performing =>
    async (address) => {
      await sleep(500)
      return act(address)
    }
  expect(await work(opener, 'asking', slow)).toMatchObject({ done: 2, retryInMs: 15_000 })
  await work(opener, 'asking')
  expect([await timesOf(helper, 'heed'), await timesOf(second, 'heed')]).toEqual([1, 1])
  expect(await statuses(opener)).toEqual(['done', 'done'])
  expect(await pendingOf(opener)).toEqual([])
})

test('a refusal is kept with its reason, and neither that nor anything else is tried again', async () => {
  const { opener, helper } = await both()
  await does(helper, 'helping', 'answer', { n: 11 })
  await work(helper, 'helping')
  await work(helper, 'helping')
  expect(await linksOf(helper)).toMatchObject([
    { to: opener, status: 'refused', reasons: [{ zh: '数太大' }] },
  ])
  const [outcome] = (await factsOf(helper)).filter(({ type }) => type === 'linked')
  expect(outcome).toMatchObject({
    audience: 'internal',
    data: { outcome: 'refused', to: opener, reasons: [{ zh: '数太大' }] },
  })
  expect(await timesOf(opener, 'answered')).toBe(0)
  expect((await commandsOf(opener)).filter(({ type }) => type === 'answered')).toHaveLength(1)
})

test('a case that has ended, and one that was never opened, are answers too', async () => {
  const { opener, helper } = await both()
  await does(opener, 'asking', 'end')
  await does(helper, 'helping', 'answer', { n: 1 })
  await work(helper, 'helping')
  expect(await linksOf(helper)).toMatchObject([{ to: opener, status: 'closed' }])
  expect((await commandsOf(opener)).filter(({ type }) => type === 'answered')).toEqual([])
  const alone = await asked()
  await does(alone, 'asking', 'call-nobody')
  await work(alone, 'asking')
  await does(alone, 'asking', 'tell')
  await work(alone, 'asking')
  expect(await statuses(alone)).toEqual(['missing'])
})

test('two workers at once carry it out once', async () => {
  const { opener, helper } = await both()
  await does(helper, 'helping', 'finish', { n: 2 })
  await Promise.all([work(helper, 'helping'), work(helper, 'helping')])
  expect([await timesOf(opener, 'answered'), await timesOf(helper, 'linked')]).toEqual([1, 1])
})

/** The worker dies at the nth thing that it does to a case: before it is committed, or before it hears so. */
const dyingAt = (nth: number, when: 'before' | 'after') => {
  let times = 0
  return (act: Performing): Performing =>
    async (address) => {
      times += 1
      if (times === nth && when === 'before') throw lost()
      const done = await act(address)
      if (times === nth) throw lost()
      return done
    }
}
const lost = () => Object.assign(new Error('Connection terminated'), { code: '57P01' })

test.each<[number, 'before' | 'after']>([
  [1, 'before'],
  [1, 'after'],
  [2, 'before'],
  [2, 'after'],
])(
  'killed at the %i. act, %s its commit: the next worker finishes it, each side once',
  async (nth, when) => {
    const { opener, helper } = await both()
    await does(helper, 'helping', 'finish', { n: 4 })
    await expect(work(helper, 'helping', dyingAt(nth, when))).rejects.toThrow()
    expect(await pendingOf(helper)).toHaveLength(1)
    await work(helper, 'helping')
    expect(await pendingOf(helper)).toEqual([])
    expect([await timesOf(opener, 'answered'), await timesOf(helper, 'linked')]).toEqual([1, 1])
    expect(await statuses(helper)).toEqual(['done'])
  },
)

test.each<[number, 'before' | 'after']>([
  [1, 'before'],
  [1, 'after'],
  [2, 'before'],
  [2, 'after'],
])(
  'killed at the %i. commit of opening a case, %s it: it is opened once, and both know each other',
  async (nth, when) => {
    const opener = await asked()
    await does(opener, 'asking', 'call')
    await expect(work(opener, 'asking', dyingAt(nth, when))).rejects.toThrow()
    await work(opener, 'asking')
    const [link] = await linksOf(opener)
    expect([await timesOf(link?.id ?? '', 'start'), await timesOf(opener, 'linked')]).toEqual([
      1, 1,
    ])
    expect(link?.status).toBe('started')
    expect((await recordOf(link?.id ?? ''))?.opener).toEqual({ process: 'asking', id: opener })
  },
)

test('killed after a refusal was committed: the next worker keeps the same reason', async () => {
  const { opener, helper } = await both()
  await does(helper, 'helping', 'answer', { n: 50 })
  const dying =
    (act: Performing): Performing =>
    async (address) => {
      await act(address).catch(() => undefined)
      throw lost()
    }
  await expect(work(helper, 'helping', dying)).rejects.toThrow()
  await does(opener, 'asking', 'end')
  await work(helper, 'helping')
  expect(await linksOf(helper)).toMatchObject([{ status: 'refused', reasons: [{ zh: '数太大' }] }])
})
