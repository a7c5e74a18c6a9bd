// Which response level does each trigger of the national plan reach, and which of several counts?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned } from './asking.ts'

const response = (input: object) => calculated('response-level', input)

/** National plan of 2006: first number of the level III, II, I; null where the plan names none. */
const firstOf: [trigger: string, third: number | null, second: number | null, first: number][] = [
  ['deadOrMissing', 3, 10, 30],
  ['inDanger', 10, null, 30],
  ['poisonedOrInjured', 30, 50, 100],
  ['directLoss', null, 50_000_000, 100_000_000],
  ['relocated', null, null, 100_000],
]

describe('a trigger alone', () => {
  test.each(firstOf)('%s', (trigger, third, second, first) => {
    const from = Object.entries({ 3: third, 2: second, 1: first }).flatMap(([level, n]) =>
      n === null ? [] : [[Number(level), n] as const],
    )
    const levels = [4, 3, 2, 1].filter(
      (level) => level === 4 || from.some(([one]) => one === level),
    )
    for (const [level, n] of from) {
      expect(response({ [trigger]: n }).level, `${n}`).toBe(level)
      expect(response({ [trigger]: n - 1 }).level, `${n - 1}`).toBe(
        levels[levels.indexOf(level) - 1],
      )
    }
  })

  test.each([
    ['county', 4],
    ['city', 3],
    ['province', 2],
    ['beyond-province', 1],
  ])('an event that spreads over, or is beyond, what one %s holds', (area, level) => {
    expect(response({ spread: area }).level).toBe(level)
    expect(response({ capability: area }).level).toBe(level)
  })
})

test('of several triggers the gravest counts, in whatever order they stand', () => {
  expect(response({ deadOrMissing: 3, directLoss: 50_000_000, relocated: 100_000 }).level).toBe(1)
  expect(response({ deadOrMissing: 3, poisonedOrInjured: 50 }).level).toBe(2)
  expect(response({ deadOrMissing: 10, capability: 'city' }).level).toBe(2)
  expect(
    response({
      deadOrMissing: 2,
      inDanger: 9,
      poisonedOrInjured: 29,
      directLoss: 49_999_999.99,
      relocated: 99_999,
    }).level,
  ).toBe(4)
})

test('the answer names level, leader and that the plan of the city prevails', () => {
  expect(response({ deadOrMissing: 3 })).toMatchObject({
    words: { zh: 'Ⅲ级响应', en: 'response level III' },
    ledBy: { zh: '设区的市级', en: 'city' },
    provisional: false,
    reasons: [
      {
        zh: '以本市应急预案规定的条件为准；响应级别不等于事故等级',
        en: 'The plan of the city prevails; a response level is not an accident level',
      },
    ],
  })
  expect(response({})).toMatchObject({
    level: 4,
    words: { zh: 'Ⅳ级响应' },
    ledBy: { zh: '县级', en: 'county' },
  })
  expect(response({ deadOrMissing: 10 })).toMatchObject({
    words: { zh: 'Ⅱ级响应' },
    ledBy: { zh: '省级', en: 'province' },
  })
  expect(response({ deadOrMissing: 30 })).toMatchObject({
    words: { zh: 'Ⅰ级响应' },
    ledBy: { zh: '省级（国家）' },
  })
})

test('the reckoning names each trigger that reaches a level, and no other', () => {
  const all = {
    deadOrMissing: 3,
    inDanger: 10,
    poisonedOrInjured: 50,
    directLoss: 100_000_000,
    relocated: 100_000,
    spread: 'city',
    capability: 'province',
  }
  expect(reckoned('response-level', all)).toEqual({
    zh: [
      '死亡（失踪） 3 → Ⅲ级响应',
      '危及生命 10 → Ⅲ级响应',
      '中毒（重伤） 50 → Ⅱ级响应',
      '直接经济损失 100000000 → Ⅰ级响应',
      '转移安置 100000 → Ⅰ级响应',
      '影响范围 city → Ⅲ级响应',
      '超出处置能力至 province → Ⅱ级响应',
      'Ⅰ级响应，通常由省级（国家）负责；上级预案启动的，下级同时启动',
    ],
    en: [
      'dead or missing 3 → response level III',
      'in danger 10 → response level III',
      'poisoned or injured 50 → response level II',
      'direct loss 100000000 → response level I',
      'relocated 100000 → response level I',
      'spread city → response level III',
      'capability province → response level II',
      'response level I, usually led by the province (State); lower levels start with a higher one',
    ],
  })
  expect(reckoned('response-level', { deadOrMissing: 2 }).zh).toEqual([
    'Ⅳ级响应，通常由县级负责；上级预案启动的，下级同时启动',
  ])
})
