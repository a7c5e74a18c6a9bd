// Which column shapes do all tables share?
import { customType, timestamp } from 'drizzle-orm/pg-core'
import type { Instant } from '../../domain/time/instant.ts'

/** timestamptz read and written as ISO 8601 UTC with milliseconds, the core's `Instant`. */
export const moment = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
  toDriver: (value) => value,
})

/** Bytes as they are. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** Real time for technical bookkeeping (sessions, heartbeats), never the legal clock. */
export const realTime = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
