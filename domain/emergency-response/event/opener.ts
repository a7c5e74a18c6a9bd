// What do the alarms hear that have opened an emergency, or a case that was joined to it, once that has ended?
import { text } from '../../language/words.ts'
import type { LinkedAct } from '../../model/link.ts'
import type { SendDefinition } from '../../model/link-definition.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Instant } from '../../time/instant.ts'

const alarm = { process: 'alarm-episode', words: text('设备报警', 'Device alarm') } as const
/** How many of the joined alarms have heard of an end: of the last, and of those before it; null: there was none before. */
export type AlarmsTold = { before: number | null; now: number }
type Context = {
  joinedAlarms?: readonly string[]
  alarmsTold?: AlarmsTold
  endedAt?: Instant | null
  handled?: boolean
}
const contextOf = ({ snapshot }: CaseRecord) => snapshot.context as Context

/** The alarms that a joined case hands on. Total. */
export const alarmsIn = ({ alarms }: Record<string, unknown>): string[] =>
  Array.isArray(alarms) ? alarms.filter((one) => typeof one === 'string') : []

/** The alarms whose event it is: that which has opened the case, and those of cases that were joined to it. */
export const alarmsBehind = (record: CaseRecord): string[] => [
  ...(record.opener?.process === alarm.process ? [record.opener.id] : []),
  ...(contextOf(record).joinedAlarms ?? []),
]

/** What a case remembers of it when it ends, for the first time or anew, or is joined by another after it has. */
export const toldAtEnd = ({ joinedAlarms = [], alarmsTold }: Context): AlarmsTold => ({
  before: alarmsTold?.now ?? null,
  now: joinedAlarms.length,
})

/** A response that goes on rings nothing anew: of its next end only those hear that came with a case joined since. */
const untold = (record: CaseRecord): { opener: boolean; joined: readonly string[] } => {
  const { joinedAlarms = [], alarmsTold } = contextOf(record)
  const before = alarmsTold?.before ?? null
  return { opener: before === null, joined: joinedAlarms.slice(before ?? 0) }
}

type Outcome = 'genuine' | 'false'
type Measures = (record: CaseRecord) => unknown

/** An exercise concludes nothing but an exercise. */
const endedAct =
  (outcome: Outcome, measuresOf: Measures) =>
  (record: CaseRecord): LinkedAct => {
    const measures = measuresOf(record)
    return {
      type: 'emergency-ended',
      data: {
        mainCase: record.number,
        outcome: record.snapshot.context.drill === true ? 'test' : outcome,
        ...(typeof measures === 'string' ? { measures } : {}),
      },
    }
  }
const told = { ...alarm, article: '《生产安全事故应急条例》第二十五条' }

const ending = (outcome: Outcome, measuresOf: Measures): readonly SendDefinition[] => {
  const act = endedAct(outcome, measuresOf)
  return [
    { ...told, target: 'opener', act: (record) => (untold(record).opener ? act(record) : null) },
    {
      ...told,
      target: 'named',
      act: (record) => untold(record).joined.map((to) => ({ ...act(record), to })),
    },
  ]
}

/** No response is needed, or another authority handles it: the desk that has called hears it, and of a real end later. */
const waivedAct =
  (type: 'no-response' | 'refer') =>
  ({ number, data }: CaseRecord): LinkedAct => ({
    type: 'emergency-waived',
    data: { mainCase: number, reason: data[type]?.reason },
  })
const toldWaived = { ...alarm, article: '《生产安全事故应急条例》第十七条' }

const waives = (type: 'no-response' | 'refer'): readonly SendDefinition[] => {
  const act = waivedAct(type)
  return [
    { ...toldWaived, target: 'opener', act },
    {
      ...toldWaived,
      target: 'named',
      act: (record) => (contextOf(record).joinedAlarms ?? []).map((to) => ({ ...act(record), to })),
    },
  ]
}
export const waivesUnneeded = waives('no-response')
export const waivesReferred = waives('refer')
/** The response has ended: the alarm was genuine, and what was done about it is said. */
const measuresTaken: Measures = ({ data }) => data['end-response']?.reason
export const concludesGenuine = ending('genuine', measuresTaken)
/** It was a false alarm. */
export const concludesFalse = ending('false', ({ data }) => data['declare-false']?.reason)

/** 并案: alarms of a case that is joined after the end, or after none was needed, hear at once what the others have heard. */
export const concludesJoined: readonly SendDefinition[] = [
  {
    ...told,
    target: 'named',
    act: (record) =>
      contextOf(record).endedAt
        ? untold(record).joined.map((to) => ({ ...endedAct('genuine', measuresTaken)(record), to }))
        : [],
  },
  {
    ...toldWaived,
    target: 'named',
    act: (record) => {
      const { endedAt, handled } = contextOf(record)
      return handled && !endedAt
        ? alarmsIn(record.data['case-joined'] ?? {}).map((to) => ({
            ...waivedAct('no-response')(record),
            to,
          }))
        : []
    },
  },
]
