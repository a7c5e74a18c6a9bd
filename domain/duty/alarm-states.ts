// Which states does an alarm have in ISA-18.2 and IEC 62682, and what does each mean? They are listed here and nowhere else.
import type { AlarmBox } from './views.ts'

type Facts = { active: boolean; acked: boolean; latched: boolean }

const states = {
  normal: { letter: 'A', active: false, acked: true, latched: false },
  unacknowledged: { letter: 'B', active: true, acked: false, latched: false },
  acknowledged: { letter: 'C', active: true, acked: true, latched: false },
  returned: { letter: 'D', active: false, acked: false, latched: false },
  latched: { letter: 'E', active: false, acked: false, latched: true },
  'latched-acknowledged': { letter: 'F', active: false, acked: true, latched: true },
} as const satisfies Record<string, Facts & { letter: string }>

/** What hides an alarm, the first that holds; beneath it the alarm goes on as it is. */
const asides = { shelved: 'G', suppressed: 'H', 'out-of-service': 'I' } as const

export type AlarmStanding = keyof typeof states
export type AlarmAside = keyof typeof asides
export type AlarmLetter = (typeof states)[AlarmStanding]['letter'] | (typeof asides)[AlarmAside]

export const alarmStandings = Object.keys(states) as AlarmStanding[]

/** By the facts of an episode; one that has ended is normal, also where nobody had to acknowledge it. */
export const alarmStandingOf = ({
  closed,
  ...facts
}: Facts & { closed: boolean }): AlarmStanding => {
  if (closed) return 'normal'
  const is = (name: AlarmStanding) =>
    states[name].active === facts.active &&
    states[name].acked === facts.acked &&
    states[name].latched === (facts.latched && !facts.active)
  return alarmStandings.find(is) ?? 'unacknowledged'
}

export const letterFor = (standing: AlarmStanding, aside: AlarmAside | null): AlarmLetter =>
  aside ? asides[aside] : states[standing].letter

export const isAlarmActive = (standing: AlarmStanding): boolean => states[standing].active
export const isAlarmAcknowledged = (standing: AlarmStanding): boolean => states[standing].acked
export const isAlarmLatched = (standing: AlarmStanding): boolean => states[standing].latched

/** Whether an event says that it rings: whoever has acknowledged before it must do so again. */
export const ringingEvents = ['raised', 're-alarm', 'escalated'] as const
export const isRinging = (kind: string): boolean =>
  (ringingEvents as readonly string[]).includes(kind)

/** `acked`: also by an acknowledgement that the devices have not carried out yet. `out`: suppressed, or out of service. */
export type AlarmShown = { standing: AlarmStanding; acked: boolean; shelved: boolean; out: boolean }

/** In which box of the desk an alarm lies; `done`: in none. */
export const boxFor = ({ standing, acked, shelved, out }: AlarmShown): AlarmBox | 'done' => {
  if (shelved) return 'shelved'
  if (out) return 'out'
  if (isAlarmActive(standing) || isAlarmLatched(standing)) return 'active'
  return acked || standing === 'normal' ? 'done' : 'returned'
}
