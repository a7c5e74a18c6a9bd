// Does an alarm of a plant stand in our tables, and does what people do to it there come back to the plant, over a restart of both?
import { randomUUID, X509Certificate } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveDeviceCommand } from '../../../db/devices/device-commands.ts'
import { trustCertificate, withdrawTrust } from '../../../db/devices/feed-acts.ts'
import { deviceCommands } from '../../../db/schema/devices/alarms.ts'
import {
  feedGaps,
  feedStates,
  feeds,
  points,
  devices as registered,
  serverCertificates,
} from '../../../db/schema/devices/devices.ts'
import { linkCertificates } from '../../../db/schema/devices/feed-register.ts'
import { dialPlant, protocol } from '../../../devices/opcua/feed.ts'
import type { Devices } from '../../../devices/service.ts'
import { registered as nodeName, tankTags } from '../../../devices/simulators/plant-names.ts'
import { nearby, openPlant, type Plant, until } from '../plant.ts'
import { openSite } from './opcua-plants.ts'

let desk: Plant
let site: Awaited<ReturnType<typeof openSite>>
let devices: Devices
const { level } = tankTags
const since = '2026-01-01T00:00:00.000Z'
let stop = new AbortController()
let holding = Promise.resolve()

/** As the activity holds it. */
const start = async () => {
  stop = new AbortController()
  devices = await desk.start({
    dials: { [protocol]: dialPlant(site.certificates, nearby) },
    dialPace: { everyMs: 100, graceMs: 0 },
  })
  holding = devices.dialling.hold('park', {
    beat: () => undefined,
    ended: stop.signal,
    willComeBack: () => false,
  })
}
const end = async () => {
  stop.abort()
  await holding
  await devices.stop()
}
const alarm = () => desk.rows.alarm(nodeName(`${level.node}.Alarm`))

beforeAll(async () => {
  desk = await openPlant()
  site = await openSite()
  const id = randomUUID()
  const settings = {
    url: `opc.tcp://127.0.0.1:${site.cable.port}/plant`,
    publishingMs: 100,
    samplingMs: 50,
  }
  await desk.db
    .insert(feeds)
    .values({ id: 'park', protocol, name: '化工园区', region: '330802', settings })
  await desk.db.insert(registered).values({
    id,
    feed: 'park',
    key: 'T101',
    name: '丙烯储罐',
    enterprise: 'e001',
    region: '330802',
    since,
  })
  const point = {
    device: id,
    key: nodeName(level.node),
    name: '液位',
    unit: '%',
    kind: 'level' as const,
    since,
  }
  await desk.db
    .insert(points)
    .values({ ...point, rangeLow: 0, rangeHigh: 100, onDelay: 0, offDelay: 0 })
  await start()
})
afterAll(async () => {
  await end()
  await site.close()
  await desk.close()
})

const detail = async () =>
  (await desk.db.select().from(feedStates)).find(({ feed }) => feed === 'park')?.detail
const untilDetail = (words: string) => until(async () => (await detail())?.includes(words), 15_000)
const gaps = () => desk.db.select().from(feedGaps)
const shown = () => desk.db.select().from(serverCertificates)
const by = (id: string) => ({
  id,
  by: 'li',
  byName: '李四',
  reason: '电话核对指纹',
  at: new Date().toISOString(),
  bodyHash: id,
})
const which = async () => ({
  feed: 'park',
  regions: ['330802'],
  thumbprint: (await shown())[0]?.thumbprint ?? '',
})

test('promise (start): our certificate is there for the plant’s engineers once the link was tried, and its key is not', async () => {
  await until(async () => (await desk.db.$count(linkCertificates)) === 1)
  const [own] = await desk.db.select().from(linkCertificates)
  const file = readFileSync(
    join(site.certificates, 'park/own/certs/client_certificate.pem'),
    'utf8',
  )
  expect(new X509Certificate(own!.certificate).fingerprint.replaceAll(':', '')).toBe(
    own?.thumbprint,
  )
  expect(new X509Certificate(own!.certificate).toString().trim()).toBe(
    file.trim().split(/(?<=-----END CERTIFICATE-----)/)[0],
  )
})

