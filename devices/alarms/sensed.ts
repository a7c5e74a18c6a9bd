// Which limits does a measurement exceed, and what has a device told of its own condition?
import type { Moment } from '../port/port.ts'
import type { Refusal } from './acts.ts'
import { concluded, move, said, type Turn } from './announce.ts'
import {
  type AlarmState,
  type Bit,
  type Measured,
  mayExceed,
  type Parameters,
  type Told,
} from './state.ts'

/** So many events of a sender are known again. */
export const remembered = 16

/**
 * Late, older than the newest, or heard already: history, but never a live alarm. A measurement sent once more is history too. A condition sent
 * once more is known by its event: it may be sent again because it never was stored, and then it is the first that we hear of it.
 * What we could not store when it was heard is not late by that.
 */
export const ignored = (turn: Turn, input: Measured | Told): Refusal | null => {
  const { flags } = input
  if (flags.includes('late') || (flags.includes('retx') && input.kind === 'measured')) return 'late'
  if (input.kind === 'told' && turn.state.heard.includes(input.event)) return 'duplicate'
  if (flags.includes('doubtful')) return null
  return isTooOld(turn, input) ? 'late' : outOfOrder(turn, input)
}

/** A device may tell of something old as its present state, after a break of the line; a measurement is of its moment. */
const isTooOld = ({ parameters, ms }: Turn, input: Measured | Told): boolean => {
  const heard = input.firstReceivedAt ? Date.parse(input.firstReceivedAt) : ms
  const isOfItsMoment = input.kind === 'measured' || input.flags.includes('retx')
  return isOfItsMoment && heard - Date.parse(momentOf(input, ms)) > parameters.lateAfterMs
}

const outOfOrder = ({ state, parameters, ms }: Turn, input: Measured | Told): Refusal | null => {
  const at = momentOf(input, ms)
  if (state.newest === null) return null
  if (at < state.newest) return isOwed(state, input, parameters) ? null : 'out-of-order'
  return input.kind === 'measured' && at === state.newest && !isWorse(state, input, parameters)
    ? 'duplicate'
    : null
}

/** Water stations date by the minute: a second measurement of it may be an alarm, and never says that one is over. */
const isWorse = ({ bits }: AlarmState, input: Measured, parameters: Parameters): boolean =>
  mayCount(input, parameters) &&
  bits.some(
    ({ on, changing }, n) =>
      !on && changing === null && exceeds(input.value ?? 0, false, n, parameters),
  )

/** A fire that we heard and could not store, and of which what came after it told nobody: people are to know that it was. */
const isOwed = (
  { episode }: AlarmState,
  input: Measured | Told,
  { latching }: Parameters,
): boolean =>
  latching &&
  episode === null &&
  input.kind === 'told' &&
  input.active &&
  !input.suppressed &&
  input.firstReceivedAt !== undefined

/** What lies ahead does not decide the order. */
const momentOf = ({ at }: Measured | Told, ms: number): Moment => {
  const sensed = Date.parse(at)
  return new Date(Math.min(sensed, ms)).toISOString()
}

const isGood = ({ quality, value }: Measured, { anyQuality }: Parameters): boolean =>
  anyQuality || (quality === 'good' && value !== null)
const isBeyond = (input: Measured, parameters: Parameters): boolean =>
  input.quality === 'over' && input.value !== null && mayExceed(input, parameters)
/** Whether it may say that a limit is exceeded. */
export const mayCount = (input: Measured, parameters: Parameters): boolean =>
  isGood(input, parameters) || isBeyond(input, parameters)

