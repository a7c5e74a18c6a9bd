// What follows from what was heard, before anything of it is written?

import type { Refusal } from '../alarms/acts.ts'
import { evaluate } from '../alarms/evaluate.ts'
import { type Flood, flooded, still } from '../alarms/flood.ts'
import {
  type AlarmEvent,
  type AlarmState,
  atRest,
  type Input,
  isAtRest,
  type Parameters,
  type Told,
} from '../alarms/state.ts'
import type { Level } from '../port/port.ts'
import { type AlarmAbout, aboutFlood } from './about.ts'
import type { Entry } from './evaluations.ts'
import { Outages } from './outages.ts'

export type ParametersOf = (about: AlarmAbout, level: Level) => Parameters
export type Asked = { about: AlarmAbout; input: Input; parameters: Parameters; now: Date }

/** A judgement at work: nothing of it counts until it is written. `floodKey`: the flood that an alarm is part of. */
export type Draft = {
  entries: Map<string, Entry>
  floods: Map<string, Flood>
  /** Keys whose evaluation must be written. */
  dirty: Set<string>
  events: { key: string; event: AlarmEvent; floodKey: string | null }[]
  known: {
    entries: ReadonlyMap<string, Entry>
    floods: ReadonlyMap<string, Flood>
    outages: Pick<Outages, 'actOn'>
  }
  parametersOf: ParametersOf
}

type Known = Pick<Draft['known'], 'entries' | 'floods'> & Partial<Pick<Draft['known'], 'outages'>>

export const draftOf = (
  { outages = new Outages(), ...known }: Known,
  parametersOf: ParametersOf,
): Draft => ({
  entries: new Map(),
  floods: new Map(),
  dirty: new Set(),
  events: [],
  known: { ...known, outages },
  parametersOf,
})

/** What a permit asks comes first, also of a condition that is heard for the first time. Null: taken; else why it was not. */
export const judge = (draft: Draft, asked: Asked): Refusal | null => {
  const { about, parameters, now } = asked
  const act = draft.known.outages.actOn(
    about,
    standing(draft, about, parameters).state.outOfService,
    now,
  )
  if (act) judgeOne(draft, { ...asked, input: act })
  return judgeOne(draft, asked)
}

const standing = (draft: Draft, about: AlarmAbout, parameters: Parameters): Entry =>
  draft.entries.get(about.key) ?? draft.known.entries.get(about.key) ?? fresh(about, parameters)

const judgeOne = (draft: Draft, { about, input, parameters, now }: Asked): Refusal | null => {
  const { key } = about
  const before = standing(draft, about, parameters)
  const { state, events, wakeAt, refused } = evaluate(before.state, input, parameters, now)
  const kept = before.alarm === null ? about : { ...about, ...begunAt(before.about) }
  draft.entries.set(key, { ...before, about: kept, state, wakeAt })
  const taken = input.kind === 'told' && refused === null && !neverStood(before, state)
  if (events.length > 0 || taken || outlasts(before.state, state)) draft.dirty.add(key)
  for (const event of events) {
    const floodKey =
      event.kind === 'raised' && event.outward ? floodWith(draft, kept, event, now) : null
    draft.events.push({ key, event, floodKey })
  }
  return refused
}

/**
 * As long as an alarm is open it lies where it began, also if its device has been moved meanwhile: whoever was called sees how it goes on. A real one
 * is not made an exercise by what is heard later, nor the other way round.
 */
const begunAt = ({ region, enterprise, lon, lat, site, synthetic }: AlarmAbout) => ({
  region,
  enterprise,
  lon,
  lat,
  site,
  synthetic,
})

/** Told to be absent, and never known to be present: it is told again, and to forget it costs nothing. */
const neverStood = ({ revision, state }: Entry, after: AlarmState): boolean =>
  revision === 0 && isAtRest(state) && isAtRest(after)

const fresh = (about: AlarmAbout, { limits }: Parameters): Entry => ({
  about,
  state: atRest(limits.length),
  alarm: null,
  revision: 0,
  wakeAt: null,
})

/** The order of readings and the last value change with each of them; to lose those costs nothing. */
const outlasts = (before: AlarmState, after: AlarmState): boolean =>
  !(isAtRest(before) && isAtRest(after)) && lasting(before) !== lasting(after)

const lasting = ({ bits, stale, shelved, suppressed, outOfService, episode }: AlarmState): string =>
  JSON.stringify([
    bits.some(({ on, changing }) => on || changing !== null) ? bits : [],
    stale,
    shelved,
    suppressed,
    outOfService,
    episode,
  ])

/** Counts a new alarm at its site; the key of the flood that was on already. The one that begins it is still told by itself. */
const floodWith = (
  draft: Draft,
  about: AlarmAbout,
  event: AlarmEvent,
  now: Date,
): string | null => {
  if (about.condition === 'flood') return null
  const { site } = about
  const before = draft.floods.get(site) ?? draft.known.floods.get(site) ?? still
  const after = flooded(before, Date.parse(event.at), true)
  draft.floods.set(site, after)
  if (before.since !== null) return aboutFlood(about).key
  if (after.since !== null) tellFlood(draft, aboutFlood(about), true, after.raised.length, now)
  return null
}

/** Floods end by time alone. */
export const judgeFloods = (draft: Draft, now: Date): void => {
  for (const [site, before] of draft.known.floods) {
    const after = flooded(before, now.getTime(), false)
    draft.floods.set(site, after)
    if (before.since === null || after.since !== null) continue
    const about = [...draft.known.entries.values()].find(
      (entry) => entry.about.condition === 'flood' && entry.about.site === site,
    )?.about
    if (about) tellFlood(draft, about, false, after.raised.length, now)
  }
}

const tellFlood = (
  draft: Draft,
  about: AlarmAbout,
  active: boolean,
  value: number,
  now: Date,
): void => {
  const at = now.toISOString()
  const input: Told = {
    kind: 'told',
    at,
    active,
    level: 2,
    value,
    limit: 10,
    flags: [],
    event: `flood/${active ? 'begins' : 'ends'}/${at}`,
    text: active ? '十分钟内新报警超过10条' : '十分钟内新报警少于5条',
  }
  judge(draft, { about, input, parameters: draft.parametersOf(about, 2), now })
}
