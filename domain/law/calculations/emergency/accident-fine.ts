// Between which amounts must the unit and its principal be fined for an accident?
import * as v from 'valibot'
import { DomainError } from '../../../language/errors.ts'
import { type Text, text } from '../../../language/words.ts'
import { day, fineYuan } from '../../parse.ts'
import { calculation, doubt } from '../calculation.ts'
import { percentOf, spell, toFen, toYuan } from '../money.ts'
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

type Era = {
  from: string
  article: Text
  unit: Record<Level, [number, number]>
  extreme: (band: [number, number], level: Level) => [number, number]
  percent: Record<Level, number>
  unconfirmed: boolean
}

const m = 1_000_000
const same = (band: [number, number]): [number, number] => band
const percent493 = { general: 30, larger: 40, major: 60, 'extra-major': 80 }

/** Yuan; newest first. */
const eras: Era[] = [
  {
    from: '2021-09-01',
    article: text('安全生产法（2021）第95、110、114条', 'Work Safety Law (2021) art. 95, 110, 114'),
    unit: {
      general: [0.3 * m, m],
      larger: [m, 2 * m],
      major: [2 * m, 10 * m],
      'extra-major': [10 * m, 20 * m],
    },
    extreme: ([low, high]) => [2 * low, 5 * high],
    percent: { general: 40, larger: 60, major: 80, 'extra-major': 100 },
    unconfirmed: false,
  },
  {
    from: '2014-12-01',
    article: text('安全生产法（2014）第92、109条', 'Work Safety Law (2014) art. 92, 109'),
    unit: {
      general: [0.2 * m, 0.5 * m],
      larger: [0.5 * m, m],
      major: [m, 5 * m],
      'extra-major': [5 * m, 10 * m],
    },
    extreme: (band, level) => (level === 'extra-major' ? [10 * m, 20 * m] : band),
    percent: percent493,
    unconfirmed: true,
  },
  {
    from: '2007-06-01',
    article: text('国务院令493号第37、38条', 'State Council Order 493 art. 37, 38'),
    unit: {
      general: [0.1 * m, 0.2 * m],
      larger: [0.2 * m, 0.5 * m],
      major: [0.5 * m, 2 * m],
      'extra-major': [2 * m, 5 * m],
    },
    extreme: same,
    percent: percent493,
    unconfirmed: false,
  },
]

/** Fines on the unit and on its principal by the law of the day of the accident. */
export const accidentFine = calculation(
  'accident-fine',
  text('事故罚款幅度', 'Accident fines'),
  [
    ['safety', '95、110、114'],
    ['order493', '37、38'],
  ],
  schema,
  (input) => {
    const era = eraOn(input.date)
    const band = input.extremelySerious
      ? era.extreme(era.unit[input.level], input.level)
      : era.unit[input.level]
    const percent = era.percent[input.level]
    const income = input.principalIncome === undefined ? null : toFen(input.principalIncome)
    const late = input.lateOrFalseReport && era.from === '2021-09-01'
    return {
      unit: { from: band[0], to: band[1] },
      principalPercent: percent,
      principal: income === null ? null : toYuan(percentOf(income, percent)),
      lateReportPercent: late ? { from: 60, to: 100 } : null,
      lateReport:
        late && income !== null
          ? { from: toYuan(percentOf(income, 60)), to: toYuan(income) }
          : null,
      reckoning: explain(input, era, band, income, late),
      ...doubt(
        era.unconfirmed
          ? text('2014年法的罚款幅度未经核实', 'The amounts of the 2014 law are unconfirmed')
          : null,
      ),
    }
  },
)

const eraOn = (date: string): Era => {
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
  era: Era,
  [low, high]: [number, number],
  income: number | null,
  late: boolean,
): Text[] => {
  const [percent, words] = [era.percent[level], levelFacts[level].words]
  const serious = extremelySerious ? text('（情节特别严重）', ' (extremely serious)') : text('', '')
  const sum = income === null ? null : spell(percentOf(income, percent))
  const lateWords = text(
    '迟报、谎报或者不组织抢救：上一年年收入60%至100%（第110条）',
    'Late or false report, or no rescue: 60 to 100 % of last year’s income (art. 110)',
  )
  return [
    text(`${words.zh}，适用${era.article.zh}`, `${words.en}, by ${era.article.en}`),
    text(
      `单位罚款${spell(low * 100)}元至${spell(high * 100)}元${serious.zh}`,
      `Unit: ${spell(low * 100)} to ${spell(high * 100)} yuan${serious.en}`,
    ),
    text(
      `主要负责人上一年年收入的${percent}%${sum === null ? '' : `：${sum}元`}`,
      `Principal: ${percent} % of last year’s income${sum === null ? '' : `: ${sum} yuan`}`,
    ),
    ...(late ? [lateWords] : []),
  ]
}