test('a plant that is not trusted is shown at the desk, and its certificate shown; trusted by name, it is connected with', async () => {
  await untilDetail('未受信任')
  await until(async () => (await shown()).length === 1)
  expect(await shown()).toMatchObject([
    {
      feed: 'park',
      trusted: null,
      subject: expect.stringContaining('CN='),
      to: expect.any(String),
    },
  ])
  expect(
    await desk.db.transaction(async (tx) =>
      trustCertificate(tx, { ...(await which()), regions: ['330881'] }, by('no')),
    ),
  ).toBe('not-found')
  expect(
    await desk.db.transaction(async (tx) => trustCertificate(tx, await which(), by('trust'))),
  ).toBe('done')
  await untilDetail('已连接')
})

test('a folder that knows nothing, as on another machine, believes whom people trust', async () => {
  await end()
  await untilDetail('已停止')
  rmSync(site.certificates, { recursive: true, force: true })
  await start()
  await untilDetail('已连接')
})

test('trusted no longer, the link is cut and not taken up again; a certificate that nobody answers for is not believed', async () => {
  expect(
    await desk.db.transaction(async (tx) => withdrawTrust(tx, await which(), by('withdraw'))),
  ).toBe('done')
  await untilDetail('未受信任')
  await end()
  await untilDetail('已停止')
  await start()
  await untilDetail('未受信任')
  expect((await shown())[0]?.trusted).toBeNull()
  expect(
    await desk.db.transaction(async (tx) => trustCertificate(tx, await which(), by('again'))),
  ).toBe('done')
  await untilDetail('已连接')
})

test('what the plant said while nobody held its lease is a gap, from the last that was received to the first that is received again', async () => {
  await end()
  const at = new Date(Date.now() - 3_600_000).toISOString()
  await desk.db.update(feedStates).set({ lastFrameAt: at }).where(eq(feedStates.feed, 'park'))
  await desk.db.delete(feedGaps)
  await start()
  await untilDetail('已连接')
  await until(async () => (await gaps()).length === 1)
  expect(await gaps()).toMatchObject([
    { feed: 'park', reason: 'line', from: at, to: expect.any(String) },
  ])
  expect(Date.now() - Date.parse((await gaps())[0]?.to ?? '')).toBeLessThan(60_000)
})

test('its alarm stands in our table', async () => {
  site.plant().tank('level', 85)
  await until(async () => (await alarm())?.level === 2)
  site.plant().tank('level', 95)
  await until(async () => (await alarm())?.level === 1)
  expect(await alarm()).toMatchObject({
    feed: 'park',
    active: true,
    acked: false,
    closedAt: null,
    enterprise: 'e001',
  })
})

test('acknowledged on the desk, it is acknowledged in the plant', async () => {
  const { id = '' } = (await alarm()) ?? {}
  await giveDeviceCommand(desk.db, {
    key: 'ack-1',
    alarm: id,
    verb: 'acknowledge',
    args: { reason: '已派人' },
    by: 'p1',
    at: new Date().toISOString(),
  })
  await until(() => site.plant().alarm(level.node).acked === true)
  await until(async () =>
    (await desk.db.select().from(deviceCommands)).some(
      ({ key, state }) => key === 'ack-1' && state === 'done',
    ),
  )
  expect(await alarm()).toMatchObject({ active: true, acked: true, ackedBy: 'p1' })
})

test('what ended while both were away has ended, once they are back', async () => {
  await end()
  await site.stop()
  await site.begin()
  await start()
  await until(async () => (await alarm())?.active === false, 15_000)
  expect((await alarm())?.closedAt).not.toBeNull()
})
