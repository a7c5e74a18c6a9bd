// Is a feed that we dial held by one process for its supervisor, and read on while Temporal is away?
import { randomUUID } from 'node:crypto'
import { Client, Connection } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, onTestFailed, test } from 'vitest'
import { serveLinks } from '../../../bin/link-worker.ts'
import { pauseFeed, resumeFeed } from '../../../db/devices/feed-acts.ts'
import { deviceCommands } from '../../../db/schema/devices/alarms.ts'
import { feedGaps, feeds, devices as registered } from '../../../db/schema/devices/devices.ts'
import type { Dials } from '../../../devices/connections/dialling.ts'
import { createSupervision } from '../../../devices/connections/supervision.ts'
import type { Command } from '../../../devices/port/port.ts'
import type { Devices } from '../../../devices/service.ts'
import { createFeedClient } from '../../../workflows/feed-client.ts'
import { testBundle } from '../../support/servers/stage.ts'
import { openPlant, type Plant, reading, until } from '../plant.ts'

/** PENDING_ACTIVITY_STATE_STARTED */
const started = 2
const lane = `test-${randomUUID()}`
let plant: Plant
let devices: Devices
let native: NativeConnection
let connection: Connection
let cases: { worker: Worker; running: Promise<void> }
let serving: ReturnType<typeof serveLinks>
const links: {
  open: boolean
  settings: unknown
  commands: Command[]
  report: (value: number) => Promise<unknown>
}[] = []
const standing = () => links.filter(({ open }) => open).length

/** A protocol whose link only notes what it is asked. */
const dials: Dials = {
  dialled: ({ feed, ingest, gaps }) => {
    const link = {
      open: true,
      settings: feed.settings,
      commands: [] as Command[],
      report: (value: number) =>
        ingest.intake(feed.id, [reading('level', value, { device: 'L1' })], new Date()),
    }
    links.push(link)
    gaps.note(feed.id, { reason: 'line', from: new Date('2026-01-01'), to: null })
    gaps.note(feed.id, { reason: 'line', from: new Date('2026-01-01'), to: new Date('2026-01-02') })
    return {
      command: (command) => {
        link.commands.push(command)
        ingest.answered([{ key: command.key, ok: true, words: 'Good' }])
        return true
      },
      close: async () => {
        link.open = false
      },
    }
  },
}
const start = () => plant.start({ dials, dialPace: { everyMs: 100, graceMs: 20_000 } })
const serve = () =>
  serveLinks({
    devices,
    address: inject('infra').temporalAddress,
    namespace: 'default',
    queue: `${lane}-devices`,
    log: () => undefined,
  })

beforeAll(async () => {
  try {
    Runtime.install({ logger: new DefaultLogger('ERROR') })
  } catch {
    // another suite of this process was first
  }
  plant = await openPlant()
  await plant.db.insert(feeds).values({
    id: 'park',
    protocol: 'dialled',
    name: '园区',
    region: '330802',
    settings: { url: 'a' },
  })
  await plant.db.insert(registered).values({
    feed: 'park',
    key: 'L1',
    name: '罐',
    region: '330802',
    since: '2026-01-01T00:00:00.000Z',
  })
  devices = await start()
  const address = inject('infra').temporalAddress
  native = await NativeConnection.connect({ address })
  connection = await Connection.connect({ address })
  const worker = await Worker.create({
    connection: native,
    taskQueue: lane,
    workflowBundle: await testBundle(),
  })
  cases = { worker, running: worker.run() }
  serving = serve()
})
afterAll(async () => {
  await new Client({ connection }).workflow
    .getHandle(`feed/park/${lane}`)
    .terminate()
    .catch(() => undefined)
  await serving.stop()
  await devices.stop()
  cases.worker.shutdown()
  await cases.running
  await native.close()
  await connection.close()
  await plant.close()
})

const supervisors = () => createFeedClient(new Client({ connection }), lane)
let supervise: ReturnType<typeof createSupervision>

test('a feed of the register is opened for its supervisor, and a command of its row goes to it', async () => {
  supervise = createSupervision(devices.dialling.feeds, supervisors())
  await supervise()
  await until(() => standing() === 1)
  expect(links[0]?.settings).toEqual({ url: 'a' })
  const at = new Date().toISOString()
  await plant.db.insert(deviceCommands).values({
    key: 'c1',
    feed: 'park',
    device: 'L1',
    verb: 'query',
    args: {},
    by: 'p1',
    region: '330802',
    createdAt: at,
    state: 'waiting',
    until: new Date(Date.now() + 60_000).toISOString(),
  })
  await until(() => links[0]?.commands.length === 1)
  await until(async () => (await plant.db.select().from(deviceCommands))[0]?.state === 'done')
  expect(await plant.db.select().from(feedGaps)).toMatchObject([{ feed: 'park', reason: 'line' }])
  expect((await plant.db.select().from(feedGaps))[0]?.to).not.toBeNull()
})

