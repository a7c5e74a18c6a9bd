// Which level is this accident by deaths, injuries and loss?
import * as v from 'valibot'
import { type Text, text } from '../../../language/words.ts'
import { type AmountRow, numberAt } from '../../amounts/amount.ts'
import { count, day, yuan } from '../../parse.ts'
import { calculation, dayAsked, doubt } from '../calculation.ts'
import {
  type Criterion,
  criterionWords,
  type Level,
  levelFacts,
  levelOf,
  levels,
} from './levels.ts'

/** The three criteria; injuries include acute industrial poisoning. */
export const losses = {
  deaths: v.optional(count, 0),
  seriousInjuries: v.optional(count, 0),
  directLoss: v.optional(yuan, 0),
}
const schema = v.strictObject({
  ...losses,
  date: v.optional(v.pipe(day, v.description('day of the accident'))),
  /** For 较大涉险事故 (令21 Art 26). */
  personsAtRisk: v.optional(count, 0),
  trappedOrMissing: v.optional(count, 0),
  evacuated: v.optional(count, 0),
  severePollution: v.optional(v.boolean(), false),
  keyFacilitiesEndangered: v.optional(v.boolean(), false),
})

/** 国务院令493号 Art 3, 10, 19, 32; 令21 Art 26 for the larger dangerous incident. */
export const accidentLevel = calculation(
  'accident-level',
  text('事故等级', 'Accident level'),
  [
    ['order493', '3、10、19、32'],
    ['order21', '26'],
  ],
  schema,
  (input, law) => {
    const on = dayAsked(input.date, law)
    const { level, criteria } = levelOf(input, law, on)
    const facts = levelFacts[level]
    const decisive = criteria
      .filter((one) => one.level === level && level !== levels[0])
      .map(({ criterion }) => criterion)
    const risky = isDangerous(input, law.amount('accident-level.dangerous-incident', on))
    return {
      level,
      words: facts.words,
      criteria,
      decisive,
      reportUpTo: facts.reportUpTo,
      investigatedBy: facts.investigatedBy,
      replyDays: facts.replyDays,
      largerDangerousIncident: risky,
      reckoning: explain(criteria, level, risky),
      ...doubt(null),
    }
  },
)

/** 令21 Art 26: any one of them is enough. */
const isDangerous = (input: v.InferOutput<typeof schema>, row: AmountRow): boolean =>
  input.personsAtRisk >= numberAt(row, 'at-risk') ||
  input.trappedOrMissing >= numberAt(row, 'trapped-or-missing') ||
  input.evacuated >= numberAt(row, 'evacuated') ||
  input.severePollution ||
  input.keyFacilitiesEndangered

const explain = (criteria: Criterion[], level: Level, risky: boolean): Text[] => {
  const { words, reportUpTo, investigatedBy, replyDays } = levelFacts[level]
  return [
    ...criteria.map(({ criterion, value, level: alone }) => {
      const [name, reached] = [criterionWords[criterion], levelFacts[alone].words]
      return text(`${name.zh}${value}：${reached.zh}`, `${name.en} ${value}: ${reached.en}`)
    }),
    text(
      `任一条件达到即为该等级（493号第3条，“以上”含本数、“以下”不含）：${words.zh}`,
      `Any one criterion is enough (Order 493 art. 3, lower bounds included): ${words.en}`,
    ),
    text(
      `上报至${reportUpTo.zh}；由${investigatedBy.zh}调查；${replyDays}日内批复`,
      `Reported up to ${reportUpTo.en}; investigated by the ${investigatedBy.en}; reply in ${replyDays} days`,
    ),
    ...(risky
      ? [text('构成较大涉险事故（令21号第26条）', 'A larger dangerous incident (Order 21 art. 26)')]
      : []),
  ]
}
