// Which level is an accident of special equipment, by harm, by hours and by people moved?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned } from './asking.ts'

const level = (input: object) => calculated('special-equipment-level', input)

/** 监察条例 61–64: from which number on which level; below the first it is no accident of special equipment. */
const steps: [fact: string, ...from: [number, string][]][] = [
  ['liftTrappedHours', [2, 'general']],
  ['cablewayStrandedHours', [3.5, 'general'], [12, 'larger']],
  ['rideStrandedHours', [1, 'general'], [12, 'larger']],
  [
    'movedByToxicLeak',
    [500, 'general'],
    [10_000, 'larger'],
    [50_000, 'major'],
    [150_000, 'extra-major'],
  ],
  ['deaths', [1, 'general'], [3, 'larger'], [10, 'major'], [30, 'extra-major']],
  ['seriousInjuries', [1, 'general'], [10, 'larger'], [50, 'major'], [100, 'extra-major']],
  [
    'directLoss',
    [10_000, 'general'],
    [10_000_000, 'larger'],
    [50_000_000, 'major'],
    [100_000_000, 'extra-major'],
  ],
]

describe('the level', () => {
  test.each(steps)('by %s', (fact, ...from) => {
    for (const [index, [least, reached]] of from.entries()) {
      const just = fact.endsWith('Hours') ? 0.25 : 1
      expect(level({ [fact]: least }).level, `${least}`).toBe(reached)
      expect(level({ [fact]: least - just }).level, `${least - just}`).toBe(
        from[index - 1]?.[1] ?? null,
      )
    }
  })

  test.each<[persons: number, hours: number, reached: string | null]>([
    [99, 48, null],
    [100, 23.75, null],
    [100, 24, 'major'],
    [100, 47.75, 'major'],
    [100, 48, 'extra-major'],
  ])('of %i stranded for %d hours: %s', (strandedPersons, strandedHours, reached) =>
    expect(level({ strandedPersons, strandedHours }).level).toBe(reached),
  )

  test('by an explosion or a crane that overturns', () => {
    expect(level({ explosion: true }).level).toBe('larger')
    expect(level({ craneOverturned: true }).level).toBe('larger')
    expect(level({ explosion: false, craneOverturned: false }).level).toBe(null)
  })

  test('is the highest of all that is reached', () => {
    expect(level({ liftTrappedHours: 2, deaths: 10 }).level).toBe('major')
    expect(level({ deaths: 1, movedByToxicLeak: 150_000, craneOverturned: true }).level).toBe(
      'extra-major',
    )
  })
})

// 特设法 72: one level higher than 493号.
test.each([
  [1, '一般事故', '市级特种设备监管部门会同有关部门', 'city regulator'],
  [3, '较大事故', '省级特种设备监管部门会同有关部门', 'province regulator'],
  [10, '重大事故', '国家特种设备监管部门会同有关部门', 'State regulator'],
  [30, '特别重大事故', '国务院或者其授权的部门', 'State Council'],
])('of %i deaths, %s: investigated by %s', (deaths, zh, by, en) =>
  expect(level({ deaths })).toMatchObject({
    words: { zh },
    investigatedBy: { zh: by, en },
    provisional: false,
    reasons: [],
  }),
)

test('below every limit it is none; only of a loss it is doubtful where the limit lies', () => {
  const nothing = {
    zh: [
      '未达到特种设备一般事故的下限（条例第64条：死亡、重伤，直接经济损失1万元以上，电梯困人2小时以上，索道滞留3.5小时以上，游乐设施滞留1小时以上，泄漏转移500人以上）',
    ],
    en: [
      'below the lower limit of a special equipment accident (Regulations art. 64: a death, a serious injury, a loss of 10,000 yuan, a lift of 2 h, a cableway of 3.5 h, a ride of 1 h, 500 persons moved)',
    ],
  }
  expect(level({})).toMatchObject({
    level: null,
    investigatedBy: null,
    provisional: false,
    reasons: [],
  })
  expect(level({ directLoss: 0.01 })).toMatchObject({
    level: null,
    provisional: true,
    reasons: [
      {
        zh: '直接经济损失的下限（1万元）未对照条例第64条原文核实',
        en: 'The lower limit of the loss (10,000 yuan) has not been checked against the text of art. 64',
      },
    ],
  })
  expect(reckoned('special-equipment-level', { liftTrappedHours: 1.5 })).toEqual(nothing)
})

test('the reckoning tells each ground with its number', () => {
  const all = {
    deaths: 1,
    liftTrappedHours: 2,
    cablewayStrandedHours: 4,
    rideStrandedHours: 13,
    strandedPersons: 100,
    strandedHours: 24,
    movedByToxicLeak: 500,
    explosion: true,
    craneOverturned: true,
  }
  expect(reckoned('special-equipment-level', all)).toEqual({
    zh: [
      '按伤亡、直接经济损失 → 一般事故',
      '电梯困人2小时：达到2 → 一般事故',
      '索道滞留4小时：达到3.5 → 一般事故',
      '游乐设施滞留13小时：达到12 → 较大事故',
      '100人以上高空滞留24小时：达到24 → 重大事故',
      '有毒介质泄漏转移500人：达到500 → 一般事故',
      '锅炉、压力容器、压力管道爆炸 → 较大事故',
      '起重机械整体倾覆 → 较大事故',
      '重大事故，由国家特种设备监管部门会同有关部门调查（特种设备安全法第72条）',
    ],
    en: [
      'by casualties and loss → general accident',
      'lift, trapped hours: 2, at least 2 → general accident',
      'cableway, stranded hours: 4, at least 3.5 → general accident',
      'ride, stranded hours: 13, at least 12 → larger accident',
      '100 or more stranded, hours: 24, at least 24 → major accident',
      'moved by a toxic leak: 500, at least 500 → general accident',
      'explosion of boiler, vessel or pipeline → larger accident',
      'whole crane overturned → larger accident',
      'major accident, investigated by the State regulator (Special Equipment Safety Law art. 72)',
    ],
  })
})
