// How do alarms stay true across restarts: judged in memory, written in one transaction, judged anew when somebody else was faster?
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Database, Executor } from '../../db/client.ts'
import { giveDeviceCommand } from '../../db/devices/device-commands.ts'
import { alarms } from '../../db/schema/devices/alarms.ts'
import type { Refusal } from '../alarms/acts.ts'
import type { Flood } from '../alarms/flood.ts'
import type { Act, Input } from '../alarms/state.ts'
import { createTurns } from '../port/share.ts'
import type { AlarmAbout } from './about.ts'
import { Entries } from './entries.ts'
import {
  claimStates,
  type Entry,
  keepStates,
  Overtaken,
  readStates,
  readStatesOfFeed,
} from './evaluations.ts'
import { release } from './flood.ts'
import {
  type Asked,
  type Draft,
  draftOf,
  judge,
  judgeFloods,
  type ParametersOf,
} from './judging.ts'
import { keepEvent } from './keeping.ts'
import { Outages, readOutages } from './outages.ts'
import { createSuccession } from './succession.ts'

export type { Asked }
export type AlarmStore = ReturnType<typeof createAlarmStore>

type Deps = {
  db: Database
  /** Refuses the transaction of a process that no longer holds the feed's line. */
  guard: (tx: Executor, feed: string) => Promise<void>
  parametersOf: ParametersOf
  /** How many conditions of a device are judged apart at points that are not registered. */
  mostOfDevice?: number
}

type Memory = { entries: Entries; floods: Map<string, Flood>; outages: Outages }

const tries = 5

/** Judged in memory and written; anew, where somebody else has written meanwhile. */
const attempts =
  (deps: Deps, memory: Memory) =>
  async (work: (draft: Draft) => (Refusal | null)[]): Promise<(Refusal | null)[]> => {
    for (let left = tries; ; left--) {
      const draft = draftOf(memory, deps.parametersOf)
      const answers = work(draft)
      try {
        if (draft.dirty.size > 0) await deps.db.transaction((tx) => write(tx, draft, deps.guard))
        remember(memory, draft)
        return answers
      } catch (error) {
        if (!(error instanceof Overtaken) || left === 0) throw error
        await readAgain(deps, memory, error.keys)
      }
    }
  }

const readAgain = async ({ db }: Deps, { entries }: Memory, keys: string[]): Promise<void> => {
  for (const [key, entry] of await readStates(db, keys)) entries.set(key, entry)
}

export const createAlarmStore = (deps: Deps) => {
  const memory: Memory = { entries: new Entries(), floods: new Map(), outages: new Outages() }
  const inTurn = createTurns()
  const attempt = attempts(deps, memory)
  const ask = (key: string, input: Input, now: Date) =>
    inTurn(feedOf(memory, key), () =>
      attempt((draft) => [judge(draft, askedOf(memory, deps, key, input, now))]),
    ).then(([refusal]) => refusal ?? null)
  return {
    /** Judges and stores; what has been judged is true when this is resolved. Null: taken; else why it was not. */
    apply: (asked: Asked[]): Promise<(Refusal | null)[]> =>
      inTurn(asked[0]?.about.feed ?? clock, () =>
        attempt((draft) => asked.map((one) => judge(draft, one))),
      ),

    /** What runs off by time alone: delays, shelving, floods. */
    tick: (now: Date): Promise<unknown> =>
      inTurn(clock, () =>
        attempt((draft) => {
          const due = [...memory.entries].filter(
            ([, entry]) => isDue(entry, now) || isWatchChanged(deps, entry),
          )
          for (const [key] of due) judge(draft, askedOf(memory, deps, key, { kind: 'time' }, now))
          judgeFloods(draft, now)
          return []
        }),
      ),

    /** An act of a person or a plant on an alarm that is known here; undefined: it is not. */
    act: async (alarm: string, act: Act, now: Date): Promise<Refusal | null | undefined> => {
      const key = [...memory.entries].find(([, entry]) => entry.alarm?.id === alarm)?.[0]
      return key === undefined ? undefined : ask(key, act, now)
    },

    /** The permits of a feed are read again, and every evaluation of it stands as they say. */
    service: (feed: string, now: Date): Promise<unknown> =>
      inTurn(feed, async () => {
        const moved = await followPermits(deps, memory, feed, now)
        return attempt((draft) =>
          moved.map((key) => judge(draft, askedOf(memory, deps, key, { kind: 'time' }, now))),
        )
      }),

    /** Keys of open episodes that the test takes. */
    open: (test: (about: AlarmAbout) => boolean): Entry[] =>
      [...memory.entries.values()].filter(({ alarm, about }) => alarm !== null && test(about)),

    /** Whether a condition may be judged by itself: a device names its points as it likes, but not without end. */
    mayJudge: (key: string, device: string): boolean =>
      memory.entries.has(key) || memory.entries.unregistered(device) < (deps.mostOfDevice ?? 5_000),

    load: (feed: string, now: Date) => inTurn(feed, () => load(deps.db, memory, feed, now)),

    /** Nothing of a feed whose line is lost is judged here any more. */
    forget: (feed: string) =>
      inTurn(feed, async () => {
        for (const [key, { about }] of memory.entries)
          if (about.feed === feed) memory.entries.delete(key)
        memory.outages.forget(feed)
      }),
  }
}

