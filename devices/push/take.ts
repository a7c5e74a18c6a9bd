// What becomes of the items of one push, or of one message of a broker?
import { isUnstorable, sqlState } from '../../db/failures.ts'
import type { TalkDeps } from '../connections/session-runner.ts'
import type { DeviceRegistry, KnownDevice } from '../episodes/registry.ts'
import type { Flag, Observation } from '../port/port.ts'
import { dated, heardRequest, type Passing } from './dated.ts'
import { keptOf } from './dead-letter.ts'
import type { RejectionCode } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { type Place, type PushMemory, placeName } from './memory.ts'
import { type Item, translate } from './translate.ts'

export type PushLine = {
  talk: TalkDeps
  registry: Pick<DeviceRegistry, 'device'>
  memory: PushMemory
  mapping: Mapping
  /** Whoever sends for the feed: pseudonyms are made with its secret. */
  secret: string
}

export type Outcome =
  | { result: 'accepted' | 'duplicate' }
  | { result: 'rejected'; code: RejectionCode; status: 403 | 422; words: string }

/** `sent`: when the signed request says that it was sent; null: nobody says so. */
export type Brought = {
  items: unknown[]
  peer: string
  sent: Date | null
  flags?: Flag[]
  kind?: string
  device?: string
}

type Judged = { item: Item; outcome: Outcome; observations: Observation[] }

/** An outcome for each item, once all that was accepted is committed; rejects when it could not be stored. */
export const take = async (line: PushLine, brought: Brought, now: Date): Promise<Outcome[]> => {
  const { talk, memory } = line
  const { items, flags = [], peer, sent, ...told } = brought
  const translated = items.map((item) =>
    translate(line.mapping, item, { ...told, flags, secret: line.secret }),
  )
  const passing = { feed: talk.feed, sent }
  heardRequest(talk.clocks, passing, now)
  const judged = translated.map((item) =>
    datedAs(line, since(talk, admit(line, item)), passing, flags, now),
  )
  await markDuplicates(line, judged)
  const accepted = judged.filter(({ outcome }) => outcome.result === 'accepted')
  if (accepted.length > 0) await store(talk, accepted, now)
  const stored = accepted.filter(({ outcome }) => outcome.result === 'accepted')
  await memory.keepTold(
    talk.feed,
    stored.filter(isEvent).map(({ item }) => item.key),
    now,
  )
  judged.forEach((one, n) => {
    refuse(line, one, { item: items[n], peer, told }, now)
  })
  talk.health.frame(talk.feed, now, lagOf(stored, now))
  return judged.map(({ outcome }) => outcome)
}

/** What could not be stored is not late when it is sent again. */
const since = ({ feed, unstored }: TalkDeps, judged: Judged): Judged => {
  const first = unstored.first(feed, judged.item.key)
  return first
    ? {
        ...judged,
        observations: judged.observations.map((one) => ({
          ...one,
          firstHeard: first.toISOString(),
        })),
      }
    : judged
}

/** One that will never be stored is looked for by halves and refused by itself: sent again with all beside it, it would keep them out. */
const store = async (talk: TalkDeps, accepted: Judged[], now: Date): Promise<void> => {
  const { feed, intake, unstored } = talk
  const observations = accepted.flatMap((one) => one.observations)
  try {
    await intake(feed, observations, now)
  } catch (error) {
    if (isUnstorable(error)) return apart(talk, accepted, error, now)
    for (const { item } of accepted) unstored.failed(feed, item.key, now)
    throw error
  }
  for (const { item } of accepted) unstored.stored(feed, item.key)
}

const apart = async (
  talk: TalkDeps,
  accepted: Judged[],
  error: unknown,
  now: Date,
): Promise<void> => {
  const [one, ...others] = accepted
  if (one && others.length === 0) {
    one.outcome = {
      result: 'rejected',
      code: 'bad-value',
      status: 422,
      words: `it cannot be stored: ${sqlState(error)}`,
    }
    return
  }
  const half = Math.ceil(accepted.length / 2)
  for (const some of [accepted.slice(0, half), accepted.slice(half)]) await store(talk, some, now)
}

