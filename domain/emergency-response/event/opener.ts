// What do the alarms hear that have opened an emergency, or a case that was joined to it, once that has ended?
import { text } from '../../language/words.ts'
import type { LinkedAct } from '../../model/link.ts'
import type { SendDefinition } from '../../model/link-definition.ts'
import type { CaseRecord } from '../../model/record.ts'

const alarm = { process: 'alarm-episode', words: text('设备报警', 'Device alarm') } as const
/** How many of the joined alarms have heard of an end: of the last, and of those before it; null: there was none before. */
export type AlarmsTold = { before: number | null; now: number }
type Context = { joinedAlarms?: readonly string[]; alarmsTold?: AlarmsTold }

/** The alarms whose event it is: that which has opened the case, and those of cases that were joined to it. */
export const alarmsBehind = ({ opener, snapshot }: CaseRecord): string[] => [
  ...(opener?.process === alarm.process ? [opener.id] : []),
  ...((snapshot.context as Context).joinedAlarms ?? []),
]

/** What a case remembers of it when it ends, for the first time or anew. */
export const toldAtEnd = ({ joinedAlarms = [], alarmsTold }: Context): AlarmsTold => ({
  before: alarmsTold?.now ?? null,
  now: joinedAlarms.length,
})

/** A response that goes on rings nothing anew: of its next end only those hear that came with a case joined since. */
const untold = ({ snapshot }: CaseRecord): { opener: boolean; joined: readonly string[] } => {
  const { joinedAlarms = [], alarmsTold } = snapshot.context as Context
  const before = alarmsTold?.before ?? null
  return { opener: before === null, joined: joinedAlarms.slice(before ?? 0) }
}

/** An exercise concludes nothing but an exercise. */
const ending = (
  outcome: 'genuine' | 'false',
  measuresOf: (record: CaseRecord) => unknown,
): readonly SendDefinition[] => {
  const act = (record: CaseRecord): LinkedAct => {
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
const waives = (type: 'no-response' | 'refer'): readonly SendDefinition[] => {
  const told = { ...alarm, article: '《生产安全事故应急条例》第十七条' }
  const act = ({ number, data }: CaseRecord): LinkedAct => ({
    type: 'emergency-waived',
    data: { mainCase: number, reason: data[type]?.reason },
  })
  return [
    { ...told, target: 'opener', act },
    {
      ...told,
      target: 'named',
      act: (record) =>
        ((record.snapshot.context as Context).joinedAlarms ?? []).map((to) => ({
          ...act(record),
          to,
        })),
    },
  ]
}
export const waivesUnneeded = waives('no-response')
export const waivesReferred = waives('refer')
/** The response has ended: the alarm was genuine, and what was done about it is said. */
export const concludesGenuine = ending('genuine', ({ data }) => data['end-response']?.reason)
/** It was a false alarm. */
export const concludesFalse = ending('false', ({ data }) => data['declare-false']?.reason)
