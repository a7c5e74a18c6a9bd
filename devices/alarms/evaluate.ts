// What becomes of an alarm by what is sensed, told, done, or merely by time?
import type { Moment } from '../port/port.ts'
import { applyAct, type Refusal } from './acts.ts'
import { announce, ended, move, said, type Turn } from './announce.ts'
import { applyDoubtful, confirmDoubtful, isDoubtful } from './doubtful.ts'
import {
  acknowledgedThere,
  applyMeasured,
  applyTold,
  clearTimers,
  ignored,
  mayCount,
  overSince,
} from './sensed.ts'
import type {
  Act,
  AlarmEvent,
  AlarmState,
  Bit,
  Input,
  Measured,
  Parameters,
  Told,
} from './state.ts'

export type Evaluation = {
  state: AlarmState
  events: AlarmEvent[]
  /** When to ask again with `{ kind: 'time' }`; null: not before something is heard. */
  wakeAt: Moment | null
  /** Why an act was refused, or something sensed is not live. */
  refused: Refusal | null
}

const dayMs = 86_400_000

/**
 * Pure. What fell due before `now` happens first, at its own moment, so that the result is the same however often time was asked before.
 * Shelved, suppressed and out of service never stop the evaluation; bad quality never ends an alarm; late data never begins one.
 */
export const evaluate = (
  before: AlarmState,
  input: Input,
  parameters: Parameters,
  now: Date,
): Evaluation => {
  const turn: Turn = {
    state: fitted(before, parameters, now.getTime()),
    parameters,
    events: [],
    ms: now.getTime(),
  }
  followWatch(turn)
  for (let due = nextDue(turn); due !== null && due <= now.getTime(); due = nextDue(turn))
    pass({ ...turn, ms: due })
  const { newest } = turn.state
  const refused = apply(turn, input)
  if (refused === null) settle(turn)
  if (overSince(turn, newest)) settle(turn)
  if (refused === null && input.kind === 'told' && !isDoubtful(input))
    acknowledgedThere(turn, input)
  const due = nextDue(turn)
  return {
    state: turn.state,
    events: turn.events,
    wakeAt: due === null ? null : new Date(due).toISOString(),
    refused,
  }
}

/**
 * A copy, with as many ranks as there are limits now: the enterprise may have changed them. What our own clock wrote down while it ran ahead says
 * nothing of the order, and no delay begins later than now.
 */
const fitted = (before: AlarmState, { limits, unwatched }: Parameters, ms: number): AlarmState => {
  const { bits, episode, seen, newest, changes } = before
  const copied = unwatched
    ? bits.map(({ on }) => ({ on, changing: null }))
    : limits.map((_, n) => begunBy(bits[n] ?? { on: false, changing: null }, ms))
  // The rest is never changed in place.
  return {
    ...before,
    bits: copied,
    newest: newest !== null && Date.parse(newest) > ms ? null : newest,
    changes: changes.filter((at) => at <= ms),
    seen: { ...seen },
    episode: episode && { ...episode },
  }
}

const begunBy = ({ on, changing }: Bit, ms: number): Bit => ({
  on,
  changing: changing === null ? null : Math.min(changing, ms),
})

/** Nobody has measured that it is over when nobody measures it any more: it stands as it stood, and its value is not known. */
const followWatch = (turn: Turn): void => {
  const { state, parameters } = turn
  const unwatched = parameters.unwatched === true
  if (!state.episode || state.episode.unwatched === unwatched) return
  state.episode.unwatched = unwatched
  if (unwatched) trust(turn, false)
  said(turn, unwatched ? 'unwatched' : 'watched', { outward: false })
}

const apply = (turn: Turn, input: Input): Refusal | null => {
  switch (input.kind) {
    case 'time':
      return null
    case 'act':
      return acted(turn, input)
    case 'trust':
      return trust(turn, input.good)
    case 'measured':
      return ignored(turn, input) ?? sensed(turn, input, applyMeasured)
    case 'told':
      return ignored(turn, input) ?? sensed(turn, input, applyTold)
  }
}

/** What a person does happens when he does it, not when the device was heard last. */
const acted = (turn: Turn, input: Act): Refusal | null => {
  const before = turn.events.length
  const refused = applyAct(turn, input)
  for (const event of turn.events.slice(before)) event.sensedAt = null
  return refused
}

const sensed = <Sensed extends Measured | Told>(
  turn: Turn,
  input: Sensed,
  surely: (turn: Turn, input: Sensed) => null,
): Refusal | null => {
  if (isDoubtful(input)) return applyDoubtful(turn, input)
  surely(turn, input)
  if (
    saysSomething(input, turn.parameters) &&
    turn.state.bits.some(({ on, changing }) => on === (changing === null))
  )
    confirmDoubtful(turn)
  return null
}

/** What cannot be read, or an older branch, tells nothing of what stands now; and what is only not over yet is not said to stand. */
const saysSomething = (input: Measured | Told, parameters: Parameters): boolean =>
  input.kind === 'told' ? input.branch === undefined : mayCount(input, parameters)

const trust = (turn: Turn, good: boolean): null => {
  if (turn.state.stale === !good) return null
  turn.state.stale = !good
  if (!good) clearTimers(turn.state)
  if (turn.state.episode) said(turn, 'quality', { outward: turn.state.episode.told })
  return null
}

/** Timers of limits that have run off, then whether anybody is to hear of it. */
const settle = (turn: Turn): void => {
  const { state, parameters, ms } = turn
  for (const bit of state.bits) {
    if (bit.changing === null || ms < bit.changing + delay(bit.on, parameters)) continue
    bit.on = !bit.on
    bit.changing = null
  }
  announce(turn)
}

const delay = (on: boolean, { onDelayMs, offDelayMs }: Parameters): number =>
  on ? offDelayMs : onDelayMs

/** A moment at which something fell due. */
const pass = (turn: Turn): void => {
  const { state, ms, parameters } = turn
  if (state.shelved?.until && Date.parse(state.shelved.until) <= ms)
    ended(turn, 'shelved', 'unshelved', null)
  if (state.outOfService?.until && Date.parse(state.outOfService.until) <= ms)
    ended(turn, 'outOfService', 'in-service', null)
  const { episode } = state
  if (episode && standsLong(state) === ms) {
    episode.standing = true
    said(turn, 'standing', { outward: false })
  }
  if (episode && ringsAgain(state, parameters) === ms) {
    move(turn, { kind: 'ring' })
    said(turn, 're-alarm', { outward: !state.hidden })
  }
  settle(turn)
}

const standsLong = ({ episode }: AlarmState): number | null =>
  episode?.active && !episode.standing ? Date.parse(episode.raisedAt) + dayMs : null

const ringsAgain = ({ episode }: AlarmState, { reAlarmMs }: Parameters): number | null =>
  reAlarmMs !== null && episode?.active && episode.acked && episode.ackedAt
    ? Date.parse(episode.ackedAt) + reAlarmMs
    : null

const nextDue = ({ state, parameters }: Turn): number | null => {
  const until = [state.shelved?.until, state.outOfService?.until].flatMap((at) =>
    at ? [Date.parse(at)] : [],
  )
  const bits = state.bits.flatMap(({ on, changing }) =>
    changing === null ? [] : [changing + delay(on, parameters)],
  )
  const others = [standsLong(state), ringsAgain(state, parameters)].flatMap((at) => at ?? [])
  const all = [...until, ...bits, ...others]
  return all.length === 0 ? null : Math.min(...all)
}
