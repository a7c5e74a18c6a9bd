// Which grades of an emergency follow from amounts of the rule book?

import { text } from '../language/words.ts'
import type { GradedDefinition } from '../law/amounts/graded-definition.ts'
import { levelFacts } from '../law/calculations/emergency/levels.ts'
import type { EmergencyContext } from './context.ts'
import { emergencyAmountIds } from './event/amounts.ts'
import { responseOf, responseWords } from './event/figures.ts'
import { recounted } from './recounted.ts'

const yesOrNo = { yes: text('是', 'yes'), no: text('否', 'no') }
const of =
  (read: (context: EmergencyContext) => string) =>
  (context: Record<string, unknown>): string =>
    read(context as EmergencyContext)

/** 493号 3: the law of the day of the accident; a version that includes open cases reaches back to it. */
export const graded: GradedDefinition = {
  amounts: emergencyAmountIds,
  day: ({ accidentOn }) => String(accidentOn),
  again: (context, countedBy, at) => ({
    ...recounted({ ...(context as EmergencyContext), countedBy }, {}, at),
    countedBy,
  }),
  grades: {
    'accident-level': {
      words: text('事故等级', 'Level of the accident'),
      values: Object.fromEntries(
        Object.entries(levelFacts).map(([level, { words }]) => [level, words]),
      ),
      of: of(({ accidentLevel }) => accidentLevel),
    },
    'reported-to-province': {
      words: text('须报省级', 'To be reported to the province'),
      values: yesOrNo,
      of: of(({ grave }) => (grave ? 'yes' : 'no')),
    },
    'special-accident': {
      words: text('特种设备事故', 'Accident of special equipment'),
      values: yesOrNo,
      of: of(({ specialAccidentAt }) => (specialAccidentAt === null ? 'no' : 'yes')),
    },
    'response-reached': {
      words: text('按已知情况测算的响应级别', 'Response level that the numbers reach'),
      values: responseWords,
      of: of((context) => String(responseOf(context.figures, context, context).level)),
    },
  },
}
