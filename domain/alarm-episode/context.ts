// What little does the chart remember of an alarm so that its rules can judge?

import { type AlarmAside, type AlarmStanding, alarmStandings } from '../duty/alarm-states.ts'
import { type AlarmKind, alarmKindOf } from '../duty/kinds.ts'
import type { AlarmLevel } from '../duty/views.ts'
import type { CaseEvent } from '../model/process.ts'
import type { CompetentOffice } from '../organisation/competence.ts'
import { alarmLevels } from './levels.ts'

export type AlarmWork = 'handle' | 'conclude'

/** Bounded JSON; values and limits are in the case's facts. */
export type AlarmContext = {
  level: AlarmLevel
  kind: AlarmKind
  /** What of it decides whether anybody away from the plant may put it aside, beside its level and kind. */
  condition: string
  shelvable: boolean
  /** The bureau that was competent when it rose; null: the desks of emergency management keep it. */
  competent: CompetentOffice | null
  /** 演练: a simulator made it. */
  synthetic: boolean
  /** As its devices told it last; nothing here decides it. */
  standing: AlarmStanding
  /** Their event at which it rang last, and the newest one that a desk has acknowledged: nobody is called where that is as new. */
  rang: number
  answered: number
  /** `new`: it began to ring with the last event; `running`: it rang before, so no escalation policy begins anew. */
  ring: 'new' | 'running' | 'none'
  /** What stands aside, and how; null: it does not. */
  aside: AlarmAside | null
  /** What is still to be done of what is acknowledged: to see it back to normal, or to conclude it. */
  work: AlarmWork | null
  /** An emergency response that it has started goes on. */
  emergency: boolean
  /** It came to nothing so far: no response was needed, or another authority handles it. Absent: it did not. */
  emergencyWaived?: boolean
  /** A person, or the end of the emergency response, has concluded it, and it has not rung since. */
  concluded: boolean
  hazard: boolean
}

type GuardInput = { context: AlarmContext; event: CaseEvent }
type Note = (input: GuardInput) => Partial<AlarmContext>

/** The context of a new case. XState also calls this without input, so it takes whatever comes. */
export const opening = (raised: CaseEvent | undefined): AlarmContext => ({
  level: levelIn(raised?.data.level) ?? 4,
  kind: alarmKindOf(raised?.data.kind),
  condition: typeof raised?.data.condition === 'string' ? raised.data.condition : '',
  shelvable: raised?.data.shelvable !== false,
  competent: raised?.competent ?? null,
  synthetic: raised?.data.synthetic === true,
  standing: standingIn(raised?.data.standing) ?? 'unacknowledged',
  rang: numberIn(raised?.data.rang) ?? 1,
  answered: 0,
  ring: 'none',
  aside: null,
  work: null,
  emergency: false,
  concluded: false,
  hazard: false,
})

const rings = ({ type }: CaseEvent): boolean => type === 're-alarm' || type === 'escalate'

/** What its devices say, or what they said last. */
export const standingAfter = ({ context, event }: GuardInput): AlarmStanding =>
  event.type === 'alarm-ended' ? 'normal' : told({ context, event })

const told = ({ context, event }: GuardInput): AlarmStanding =>
  standingIn(event.data.standing) ?? (rings(event) ? 'unacknowledged' : context.standing)
export const rangAfter = ({ context, event }: GuardInput): number =>
  numberIn(event.data.rang) ?? context.rang + (rings(event) ? 1 : 0)

/** What the chart remembers of its events, by the names of its actions. */
export const notes = {
  ring: () => ({ ring: 'new', concluded: false }),
  ringOn: () => ({ ring: 'running' }),
  fallSilent: () => ({ ring: 'none' }),
  noteShelved: () => ({ aside: 'shelved' }),
  noteSuppressed: () => ({ aside: 'suppressed' }),
  noteOutOfService: () => ({ aside: 'out-of-service' }),
  comeBack: () => ({ aside: null }),
  noteHandling: () => ({ work: 'handle' }),
  noteConcluding: () => ({ work: 'conclude' }),
  noteLeft: () => ({ work: null }),
  noteAnswered: ({ context, event }) => ({ answered: numberIn(event.data.seen) ?? context.rang }),
  noteTold: (input) => ({
    level: gravest(input.context.level, levelIn(input.event.data.level)),
    standing: standingAfter(input),
    rang: rangAfter(input),
  }),
  noteEmergency: () => ({ emergency: true, emergencyWaived: false }),
  noteEmergencyWaived: () => ({ emergencyWaived: true }),
  noteEmergencyEnded: () => ({ emergency: false }),
  noteConcluded: () => ({ emergency: false, concluded: true }),
  noteConclusion: () => ({ concluded: true }),
  noteHazard: () => ({ hazard: true }),
} satisfies Record<string, Note>

const gravest = (known: AlarmLevel, reported: AlarmLevel | null): AlarmLevel =>
  reported !== null && reported < known ? reported : known
export const levelIn = (value: unknown): AlarmLevel | null =>
  alarmLevels.find((one) => one === value) ?? null
export const numberIn = (value: unknown): number | null =>
  typeof value === 'number' ? value : null
const standingIn = (value: unknown): AlarmStanding | null =>
  alarmStandings.find((one) => one === value) ?? null
