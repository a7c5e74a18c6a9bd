// What little does the chart remember of an alarm so that its rules can judge?

import { type AlarmKind, alarmKindOf } from '../duty/kinds.ts'
import type { AlarmLevel } from '../duty/views.ts'
import type { CaseEvent } from '../model/process.ts'
import { alarmLevels } from './levels.ts'

/** Bounded JSON; values and limits are in the case's facts. */
export type AlarmContext = {
  level: AlarmLevel
  kind: AlarmKind
  latching: boolean
  /** 演练: a simulator made it. */
  synthetic: boolean
  /** The process is out of its limit. */
  active: boolean
  /** A person has declared it over, whose moment no device could tell. */
  declared: boolean
  /** Somebody at a desk has acknowledged what rings now. */
  acked: boolean
  /** `new`: it began to ring with the last event; `running`: it rang before, so no escalation policy begins anew. */
  ring: 'new' | 'running' | 'none'
  emergency: boolean
  hazard: boolean
}

type GuardInput = { context: AlarmContext; event: Omit<CaseEvent, 'type'> }
type Note = (input: GuardInput) => Partial<AlarmContext>

/** The context of a new case. XState also calls this without input, so it takes whatever comes. */
export const opening = (raised: CaseEvent | undefined): AlarmContext => ({
  level: levelIn(raised?.data.level) ?? 4,
  kind: alarmKindOf(raised?.data.kind),
  latching: raised?.data.latching === true,
  synthetic: raised?.data.synthetic === true,
  active: true,
  declared: false,
  acked: false,
  ring: 'none',
  emergency: false,
  hazard: false,
})

/** What the chart remembers of its events, by the names of its actions. */
export const notes = {
  ring: () => ({ ring: 'new' }),
  ringOn: () => ({ ring: 'running' }),
  fallSilent: () => ({ ring: 'none' }),
  noteAcked: () => ({ acked: true }),
  noteAlarm: () => ({ active: true, acked: false, declared: false }),
  noteLevel: ({ context, event }) => ({
    level: levelIn(event.data.level) ?? context.level,
    active: true,
    declared: false,
    acked: false,
  }),
  noteReturned: () => ({ active: false }),
  noteDeclared: () => ({ active: false, declared: true }),
  noteEmergency: () => ({ emergency: true }),
  noteHazard: () => ({ hazard: true }),
} satisfies Record<string, Note>

export const levelIn = (value: unknown): AlarmLevel | null =>
  alarmLevels.find((one) => one === value) ?? null