export const applyMeasured = (turn: Turn, input: Measured): null => {
  const { state, parameters, ms } = turn
  const { value } = input
  state.newest = momentOf(input, ms)
  const good = isGood(input, parameters)
  const beyond = isBeyond(input, parameters)
  if (good || beyond) state.seen = { value, limit: null, text: '', event: null, sensedAt: input.at }
  judge(turn, !good)
  if (!good && !beyond) {
    clearTimers(state)
    return null
  }
  const wanted = state.bits.map((bit, n) => exceeds(value ?? 0, bit.on, n, parameters))
  state.bits.forEach((bit, n) => {
    // Beyond the instrument's range it may rise, but nothing says that it has come back.
    if (beyond && !wanted[n]) bit.changing = null
    else want(bit, wanted[n] ?? false, ms)
  })
  const outermost = wanted.lastIndexOf(true)
  state.seen.limit = parameters.limits[Math.max(0, outermost)]?.limit ?? null
  return null
}

const judge = (turn: Turn, stale: boolean): void => {
  const { state } = turn
  if (state.stale === stale) return
  state.stale = stale
  said(turn, 'quality', { outward: state.episode?.told ?? false })
}

export const exceeds = (
  value: number,
  held: boolean,
  n: number,
  { side, limits, deadband }: Parameters,
): boolean => {
  const limit = limits[n]?.limit
  if (limit === undefined) return false
  if (side === 'low') return held ? value < limit + deadband || value <= limit : value <= limit
  return held ? value > limit - deadband || value >= limit : value >= limit
}

export const want = (bit: Bit, wanted: boolean, ms: number): void => {
  bit.changing = wanted === bit.on ? null : (bit.changing ?? ms)
}

/** What had begun to change is not continued over a time of which nothing is known. */
export const clearTimers = (state: AlarmState): void => {
  for (const bit of state.bits) bit.changing = null
}

export const applyTold = (turn: Turn, told: Told): null => {
  const { state, ms } = turn
  state.heard = [...state.heard, told.event].slice(-remembered)
  if (told.branch !== undefined) {
    said(turn, 'branch', {
      outward: state.episode?.told ?? false,
      text: told.text,
      event: told.branch,
    })
    return null
  }
  state.newest = momentOf(told, ms)
  state.seen = {
    value: told.value,
    limit: told.limit,
    text: told.text,
    event: told.event,
    sensedAt: told.at,
  }
  judge(turn, false)
  hide(turn, told)
  const rank = told.active ? 5 - told.level : 0
  state.bits.forEach((bit, n) => {
    want(bit, n < rank, ms)
  })
  return null
}

/** What was told before `newest` and is only heard now has ended since. */
export const overSince = ({ state, ms }: Turn, newest: Moment | null): boolean => {
  if (newest === null || state.newest === null || state.newest >= newest) return false
  state.newest = newest
  for (const bit of state.bits) want(bit, false, ms)
  return true
}

/** What the plant hides itself, it uncovers itself. */
const hide = (turn: Turn, { shelved, suppressed, text }: Told): void => {
  const { state } = turn
  if (shelved === false) delete state.shelvedForCity
  if (shelved && state.shelved?.above !== undefined) state.shelvedForCity = true
  if (shelved && !state.shelved && !state.shelvedForCity) {
    state.shelved = { until: null, by: 'plant', reason: text }
    said(turn, 'shelved', { outward: state.episode?.told ?? false, by: 'plant' })
  }
  if (shelved === false && state.shelved?.by === 'plant') {
    state.shelved = null
    said(turn, 'unshelved', { outward: state.episode?.told ?? false, by: 'plant' })
  }
  if (suppressed !== undefined) delete state.suppressedAbove
  if (suppressed === undefined || suppressed === state.suppressed) return
  state.suppressed = suppressed
  said(turn, suppressed ? 'suppressed' : 'unsuppressed', { outward: false, by: 'plant' })
}

/** After what was told has been judged: an alarm may come with its acknowledgement. */
export const acknowledgedThere = (turn: Turn, { acked, branch }: Told): void => {
  const { state, ms } = turn
  if (!acked || branch !== undefined || !state.episode || state.episode.acked) return
  move(turn, { kind: 'acknowledge', by: 'plant', at: new Date(ms).toISOString() })
  concluded(turn, 'acked', { outward: state.episode.told, by: 'plant' })
}
