// By when is each level told of an accident, and which levels are?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned, refused } from './asking.ts'

const times = {
  accidentAt: '2026-05-01T09:40+08:00',
  headInformedAt: '2026-05-01T09:50+08:00',
  countyReceivedAt: '2026-05-01T10:30+08:00',
  cityReceivedAt: '2026-05-01T12:10+08:00',
  provinceReceivedAt: '2026-05-01T14:00+08:00',
}
const at = (time: string) => `2026-05-01T${time}:00+08:00`
const deadlinesFor = (input: object) =>
  calculated('report-ladder', { ...times, ...input }) as unknown as Record<string, unknown>
const deadlines = (input: object) =>
  (deadlinesFor(input).deadlines as { stage: string; dueAt: string }[]).map(({ stage, dueAt }) => [
    stage,
    dueAt,
  ])

// 493号 9–11: one hour, then two hours each; 令21 8–9: by phone within one hour.
const usual = [
  ['unitToBureau', at('10:50')],
  ['countyToCity', at('12:30')],
]
const byPhone = [
  ['countyPhoneToProvince', at('11:30')],
  ['cityPhoneToProvince', at('13:10')],
]
const toProvince = ['cityToProvince', at('14:10')]
const toState = [
  ['provincePhoneToMinistry', at('15:00')],
  ['provinceToState', at('16:00')],
]

describe('the rungs', () => {
  test.each<[input: object, expected: string[][]]>([
    [{}, usual],
    [{ sociallySerious: true }, [...usual, ...byPhone]],
    [{ deaths: 3 }, [...usual, ...byPhone, toProvince]],
    [{ deaths: 10 }, [...usual, ...byPhone, toProvince, ...toState]],
    [{ level: 'extra-major' }, [...usual, ...byPhone, toProvince, ...toState]],
  ])('%j', (input, expected) => expect(deadlines(input)).toEqual(expected))

  test('stand in the answer under their own names too', () =>
    expect(deadlinesFor({ deaths: 10 })).toMatchObject(
      Object.fromEntries([...usual, ...byPhone, toProvince, ...toState]),
    ))

  test('count from the accident where nobody noted when the head was notified; who has received nothing passes nothing on', () =>
    expect(
      calculated('report-ladder', {
        accidentAt: times.accidentAt,
        deaths: 10,
        cityReceivedAt: times.cityReceivedAt,
      }),
    ).toMatchObject({
      deadlines: [
        { stage: 'unitToBureau', start: times.accidentAt, dueAt: at('10:40') },
        { stage: 'cityPhoneToProvince', start: times.cityReceivedAt, dueAt: at('13:10') },
        { stage: 'cityToProvince', start: times.cityReceivedAt, dueAt: at('14:10') },
      ],
    }))
})

describe('what comes after', () => {
  // 493号 29: 60 days, 60 more; 493号 13: 30 days, of road traffic and fire 7.
  test.each([
    ['general', '2026-05-31'],
    ['road-traffic', '2026-05-08'],
    ['fire', '2026-05-08'],
  ])('of kind %s casualties are reported until %s', (kind, casualtiesUntil) =>
    expect(deadlinesFor({ kind })).toMatchObject({
      casualtiesUntil,
      investigationDue: '2026-06-30',
      investigationExtendedDue: '2026-08-29',
    }),
  )

  test('a day of rest at the end is rolled beside the nominal one', () =>
    expect(deadlinesFor({})).toMatchObject({
      investigationRolled: '2026-06-30',
      investigationExtendedRolled: '2026-08-31',
    }))
})

test.each<[field: string, value: string, before: string]>([
  ['headInformedAt', '2026-05-01T09:39+08:00', 'accidentAt'],
  ['countyReceivedAt', '2026-05-01T09:49+08:00', 'headInformedAt'],
  ['cityReceivedAt', '2026-05-01T10:29+08:00', 'countyReceivedAt'],
  ['provinceReceivedAt', '2026-05-01T12:09+08:00', 'cityReceivedAt'],
])('%s at %s is before %s', (field, value, before) => {
  const [pointer, reason] = [
    `/${field}`,
    { zh: `${field} 早于 ${before}`, en: `${field} is earlier than ${before}` },
  ]
  expect(refused('report-ladder', { ...times, [field]: value })).toEqual({
    code: 'invalid-input',
    reasons: [reason],
    details: { pointer, errors: [{ pointer, reason }], fields: { [field]: reason } },
  })
})

test('the same minute is in order', () => {
  const minute = times.accidentAt
  expect(
    deadlinesFor({
      headInformedAt: minute,
      countyReceivedAt: minute,
      cityReceivedAt: minute,
      provinceReceivedAt: minute,
    }),
  ).toMatchObject({
    unitToBureau: at('10:40'),
    countyToCity: at('11:40'),
  })
})

test('a level below what the losses reach is refused, a higher one taken', () => {
  const reason = {
    zh: '所填等级（较大事故）低于伤亡、损失已达到的等级（重大事故）',
    en: 'The level given (larger accident) is below what casualties and loss reach (major accident)',
  }
  expect(refused('report-ladder', { ...times, deaths: 10, level: 'larger' })).toEqual({
    code: 'invalid-input',
    reasons: [reason],
    details: {
      pointer: '/level',
      errors: [{ pointer: '/level', reason }],
      fields: { level: reason },
    },
  })
  expect(deadlinesFor({ deaths: 10, level: 'major' })).toMatchObject({ level: 'major' })
  expect(deadlinesFor({ deaths: 3, level: 'major' })).toMatchObject({ level: 'major' })
})

test('the reckoning tells each rung with its minute and ground', () => {
  const { zh, en } = reckoned('report-ladder', { ...times, deaths: 3 })
  expect(zh).toEqual([
    '单位负责人→县级以上应急管理部门：2026-05-01 10:50前，依据生产安全事故报告和调查处理条例（493号）第9条',
    '县级→市级：2026-05-01 12:30前，依据生产安全事故报告和调查处理条例（493号）第10、11条',
    '县级电话→省级：2026-05-01 11:30前，依据生产安全事故信息报告和处置办法（令21号）第8条',
    '市级电话→省级：2026-05-01 13:10前，依据生产安全事故信息报告和处置办法（令21号）第8条',
    '市级→省级：2026-05-01 14:10前，依据生产安全事故报告和调查处理条例（493号）第10、11条',
    '逐级上报止于省级；由设区的市级人民政府调查',
    expect.stringContaining('到期 2026-06-30'),
    '经批准延长60日 → 2026-08-29',
    expect.stringContaining('到期 2026-05-31'),
  ])
  expect(en).toEqual([
    'head of the unit → bureau: by 2026-05-01 10:50',
    'county → city: by 2026-05-01 12:30',
    'county, phone → province: by 2026-05-01 11:30',
    'city, phone → province: by 2026-05-01 13:10',
    'city → province: by 2026-05-01 14:10',
    'The report stops at: province; investigated by the city government',
    expect.stringContaining('due 2026-06-30'),
    'extended by 60 days → 2026-08-29',
    expect.stringContaining('due 2026-05-31'),
  ])
})
