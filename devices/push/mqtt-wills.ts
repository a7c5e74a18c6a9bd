// What does a broker tell of a device whose line has broken, or stands again?
import type { IPublishPacket } from 'mqtt'
import type { Condition } from '../port/port.ts'
import type { PushSource } from './take.ts'
import type { Topic } from './topics.ts'

export type BrokerLine = PushSource & { topics: Topic[]; peer: string; online: Set<string> }

const silenceOf = (device: string, active: boolean, name: string, now: Date): Condition => ({
  kind: 'condition',
  device,
  point: '',
  condition: 'device-silent',
  active,
  level: 3,
  severity: null,
  limit: null,
  value: null,
  text: `${name}${active ? '离线' : '恢复联络'}`,
  at: now.toISOString(),
  event: `will/${active}/${now.toISOString()}`,
  flags: [],
})

type Will = { key: string; message: Uint8Array; packet: IPublishPacket; online: string }

/** What is retained was said some time ago, and nothing is said to forget it; many devices say on the same topic that they are back. */
export const takeWill = async (
  source: BrokerLine,
  { key, message, packet, online: back }: Will,
  now: Date,
): Promise<void> => {
  const payload = Buffer.from(message).toString('utf8').trim().toLowerCase()
  if (packet.retain || payload === '') return
  await (payload === back ? tellOnline : tellOffline)(source, key, now)
}

/** The broker tells for the device that its connection has broken. */
const tellOffline = async (
  { ingest, registry, online: devices }: BrokerLine,
  key: string,
  now: Date,
): Promise<void> => {
  const device = registry.device(ingest.feed, key)
  if (!device) return ingest.quarantine.stranger(ingest.feed, key, ingest.feed, now)
  await ingest.intake(ingest.feed, [silenceOf(key, true, device.name, now)], now)
  ingest.links.lost(ingest.feed, key, now)
  devices.delete(key)
}

export const tellOnline = async (
  { ingest, registry, online: devices }: BrokerLine,
  key: string,
  now: Date,
): Promise<void> => {
  const device = registry.device(ingest.feed, key)
  if (!device || devices.has(key)) return
  await ingest.intake(ingest.feed, [silenceOf(key, false, device.name, now)], now)
  ingest.links.found(ingest.feed, key)
  devices.add(key)
}
