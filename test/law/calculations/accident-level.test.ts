// Which level does each number reach, who is notified and who investigates?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned } from './asking.ts'

const level = (input: object) => calculated('accident-level', input)

describe('the level', () => {
  // 493号 3: the lower number is included, the upper is not.
  test.each<[criterion: string, larger: number, major: number, extraMajor: number]>([
    ['deaths', 3, 10, 30],
    ['seriousInjuries', 10, 50, 100],
    ['directLoss', 10_000_000, 50_000_000, 100_000_000],
  ])('by %s alone', (criterion, ...from) => {
    for (const [index, reached] of ['larger', 'major', 'extra-major'].entries()) {
      const least = from[index] ?? 0
      expect(level({ [criterion]: least })).toMatchObject({ level: reached, decisive: [criterion] })
      const below = ['general', 'larger', 'major'][index]
      expect(level({ [criterion]: least - 1 })).toMatchObject({
        level: below,
        decisive: below === 'general' ? [] : [criterion],
      })
    }
  })

  test('is the highest of the three, and all that reach it decide', () =>
    expect(level({ deaths: 10, seriousInjuries: 50, directLoss: 10_000_000 })).toMatchObject({
      level: 'major',
      decisive: ['deaths', 'seriousInjuries'],
      criteria: [
        { criterion: 'deaths', value: 10, level: 'major' },
        { criterion: 'seriousInjuries', value: 50, level: 'major' },
        { criterion: 'directLoss', value: 10_000_000, level: 'larger' },
      ],
    }))

  // 493号 10, 19, 32.
  test.each<
    [deaths: number, words: string, reportUpTo: string, investigatedBy: string, replyDays: number]
  >([
    [0, '一般事故', '设区的市级', '县级人民政府', 15],
    [3, '较大事故', '省级', '设区的市级人民政府', 15],
    [10, '重大事故', '应急管理部→国务院', '省级人民政府', 15],
    [30, '特别重大事故', '应急管理部→国务院', '国务院', 30],
  ])('of %i deaths: %s', (deaths, words, reportUpTo, investigatedBy, replyDays) =>
    expect(level({ deaths })).toMatchObject({
      words: { zh: words },
      reportUpTo: { zh: reportUpTo },
      investigatedBy: { zh: investigatedBy },
      replyDays,
      provisional: false,
    }),
  )
})

// 令21 26.
test.each<[fact: object, risky: boolean]>([
  [{ personsAtRisk: 9, trappedOrMissing: 2, evacuated: 499 }, false],
  [{ personsAtRisk: 10 }, true],
  [{ trappedOrMissing: 3 }, true],
  [{ evacuated: 500 }, true],
  [{ severePollution: true }, true],
  [{ keyFacilitiesEndangered: true }, true],
])('a larger dangerous incident: %j %s', (fact, largerDangerousIncident) =>
  expect(level(fact)).toMatchObject({ largerDangerousIncident }),
)

test('the reckoning tells each criterion, the level and who acts', () => {
  expect(
    reckoned('accident-level', {
      deaths: 2,
      seriousInjuries: 10,
      directLoss: 4_000_000,
      evacuated: 500,
    }),
  ).toEqual({
    zh: [
      '死亡人数2：一般事故',
      '重伤人数10：较大事故',
      '直接经济损失（元）4000000：一般事故',
      '任一条件达到即为该等级（493号第3条，“以上”含本数、“以下”不含）：较大事故',
      '上报至省级；由设区的市级人民政府调查；15日内批复',
      '构成较大涉险事故（令21号第26条）',
    ],
    en: [
      'deaths 2: general accident',
      'serious injuries 10: larger accident',
      'direct loss (yuan) 4000000: general accident',
      'Any one criterion is enough (Order 493 art. 3, lower bounds included): larger accident',
      'Reported up to province; investigated by the city government; reply in 15 days',
      'A larger dangerous incident (Order 21 art. 26)',
    ],
  })
  expect(reckoned('accident-level', {}).zh).toHaveLength(5)
})
