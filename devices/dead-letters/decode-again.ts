// What does something that was refused say by the registry of today?

import type { badFrames } from '../../db/schema/devices/devices.ts'
import type { KeptClocks } from '../clocks/kept-clocks.ts'
import type { DeviceRegistry, Feed } from '../episodes/registry.ts'
import type { Heard, Listening, Registry } from '../frames/protocol.ts'
import type { Observation } from '../port/port.ts'
import { readKept } from '../push/dead-letter.ts'
import type { Mapping } from '../push/mapping.ts'

export type Kept = Pick<typeof badFrames.$inferSelect, 'device' | 'peer' | 'bytes' | 'told' | 'at'>
export type Said = { observations: Observation[]; faults: string[] }
export type Reread = (feed: Feed, kept: Kept) => Said

type Deps = {
  registry: Pick<DeviceRegistry, 'of' | 'device'>
  clocks: Pick<KeptClocks, 'copy'>
  listenings: readonly (() => Listening)[]
  mappings: ReadonlyMap<string, Mapping>
}

/** Heard as at the moment when it came, with all that is asked of a sender, by a talk that remembers nothing; nobody is answered. */
export const createReread =
  ({ registry, clocks, listenings, mappings }: Deps): Reread =>
  (feed, kept) => {
    const mapping =
      typeof feed.settings.mapping === 'string' ? mappings.get(feed.settings.mapping) : undefined
    if (mapping) return ofItems(mapping, kept, registry.device(feed.id, feed.id)?.secret ?? '')
    const listening = listenings
      .map((make) => make())
      .find(({ protocol }) => protocol === feed.protocol)
    return listening
      ? ofFrames(listening, { ...registry.of(feed.id), clocks: clocks.copy(feed.id) }, kept)
      : { observations: [], faults: [`no frames in ${feed.protocol}`] }
  }

const ofItems = (mapping: Mapping, { bytes, told }: Kept, secret: string): Said => {
  const items = readKept(mapping, bytes, { ...told, secret, flags: [] })
  if (typeof items === 'string') return { observations: [], faults: [items] }
  return {
    observations: items.flatMap((item) => (item.ok ? item.observations : [])),
    faults: items.flatMap((item) => (item.ok ? [] : [`${item.code}: ${item.words}`])),
  }
}

const ofFrames = (
  listening: Listening,
  registry: Registry,
  { bytes, peer, device, at }: Kept,
): Said => {
  const talk =
    listening.afterwards?.(registry, device) ?? listening.converse(registry, { address: peer })
  const now = new Date(at)
  const framer = listening.framer()
  const heard = [
    ...framer.push(listening.restored?.(bytes, registry) ?? bytes),
    ...framer.giveUp(),
  ].map((piece): Heard => {
    const said = talk.hear(piece, now)
    return piece.ok || said.faults.length > 0
      ? said
      : { ...said, faults: [{ ...piece.fault, device, bytes }] }
  })
  return {
    observations: heard.flatMap(({ observations }) => observations),
    faults: heard.flatMap(({ faults }) => faults.map(({ reason, words }) => `${reason}: ${words}`)),
  }
}
