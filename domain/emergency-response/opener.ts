// What does the alarm hear that has opened an emergency, once that has ended?
import { text } from '../language/words.ts'
import type { SendDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'

/** An exercise concludes nothing but an exercise. */
const ending = (outcome: 'genuine' | 'false', measuresOf: (record: CaseRecord) => unknown) =>
  [
    {
      target: 'opener',
      process: 'alarm-episode',
      words: text('设备报警', 'Device alarm'),
      article: '《生产安全事故应急条例》第二十五条',
      act: (record) => {
        const measures = measuresOf(record)
        return {
          type: 'emergency-ended',
          data: {
            mainCase: record.number,
            outcome: record.snapshot.context.drill === true ? 'test' : outcome,
            ...(typeof measures === 'string' ? { measures } : {}),
          },
        }
      },
    },
  ] as const satisfies readonly SendDefinition[]

/** The response has ended: the alarm was genuine, and what was done about it is said. */
export const concludesGenuine = ending('genuine', ({ data }) => data['end-response']?.reason)
/** It was a false alarm. */
export const concludesFalse = ending('false', ({ data }) => data['declare-false']?.reason)
