// What becomes of the items of one push, or of one message of a broker?
import { isUnstorable, sqlState } from '../../db/failures.ts'
import type { IngestDeps } from '../connections/ingest-deps.ts'
import type { DeviceRegistry, KnownDevice } from '../episodes/registry.ts'
import type { Untaken } from '../intake/intake.ts'
import type { Flag, Observation } from '../port/port.ts'
import { dated, noteRequestTime, type Passing } from './dated.ts'
import { deadLetterBytes } from './dead-letter.ts'
import type { RejectionCode } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { type Place, type PushMemory, placeName } from './memory.ts'
import { type Item, translate } from './translate.ts'

export type PushSource = {
  ingest: IngestDeps
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
export const take = async (source: PushSource, brought: Brought, now: Date): Promise<Outcome[]> => {
  const { ingest, memory } = source
  const { items, flags = [], peer, sent, ...context } = brought
  const translated = items.map((item) =>
    translate(source.mapping, item, { ...context, flags, secret: source.secret }),
  )
  const passing = { feed: ingest.feed, sent }
  noteRequestTime(ingest.clocks, passing, now)
  const judged = translated.map((item) =>
    datedAs(source, since(ingest, admit(source, item)), passing, flags, now),
  )
  await markDuplicates(source, judged)
  const accepted = judged.filter(({ outcome }) => outcome.result === 'accepted')
  if (accepted.length > 0) await store(ingest, accepted, { now, peer })
  const stored = accepted.filter(({ outcome }) => outcome.result === 'accepted')
  await memory.keepReported(
    ingest.feed,
    stored.filter(isEvent).map(({ item }) => item.key),
    now,
  )
  judged.forEach((one, n) => {
    refuse(source, one, { item: items[n], peer, context }, now)
  })
  ingest.health.frame(ingest.feed, now, lagOf(stored, now))
  return judged.map(({ outcome }) => outcome)
}

/** What could not be stored is not late when it is sent again. */
const since = ({ feed, unstored }: IngestDeps, judged: Judged): Judged => {
  const first = unstored.first(feed, judged.item.key)
  return first
    ? {
        ...judged,
        observations: judged.observations.map((one) => ({
          ...one,
          firstReceivedAt: first.toISOString(),
        })),
      }
    : judged
}

type Moment = { now: Date; peer: string }

/** They are kept as bad; all else that the register does not know has been refused before. */
const noteOtherUnits = (
  { feed, quarantine, health }: IngestDeps,
  untaken: readonly Untaken[],
  { now, peer }: Moment,
): void => {
  for (const { device, reason, words = device } of untaken) {
    if (reason !== 'other-unit') continue
    health.fault(feed)
    const bytes = new Uint8Array(0)
    quarantine.refuse({ feed, device, peer, reason, offset: 0, words, bytes }, now)
  }
}

/** One that will never be stored is looked for by halves and refused by itself: sent again with all beside it, it would keep them out. */
const store = async (ingest: IngestDeps, accepted: Judged[], moment: Moment): Promise<void> => {
  const { feed, intake, unstored } = ingest
  const { now } = moment
  const observations = accepted.flatMap((one) => one.observations)
  try {
    noteOtherUnits(ingest, await intake(feed, observations, now), moment)
  } catch (error) {
    if (isUnstorable(error)) return apart(ingest, accepted, error, moment)
    for (const { item } of accepted) unstored.failed(feed, item.key, now)
    throw error
  }
  for (const { item } of accepted) unstored.stored(feed, item.key)
}

const apart = async (
  ingest: IngestDeps,
  accepted: Judged[],
  error: unknown,
  moment: Moment,
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
  for (const some of [accepted.slice(0, half), accepted.slice(half)])
    await store(ingest, some, moment)
}

const rejected = (item: Item, code: RejectionCode, words: string): Judged => ({
  item,
  observations: [],
  outcome: { result: 'rejected', code, status: code === 'unknown-device' ? 403 : 422, words },
})

/** Nothing of a device that the registry does not know, and no reading of a point that it does not know. */
const admit = ({ ingest, registry }: PushSource, item: Item): Judged => {
  const device = item.device === null ? undefined : registry.device(ingest.feed, item.device)
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
  { ingest }: PushSource,
  judged: Judged,
  passing: Passing,
  flags: readonly Flag[],
  now: Date,
): Judged => {
  const { item, outcome, observations } = judged
  if (outcome.result !== 'accepted' || !item.ok) return judged
  const all = dated(ingest.clocks, { ...item, observations }, passing, flags, now)
  return all ? { ...judged, observations: all } : rejected(item, 'of-the-future', item.device)
}

/** What is not only readings has a key that is remembered: readings are found in their own table. */
const isEvent = ({ observations }: Judged): boolean =>
  observations.some(({ kind }) => kind !== 'reading' && kind !== 'position')

const markDuplicates = async (source: PushSource, judged: Judged[]): Promise<void> => {
  const { ingest, registry, memory } = source
  const open = judged.filter(({ outcome }) => outcome.result === 'accepted')
  const context = await memory.reported(
    ingest.feed,
    open.filter(isEvent).map(({ item }) => item.key),
  )
  const places = (one: Judged) =>
    one.observations.flatMap((of) => placeOf(registry.device(ingest.feed, of.device), of))
  const stored = await memory.stored(open.filter((one) => !isEvent(one)).flatMap(places))
  const seen = new Set<string>()
  for (const one of open) {
    const known = isEvent(one) ? context.has(one.item.key) : areStored(places(one), stored)
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

type Sent = { item: unknown; peer: string; context: Pick<Brought, 'kind' | 'device'> }

const refuse = (
  { ingest, mapping }: PushSource,
  { item, outcome }: Judged,
  { item: sent, peer, context }: Sent,
  now: Date,
): void => {
  if (outcome.result !== 'rejected') return
  const { feed, quarantine, health } = ingest
  const known = outcome.code !== 'unknown-device'
  health.fault(feed)
  if (!known) quarantine.stranger(feed, item.device ?? peer, peer, now)
  const bytes = deadLetterBytes(mapping, sent, outcome.code)
  quarantine.refuse(
    {
      feed,
      device: item.device,
      peer,
      reason: outcome.code,
      offset: 0,
      words: outcome.words,
      bytes,
      context,
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