const rejected = (item: Item, code: RejectionCode, words: string): Judged => ({
  ...{ item, observations: [] },
  outcome: { result: 'rejected', code, status: code === 'unknown-device' ? 403 : 422, words },
})

/** Nothing of a device that the registry does not know, and no reading of a point that it does not know. */
const admit = ({ talk, registry }: PushLine, item: Item): Judged => {
  const device = item.device === null ? undefined : registry.device(talk.feed, item.device)
  if (item.device !== null && !device) return rejected(item, 'unknown-device', item.device)
  if (!item.ok) return rejected(item, item.code, item.words)
  const observations = item.observations.filter(
    (one) => one.kind !== 'reading' || device?.points.has(one.point),
  )
  if (observations.length === 0) return rejected(item, 'unknown-point', item.device)
  return { item, observations, outcome: { result: 'accepted' } }
}

/** Only what is taken is a sign of its device's clock. */
const datedAs = (
  { talk }: PushLine,
  judged: Judged,
  passing: Passing,
  flags: readonly Flag[],
  now: Date,
): Judged => {
  const { item, outcome, observations } = judged
  if (outcome.result !== 'accepted' || !item.ok) return judged
  const all = dated(talk.clocks, { ...item, observations }, passing, flags, now)
  return all ? { ...judged, observations: all } : rejected(item, 'of-the-future', item.device)
}

/** What is not only readings has a key that is remembered: readings are found in their own table. */
const isEvent = ({ observations }: Judged): boolean =>
  observations.some(({ kind }) => kind !== 'reading' && kind !== 'position')

const markDuplicates = async (line: PushLine, judged: Judged[]): Promise<void> => {
  const { talk, registry, memory } = line
  const open = judged.filter(({ outcome }) => outcome.result === 'accepted')
  const told = await memory.told(
    talk.feed,
    open.filter(isEvent).map(({ item }) => item.key),
  )
  const places = (one: Judged) =>
    one.observations.flatMap((of) => placeOf(registry.device(talk.feed, of.device), of))
  const stored = await memory.stored(open.filter((one) => !isEvent(one)).flatMap(places))
  const seen = new Set<string>()
  for (const one of open) {
    const known = isEvent(one) ? told.has(one.item.key) : areStored(places(one), stored)
    if (known || seen.has(one.item.key)) one.outcome = { result: 'duplicate' }
    seen.add(one.item.key)
  }
}

const placeOf = (device: KnownDevice | undefined, one: Observation): Place[] => {
  if (one.kind === 'position' && device) return [{ device: device.id, at: one.at }]
  const point = one.kind === 'reading' ? device?.points.get(one.point) : undefined
  return point ? [{ point: point.id, at: one.at }] : []
}

const areStored = (places: Place[], stored: Set<string>): boolean =>
  places.length > 0 && places.every((place) => stored.has(placeName(place)))

type Sent = { item: unknown; peer: string; told: Pick<Brought, 'kind' | 'device'> }

const refuse = (
  { talk, mapping }: PushLine,
  { item, outcome }: Judged,
  { item: sent, peer, told }: Sent,
  now: Date,
): void => {
  if (outcome.result !== 'rejected') return
  const { feed, quarantine, health } = talk
  const known = outcome.code !== 'unknown-device'
  health.fault(feed)
  if (!known) quarantine.stranger(feed, item.device ?? peer, peer, now)
  const bytes = keptOf(mapping, sent, outcome.code)
  quarantine.refuse(
    {
      feed,
      device: item.device,
      peer,
      reason: outcome.code,
      offset: 0,
      words: outcome.words,
      bytes,
      told,
    },
    now,
  )
}

const lagOf = (stored: Judged[], now: Date): number | null => {
  const live = stored
    .flatMap(({ observations }) => observations)
    .filter(({ flags }) => !flags.includes('late') && !flags.includes('retx'))
  return live.length === 0
    ? null
    : now.getTime() - Math.max(...live.map(({ at }) => Date.parse(at)))
}
