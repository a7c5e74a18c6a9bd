// Which fines may be imposed on the spot, and when may the cash be taken?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned, refused } from './asking.ts'

const limit = (input: object) => calculated('on-the-spot-limit', input)

describe('the fine', () => {
  // 处罚法 2021 51: 200 and 3,000; 1996 33: 50 and 1,000 (unconfirmed); 以下 includes the number.
  test.each<[date: string, party: string, most: number, provisional: boolean]>([
    ['1996-10-01', 'individual', 50, true],
    ['1996-10-01', 'organisation', 1_000, true],
    ['2021-07-14', 'individual', 50, true],
    ['2021-07-14', 'organisation', 1_000, true],
    ['2021-07-15', 'individual', 200, false],
    ['2021-07-15', 'organisation', 3_000, false],
  ])('on %s, %s: up to %i yuan', (date, party, most, provisional) => {
    expect(limit({ date, party, fine: most })).toMatchObject({
      allowed: true,
      limit: most,
      next: 'on-the-spot',
      provisional,
    })
    expect(limit({ date, party, fine: most + 0.01 })).toMatchObject({
      allowed: false,
      limit: most,
      next: 'case-filing',
      provisional,
    })
  })

  test('the limits of 1996 are said to be unconfirmed', () =>
    expect(limit({ date: '2014-06-01', party: 'individual', fine: 50 }).reasons).toEqual([
      {
        zh: '1996年法的当场处罚限额（个人50元、单位1,000元）未经核实',
        en: 'The 1996 limits (50 and 1,000 yuan) are unconfirmed',
      },
    ]))

  test('before the law of 1996 nobody is fined by it', () =>
    expect(
      refused('on-the-spot-limit', { date: '1996-09-30', party: 'individual', fine: 50 }),
    ).toEqual({
      code: 'rule-not-in-force',
      reasons: [
        {
          zh: '行政处罚法在 1996-09-30 尚未施行',
          en: 'The Administrative Penalty Law was not in force on 1996-09-30',
        },
      ],
      details: { pointer: '/date' },
    }))
})

describe('the cash', () => {
  // 处罚法 2021 68: up to 100, or hard to collect later; 1996 47: up to 20.
  test.each<[date: string, party: string, fine: number, hard: boolean, allowed: boolean]>([
    ['2026-03-02', 'individual', 100, false, true],
    ['2026-03-02', 'individual', 100.01, false, false],
    ['2026-03-02', 'individual', 100.01, true, true],
    ['2026-03-02', 'organisation', 3_000, true, true],
    ['2026-03-02', 'organisation', 3_000.01, true, false],
    ['2026-03-02', 'individual', 0, false, false],
    ['2026-03-02', 'individual', 0, true, false],
    ['2026-03-02', 'individual', 0.01, false, true],
    ['2021-07-14', 'individual', 20, false, true],
    ['2021-07-14', 'individual', 20.01, false, false],
    ['2021-07-14', 'individual', 20.01, true, true],
  ])(
    '%s, %s, %d yuan, hard to collect later %s: %s',
    (date, party, fine, hardToCollectLater, allowed) => {
      expect(limit({ date, party, fine, hardToCollectLater, cash: true })).toMatchObject({
        cashAllowed: allowed,
        cashRefused: !allowed,
      })
      expect(limit({ date, party, fine, hardToCollectLater })).toMatchObject({
        cashAllowed: allowed,
        cashRefused: false,
      })
    },
  )
})

test.each<[input: object, zh: string[], en: string[]]>([
  [
    { party: 'organisation', fine: 3_000 },
    [
      '对法人或者其他组织当场罚款限额3,000元（行政处罚法（2021）第51、68条，含本数）',
      '罚款3,000元：可以适用简易程序当场处罚',
      '不得当场收缴罚款：超过100元且事后不难执行',
    ],
    [
      'Limit for an organisation: 3,000 yuan, included (Administrative Penalty Law (2021) art. 51, 68)',
      'Fine of 3,000 yuan: may be imposed on the spot',
      'Cash on the spot not allowed: over 100 yuan and not hard to collect later',
    ],
  ],
  [
    { party: 'individual', fine: 100 },
    [
      '对公民当场罚款限额200元（行政处罚法（2021）第51、68条，含本数）',
      '罚款100元：可以适用简易程序当场处罚',
      '可以当场收缴罚款：不超过100元',
    ],
    [
      'Limit for an individual: 200 yuan, included (Administrative Penalty Law (2021) art. 51, 68)',
      'Fine of 100 yuan: may be imposed on the spot',
      'Cash on the spot allowed: not over 100 yuan',
    ],
  ],
  [
    { party: 'individual', fine: 150, hardToCollectLater: true, date: '2026-03-02' },
    [
      '对公民当场罚款限额200元（行政处罚法（2021）第51、68条，含本数）',
      '罚款150元：可以适用简易程序当场处罚',
      '可以当场收缴罚款：事后难以执行',
    ],
    [
      'Limit for an individual: 200 yuan, included (Administrative Penalty Law (2021) art. 51, 68)',
      'Fine of 150 yuan: may be imposed on the spot',
      'Cash on the spot allowed: hard to collect later',
    ],
  ],
  [
    { party: 'organisation', fine: 1_500, date: '2014-06-01' },
    [
      '对法人或者其他组织当场罚款限额1,000元（行政处罚法（1996）第33、47条，含本数）',
      '罚款1,500元：不得当场处罚，应当立案适用普通程序',
      '不得当场收缴罚款：超过20元且事后不难执行',
    ],
    [
      'Limit for an organisation: 1,000 yuan, included (Administrative Penalty Law (1996) art. 33, 47)',
      'Fine of 1,500 yuan: not on the spot: file a case',
      'Cash on the spot not allowed: over 20 yuan and not hard to collect later',
    ],
  ],
])('the reckoning of %j', (input, zh, en) =>
  expect(reckoned('on-the-spot-limit', input)).toEqual({ zh, en }),
)
