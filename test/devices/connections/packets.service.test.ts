// What goes towards devices, comes in packets, and is known of a line?
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { pauseFeed, resumeFeed } from '../../../db/devices/feed-acts.ts'
import { deviceCommands } from '../../../db/schema/devices/alarms.ts'
import { faultCounts, feedGaps, feedStates, feeds } from '../../../db/schema/devices/devices.ts'
import { callerOn, dialIn, plantOfSuite, signIn, until } from '../plant.ts'

const { plant, devices, start } = await plantOfSuite()

describe('towards the device', () => {
  test('a command is sent once and its answer kept', async () => {
    const caller = await signIn(await start())
    const at = new Date()
    const row = {
      feed: 'toy',
      device: 'D1',
      verb: 'query' as const,
      args: {},
      by: 'p1',
      region: '330802',
      createdAt: at.toISOString(),
      state: 'waiting' as const,
    }
    await plant.db.insert(deviceCommands).values([
      { ...row, key: 'k1', until: new Date(at.getTime() + 60_000).toISOString() },
      { ...row, key: 'k2', until: new Date(at.getTime() - 1).toISOString() },
    ])
    await until(() => caller.lines().includes('do k1 query'))
    caller.send('answer k1')
    const states = async () =>
      Object.fromEntries(
        (await plant.db.select().from(deviceCommands)).map(({ key, state }) => [key, state]),
      )
    await until(async () => (await states()).k1 === 'done')
    await until(async () => (await states()).k2 === 'expired')
    expect(await states()).toEqual({ k1: 'done', k2: 'expired' })
    expect(caller.lines().filter((line) => line.startsWith('do'))).toEqual(['do k1 query'])
    caller.end()
  })

  test('a second link is opened to a registered address only', async () => {
    const port = await start()
    const other = createServer()
    const called = new Promise<ReturnType<typeof callerOn>>((resolve) =>
      other.once('connection', (socket) => resolve(callerOn(socket))),
    )
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port: there } = other.address() as { port: number }
    const caller = await signIn(port)
    caller.send(`dial localhost ${there}`)
    await until(async () =>
      (await plant.db.select().from(faultCounts)).some(({ reason }) => reason === 'dial-refused'),
    )
    caller.send(`dial 127.0.0.1 ${there}`)
    const link = await called
    await until(() => link.lines().includes('hello'))
    link.send('I am D1')
    await until(() => link.lines().includes('welcome'))
    caller.send('[]')
    await until(() => caller.lines().includes('ok 1'))
    caller.end()
    link.end()
    other.close()
  })
})

test('packets are served as well, each a frame', async () => {
  await plant.db
    .insert(feeds)
    .values({ id: 'toy-udp', protocol: 'toy-packets', name: '包', region: '330802', port: 0 })
  await plant.db.execute(
    sql`INSERT INTO devices (id, feed, key, name, region, since) VALUES (gen_random_uuid(), 'toy-udp', 'P1', '包一', '330802', '2026-01-01')`,
  )
  await start()
  await until(() => devices().port('toy-udp') !== undefined)
  const socket = createSocket('udp4')
  const received: string[] = []
  socket.on('message', (packet) => received.push(...packet.toString().trim().split('\n')))
  const send = (text: string) => socket.send(text, devices().port('toy-udp') ?? 0, '127.0.0.1')
  send('I am P1\n')
  await until(() => received.includes('welcome'))
  send('half')
  send(
    `${JSON.stringify([{ kind: 'sign', device: 'P1', sign: 'boot', text: '启动', at: new Date().toISOString(), flags: [] }])}\n`,
  )
  await until(() => received.includes('ok 1'))
  const { rows } = await plant.db.execute(sql`SELECT sign, text FROM device_signs`)
  expect(rows).toEqual([{ sign: 'boot', text: '启动' }])
  socket.close()
})

test('a change of the register is known within moments; the health of the feed is shown', async () => {
  const port = await start()
  await plant.db.execute(
    sql`INSERT INTO devices (id, feed, key, name, region, since) VALUES (gen_random_uuid(), 'toy', 'D3', '三号罐', '330802', '2026-01-01')`,
  )
  await until(() => devices().registry.device('toy', 'D3') !== undefined, 3_000)
  const caller = await signIn(port, 'D3')
  expect(caller.lines()).toContain('welcome')
  await until(
    async () =>
      (await plant.db.select().from(feedStates).where(eq(feedStates.feed, 'toy')))[0]
        ?.connections === 1,
  )
  const [state] = await plant.db.select().from(feedStates).where(eq(feedStates.feed, 'toy'))
  expect(state).toMatchObject({ state: 'listening' })
  expect(state?.lastFrameAt).not.toBeNull()
  caller.end()
})

test('a paused feed shuts its door, also for a process that starts meanwhile; resumed, it opens again', async () => {
  const which = { feed: 'toy', regions: ['330802'] }
  const by = (id: string) => ({
    id,
    by: 'li',
    byName: '李四',
    reason: '检修',
    at: new Date().toISOString(),
    bodyHash: id,
  })
  const state = async () =>
    (await plant.db.select().from(feedStates)).find(({ feed }) => feed === 'toy')?.state
  const port = await start()
  const caller = await signIn(port)
  expect(await plant.db.transaction((tx) => pauseFeed(tx, which, by('pause')))).toBe('done')
  expect(await plant.db.transaction((tx) => pauseFeed(tx, which, by('pause again')))).toBe(
    'so-already',
  )
  await until(() => caller.closed() && devices().port('toy') === undefined)
  await expect(dialIn(port)).rejects.toThrow('ECONNREFUSED')
  await until(async () => (await state()) === 'down')
  const other = await plant.start()
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  expect([devices().held('toy'), other.held('toy')]).toEqual([false, false])
  await other.stop()
  expect(await plant.db.transaction((tx) => resumeFeed(tx, which, by('resume')))).toBe('done')
  await until(() => devices().port('toy') !== undefined)
  ;(await signIn(devices().port('toy') ?? 0)).end()
  const gaps = await plant.db.select().from(feedGaps)
  expect(gaps.filter(({ reason, to }) => reason === 'paused' && to !== null)).toHaveLength(1)
})

test('promise (alarms): a gap of a feed ends with a pause, so that a later loss never appears to have lasted since before it', async () => {
  const which = { feed: 'toy', regions: ['330802'] }
  const by = (id: string) => ({
    id,
    by: 'li',
    byName: '李四',
    reason: '检修',
    at: new Date().toISOString(),
    bodyHash: id,
  })
  const healthOf = async () =>
    (await plant.db.select().from(feedGaps))
      .filter(({ feed, reason }) => feed === 'toy' && reason === 'line')
      .map(({ to }) => to)
  const gap = { feed: 'toy', reason: 'line' }
  await plant.db
    .insert(feedGaps)
    .values({ ...gap, from: new Date(Date.now() - 3_600_000).toISOString() })
  const pause = by('pause for the gap')
  expect(await plant.db.transaction((tx) => pauseFeed(tx, which, pause))).toBe('done')
  expect((await healthOf()).map((to) => to && new Date(to).toISOString())).toEqual([pause.at])
  // Lost between the act and the moment at which its holder lets go.
  await plant.db.insert(feedGaps).values({ ...gap, from: new Date().toISOString() })
  expect(await plant.db.transaction((tx) => resumeFeed(tx, which, by('resume for the gap')))).toBe(
    'done',
  )
  expect(await healthOf()).not.toContain(null)
})
