// What does a broker tell of a device whose line has broken, or stands again?
import type { IPublishPacket } from 'mqtt'
import type { Condition } from '../port/port.ts'
import type { PushLine } from './take.ts'
import type { Topic } from './topics.ts'

export type BrokerLine = PushLine & { topics: Topic[]; peer: string; online: Set<string> }

const silenceOf = (device: string, active: boolean, name: string, now: Date): Condition => ({
  ...{
    kind: 'condition',
    device,
    point: '',
    condition: 'device-silent',
    active,
    level: 3,
    severity: null,
    limit: null,
    value: null,
  },
  ...{
    text: `${name}${active ? '离线' : '恢复联络'}`,
    at: now.toISOString(),
    event: `will/${active}/${now.toISOString()}`,
    flags: [],
  },
})

type Will = { key: string; message: Uint8Array; packet: IPublishPacket; online: string }

/** What is retained was said some time ago, and nothing is said to forget it; many devices say on the same topic that they are back. */
export const takeWill = async (
  line: BrokerLine,
  { key, message, packet, online: back }: Will,
  now: Date,
): Promise<void> => {
  const said = Buffer.from(message).toString('utf8').trim().toLowerCase()
  if (packet.retain || said === '') return
  await (said === back ? tellOnline : tellOffline)(line, key, now)
}

/** The broker tells for the device that its line has broken. */
const tellOffline = async (
  { talk, registry, online: heard }: BrokerLine,
  key: string,
  now: Date,
): Promise<void> => {
  const device = registry.device(talk.feed, key)
  if (!device) return talk.quarantine.stranger(talk.feed, key, talk.feed, now)
  await talk.intake(talk.feed, [silenceOf(key, true, device.name, now)], now)
  talk.links.lost(talk.feed, key, now)
  heard.delete(key)
}

export const tellOnline = async (
  { talk, registry, online: heard }: BrokerLine,
  key: string,
  now: Date,
): Promise<void> => {
  const device = registry.device(talk.feed, key)
  if (!device || heard.has(key)) return
  await talk.intake(talk.feed, [silenceOf(key, false, device.name, now)], now)
  talk.links.found(talk.feed, key)
  heard.add(key)
}