test('while nobody asks for it, it reads on; whoever asks again finds it open', async () => {
  await serving.stop()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(standing()).toBe(1)
  expect(await links[0]?.report(12)).toMatchObject([{ device: 'L1', reason: 'unknown-point' }])
  serving = serve()
  await until(async () => {
    const { raw } = await new Client({ connection }).workflow
      .getHandle(`feed/park/${lane}`)
      .describe()
    return raw.pendingActivities?.some(
      ({ attempt, state }) => (attempt ?? 0) > 1 && state === started,
    )
  })
  expect(links).toHaveLength(1)
  // The supervisor's next attempt holds the same link: paused, it lets go of it.
  await supervisors().pause('park')
  await until(() => standing() === 0, 15_000)
  expect(links).toHaveLength(1)
  await supervisors().resume('park')
  // An attempt that came while the link was being let go of is repeated after its pause.
  await until(() => standing() === 1, 30_000)
  expect(links).toHaveLength(2)
})

test('wanted again before it was let go of, it is opened again without a rest', async () => {
  await supervisors().pause('park')
  await supervisors().resume('park')
  await until(() => links.length === 3 && standing() === 1, 20_000)
})

test('paused and resumed in its row before anybody notified its supervisor, it is soon open again', async () => {
  const set = async (paused: typeof feeds.$inferInsert.paused) => {
    await plant.db.update(feeds).set({ paused }).where(eq(feeds.id, 'park'))
    await devices.registry.refresh()
  }
  await set({ by: 'li', byName: '李四', reason: '检修', at: new Date().toISOString() })
  await until(() => standing() === 0)
  await set(null)
  await until(() => links.length === 4 && standing() === 1, 20_000)
})

test('a new configuration makes a new link; the same one does not', async () => {
  await supervise()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(links).toHaveLength(4)
  await plant.db
    .update(feeds)
    .set({ settings: { url: 'b' } })
    .where(eq(feeds.id, 'park'))
  await devices.registry.refresh()
  await supervise()
  await until(() => links.length === 5 && standing() === 1)
  expect(links[4]?.settings).toEqual({ url: 'b' })
})

test('paused in its row, a feed is let go of; its supervisor stays paused over a restart, and follows when it is resumed', async () => {
  const which = { feed: 'park', regions: ['330802'] }
  const by = (id: string) => ({
    id,
    by: 'li',
    byName: '李四',
    reason: '检修',
    at: new Date().toISOString(),
    bodyHash: id,
  })
  const keepReporting = async () => {
    await devices.registry.refresh()
    await supervise()
  }
  expect(await plant.db.transaction((tx) => pauseFeed(tx, which, by('pause')))).toBe('done')
  await keepReporting()
  await until(() => standing() === 0)
  const count = links.length
  // Whoever tells the supervisors from now on knows nothing of what they were reported before.
  supervise = createSupervision(devices.dialling.feeds, supervisors())
  await keepReporting()
  expect(await plant.db.transaction((tx) => resumeFeed(tx, which, by('resume')))).toBe('done')
  supervise = createSupervision(devices.dialling.feeds, supervisors())
  await keepReporting()
  await until(() => links.length === count + 1 && standing() === 1, 20_000)
})

test('a feed without a supervisor needs none to be paused', async () => {
  await supervisors().pause('nowhere')
})

test('another process waits until the lease is released, and one that is not wanted is closed', async () => {
  const other = await start()
  const stop = new AbortController()
  onTestFailed(async () => {
    stop.abort()
    await other.stop()
  })
  const holding = other.dialling.hold('park', {
    beat: () => undefined,
    ended: stop.signal,
    willComeBack: () => false,
  })
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect([links.length, standing()]).toEqual([6, 1])
  await plant.db.update(feeds).set({ enabled: false }).where(eq(feeds.id, 'park'))
  // Who waits must know first: else the line may be let go of to him, and be closed only then.
  await other.registry.refresh()
  await devices.registry.refresh()
  await until(() => standing() === 0)
  await holding
  stop.abort()
  await other.stop()
  expect(links).toHaveLength(6)
})
