// What is stored though it is not of now: frames decoded again, what was kept aside, dates that pass?
import type { Database } from '../db/client.ts'
import type { StoredClocks } from './clocks/stored-clocks.ts'
import type { Spool } from './connections/spool.ts'
import { createDecodeAgain } from './dead-letters/decode-again.ts'
import { createReplays } from './dead-letters/replays.ts'
import type { DevicesDeps } from './deps.ts'
import { createIntake, type Intake, type IntakeDeps } from './intake/intake.ts'
import { overdueNow } from './intake/ruling-past.ts'
import type { Mapping } from './push/mapping.ts'

type Replaying = Pick<Parameters<typeof createReplays>[0], 'feeds' | 'deliver'> & {
  stores: Omit<IntakeDeps, 'onReceived'>
  clocks: StoredClocks
  mappings: ReadonlyMap<string, Mapping>
}

/** Nobody is heard of by what he said in the past, and no rule hears it. */
export const replaysOf = (
  { db, drivers, now }: DevicesDeps & { now: () => Date },
  { stores, clocks, mappings, ...deps }: Replaying,
) => {
  const { registry } = stores
  const intake = createIntake({ ...stores, onReceived: () => undefined })
  return createReplays({
    ...deps,
    db,
    now,
    intake,
    feed: registry.feed,
    decodeAgain: createDecodeAgain({ registry, clocks, drivers, mappings }),
  })
}

type Spooled = {
  spool: Spool | null
  feeds: () => string[]
  intake: Intake
  forget: (feed: string) => void
}

/**
 * What was kept aside is stored by whoever holds the lease, as of the moment at which it came. The rules that judge it know what has come live
 * since the last time, and those that judge what comes live know it afterwards.
 */
export const spooledOf =
  ({ spool, feeds, intake, forget }: Spooled) =>
  async (): Promise<void> => {
    for (const feed of feeds()) {
      let found = false
      try {
        await spool?.empty(feed, (observations, received) => {
          if (!found) forget(feed)
          found = true
          return intake(feed, observations, received)
        })
      } finally {
        if (found) forget(feed)
      }
    }
  }

type Registers = { db: Database; intake: Intake; feeds: () => string[]; now: () => Date }

/** Dates of registers that pass though nothing is reported. */
export const registersOf =
  ({ db, intake, feeds, now }: Registers) =>
  async (): Promise<void> => {
    for (const feed of feeds()) {
      const overdue = await overdueNow({ db }, feed, now())
      if (overdue.length > 0) await intake(feed, overdue, now())
    }
  }
