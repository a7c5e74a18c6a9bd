// Is a limit of ours that a plant's measurement passes by little an alarm, and one that the plant has disabled over?
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { trustCertificate } from '../../../db/devices/feed-acts.ts'
import { alarms } from '../../../db/schema/devices/alarms.ts'
import {
  feedStates,
  feeds,
  points,
  devices as registered,
  serverCertificates,
} from '../../../db/schema/devices/devices.ts'
import { latestReadings } from '../../../db/schema/devices/readings.ts'
import { dialPlant, protocol } from '../../../devices/opcua/feed.ts'
import type { Devices } from '../../../devices/service.ts'
import { registered as nodeName, tankTags } from '../../../devices/simulators/plant-names.ts'
import { nearby, openPlant, type Plant, until } from '../plant.ts'
import { openSite } from './opcua-plants.ts'

let desk: Plant
let site: Awaited<ReturnType<typeof openSite>>
let devices: Devices
let point = 0
let holding = Promise.resolve()
const stop = new AbortController()
const { level } = tankTags
const since = '2026-01-01T00:00:00.000Z'

const states = () => desk.db.select().from(feedStates).where(eq(feedStates.feed, 'park'))
const untilConnected = () => until(async () => (await states())[0]?.state === 'connected', 15_000)
const latest = async () =>
  (await desk.db.select().from(latestReadings).where(eq(latestReadings.point, point)))[0]?.value
const ours = async () =>
  (
    await desk.db
      .select()
      .from(alarms)
      .where(and(eq(alarms.pointId, point), eq(alarms.condition, 'high')))
  )[0]
const theirs = () => desk.rows.alarm(nodeName(`${level.node}.Alarm`))

const register = async () => {
  const id = randomUUID()
  const settings = {
    url: `opc.tcp://127.0.0.1:${site.cable.port}/plant`,
    publishingMs: 100,
    samplingMs: 50,
  }
  await desk.db
    .insert(feeds)
    .values({ id: 'park', protocol, name: '化工园区', region: '330802', settings })
  const tank = { key: 'T101', name: '丙烯储罐', enterprise: 'e001', region: '330802' }
  await desk.db.insert(registered).values({ id, feed: 'park', ...tank, since })
  const limits = { high: 80, rangeLow: 0, rangeHigh: 100, deadband: 5, onDelay: 0, offDelay: 0 }
  const [row] = await desk.db
    .insert(points)
    .values({
      device: id,
      key: nodeName(level.node),
      name: '液位',
      unit: '%',
      kind: 'level' as const,
      since,
      ...limits,
    })
    .returning({ id: points.id })
  point = row?.id ?? 0
}

const trust = async () => {
  await until(async () => (await desk.db.$count(serverCertificates)) === 1)
  const [shown] = await desk.db.select().from(serverCertificates)
  await desk.db.transaction(async (tx) =>
    trustCertificate(
      tx,
      { feed: 'park', regions: ['330802'], thumbprint: shown?.thumbprint ?? '' },
      {
        id: 't',
        by: 'li',
        byName: '李四',
        reason: '电话核对指纹',
        at: new Date().toISOString(),
        bodyHash: 't',
      },
    ),
  )
}

beforeAll(async () => {
  desk = await openPlant()
  site = await openSite()
  await register()
  devices = await desk.start({
    dials: { [protocol]: dialPlant(site.certificates, nearby) },
    dialPace: { everyMs: 100, graceMs: 0 },
  })
  holding = devices.dialling.hold('park', {
    beat: () => undefined,
    ended: stop.signal,
    willComeBack: () => false,
  })
  await trust()
  await untilConnected()
})
afterAll(async () => {
  stop.abort()
  await holding
  await devices.stop()
  await site.close()
  await desk.close()
})

test('a limit passed by less than the deadband of its alarm is passed', async () => {
  site.plant().tank('level', 79)
  await until(async () => (await latest()) === 79)
  site.plant().tank('level', 83)
  await until(async () => (await latest()) === 83)
  await until(async () => (await ours())?.active === true)
})

test('what the plant has disabled is suppressed and not over, also after the line was down', async () => {
  site.plant().tank('level', 95)
  await until(async () => (await theirs())?.active === true)
  const space = site.plant().server.engine.addressSpace
  const of = space?.getNamespaceIndex('urn:anjian:simulated-plant')
  const alarm = space?.findNode(`ns=${of};s=${level.node}.Alarm`)
  ;(alarm as unknown as { setEnabledState: (on: boolean) => void }).setEnabledState(false)
  await until(async () => (await theirs())?.suppressed === true)
  site.cable.cut()
  await until(async () => (await states())[0]?.state === 'down', 15_000)
  site.cable.mend()
  await untilConnected()
  site.plant().tank('pressure', 1.1)
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  expect(await theirs()).toMatchObject({ active: true, suppressed: true })
})
