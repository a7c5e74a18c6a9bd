// When limits have changed, or what hid an alarm has ended: what is said, and to whom?
import { type AlarmMove, moveAlarm } from './lifecycle.ts'
import type { AlarmEvent, AlarmState, Episode, EventKind, Parameters } from './state.ts'
import { isHidden, rankOf } from './state.ts'

/** An evaluation at work: its state may be changed, the events are appended. */
export type Turn = { state: AlarmState; parameters: Parameters; events: AlarmEvent[]; ms: number }

const minuteMs = 60_000
const fleetingMs = 10_000
const chatter = 3

const iso = (ms: number): string => new Date(ms).toISOString()

/** The open episode goes on to its next state. */
export const move = ({ state: { episode }, parameters }: Turn, by: AlarmMove): void => {
  if (episode) Object.assign(episode, moveAlarm(episode, by, parameters))
}

type Saying = { outward: boolean; by?: string | null; text?: string; event?: string }

/** Appends an event of the open episode. */
export const said = (
  turn: Turn,
  kind: EventKind,
  { outward, by = null, ...other }: Saying,
): void => {
  const { state, events, ms } = turn
  if (!state.episode) return
  const after = { ...state.episode }
  events.push({
    ...state.seen,
    ...other,
    kind,
    at: iso(ms),
    by,
    outward,
    stale: state.stale,
    after,
  })
}

/** Shelving or being out of service is over; what still stands is told anew by `announce`. */
export const ended = (
  turn: Turn,
  what: 'shelved' | 'outOfService',
  kind: EventKind,
  by: string | null,
): void => {
  turn.state[what] = null
  said(turn, kind, { outward: turn.state.episode?.told ?? false, by })
}

/** Compares the limits exceeded with the episode, and says what follows. */
export const announce = (turn: Turn): void => {
  const { state } = turn
  const rank = rankOf(state)
  const broken = rank > 0 ? broke(turn, rank) : []
  const hidden = isHidden(state)
  const uncovered = state.hidden && !hidden
  state.hidden = hidden
  const told = turn.events.length
  if (rank > 0) stands(turn, rank)
  else if (state.episode?.active) returned(turn)
  if (uncovered && !turn.events.slice(told).some(({ outward }) => outward)) uncover(turn)
  for (const kind of broken)
    said(turn, kind, {
      outward: kind === 'unshelved' && state.episode?.told === true,
      by: 'system',
    })
}

/** What rang beneath what hid it: it stands, or is latched and nobody has heard of it or answered since. */
const uncover = (turn: Turn): void => {
  const { episode } = turn.state
  if (episode?.active) again(turn)
  else if (episode?.latched && !isAnswered(episode)) tell(turn, 're-alarm')
}

/** Whoever acknowledged it at a desk has seen it there, hidden or not; what the plant or we ourselves have tidied up, a desk hears of first. */
const isAnswered = ({ acked, told, ackedBy }: Episode): boolean =>
  acked && (told || (ackedBy !== 'plant' && ackedBy !== 'system'))

/** Ends what the city has put aside without knowing how bad it would become, or may not put aside; never what the plant or a permit has. */
const broke = ({ state, parameters: { shelvable } }: Turn, rank: number): EventKind[] => {
  const worse = (above: number | undefined): boolean =>
    above !== undefined && (rank > above || !shelvable)
  const kinds: EventKind[] = []
  if (worse(state.shelved?.above)) {
    state.shelved = null
    kinds.push('unshelved')
  }
  if (worse(state.suppressedAbove)) {
    state.suppressed = false
    delete state.suppressedAbove
    kinds.push('unsuppressed')
  }
  return kinds
}

const stands = (turn: Turn, rank: number): void => {
  const { episode } = turn.state
  if (!episode) raise(turn, rank)
  else continues(turn, episode, rank)
}

const continues = (turn: Turn, episode: Episode, rank: number): void => {
  const before = episode.rank
  if (!episode.unwatched) Object.assign(episode, { rank, level: levelAt(turn, rank) })
  if (!episode.active) {
    episode.doubtful = turn.state.doubt === true
    again(turn)
    if (rank > before) tell(turn, 'escalated')
    moved(turn)
  } else if (rank > before) {
    move(turn, { kind: 'ring' })
    tell(turn, 'escalated')
  } else if (rank < before) said(turn, 'eased', { outward: false })
}

const levelAt = ({ parameters }: Turn, rank: number) => parameters.limits[rank - 1]?.level ?? 4

type Kept = Pick<Episode, 'level' | 'raisedAt' | 'doubtful' | 'unwatched'>

const raise = (turn: Turn, rank: number, kept: Partial<Kept> = {}): void => {
  turn.state.episode = {
    ...moveAlarm(null, { kind: 'ring' }, turn.parameters),
    rank,
    level: levelAt(turn, rank),
    raisedAt: iso(turn.ms),
    told: false,
    chattering: false,
    fleeting: false,
    standing: false,
    doubtful: turn.state.doubt === true,
    unwatched: false,
    ...kept,
  } satisfies Episode
  tell(turn, 'raised')
  moved(turn)
}

const again = (turn: Turn): void => {
  move(turn, { kind: 'ring' })
  tell(turn, 're-alarm')
}

/** To the case as well, unless it is hidden. */
const tell = (turn: Turn, kind: EventKind): void => {
  const { episode, hidden } = turn.state
  if (episode && !hidden) episode.told = true
  said(turn, kind, { outward: !hidden })
}

const returned = (turn: Turn): void => {
  const { state, ms } = turn
  const { episode } = state
  if (!episode) return
  episode.fleeting = ms - Date.parse(episode.raisedAt) < fleetingMs
  if (episode.fleeting) said(turn, 'fleeting', { outward: false })
  move(turn, { kind: 'return', at: iso(ms) })
  said(turn, 'rtn', { outward: episode.told })
  moved(turn)
  if (episode.closed) state.episode = null
}

/** Ends the episode; another begins that stands as it did, and nobody has acknowledged it. What only waits for somebody rose when it rose. */
export const succeed = (turn: Turn, by: string): void => {
  const { episode, changes } = turn.state
  if (!episode) return
  const { active, rank, level, doubtful, unwatched, raisedAt } = episode
  move(turn, { kind: 'give-way' })
  concluded(turn, 'succeeded', { outward: false, by })
  // What the device has not done is no chatter of it.
  turn.state.changes = []
  raise(turn, rank, { level, doubtful, unwatched, ...(active ? {} : { raisedAt }) })
  if (!active) returned(turn)
  turn.state.changes = changes
}

/** Says the last or any event of an act, and lets go of an episode that it has closed. */
export const concluded = (turn: Turn, kind: EventKind, saying: Saying): void => {
  said(turn, kind, saying)
  if (turn.state.episode?.closed) turn.state.episode = null
}

/** Raises and returns within a minute: three of them are chatter, said once. */
const moved = (turn: Turn): void => {
  const { state, ms } = turn
  state.changes = [...state.changes.filter((at) => ms - at < minuteMs), ms].slice(-8)
  const { episode } = state
  if (!episode || episode.closed || episode.chattering || state.changes.length < chatter) return
  episode.chattering = true
  said(turn, 'chattering', { outward: false })
}
