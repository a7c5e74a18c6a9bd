// What is the devices process given?
import type { Database } from '../db/client.ts'
import type { Outbound } from '../domain/outbound/address.ts'
import type { CaseClient } from '../workflows/client.ts'
import type { Dials } from './connections/dialling.ts'
import type { IngestDeps } from './connections/ingest-deps.ts'
import type { Limits } from './connections/strangers.ts'
import type { ProtocolDriver } from './frames/protocol.ts'

export type DevicesDeps = {
  url: string
  db: Database
  host: string
  /** Protocols whose feeds we dial; held only by whoever is asked to. */
  dials?: Dials
  dialPace?: { everyMs: number; graceMs: number }
  drivers: readonly (() => ProtocolDriver)[]
  /** Where pushes are taken; absent: nowhere. */
  pushPort?: number
  /** Where warnings may be sent. */
  outbound: Outbound
  cases: Pick<CaseClient, 'start' | 'observe'>
  process: string | null
  legalNow: () => Promise<string>
  log: (line: string) => void
  now?: () => Date
  limits?: Partial<Limits>
  storing?: IngestDeps['storing']
  /** Where this process keeps what PostgreSQL cannot take and nobody sends again; absent: nowhere. */
  spoolFolder?: string
  leaseMs?: number
}
