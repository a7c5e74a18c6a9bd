// Which level is an accident of special equipment, and which regulator investigates?
import * as v from 'valibot'
import { spellYuan } from '../../../language/money.ts'
import { type Text, text } from '../../../language/words.ts'
import { type AmountRow, numberAt, stepReached } from '../../amounts/amount.ts'
import { count, day } from '../../parse.ts'
import { calculation, dayAsked, doubt } from '../calculation.ts'
import { losses } from './accident-level.ts'
import { type Criterion, type Level, levelFacts, levelOf, levels } from './levels.ts'

/** Hours; nobody is trapped for more than a year. */
const hours = v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(8_784)), 0)
const schema = v.strictObject({
  ...losses,
  date: v.optional(v.pipe(day, v.description('day of the accident'))),
  liftTrappedHours: hours,
  cablewayStrandedHours: hours,
  rideStrandedHours: hours,
  /** People stranded at height by cableway or ride, and for how long. */
  strandedPersons: v.optional(count, 0),
  strandedHours: hours,
  /** People moved because of a toxic leak. */
  movedByToxicLeak: v.optional(count, 0),
  explosion: v.optional(v.boolean(), false),
  craneOverturned: v.optional(v.boolean(), false),
})
type Input = v.InferOutput<typeof schema>

/** 特设法 72: one level higher than 493号. */
const investigators: Record<Level, Text> = {
  general: text('市级特种设备监管部门会同有关部门', 'city regulator'),
  larger: text('省级特种设备监管部门会同有关部门', 'province regulator'),
  major: text('国家特种设备监管部门会同有关部门', 'State regulator'),
  'extra-major': text('国务院或者其授权的部门', 'State Council'),
}

type Found = { level: Level; why: Text } | null

/** By a scale whose steps are called as the levels that they reach. */
const reachedBy = (row: AmountRow, value: number, unit: string, name: Text): Found => {
  const index = stepReached(row, value) - 1
  const level = levels.find((one) => one === row.steps[index]?.key)
  const bound = row.values[index]
  return level
    ? {
        level,
        why: text(
          `${name.zh}${value}${unit}：达到${bound}`,
          `${name.en}: ${value}, at least ${bound}`,
        ),
      }
    : null
}

type Row = (name: string) => AmountRow

/** 监察条例 61–64 added to the common criteria; any one is enough. */
export const specialEquipmentLevel = calculation(
  'special-equipment-level',
  text('特种设备事故等级', 'Special equipment accident level'),
  [
    ['specialRegulation', '61–64'],
    ['specialLaw', '72'],
  ],
  schema,
  (input, law) => {
    const on = dayAsked(input.date, law)
    const row: Row = (name) => law.amount(`special-equipment-level.${name}`, on)
    const common = levelOf(input, law, on)
    const found = [...byHarm(input, common.level, row), ...extras(input, row)].filter(
      (one) => one !== null,
    )
    if (found.length === 0) return nothing(input, common.criteria, row)
    const level = levels[Math.max(...found.map((one) => levels.indexOf(one.level)))] ?? 'general'
    return {
      level: level as Level | null,
      words: levelFacts[level].words,
      criteria: common.criteria,
      investigatedBy: investigators[level] as Text | null,
      reckoning: [
        ...found.map(({ level: reached, why }) =>
          text(
            `${why.zh} → ${levelFacts[reached].words.zh}`,
            `${why.en} → ${levelFacts[reached].words.en}`,
          ),
        ),
        text(
          `${levelFacts[level].words.zh}，由${investigators[level].zh}调查（特种设备安全法第72条）`,
          `${levelFacts[level].words.en}, investigated by the ${investigators[level].en} (Special Equipment Safety Law art. 72)`,
        ),
      ],
      ...doubt(null),
    }
  },
)

/** 监察条例 64(1): one death, one serious injury or the least loss; less is no accident of special equipment. */
const byHarm = (input: Input, level: Level, row: Row): Found[] => {
  const least = numberAt(row('direct-loss'), 'general')
  if (input.deaths === 0 && input.seriousInjuries === 0 && input.directLoss < least) return []
  return [{ level, why: text('按伤亡、直接经济损失', 'by casualties and loss') }]
}

/** 1万元, 8,000元 */
const yuanInWords = (value: number): string =>
  value % 10_000 === 0 ? `${value / 10_000}万元` : `${spellYuan(value)}元`

const nothing = (input: Input, criteria: Criterion[], row: Row) => {
  const loss = row('direct-loss')
  const [least, lift, cableway, ride, moved] = [
    'direct-loss',
    'lift-trapped',
    'cableway-stranded',
    'ride-stranded',
    'moved-by-toxic-leak',
  ].map((name) => numberAt(row(name), 'general')) as [number, number, number, number, number]
  const grouped = spellYuan(least)
  const words = text(
    '未达到特种设备一般事故的下限',
    'below the lower limit of a special equipment accident',
  )
  return {
    level: null,
    words,
    criteria,
    investigatedBy: null,
    reckoning: [
      text(
        `${words.zh}（条例第64条：死亡、重伤，直接经济损失${yuanInWords(least)}以上，电梯困人${lift}小时以上，索道滞留${cableway}小时以上，游乐设施滞留${ride}小时以上，泄漏转移${moved}人以上）`,
        `${words.en} (Regulations art. 64: a death, a serious injury, a loss of ${grouped} yuan, a lift of ${lift} h, a cableway of ${cableway} h, a ride of ${ride} h, ${moved} persons moved)`,
      ),
    ],
    ...doubt(
      input.directLoss > 0 && !loss.entered
        ? text(
            `直接经济损失的下限（${yuanInWords(least)}）未对照条例第64条原文核实`,
            `The lower limit of the loss (${grouped} yuan) has not been checked against the text of art. 64`,
          )
        : null,
    ),
  }
}

const extras = (input: Input, row: Row): Found[] => [
  reachedBy(
    row('lift-trapped'),
    input.liftTrappedHours,
    '小时',
    text('电梯困人', 'lift, trapped hours'),
  ),
  reachedBy(
    row('cableway-stranded'),
    input.cablewayStrandedHours,
    '小时',
    text('索道滞留', 'cableway, stranded hours'),
  ),
  reachedBy(
    row('ride-stranded'),
    input.rideStrandedHours,
    '小时',
    text('游乐设施滞留', 'ride, stranded hours'),
  ),
  manyStranded(input, row),
  reachedBy(
    row('moved-by-toxic-leak'),
    input.movedByToxicLeak,
    '人',
    text('有毒介质泄漏转移', 'moved by a toxic leak'),
  ),
  input.explosion
    ? {
        level: 'larger',
        why: text('锅炉、压力容器、压力管道爆炸', 'explosion of boiler, vessel or pipeline'),
      }
    : null,
  input.craneOverturned
    ? { level: 'larger', why: text('起重机械整体倾覆', 'whole crane overturned') }
    : null,
]

/** As many as one row says, for as long as the other does. */
const manyStranded = ({ strandedPersons, strandedHours }: Input, row: Row): Found => {
  const many = numberAt(row('stranded-persons'), 'major')
  return strandedPersons < many
    ? null
    : reachedBy(
        row('stranded-hours'),
        strandedHours,
        '小时',
        text(`${many}人以上高空滞留`, `${many} or more stranded, hours`),
      )
}
