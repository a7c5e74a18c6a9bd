// Which level is an accident of special equipment, and which regulator investigates?
import * as v from 'valibot'
import { type Text, text } from '../../../language/words.ts'
import { count } from '../../parse.ts'
import { calculation, doubt } from '../calculation.ts'
import { losses } from './accident-level.ts'
import { type Criterion, type Level, levelFacts, levelOf, levels } from './levels.ts'

/** Hours; nobody is trapped for more than a year. */
const hours = v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(8_784)), 0)
const schema = v.strictObject({
  ...losses,
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

const steps = (value: number, unit: string, name: Text, ...from: [number, Level][]): Found => {
  const reached = from.filter(([least]) => value >= least).at(-1)
  return reached
    ? {
        level: reached[1],
        why: text(
          `${name.zh}${value}${unit}：达到${reached[0]}`,
          `${name.en}: ${value}, at least ${reached[0]}`,
        ),
      }
    : null
}

/** 监察条例 61–64 added to the common criteria; any one is enough. */
export const specialEquipmentLevel = calculation(
  'special-equipment-level',
  text('特种设备事故等级', 'Special equipment accident level'),
  [
    ['specialRegulation', '61–64'],
    ['specialLaw', '72'],
  ],
  schema,
  (input) => {
    const common = levelOf(input)
    const found = [...byHarm(input), ...extras(input)].filter((one) => one !== null)
    if (found.length === 0) return nothing(input, common.criteria)
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

/** 监察条例 64(1): one death, one serious injury or a loss of 10,000 yuan; less is no accident of special equipment. */
const leastLoss = 10_000

/** By casualties and loss, from the lower limit on. */
const byHarm = (input: Input): Found[] => {
  if (input.deaths === 0 && input.seriousInjuries === 0 && input.directLoss < leastLoss) return []
  return [
    { level: levelOf(input).level, why: text('按伤亡、直接经济损失', 'by casualties and loss') },
  ]
}

const nothing = (input: Input, criteria: Criterion[]) => {
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
        `${words.zh}（条例第64条：死亡、重伤，直接经济损失1万元以上，电梯困人2小时以上，索道滞留3.5小时以上，游乐设施滞留1小时以上，泄漏转移500人以上）`,
        `${words.en} (Regulations art. 64: a death, a serious injury, a loss of 10,000 yuan, a lift of 2 h, a cableway of 3.5 h, a ride of 1 h, 500 persons moved)`,
      ),
    ],
    ...doubt(
      input.directLoss > 0
        ? text(
            '直接经济损失的下限（1万元）未对照条例第64条原文核实',
            'The lower limit of the loss (10,000 yuan) has not been checked against the text of art. 64',
          )
        : null,
    ),
  }
}

const extras = (input: Input): Found[] => [
  steps(input.liftTrappedHours, '小时', text('电梯困人', 'lift, trapped hours'), [2, 'general']),
  steps(
    input.cablewayStrandedHours,
    '小时',
    text('索道滞留', 'cableway, stranded hours'),
    [3.5, 'general'],
    [12, 'larger'],
  ),
  steps(
    input.rideStrandedHours,
    '小时',
    text('游乐设施滞留', 'ride, stranded hours'),
    [1, 'general'],
    [12, 'larger'],
  ),
  input.strandedPersons >= 100
    ? steps(
        input.strandedHours,
        '小时',
        text('100人以上高空滞留', '100 or more stranded, hours'),
        [24, 'major'],
        [48, 'extra-major'],
      )
    : null,
  steps(
    input.movedByToxicLeak,
    '人',
    text('有毒介质泄漏转移', 'moved by a toxic leak'),
    [500, 'general'],
    [10_000, 'larger'],
    [50_000, 'major'],
    [150_000, 'extra-major'],
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
