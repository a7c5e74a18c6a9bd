// Which connectors does the devices process serve besides the ports of its feeds?
import type { Database } from '../db/client.ts'
import type { Outbound } from '../domain/outbound/address.ts'
import type { FeedConnector } from './connections/connector.ts'
import type { DeviceRegistry } from './episodes/registry.ts'
import type { Intake } from './intake/intake.ts'
import { createPushConnector } from './push/connector.ts'
import { type Mapping, readMappings } from './push/mapping.ts'
import { createMqttConnector } from './push/mqtt.ts'

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

export type FeedConnectors = {
  connectors: FeedConnector[]
  mappings: ReadonlyMap<string, Mapping>
  pushPort: () => number | undefined
  close: () => Promise<void>
}

/** Throws when a mapping file is wrong. */
export const openConnectors = ({ pushPort, atOnce, ...deps }: Deps): FeedConnectors => {
  const mappings = readMappings()
  const push =
    pushPort === undefined ? null : createPushConnector({ ...deps, mappings, port: pushPort })
  return {
    mappings,
    connectors: [
      ...(push ? [push.connector] : []),
      createMqttConnector({ ...deps, mappings, intake: atOnce }),
    ],
    pushPort: () => push?.port(),
    close: async () => push?.close(),
  }
}
