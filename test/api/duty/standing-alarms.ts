// Feeds, devices, points and alarms as the devices process would have written them, for what is shown of them.
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { saveAccount } from '../../../db/organisation/accounts.ts'
import { alarmEvents, alarmOutbox, alarms } from '../../../db/schema/devices/alarms.ts'
import {
  deviceStates,
  devices,
  feedGaps,
  feedStates,
  feeds,
  points,
  type serverCertificates,
} from '../../../db/schema/devices/devices.ts'
import { alarmReadings } from '../../../db/schema/devices/readings.ts'
import { alarmStandingOf, isRinging } from '../../../domain/duty/alarm-states.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { enterpriseId, onDuty, settleThem } from '../../support/people/people.ts'
import type { House } from '../house.ts'
import { password } from '../house.ts'

export const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString()
export const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
export const tank = '0a000000-0000-4000-8000-000000000001'
export const farTank = '0a000000-0000-4000-8000-000000000002'

/** A feed of the county that is heard, one of another county that is silent; a tank of the enterprise with one point. */
export const settlePlant = async ({ db }: House): Promise<{ point: number }> => {
  await settleThem(db, onDuty)
  const passwordHash = await quickHash(password)
  for (const [id, [name]] of Object.entries(onDuty))
    await saveAccount(db, { id, username: id, name, passwordHash })
  await db.insert(feeds).values([
    { id: 'park', protocol: 'opcua', name: '化工园区', region: '330802' },
    { id: 'river', protocol: 'sl651', name: '水情', region: '330881' },
  ])
  const since = ago(86_400 * 30)
  await db.insert(devices).values([
    {
      id: tank,
      feed: 'park',
      key: 'T1',
      name: '甲醇储罐',
      enterprise: enterpriseId,
      region: '330802',
      synthetic: true,
      since,
      secret: 'hush',
    },
    { id: farTank, feed: 'river', key: 'R1', name: '水位站', region: '330881', since },
  ])
  const [point] = await db
    .insert(points)
    .values({
      device: tank,
      key: 'LT-101',
      name: '液位',
      unit: 'm',
      kind: 'level',
      high: 8,
      highHigh: 9,
      since,
    })
    .returning({ id: points.id })
  await db.insert(feedStates).values([
    {
      feed: 'park',
      state: 'connected',
      lastSeenAt: ago(3),
      lastFrameAt: ago(3),
      lagMs: 240,
      frames: 90,
      faults: 2,
      at: ago(2),
    },
    { feed: 'river', state: 'down', lastFrameAt: ago(4_000), at: ago(4_000) },
  ])
  await db.insert(deviceStates).values([
    { device: tank, lastSeenAt: ago(3) },
    { device: farTank, lastSeenAt: ago(4_000) },
  ])
  await db.insert(feedGaps).values({ feed: 'river', reason: 'silent', from: ago(4_000) })
  return { point: point!.id }
}

export const thumbprint = '0123456789ABCDEF0123456789ABCDEF89ABCDEF'

/** As an administrator registers somebody outside who is to hear warnings. */
export const receiver = {
  name: '市预警中心',
  url: 'https://cap.example/in',
  format: 'cap',
  regions: [],
  leastLevel: 2,
  exercises: true,
  enabled: true,
}

/** What the server of the park has shown; it expires in ten days. */
export const certificateRow = (
  more: Partial<typeof serverCertificates.$inferInsert> = {},
): typeof serverCertificates.$inferInsert => ({
  feed: 'park',
  thumbprint,
  sha256: `${thumbprint}0123456789ABCDEF01234567`,
  certificate: Buffer.from('der'),
  subject: 'CN=PlantServer\nO=衢化',
  issuer: 'CN=PlantServer\nO=衢化',
  names: 'URI:urn:plant:server, DNS:plant',
  from: ago(86_400 * 300),
  to: ago(-86_400 * 10),
  firstAt: ago(900),
  lastAt: ago(20),
  ...more,
})

type Overrides = Partial<typeof alarms.$inferInsert>

/** An alarm with the event that raised it. */
export const stand = async ({ db }: House, more: Overrides = {}): Promise<string> => {
  const id = more.id ?? randomUUID()
  const raisedAt = more.raisedAt ?? ago(120)
  const active = more.active ?? true
  const { acked = false, latched = false, closedAt } = more
  const row: typeof alarms.$inferInsert = {
    id,
    key: `park/T1/${id}/high`,
    feed: 'park',
    device: tank,
    point: 'LT-101',
    condition: 'high',
    kind: 'level',
    name: '甲醇储罐 液位',
    region: '330802',
    enterprise: enterpriseId,
    standing: alarmStandingOf({ active, acked, latched, closed: closedAt != null }),
    active,
    acked,
    latched,
    suppressed: false,
    outOfService: false,
    stale: false,
    level: 2,
    value: 8.4,
    limit: 8,
    unit: 'm',
    text: '液位高',
    raisedAt,
    synthetic: true,
    seq: 1,
    policy: 'episode',
    site: enterpriseId,
    ...more,
  }
  await db.insert(alarms).values(row)
  await event({ db } as House, id, 1, 'raised', { at: raisedAt, level: row.level, key: row.key })
  return id
}

/** As the devices write it: an event that rings is what an acknowledgement must have seen. */
export const event = async (
  { db }: Pick<House, 'db'>,
  alarm: string,
  seq: number,
  kind: string,
  more: Partial<typeof alarmEvents.$inferInsert> = {},
) => {
  const at = more.at ?? ago(1)
  if (isRinging(kind)) await db.update(alarms).set({ rang: seq }).where(eq(alarms.id, alarm))
  const [of] = await db.select().from(alarms).where(eq(alarms.id, alarm))
  if (!of) throw new Error(`no alarm ${alarm}`)
  await db.insert(alarmEvents).values({
    alarm,
    seq,
    key: `park/T1/${alarm}/high`,
    region: of.region,
    enterprise: of.enterprise ?? null,
    condition: of.condition,
    synthetic: of.synthetic,
    kind,
    at,
    recordedAt: at,
    level: 2,
    value: 8.4,
    limit: 8,
    text: kind,
    ...more,
  })
}

export const keepReading = ({ db }: House, alarm: string, at: string, value: number) =>
  db.insert(alarmReadings).values({ alarm, at, value, quality: 0 })

export const wait = ({ db }: House, alarm: string, seconds: number) =>
  db.insert(alarmOutbox).values({
    alarm,
    seq: 1,
    kind: 'raised',
    level: 2,
    data: {},
    createdAt: ago(seconds),
    notBefore: ago(seconds),
  })
