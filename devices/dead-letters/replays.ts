// How is something tried again that could not be used: once, as late data, and told to whoever asked?
import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { failsForEver } from '../../db/failures.ts'
import { replays } from '../../db/schema/cases/replays.ts'
import { badFrames } from '../../db/schema/devices/devices.ts'
import type { Text } from '../../domain/language/words.ts'
import type { Again } from '../episodes/dispatcher.ts'
import type { Feed } from '../episodes/registry.ts'
import type { Intake, Untaken } from '../intake/intake.ts'
import type { Observation } from '../port/port.ts'
import type { DecodeAgain } from './decode-again.ts'
import { replayWords, stillFails, tookWords } from './words.ts'

type Outcome = { ok: boolean; words: Text }

type Deps = {
  db: Database
  /** Feeds whose lease is held here. */
  feeds: () => string[]
  feed: (id: string) => Feed | undefined
  decodeAgain: DecodeAgain
  /** Takes what is reported of the past: no rule hears it, and nobody is thereby heard of. */
  intake: Intake
  /** Delivers a row of the outbox at once. */
  deliver: (row: number) => Promise<Again>
  now: () => Date
}

type ReplayRequest = typeof replays.$inferSelect

const atOnce = 20
const dayMs = 86_400_000

/**
 * What is stored already is stored once, so a request that was carried out and not yet answered when the process ended may be carried out again.
 */
export const createReplays = (deps: Deps) => {
  const { db, now } = deps
  const answer = (request: ReplayRequest, { ok, words }: Outcome) =>
    db
      .update(replays)
      .set({ state: ok ? 'done' : 'failed', words, doneAt: now().toISOString() })
      .where(and(eq(replays.id, request.id), eq(replays.state, 'waiting')))
  const carryOut = async (request: ReplayRequest, work: () => Promise<Outcome>): Promise<void> => {
    const outcome = await work().catch((error: Error) => {
      if (!isDefect(error)) throw error
      return { ok: false, words: replayWords.defect }
    })
    await answer(request, outcome)
  }
  return {
    /** Of the feeds held here. */
    frames: async (): Promise<void> => {
      const held = deps.feeds()
      if (held.length === 0) return
      for (const request of await waiting(
        db,
        and(eq(replays.kind, 'frame'), inArray(replays.feed, held)),
      ))
        await carryOut(request, () => takeFrame(deps, request))
    },
    /** By the one who delivers; he also gives up what nobody has carried out. */
    deliveries: async (): Promise<void> => {
      for (const request of await waiting(db, eq(replays.kind, 'outbox')))
        await carryOut(request, () => redeliver(deps, request))
      const dayAgo = new Date(now().getTime() - dayMs).toISOString()
      for (const request of await waiting(db, lt(replays.at, dayAgo)))
        await answer(request, { ok: false, words: replayWords.expired })
    },
  }
}

const waiting = (db: Database, which: ReturnType<typeof and>): Promise<ReplayRequest[]> =>
  db
    .select()
    .from(replays)
    .where(and(eq(replays.state, 'waiting'), which))
    .orderBy(asc(replays.at))
    .limit(atOnce)

const isDefect = (error: Error): boolean =>
  failsForEver(error) ?? (error instanceof TypeError || error instanceof RangeError)

const redeliver = async ({ deliver }: Deps, { subject }: ReplayRequest): Promise<Outcome> => {
  const came = await deliver(Number(subject))
  return came.state === 'failed'
    ? { ok: false, words: stillFails(came.error) }
    : { ok: came.state !== 'waits', words: replayWords[came.state] }
}

const takeFrame = async (
  { db, feed, decodeAgain, intake, now }: Deps,
  { subject, feed: id }: ReplayRequest,
): Promise<Outcome> => {
  const [refused] = await db
    .select()
    .from(badFrames)
    .where(eq(badFrames.seq, Number(subject)))
  const ofFeed = feed(id ?? '')
  if (!refused || !ofFeed) return { ok: false, words: replayWords.gone }
  if (!refused.whole) return { ok: false, words: replayWords.cut }
  const { observations, faults } = decodeAgain(ofFeed, refused)
  const past = observations.filter(({ kind }) => kind !== 'condition').map(late)
  const untaken = past.length === 0 ? [] : await intake(ofFeed.id, past, now())
  const taken = past.filter((one) => !untaken.some(({ of }) => of === one))
  const left = {
    conditions: observations.length - past.length,
    faults,
    untaken: [...new Set(untaken.map(inWords))],
  }
  return { ok: taken.length > 0, words: tookWords(taken, left) }
}

const inWords = ({ device, reason }: Untaken): string => `${device} ${reason}`

const late = (one: Observation): Observation =>
  one.flags.includes('late') ? one : { ...one, flags: [...one.flags, 'late'] }
