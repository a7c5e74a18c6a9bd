// What is the devices process given?
import type { Database } from '../db/client.ts'
import type { Outbound } from '../domain/outbound/address.ts'
import type { CaseClient } from '../workflows/client.ts'
import type { Listening } from './frames/protocol.ts'
import type { Dials } from './lines/dialling.ts'
import type { Limits } from './lines/listener.ts'
import type { TalkDeps } from './lines/talk-deps.ts'

export type DevicesDeps = {
  url: string
  db: Database
  host: string
  /** Protocols whose feeds we dial; held only by whoever is asked to. */
  dials?: Dials
  dialPace?: { everyMs: number; graceMs: number }
  listenings: readonly (() => Listening)[]
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
  storing?: TalkDeps['storing']
  /** Where this process keeps what PostgreSQL cannot take and nobody sends again; absent: nowhere. */
  spoolFolder?: string
  leaseMs?: number
}
