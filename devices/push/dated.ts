// When did what is pushed happen, by our clock?
import type { DeviceClocks } from '../clocks/clocks.ts'
import type { Flag, Observation } from '../port/port.ts'
import type { Item } from './translate.ts'

const MINUTE = 60_000
/** A measurement is of its moment; what a lift has reported may still be so, where nothing newer was heard of it. */
const MEASURED = 5 * MINUTE
const STATED = 10 * MINUTE
/** Somebody in a lift who is told of an hour late may still be in it. */
const ONSET = 120 * MINUTE

/** `sent`: a signed request names the moment at which its sender has sent it. Null: a broker may have kept what it hands on. */
export type Passing = { feed: string; sent: Date | null }

/** The sender of a feed is one of its devices; a request with its signature is of now, since its number is used once. */
export const noteRequestTime = (clocks: DeviceClocks, { feed, sent }: Passing, now: Date): void =>
  clocks.frame(feed, { sent, sureness: 'beat' }, now)

/**
 * The same item by our clock; null: it lies more than a day ahead. What its sender passes on just now, and says to be of now, teaches the clock of its
 * device. Registers (`document`s of things that change hands) are put in order by their own moments, whenever they come.
 */
export const dated = (
  clocks: DeviceClocks,
  item: Extract<Item, { ok: true }>,
  passing: Passing,
  flags: readonly Flag[],
  now: Date,
): Observation[] | null => {
  const at =
    item.observations
      .map((one) => new Date(one.at))
      .toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null
  const prior = passing.sent ? clocks.offset(passing.feed) : null
  clocks.frame(
    item.device,
    { sent: at, sureness: flags.includes('retx') ? 'again' : 'data', prior },
    now,
  )
  const all = item.observations.map((one) => stamped(clocks, one, now))
  return all.some((one) => one === null) ? null : all.flatMap((one) => one ?? [])
}

const stamped = (clocks: DeviceClocks, one: Observation, now: Date): Observation | null => {
  const measured = one.kind === 'reading' || one.kind === 'position'
  const begins = (one.kind === 'condition' && one.active) || one.kind === 'document'
  const allowsMs = measured ? MEASURED : begins ? ONSET : STATED
  const first = one.firstReceivedAt ? new Date(one.firstReceivedAt) : now
  const of = {
    at: new Date(one.at),
    allowsMs,
    than: measured ? 'receipt' : 'newest',
    held: one.firstReceivedAt !== undefined,
  } as const
  const stamp = clocks.judge(one.device, of, first)
  return stamp && { ...one, at: stamp.at, flags: [...new Set([...one.flags, ...stamp.flags])] }
}
