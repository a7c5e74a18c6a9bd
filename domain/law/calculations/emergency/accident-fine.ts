// Between which amounts must the unit and its principal be fined for an accident?

import * as v from 'valibot'
import { DomainError } from '../../../language/errors.ts'
import { spellFen, spellYuan } from '../../../language/money.ts'
import { type Text, text } from '../../../language/words.ts'
import { type AmountRow, exactAt } from '../../amounts/amount.ts'
import { type Fraction, multiply, rounded } from '../../amounts/fraction.ts'
import { day, fineYuan } from '../../parse.ts'
import { type CountingLaw, calculation, doubt } from '../calculation.ts'
import { shareOf, toFen, toYuan } from '../money.ts'
import { type Level, levelFacts, levels } from './levels.ts'

const schema = v.strictObject({
  level: v.picklist(levels),
  date: v.pipe(day, v.description('day of the accident')),
  extremelySerious: v.optional(v.boolean(), false),
  /** Income of the principal in the year before, yuan. */
  principalIncome: v.optional(fineYuan),
  lateOrFalseReport: v.optional(v.boolean(), false),
})

type Input = v.InferOutput<typeof schema>

/** The law of each time; its numbers stand in the rule book. Newest first. */
const eras = [
  {
    from: '2021-09-01',
    article: text('安全生产法（2021）第95、110、114条', 'Work Safety Law (2021) art. 95, 110, 114'),
  },
  {
    from: '2014-12-01',
    article: text('安全生产法（2014）第92、109条', 'Work Safety Law (2014) art. 92, 109'),
  },
  {
    from: '2007-06-01',
    article: text('国务院令493号第37、38条', 'State Council Order 493 art. 37, 38'),
  },
]

type Found = {
  article: Text
  band: [number, number]
  percent: Fraction
  /** Of the income of whoever reports late or falsely; null: that law knows no such fine. */
  late: [Fraction, Fraction] | null
}

/** Fines on the unit and on its principal by the law of the day of the accident. */
export const accidentFine = calculation(
  'accident-fine',
  text('事故罚款幅度', 'Accident fines'),
  [
    ['safety', '95、110、114'],
    ['order493', '37、38'],
  ],
  schema,
  (input, law) => {
    const found = foundIn(input, law)
    const { band, percent, late } = found
    const income = input.principalIncome === undefined ? null : toFen(input.principalIncome)
    return {
      unit: { from: band[0], to: band[1] },
      principalPercent: rounded(percent),
      principal: income === null ? null : toYuan(shareOf(income, percent)),
      lateReportPercent: late && { from: rounded(late[0]), to: rounded(late[1]) },
      lateReport:
        late && income !== null
          ? { from: toYuan(shareOf(income, late[0])), to: toYuan(shareOf(income, late[1])) }
          : null,
      reckoning: explain(input, found, income),
      ...doubt(null),
    }
  },
)

const foundIn = (
  { level, date, extremelySerious, lateOrFalseReport }: Input,
  { amount }: CountingLaw,
): Found => {
  const { article, from } = eraOn(date)
  const late = amount('accident-fine.late-report', date)
  return {
    article,
    band: bandOf(level, amount('accident-fine.unit', date)).map((bound, index) =>
      extremelySerious
        ? rounded(multiply(bound, factorOf(level, index, amount, date)))
        : rounded(bound),
    ) as [number, number],
    percent: exactAt(amount('accident-fine.principal-income', date), level),
    late:
      lateOrFalseReport && from === '2021-09-01'
        ? [exactAt(late, 'from'), exactAt(late, 'to')]
        : null,
  }
}

/** From its own bound up to that of the level above. */
const bandOf = (level: Level, row: AmountRow): [Fraction, Fraction] => [
  exactAt(row, level),
  exactAt(row, levels[levels.indexOf(level) + 1] ?? 'most'),
]

const factorOf = (
  level: Level,
  index: number,
  amount: CountingLaw['amount'],
  date: string,
): Fraction => {
  const end = index === 0 ? 'low' : 'high'
  return exactAt(
    amount('accident-fine.extremely-serious', date),
    level === 'extra-major' ? `extra-major-${end}` : end,
  )
}

const eraOn = (date: string) => {
  const era = eras.find(({ from }) => from <= date)
  if (era) return era
  throw new DomainError(
    'rule-not-in-force',
    [text(`${date}尚无该罚则`, `No such penalty on ${date}`)],
    { pointer: '/date' },
  )
}

const explain = (
  { level, extremelySerious }: Input,
  { article, band: [low, high], percent, late }: Found,
  income: number | null,
): Text[] => {
  const words = levelFacts[level].words
  const serious = extremelySerious ? text('（情节特别严重）', ' (extremely serious)') : text('', '')
  const sum = income === null ? null : spellFen(shareOf(income, percent))
  const share = rounded(percent)
  return [
    text(`${words.zh}，适用${article.zh}`, `${words.en}, by ${article.en}`),
    text(
      `单位罚款${spellYuan(low)}元至${spellYuan(high)}元${serious.zh}`,
      `Unit: ${spellYuan(low)} to ${spellYuan(high)} yuan${serious.en}`,
    ),
    text(
      `主要负责人上一年年收入的${share}%${sum === null ? '' : `：${sum}元`}`,
      `Principal: ${share} % of last year’s income${sum === null ? '' : `: ${sum} yuan`}`,
    ),
    ...(late ? [lateWords(late)] : []),
  ]
}

const lateWords = ([least, most]: [Fraction, Fraction]): Text =>
  text(
    `迟报、谎报或者不组织抢救：上一年年收入${rounded(least)}%至${rounded(most)}%（第110条）`,
    `Late or false report, or no rescue: ${rounded(least)} to ${rounded(most)} % of last year’s income (art. 110)`,
  )
