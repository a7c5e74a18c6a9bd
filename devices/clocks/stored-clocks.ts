// How do the clocks of devices stay known over reconnects and restarts?
import { inArray, sql } from 'drizzle-orm'
import type { Database, Executor } from '../../db/client.ts'
import { deviceClocks } from '../../db/schema/cases/clocks.ts'
import type { DeviceRegistry } from '../episodes/registry.ts'
import { copyOfClocks, createDeviceClocks, type DeviceClocks } from './clocks.ts'
import { type DeviceClock, unknownClock } from './device-clock.ts'
import { momentOf } from './judged-time.ts'

export type StoredClocks = ReturnType<typeof createStoredClocks>

type Deps = {
  db: Database
  guard: (tx: Executor, feed: string) => Promise<void>
  registry: Pick<DeviceRegistry, 'device' | 'devices'>
}

type Room = {
  known: Map<string, DeviceClock>
  written: Map<string, DeviceClock>
  changed: Set<string>
  clocks: DeviceClocks
}

/** How far the newest moment that is stored may lie behind: less than any history that matters. */
const newestMs = 300_000
const atOnce = 500

/** An offset is written with the next round; the newest moment every few minutes, so that a vehicle every ten seconds costs nothing. */
export const createStoredClocks = (deps: Deps) => {
  const rooms = new Map<string, Room>()
  const roomOf = (feed: string): Room => {
    const known = rooms.get(feed) ?? fresh()
    rooms.set(feed, known)
    return known
  }
  const write = async (feed: string, room: Room): Promise<void> => {
    const due = [...room.changed]
      .filter((key) => isDue(room.written.get(key), room.known.get(key)))
      .slice(0, atOnce)
    const rows = due.flatMap((key) =>
      rowOf(deps.registry.device(feed, key)?.id, room.known.get(key)),
    )
    const taken = new Map(
      due.flatMap((key): [string, DeviceClock][] => [[key, room.known.get(key) ?? unknownClock]]),
    )
    if (rows.length > 0)
      await deps.db.transaction(async (tx) => {
        await deps.guard(tx, feed)
        await upsert(tx, rows)
      })
    for (const [key, clock] of taken) {
      room.written.set(key, clock)
      if (room.known.get(key) === clock) room.changed.delete(key)
    }
  }
  return {
    of: (feed: string): DeviceClocks => roomOf(feed).clocks,
    /** As they stand now, for what is read once more of the past. */
    copy: (feed: string): DeviceClocks => copyOfClocks(roomOf(feed).known),
    load: async (feed: string): Promise<void> => {
      const room = roomOf(feed)
      for (const [key, clock] of await readClocks(deps, feed)) {
        room.known.set(key, clock)
        room.written.set(key, clock)
      }
    },
    /** What the holder of a line has learned; also before it is let go of. */
    keep: async (feed: string): Promise<void> => {
      const room = rooms.get(feed)
      if (room) await write(feed, room)
    },
    forget: (feed: string): void => void rooms.delete(feed),
  }
}

const fresh = (): Room => {
  const [known, changed] = [new Map<string, DeviceClock>(), new Set<string>()]
  return {
    known,
    changed,
    written: new Map(),
    clocks: createDeviceClocks(known, (device) => changed.add(device)),
  }
}

const isDue = (before: DeviceClock | undefined, after: DeviceClock | undefined): boolean => {
  if (!after) return false
  const { offset, newest } = before ?? unknownClock
  return offset !== after.offset || (after.newest ?? 0) - (newest ?? 0) >= newestMs
}

type Row = typeof deviceClocks.$inferInsert

const rowOf = (device: string | undefined, clock: DeviceClock | undefined): Row[] => {
  if (device === undefined || !clock) return []
  const { offset, learnedAt, newest } = clock
  return [
    {
      device,
      offsetMs: offset === null ? null : Math.round(offset),
      learnedAt: momentOf(learnedAt),
      newest: newest === null ? null : momentOf(newest),
    },
  ]
}

const upsert = (tx: Executor, rows: Row[]) =>
  tx
    .insert(deviceClocks)
    .values(rows.toSorted((one, other) => (one.device < other.device ? -1 : 1)))
    .onConflictDoUpdate({
      target: deviceClocks.device,
      set: {
        offsetMs: sql`excluded.offset_ms`,
        learnedAt: sql`excluded.learned_at`,
        newest: sql`excluded.newest`,
      },
    })

const readClocks = async (
  { db, registry }: Deps,
  feed: string,
): Promise<[string, DeviceClock][]> => {
  const keys = new Map(registry.devices(feed).map(({ id, key }) => [id, key]))
  const ids = [...keys.keys()]
  const all: [string, DeviceClock][] = []
  for (let first = 0; first < ids.length; first += 5_000) {
    const rows = await db
      .select()
      .from(deviceClocks)
      .where(inArray(deviceClocks.device, ids.slice(first, first + 5_000)))
    for (const { device, offsetMs, learnedAt, newest } of rows)
      all.push([
        keys.get(device) ?? '',
        {
          offset: offsetMs,
          learnedAt: Date.parse(learnedAt),
          newest: newest === null ? null : Date.parse(newest),
          run: null,
        },
      ])
  }
  return all
}
