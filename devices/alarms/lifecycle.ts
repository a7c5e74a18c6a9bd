// What leads an alarm from one state of ISA-18.2 and IEC 62682 to the next? Nothing else moves an episode.
import {
  type AlarmAside,
  type AlarmLetter,
  type AlarmStanding,
  alarmStandingOf,
  letterFor,
} from '../../domain/duty/alarm-states.ts'
import type { Moment } from '../port/port.ts'
import type { AlarmState, Episode, Parameters } from './state.ts'

type Facts = Pick<
  Episode,
  'active' | 'acked' | 'ackedBy' | 'ackedAt' | 'latched' | 'rtnAt' | 'closed'
>
type Kept = Facts & Pick<Episode, 'told'>

export type AlarmMove =
  /** It rises, rises to a higher level, or rings once more: whoever had acknowledged it must do so again. */
  | { kind: 'ring' }
  | { kind: 'acknowledge'; by: string; at: Moment }
  | { kind: 'return'; at: Moment }
  /** A person ends what is latched; whoever has not acknowledged still has to. */
  | { kind: 'reset' }
  /** A person has said so of what stood by hearsay: that latches nothing. */
  | { kind: 'declare-over'; at: Moment }
  /** Another episode takes its place. */
  | { kind: 'give-way' }

/** Pure. Before the first ring there is nothing: `null`. */
export const moveAlarm = (
  before: Kept | null,
  move: AlarmMove,
  terms: Pick<Parameters, 'latching' | 'needsAck'>,
): Facts => {
  const { told = false, ...from } = before ?? {}
  const after = { ...rung, ...from, ...changed(move, terms) }
  return { ...after, closed: move.kind === 'give-way' || hasEnded({ ...after, told }, terms) }
}

const rung = {
  active: true,
  acked: false,
  ackedBy: null,
  ackedAt: null,
  latched: false,
  rtnAt: null,
}

const changed = (move: AlarmMove, { latching }: Pick<Parameters, 'latching'>): Partial<Facts> => {
  switch (move.kind) {
    case 'ring':
      return rung
    case 'acknowledge':
      return { acked: true, ackedBy: move.by, ackedAt: move.at }
    case 'return':
      return { active: false, latched: latching, rtnAt: move.at }
    case 'reset':
      return { latched: false }
    case 'declare-over':
      return { active: false, latched: false, rtnAt: move.at }
    case 'give-way':
      return { active: false, latched: false }
  }
}

/** Nothing is open any more: not latched, and acknowledged or never to be. */
const hasEnded = (
  { active, latched, acked, told }: Omit<Kept, 'closed'>,
  { needsAck }: Pick<Parameters, 'needsAck'>,
): boolean => !active && !latched && (acked || !needsAck || !told)

/** As it is beneath whatever hides it. */
export const standingNow = ({ episode }: AlarmState): AlarmStanding =>
  episode ? alarmStandingOf(episode) : 'normal'

export const asideOf = ({ shelved, suppressed, outOfService }: AlarmState): AlarmAside | null => {
  if (shelved) return 'shelved'
  if (suppressed) return 'suppressed'
  return outOfService ? 'out-of-service' : null
}

/** The letter of the standard. */
export const letterOf = (state: AlarmState): AlarmLetter =>
  letterFor(standingNow(state), asideOf(state))
