// Which level is an accident of special equipment, and which regulator investigates?
import * as v from 'valibot'
import { type Text, text } from '../../case/words.ts'
import { count } from '../parse.ts'
import { losses } from './accident-level.ts'
import { calculation, doubt } from './calculation.ts'
import { type Level, levelFacts, levelOf, levels } from './levels.ts'

const hours = v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100_000)), 0)
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
    ? { level: reached[1], why: text(`${name.zh}${value}${unit}：达到${reached[0]}`, `${name.en}: ${value}, at least ${reached[0]}`) }
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
    const found = extras(input).filter((one) => one !== null)
    const rank = Math.max(levels.indexOf(common.level), ...found.map(({ level }) => levels.indexOf(level)))
    const level = levels[rank] ?? 'general'
    return {
      level,
      words: levelFacts[level].words,
      criteria: common.criteria,
      investigatedBy: investigators[level],
      reckoning: [
        text(`按伤亡、损失：${levelFacts[common.level].words.zh}`, `By casualties and loss: ${levelFacts[common.level].words.en}`),
        ...found.map(({ level: reached, why }) =>
          text(`${why.zh} → ${levelFacts[reached].words.zh}`, `${why.en} → ${levelFacts[reached].words.en}`),
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

const extras = (input: Input): Found[] => [
  steps(input.liftTrappedHours, '小时', text('电梯困人', 'lift, trapped hours'), [2, 'general']),
  steps(input.cablewayStrandedHours, '小时', text('索道滞留', 'cableway, stranded hours'), [3.5, 'general'], [12, 'larger']),
  steps(input.rideStrandedHours, '小时', text('游乐设施滞留', 'ride, stranded hours'), [1, 'general'], [12, 'larger']),
  input.strandedPersons >= 100
    ? steps(input.strandedHours, '小时', text('100人以上高空滞留', '100 or more stranded, hours'), [24, 'major'], [48, 'extra-major'])
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
  input.explosion ? { level: 'larger', why: text('锅炉、压力容器、压力管道爆炸', 'explosion of boiler, vessel or pipeline') } : null,
  input.craneOverturned ? { level: 'larger', why: text('起重机械整体倾覆', 'whole crane overturned') } : null,
]
