// Of what can be warned, what does CAP call it, and how far around does it hold until somebody has judged it?

import { type AlarmKind, alarmKinds, type KindFacts } from '../duty/kinds.ts'
import { text } from '../language/words.ts'

type EventKind = NonNullable<KindFacts['warning']>

/** Kinds that are warned of by their own name, and what else devices tell. */
export type EventKindName =
  | {
      [Kind in AlarmKind]: (typeof alarmKinds)[Kind]['warning'] extends null ? never : Kind
    }[AlarmKind]
  | 'safety'

export const eventKinds = {
  ...Object.fromEntries(
    Object.entries<KindFacts>(alarmKinds).flatMap(([kind, { warning }]) =>
      warning ? [[kind, warning]] : [],
    ),
  ),
  safety: { category: 'Safety', words: text('设备安全', 'Safety of equipment'), km: 0.2 },
} as Readonly<Record<EventKindName, EventKind>>

export const eventKindNames = Object.keys(eventKinds) as EventKindName[]

/** By what the condition is, else by what its point measures. */
export const eventKindOf = (alarm: { condition: string; kind: string }): EventKindName =>
  [alarm.condition, alarm.kind].find((one): one is EventKindName =>
    Object.hasOwn(eventKinds, one),
  ) ?? 'safety'
