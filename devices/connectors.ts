// Which doors does the devices process keep open besides the ports of its feeds?
import type { Database } from '../db/client.ts'
import type { Outbound } from '../domain/outbound/address.ts'
import type { Door } from './connections/connector.ts'
import type { DeviceRegistry } from './episodes/registry.ts'
import type { Intake } from './intake/intake.ts'
import { createPushDoor } from './push/connector.ts'
import { type Mapping, readMappings } from './push/mapping.ts'
import { createMqttDoor } from './push/mqtt.ts'

type Deps = {
  db: Database
  registry: DeviceRegistry
  host: string
  /** Where pushes are taken; absent: nowhere. */
  pushPort?: number
  /** Where brokers may be. */
  outbound: Outbound
  /** An intake that does not wait for others: a broker's messages come one after the other. */
  atOnce: Intake
  now: () => Date
  log: (line: string) => void
}

export type Doors = {
  doors: Door[]
  mappings: ReadonlyMap<string, Mapping>
  pushPort: () => number | undefined
  close: () => Promise<void>
}

/** Throws when a mapping file is wrong. */
export const openDoors = ({ pushPort, atOnce, ...deps }: Deps): Doors => {
  const mappings = readMappings()
  const push = pushPort === undefined ? null : createPushDoor({ ...deps, mappings, port: pushPort })
  return {
    mappings,
    doors: [...(push ? [push.door] : []), createMqttDoor({ ...deps, mappings, intake: atOnce })],
    pushPort: () => push?.port(),
    close: async () => push?.close(),
  }
}
