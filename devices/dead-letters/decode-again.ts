// What does something that was refused say by the registry of today?

import type { badFrames } from '../../db/schema/devices/devices.ts'
import type { StoredClocks } from '../clocks/stored-clocks.ts'
import type { DeviceRegistry, Feed } from '../episodes/registry.ts'
import type { ProtocolDriver, Registry, SessionOutput } from '../frames/protocol.ts'
import type { Observation } from '../port/port.ts'
import { readDeadLetter } from '../push/dead-letter.ts'
import type { Mapping } from '../push/mapping.ts'

export type RefusedFrame = Pick<
  typeof badFrames.$inferSelect,
  'device' | 'peer' | 'bytes' | 'context' | 'at'
>
export type Decoding = { observations: Observation[]; faults: string[] }
export type DecodeAgain = (feed: Feed, refused: RefusedFrame) => Decoding

type Deps = {
  registry: Pick<DeviceRegistry, 'of' | 'device'>
  clocks: Pick<StoredClocks, 'copy'>
  drivers: readonly (() => ProtocolDriver)[]
  mappings: ReadonlyMap<string, Mapping>
}

/** Heard as at the moment when it came, with all that is asked of a sender, by a session that remembers nothing; nobody is answered. */
export const createDecodeAgain =
  ({ registry, clocks, drivers, mappings }: Deps): DecodeAgain =>
  (feed, refused) => {
    const mapping =
      typeof feed.settings.mapping === 'string' ? mappings.get(feed.settings.mapping) : undefined
    if (mapping) return ofItems(mapping, refused, registry.device(feed.id, feed.id)?.secret ?? '')
    const driver = drivers.map((make) => make()).find(({ protocol }) => protocol === feed.protocol)
    return driver
      ? ofFrames(driver, { ...registry.of(feed.id), clocks: clocks.copy(feed.id) }, refused)
      : { observations: [], faults: [`no frames in ${feed.protocol}`] }
  }

const ofItems = (mapping: Mapping, { bytes, context }: RefusedFrame, secret: string): Decoding => {
  const items = readDeadLetter(mapping, bytes, { ...context, secret, flags: [] })
  if (typeof items === 'string') return { observations: [], faults: [items] }
  return {
    observations: items.flatMap((item) => (item.ok ? item.observations : [])),
    faults: items.flatMap((item) => (item.ok ? [] : [`${item.code}: ${item.words}`])),
  }
}

const ofFrames = (
  driver: ProtocolDriver,
  registry: Registry,
  { bytes, peer, device, at }: RefusedFrame,
): Decoding => {
  const session =
    driver.replaySession?.(registry, device) ?? driver.createSession(registry, { address: peer })
  const now = new Date(at)
  const framer = driver.framer()
  const outputs = [
    ...framer.push(driver.restore?.(bytes, registry) ?? bytes),
    ...framer.giveUp(),
  ].map((result): SessionOutput => {
    const output = session.receive(result, now)
    return result.ok || output.faults.length > 0
      ? output
      : { ...output, faults: [{ ...result.fault, device, bytes }] }
  })
  return {
    observations: outputs.flatMap(({ observations }) => observations),
    faults: outputs.flatMap(({ faults }) =>
      faults.map(({ reason, words }) => `${reason}: ${words}`),
    ),
  }
}
