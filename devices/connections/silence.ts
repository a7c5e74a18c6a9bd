// Which feeds have fallen silent, or been received again?
import { inArray } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { deviceStates } from '../../db/schema/devices/devices.ts'
import { toldParameters } from '../alarms/parameters.ts'
import { type AlarmAbout, aboutFeed, aboutPoint, deviceKeyOf } from '../episodes/about.ts'
import { policyOf } from '../episodes/policy.ts'
import { type DeviceRegistry, type Feed, isWanted, type KnownDevice } from '../episodes/registry.ts'
import type { AlarmStore, Asked } from '../episodes/store.ts'

type Deps = {
  db: Database
  registry: DeviceRegistry
  alarms: AlarmStore
  /** Since when we have been able to hear it: nobody is silent before that. */
  servedSince: (feed: string) => Date | null
  lastFrame: (feed: string) => Date | null
  /** It has been heard now. */
  observed: (feed: string, at: Date) => Promise<void>
}

/**
 * Asks how long each feed held here has been silent. A silent feed is one alarm, never one for each of its devices; a device is silent only
 * while its feed speaks. What stands of the silent keeps its state and is marked as stale.
 */
export const createSilence = (deps: Deps) => async (now: Date) => {
  const { registry, lastFrame, observed } = deps
  for (const feed of registry.feeds()) {
    const silent = feedIsSilent(deps, feed, now)
    if (silent === null || !isWanted(feed)) continue
    if (!silent && lastFrame(feed.id) !== null) await observed(feed.id, now)
    await applySilence(deps, feed, silent, now)
  }
}

/** Null: nobody listens to it here. */
const feedIsSilent = ({ servedSince, lastFrame }: Deps, feed: Feed, now: Date): boolean | null => {
  const since = servedSince(feed.id)
  if (since === null) return null
  const last = Math.max(since.getTime(), lastFrame(feed.id)?.getTime() ?? 0)
  return now.getTime() - last >= feed.silenceSeconds * 1_000
}

const applySilence = async (
  { db, registry, alarms, servedSince, lastFrame }: Deps,
  feed: Feed,
  silent: boolean,
  now: Date,
) => {
  const devices = silent ? [] : await watchedDevices(db, registry, feed)
  const since = servedSince(feed.id)?.getTime() ?? now.getTime()
  const quiet = new Set(
    devices.filter((one) => isSilent(one, since, now)).map(({ device }) => device.key),
  )
  const about = aboutFeed(
    { ...feed, synthetic: isMadeUp(registry.devices(feed.id)) },
    'feed-silent',
  )
  const words = silent ? `接入中断：${feed.name}` : `接入恢复：${feed.name}`
  const requests: SilenceRequest[] = [
    {
      request: silenceOf(about, silent, 2, now, words),
      lastSeen: lastFrame(feed.id)?.getTime() ?? null,
    },
    ...devices.map(({ device, lastSeen }) => ({
      request: deviceSilence(device, quiet.has(device.key), feed, now),
      lastSeen,
    })),
  ]
  await alarms.apply([
    ...changed(alarms, requests),
    ...trusted(alarms, feed.id, silent ? null : quiet, now),
  ])
}

/** The line of a feed that only simulators speak on is itself an exercise. */
const isMadeUp = (devices: KnownDevice[]): boolean =>
  devices.length > 0 && devices.every(({ synthetic }) => synthetic)

const silenceOf = (
  about: AlarmAbout,
  active: boolean,
  level: 2 | 3,
  now: Date,
  text: string,
): Asked => {
  const at = now.toISOString()
  const parameters = toldParameters(
    about.kind,
    level,
    null,
    policyOf({ ...about, level }).way !== 'record',
  )
  return {
    about,
    parameters,
    now,
    input: {
      kind: 'told',
      at,
      active,
      level,
      value: null,
      limit: null,
      text,
      flags: [],
      event: `${about.condition}/${active}/${at}`,
    },
  }
}

type Watched = { device: KnownDevice; lastSeen: number | null }
type SilenceRequest = { request: Asked; lastSeen: number | null }

const deviceSilence = (device: KnownDevice, silent: boolean, feed: Feed, now: Date): Asked => {
  const about = aboutPoint(
    { feed: feed.id, device, point: '', known: undefined },
    'device-silent',
    false,
  )
  return silenceOf(about, silent, 3, now, `${device.name}${silent ? '失联' : '恢复联络'}`)
}

/** Only what changes is asked. That a silence is over takes more than a fresh start of ours: something heard since. */
const changed = (alarms: AlarmStore, requests: SilenceRequest[]): Asked[] => {
  const standing = new Map(
    alarms
      .open(() => true)
      .flatMap(({ about, state }) =>
        state.episode?.active ? [[about.key, state.episode.raisedAt]] : [],
      ),
  )
  return requests.flatMap(({ request, lastSeen }) => {
    const raisedAt = standing.get(request.about.key)
    const wanted = request.input.kind === 'told' && request.input.active
    if (wanted) return raisedAt === undefined ? [request] : []
    return raisedAt !== undefined && lastSeen !== null && lastSeen > Date.parse(raisedAt)
      ? [request]
      : []
  })
}

/** Devices that are watched one by one; a vehicle or a meter that sends when it likes has no time of its own. */
const watchedDevices = async (
  db: Database,
  registry: DeviceRegistry,
  feed: Feed,
): Promise<Watched[]> => {
  const watched = registry.devices(feed.id).filter(({ silenceSeconds }) => silenceSeconds !== null)
  if (watched.length === 0) return []
  const ids = watched.map(({ id }) => id)
  const rows = await db.select().from(deviceStates).where(inArray(deviceStates.device, ids))
  const lastSeen = new Map(rows.map(({ device, lastSeenAt }) => [device, Date.parse(lastSeenAt)]))
  return watched.map((device) => ({ device, lastSeen: lastSeen.get(device.id) ?? null }))
}

const isSilent = ({ device, lastSeen }: Watched, since: number, now: Date): boolean =>
  now.getTime() - Math.max(since, lastSeen ?? 0) >= (device.silenceSeconds ?? 0) * 1_000

/** `quiet`: names of devices; null: all of the feed. Regained is only what silence took: quality is judged by the next measurement. */
const trusted = (alarms: AlarmStore, feed: string, quiet: Set<string> | null, now: Date): Asked[] =>
  alarms
    .open(
      (about) =>
        about.feed === feed &&
        about.device !== null &&
        about.condition !== 'device-silent' &&
        (quiet === null || quiet.has(deviceKeyOf(about))),
    )
    .filter(({ state }) => !state.stale)
    .map(({ about, state }) => ({
      about,
      now,
      input: { kind: 'trust' as const, good: false },
      parameters: toldParameters(about.kind, state.episode?.level ?? 4, null, true),
    }))
