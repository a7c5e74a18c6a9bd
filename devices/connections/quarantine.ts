// What was refused, from whom, how often, and what did it look like?
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { badFrames, faultCounts, unknownDevices } from '../../db/schema/devices/devices.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { replaceUnseen } from '../port/cut.ts'

export type Refused = {
  feed: string
  device: string | null
  peer: string
  reason: string
  offset: number
  words: string
  bytes: Uint8Array
  /** What was known beside the bytes. */
  context?: { kind?: string; device?: string }
}

export type Quarantine = ReturnType<typeof createQuarantine>

/** The longest frame of HJ 212, with which the others but JT/T 809 are content. What is longer cannot be read again. */
const mostBytes = 8_192
/** So much of it is kept whole in a minute, whoever sends it: 360 MB a day at the very worst. */
const mostWholeAMinute = 262_144
/** Enough for people to see what it was. */
const glance = 256
const mostAMinute = 10
/** Names that a stranger gives are text of his. */
const mostName = 64
const everyMs = 1_000
/** A stranger may call himself anything: no more names than these are kept for a minute. */
const mostNames = 200

type Counted = { feed: string; device: string; reason: string; day: string; count: number }
type Stranger = {
  feed: string
  device: string
  day: string
  peer: string
  firstAt: string
  lastAt: string
  count: number
}

/** Counts everything and keeps a little; never throws, never makes anybody wait, and holds a bounded amount while PostgreSQL is away. */
export const createQuarantine = (db: Database) => {
  const counts = new Map<string, Counted>()
  const strangers = new Map<string, Stranger>()
  let frames: (typeof badFrames.$inferInsert)[] = []
  const [mayKeep, sampleOf] = [tenAMinute(), createByteBudget()]
  const write = async (): Promise<void> => {
    const [refused, counted, strange] = [frames, [...counts.values()], [...strangers.values()]]
    frames = []
    counts.clear()
    strangers.clear()
    if (refused.length > 0) await db.insert(badFrames).values(refused)
    if (counted.length > 0) await addCounts(db, counted)
    if (strange.length > 0) await addStrangers(db, strange)
  }
  let writing: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    writing = writing.then(write).catch(() => undefined)
  }, everyMs)
  return {
    refuse: (refused: Refused, now: Date): void => {
      const device = refused.device === null ? null : plain(refused.device)
      const about = {
        feed: refused.feed,
        device: device ?? '',
        reason: refused.reason.slice(0, 64),
        day: civilDate(now.toISOString()),
      }
      count(counts, about)
      if (!mayKeep(`${refused.feed} ${device ?? refused.peer}`, now)) return
      const { feed, peer, offset, context = null } = refused
      frames.push({
        feed,
        device,
        peer,
        offset,
        context,
        reason: about.reason,
        ...sampleOf(refused.bytes, now),
        words: plain(refused.words, 512),
        at: now.toISOString(),
      })
    },
    /** Somebody who is not registered has spoken. */
    stranger: (feed: string, name: string, peer: string, now: Date): void => {
      const [at, device] = [now.toISOString(), plain(name)]
      const key = JSON.stringify([feed, device, civilDate(at)])
      const known = strangers.get(key)
      if (known) Object.assign(known, { lastAt: at, count: known.count + 1 })
      else if (strangers.size < mostNames)
        strangers.set(key, {
          feed,
          device,
          day: civilDate(at),
          peer,
          firstAt: at,
          lastAt: at,
          count: 1,
        })
    },
    close: async (): Promise<void> => {
      clearInterval(timer)
      await writing
      await write().catch(() => undefined)
    },
  }
}

/** Whole while there is room; then its beginning. */
const createByteBudget = () => {
  let began = 0
  let room = 0
  return (bytes: Uint8Array, now: Date): { bytes: Uint8Array; whole: boolean } => {
    if (now.getTime() - began >= 60_000) [began, room] = [now.getTime(), mostWholeAMinute]
    const whole = bytes.length > 0 && bytes.length <= Math.min(mostBytes, room)
    if (whole) room -= bytes.length
    return { bytes: whole ? bytes.slice() : bytes.slice(0, glance), whole }
  }
}

const tenAMinute = () => {
  let began = 0
  let of = new Map<string, number>()
  return (who: string, now: Date): boolean => {
    if (now.getTime() - began >= 60_000) [began, of] = [now.getTime(), new Map()]
    if (!of.has(who) && of.size >= mostNames) return false
    const n = (of.get(who) ?? 0) + 1
    of.set(who, n)
    return n <= mostAMinute
  }
}

/** Without signs that nobody sees; NUL is none of PostgreSQL's text either. */
const plain = (text: string, most = mostName): string => replaceUnseen(text).slice(0, most)

const count = (counts: Map<string, Counted>, about: Omit<Counted, 'count'>): void => {
  const key = JSON.stringify(about)
  const known = counts.get(key)
  if (known) known.count += 1
  else if (counts.size < 5 * mostNames) counts.set(key, { ...about, count: 1 })
}

const addCounts = (db: Database, rows: Counted[]) =>
  db
    .insert(faultCounts)
    .values(rows)
    .onConflictDoUpdate({
      target: [faultCounts.feed, faultCounts.device, faultCounts.reason, faultCounts.day],
      set: { count: sql`${faultCounts.count} + excluded.count` },
    })

const addStrangers = (db: Database, rows: Stranger[]) =>
  db
    .insert(unknownDevices)
    .values(rows)
    .onConflictDoUpdate({
      target: [unknownDevices.feed, unknownDevices.device, unknownDevices.day],
      set: {
        count: sql`${unknownDevices.count} + excluded.count`,
        lastAt: sql`excluded.last_at`,
        peer: sql`excluded.peer`,
      },
    })