const isDue = ({ wakeAt }: Entry, now: Date): boolean =>
  wakeAt !== null && Date.parse(wakeAt) <= now.getTime()

/** Its device has been registered no more since, or anew. */
const isWatchChanged = ({ parametersOf }: Deps, { about, state: { episode } }: Entry): boolean =>
  episode !== null && episode.unwatched !== (parametersOf(about, episode.level).unwatched === true)

/** Keys of the evaluations that do not stand as the permits of their feed say. */
const followPermits = async (
  { db }: Deps,
  { entries, outages }: Memory,
  feed: string,
  now: Date,
): Promise<string[]> => {
  outages.learn(feed, await readOutages(db, feed, now))
  return [...entries].flatMap(([key, { about, state }]) =>
    about.feed === feed && outages.actOn(about, state.outOfService, now) !== null ? [key] : [],
  )
}

/** What runs off by itself takes its turn like a feed. */
const clock = ''
const feedOf = ({ entries }: Memory, key: string): string => entries.get(key)?.about.feed ?? clock

const askedOf = (
  memory: Memory,
  { parametersOf }: Deps,
  key: string,
  input: Input,
  now: Date,
): Asked => {
  const entry = memory.entries.get(key)
  if (!entry) throw new TypeError(`no evaluation ${key}`)
  return {
    about: entry.about,
    input,
    now,
    parameters: parametersOf(entry.about, entry.state.episode?.level ?? 4),
  }
}

const remember = (memory: Memory, draft: Draft): void => {
  for (const [key, entry] of draft.entries) {
    memory.entries.set(
      key,
      draft.dirty.has(key) ? { ...entry, revision: entry.revision + 1 } : entry,
    )
  }
  for (const [site, flood] of draft.floods) {
    if (flood.since === null && flood.raised.length === 0) memory.floods.delete(site)
    else memory.floods.set(site, flood)
  }
}

const write = async (tx: Executor, draft: Draft, guard: Deps['guard']): Promise<void> => {
  const feeds = new Set([...draft.dirty].flatMap((key) => draft.entries.get(key)?.about.feed ?? []))
  for (const feed of [...feeds].sort()) await guard(tx, feed)
  const dirty = [...draft.dirty].sort().flatMap((key) => {
    const entry = draft.entries.get(key)
    return entry ? [[key, entry] as [string, Entry]] : []
  })
  await claimStates(tx, dirty)
  const alarmOf = (key: string | null) =>
    key === null
      ? null
      : ((draft.entries.get(key) ?? draft.known.entries.get(key))?.alarm?.id ?? null)
  const handOn = createSuccession(tx)
  for (const { key, event, floodKey } of draft.events) {
    const entry = draft.entries.get(key)
    if (!entry) continue
    const before = entry.alarm
    entry.alarm = await keepEvent(tx, entry, event, alarmOf(floodKey))
    await handOn(event, before, entry.alarm)
    if (entry.about.condition === 'flood' && event.kind === 'rtn' && before)
      await release(tx, before.id, event.at)
    if (event.kind === 'unshelved' && event.by === 'system' && entry.alarm)
      await askUnshelved(tx, entry.alarm, event.at)
  }
  await keepStates(tx, dirty)
}

/** What has become worse than the city knew when it shelved it: where the plant was asked to shelve it too, it is asked to end that. */
const askUnshelved = (
  tx: Executor,
  { id, seq }: { id: string; seq: number },
  at: string,
): Promise<boolean> =>
  giveDeviceCommand(tx, {
    key: `worse:${id}:${seq}`,
    alarm: id,
    verb: 'unshelve',
    args: { reason: '报警升级', side: 'city' },
    by: 'system',
    at,
  })

const load = async (db: Database, memory: Memory, feed: string, now: Date): Promise<void> => {
  for (const [key, entry] of await readStatesOfFeed(db, feed)) memory.entries.set(key, entry)
  memory.outages.learn(feed, await readOutages(db, feed, now))
  const tenMinutesAgo = new Date(now.getTime() - 600_000).toISOString()
  const recent = await db
    .select({ site: alarms.site, at: alarms.raisedAt })
    .from(alarms)
    .where(gt(alarms.raisedAt, tenMinutesAgo))
  const on = await db
    .select({ site: alarms.site, at: alarms.raisedAt })
    .from(alarms)
    .where(and(eq(alarms.condition, 'flood'), eq(alarms.active, true), isNull(alarms.closedAt)))
  const since = new Map(on.map(({ site, at }) => [site, Date.parse(at)]))
  for (const site of new Set([...recent, ...on].map((row) => row.site))) {
    const raised = recent.filter((row) => row.site === site).map(({ at }) => Date.parse(at))
    memory.floods.set(site, { since: since.get(site) ?? null, raised })
  }
}
