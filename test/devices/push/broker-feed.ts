// Which feed of a broker do these tests enrol?
import { devices as deviceRows, points } from '../../../db/schema/devices/devices.ts'
import { type City, kecheng, secret, wall } from './city.ts'

export const topics = [
  { filter: 'elevator/+/+/status', kind: 'status', device: 2 },
  { filter: 'elevator/+/+/fault', kind: 'fault', device: 2 },
  { filter: 'elevator/+/+/will', device: 2, will: true },
]
export const feedOf = (id: string, url: string) => ({
  id,
  protocol: 'mqtt',
  name: id,
  region: kecheng,
  silenceSeconds: 3_600,
  settings: { url, mapping: 'lift', username: 'anjian', topics },
})

export const enrol = async ({ db }: City, feed: string): Promise<void> => {
  const since = '2026-01-01T00:00:00.000Z'
  const rows = [
    { feed, key: feed, name: '电梯平台', region: kecheng, since, secret },
    { feed, key: 'L7', name: '七号梯', region: kecheng, since },
  ]
  const made = await db.insert(deviceRows).values(rows).returning({ id: deviceRows.id })
  const device = made[1]?.id ?? ''
  const parts = ['direction', 'door_zone', 'service_mode', 'person']
  await db
    .insert(points)
    .values(parts.map((key) => ({ device, key, name: key, kind: 'other' as const, since })))
}

export let n = 0
export const fault = (id: string, status: string, at = wall()) => ({
  id: `M${++n}`,
  register_code: 'L7',
  time: at,
  fault_id: id,
  deal_status: status,
})
export const topic = (what: string) => `elevator/quzhou/L7/${what}`
