// What may people do to an alarm, and what follows?
import { concluded, ended, move, said, succeed, type Turn } from './announce.ts'
import type { Act, Episode } from './state.ts'

export type Refusal =
  | 'late'
  | 'doubtful'
  | 'duplicate'
  | 'out-of-order'
  | 'nothing-open'
  | 'acked-already'
  | 'not-latched'
  | 'not-doubtful'
  | 'not-shelvable'
  | 'no-end'
  | 'not-so'

/** Nobody shelves for longer than a shift. */
const longestShelfMs = 8 * 3_600_000

/** Null: done. A refusal changes nothing. */
export const applyAct = (turn: Turn, act: Act): Refusal | null => {
  switch (act.act) {
    case 'acknowledge':
      return acknowledge(turn, act)
    case 'reset':
      return reset(turn, act)
    case 'declare-over':
      return declareOver(turn, act)
    case 'shelve':
      return shelve(turn, act)
    case 'unshelve':
      if (!turn.state.shelved) return 'not-so'
      ended(turn, 'shelved', 'unshelved', act.by)
      return null
    case 'suppress':
    case 'unsuppress':
      return suppress(turn, act)
    case 'take-out':
      return takeOut(turn, act)
    case 'put-back':
      if (!turn.state.outOfService) return 'not-so'
      ended(turn, 'outOfService', 'in-service', act.by)
      return null
    case 'begin-anew':
      if (!turn.state.episode) return 'nothing-open'
      if (act.by !== 'system') return 'not-so'
      succeed(turn, act.by)
      return null
  }
}

const iso = (ms: number): string => new Date(ms).toISOString()

const acknowledge = (turn: Turn, { by, reason }: Act): Refusal | null => {
  const { episode } = turn.state
  if (!episode) return 'nothing-open'
  if (episode.acked) return 'acked-already'
  // What stands is for people; the system only tidies up what came and went.
  if (by === 'system' && episode.active) return 'not-so'
  move(turn, { kind: 'acknowledge', by, at: iso(turn.ms) })
  // The case has acknowledged it itself, or hears it when the plant says so; only what this has ended it is still to hear.
  concluded(turn, 'acked', {
    outward: by !== 'system' && endsWhatIsTold(episode),
    by,
    ...(reason === undefined ? {} : { text: reason }),
  })
  return null
}

/** Ends the latch; whoever has not acknowledged still has to. */
const reset = (turn: Turn, { by, side }: Act): Refusal | null => {
  const { episode } = turn.state
  if (!episode) return 'nothing-open'
  if (episode.active || !episode.latched) return 'not-latched'
  move(turn, { kind: 'reset' })
  const outward = (side === 'plant' && episode.told) || endsWhatIsTold(episode)
  concluded(turn, 'reset', { outward, by })
  return null
}

const endsWhatIsTold = ({ closed, told }: Episode): boolean => closed && told

/** What stands by hearsay only, or is watched no more, a person may declare to be over; all else the device ends. */
const declareOver = (turn: Turn, { by, reason }: Act): Refusal | null => {
  const { state, ms } = turn
  if (!state.episode) return 'nothing-open'
  const { active, doubtful, unwatched } = state.episode
  if (!active || !(doubtful || unwatched) || by === 'system') return 'not-doubtful'
  delete state.doubt
  for (const bit of state.bits) Object.assign(bit, { on: false, changing: null })
  move(turn, { kind: 'declare-over', at: iso(ms) })
  concluded(turn, 'declared-over', {
    outward: state.episode.told,
    by,
    ...(reason === undefined ? {} : { text: reason }),
  })
  return null
}

const shelve = (turn: Turn, { by, side, until, reason = '' }: Act): Refusal | null => {
  const { state, parameters, ms } = turn
  if (side === 'city' && !parameters.shelvable) return 'not-shelvable'
  if (until === undefined || !(Date.parse(until) > ms)) return 'no-end'
  const end = iso(Math.min(Date.parse(until), ms + longestShelfMs))
  state.shelved = { until: end, by, reason, ...(side === 'city' ? { above: knownRank(turn) } : {}) }
  said(turn, 'shelved', {
    outward: side !== 'city' && (state.episode?.told ?? false),
    by,
    text: reason,
  })
  return null
}

/** Whoever puts aside what does not stand has been told of nothing that could become worse. */
const knownRank = ({ state: { episode, bits } }: Turn): number => episode?.rank ?? bits.length

const suppress = (turn: Turn, { act, by, side, reason = '' }: Act): Refusal | null => {
  const { state } = turn
  const wanted = act === 'suppress'
  if (state.suppressed === wanted) return 'not-so'
  state.suppressed = wanted
  delete state.suppressedAbove
  if (wanted && side === 'city') state.suppressedAbove = knownRank(turn)
  said(turn, wanted ? 'suppressed' : 'unsuppressed', { outward: false, by, text: reason })
  return null
}

const takeOut = (turn: Turn, { by, until, reason = '' }: Act): Refusal | null => {
  const { state, ms } = turn
  if (until === undefined || !(Date.parse(until) > ms)) return 'no-end'
  state.outOfService = { until, by, reason }
  said(turn, 'out-of-service', { outward: false, by, text: reason })
  return null
}
