// How does each feed and each device do: when was it heard, and how far behind?
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { deviceStates, feedStates } from '../../db/schema/devices/devices.ts'

type Pulse = {
  state: 'listening' | 'connected' | 'down'
  connections: number
  bytesAt: Date | null
  frameAt: Date | null
  lagMs: number | null
  frames: number
  faults: number
  detail: string
}

export type FeedHealth = ReturnType<typeof createFeedHealth>

const everyMs = 1_000

/** Gathered in memory, written once a second: a feed may carry thousands of frames in it. */
export const createFeedHealth = (db: Database) => {
  const pulses = new Map<string, Pulse>()
  const changed = new Set<string>()
  const devices = new Map<string, string>()
  const pulseOf = (feed: string): Pulse => {
    const known = pulses.get(feed)
    if (known) return known
    const fresh: Pulse = {
      state: 'down',
      connections: 0,
      bytesAt: null,
      frameAt: null,
      lagMs: null,
      frames: 0,
      faults: 0,
      detail: '',
    }
    pulses.set(feed, fresh)
    return fresh
  }
  const note = (feed: string, change: (pulse: Pulse) => unknown): void => {
    change(pulseOf(feed))
    changed.add(feed)
  }
  const write = async (): Promise<void> => {
    const feeds = [...changed]
    const seenDevices = [...devices].map(([device, lastSeenAt]) => ({ device, lastSeenAt }))
    changed.clear()
    devices.clear()
    for (const feed of feeds) await writeFeed(db, feed, pulseOf(feed))
    if (seenDevices.length > 0) await writeDevices(db, seenDevices)
  }
  let writing: Promise<void> = Promise.resolve()
  const settle = (): Promise<void> => {
    writing = writing.then(write).catch(() => undefined)
    return writing
  }
  const timer = setInterval(settle, everyMs)
  return {
    state: (feed: string, state: Pulse['state'], detail = '') =>
      note(feed, (pulse) => Object.assign(pulse, { state, detail })),
    /** Storing goes well again. */
    stored: (feed: string): void => {
      if (pulseOf(feed).state === 'down')
        note(feed, (pulse) => Object.assign(pulse, { state: 'listening', detail: '' }))
    },
    connections: (feed: string, by: 1 | -1) =>
      note(feed, (pulse) => Object.assign(pulse, { connections: pulse.connections + by })),
    bytes: (feed: string, at: Date) => note(feed, (pulse) => Object.assign(pulse, { bytesAt: at })),
    frame: (feed: string, at: Date, lagMs: number | null) =>
      note(feed, (pulse) =>
        Object.assign(pulse, {
          frameAt: at,
          frames: pulse.frames + 1,
          ...(lagMs === null ? {} : { lagMs }),
        }),
      ),
    fault: (feed: string) =>
      note(feed, (pulse) => Object.assign(pulse, { faults: pulse.faults + 1 })),
    device: (device: string, at: Date): void => void devices.set(device, at.toISOString()),
    lastFrame: (feed: string): Date | null => pulses.get(feed)?.frameAt ?? null,
    /** What was noted is written now. */
    settle,
    /** Somebody else says how it does. */
    forget: (feed: string): void => void changed.delete(feed),
    close: async (): Promise<void> => {
      clearInterval(timer)
      await settle()
    },
  }
}

/** Counts are those since the process began, added to what stood before. */
const writeFeed = async (db: Database, feed: string, pulse: Pulse): Promise<void> => {
  const { state, connections, bytesAt, frameAt, lagMs, detail, frames, faults } = pulse
  const status = { state, connections, detail, at: new Date().toISOString() }
  const moments = {
    lastSeenAt: bytesAt?.toISOString() ?? null,
    lastFrameAt: frameAt?.toISOString() ?? null,
    lagMs,
  }
  Object.assign(pulse, { frames: 0, faults: 0 })
  await db
    .insert(feedStates)
    .values({ feed, ...status, ...moments, frames, faults })
    .onConflictDoUpdate({
      target: feedStates.feed,
      set: {
        ...status,
        lastSeenAt: sql`coalesce(excluded.last_seen_at, ${feedStates.lastSeenAt})`,
        lastFrameAt: sql`coalesce(excluded.last_frame_at, ${feedStates.lastFrameAt})`,
        lagMs: sql`coalesce(excluded.lag_ms, ${feedStates.lagMs})`,
        frames: sql`${feedStates.frames} + excluded.frames`,
        faults: sql`${feedStates.faults} + excluded.faults`,
      },
    })
}

const writeDevices = async (
  db: Database,
  seenDevices: { device: string; lastSeenAt: string }[],
): Promise<void> => {
  await db
    .insert(deviceStates)
    .values(seenDevices.sort((one, other) => (one.device < other.device ? -1 : 1)))
    .onConflictDoUpdate({
      target: deviceStates.device,
      set: { lastSeenAt: sql`excluded.last_seen_at` },
    })
}
