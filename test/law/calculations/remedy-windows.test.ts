// Do the remedies end as the law of the service says, and does the window of the court follow from them?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned, refused } from './asking.ts'

const windows = (input: object) => calculated('remedy-windows', input)

describe('the end of the remedies', () => {
  // 复议法 20 (60 days), 行诉法 46 (6 months; 3 before 2015-05-01), 行诉法 45 (15 days after reconsideration).
  test.each<[input: object, reconsideration: string, litigation: string, ends: string]>([
    [{ served: '2026-01-30' }, '2026-03-31', '2026-07-30', '2026-07-30'],
    [{ served: '2015-05-01' }, '2015-06-30', '2015-11-02', '2015-11-02'],
    [{ served: '2015-04-30' }, '2015-06-29', '2015-07-30', '2015-07-30'],
    // 04-10 + 15 days is Saturday 04-25: Monday.
    [
      { served: '2026-01-30', reconsiderationDecided: '2026-04-10' },
      '2026-03-31',
      '2026-04-27',
      '2026-04-27',
    ],
    // Decided at once: nothing else is open, though the 60 days would still run.
    [
      { served: '2026-01-30', reconsiderationDecided: '2026-02-10' },
      '2026-03-31',
      '2026-02-25',
      '2026-02-25',
    ],
    [
      { served: '2026-01-30', reconsiderationDecided: '2026-01-30' },
      '2026-03-31',
      '2026-02-14',
      '2026-02-14',
    ],
  ])('%j', (input, reconsideration, litigation, remediesEnd) =>
    expect(windows(input)).toMatchObject({
      reconsideration: { due: reconsideration },
      litigation: { due: litigation },
      remediesEnd,
    }),
  )

  test('before the Coercion Law of 2012 there is no window of the court, and no word of one', () => {
    expect(windows({ served: '2011-09-29' })).toMatchObject({
      remediesEnd: '2011-12-29',
      courtApplication: null,
      courtRightLost: false,
      latestDemand: null,
      demandEnds: null,
    })
    const { zh, en } = reckoned('remedy-windows', { served: '2011-09-29' })
    expect(zh).toEqual([
      expect.stringContaining('行政复议法'),
      expect.stringContaining('行政诉讼法（1989）'),
      '复议、诉讼不停止执行（行政处罚法（1996）第45条）',
    ])
    expect(en.at(-1)).toBe(
      'Remedies do not stop execution (Administrative Penalty Law (1996) art. 45)',
    )
    expect(windows({ served: '2011-10-04' })).toMatchObject({
      remediesEnd: '2012-01-04',
      courtApplication: { from: '2012-01-05' },
    })
  })
})

describe('the window of the court (强制法 53, 54)', () => {
  // Served 2026-01-31: remedies to 07-31, three months to Saturday 10-31, by 民法典 203 Monday 11-02. Ten working days before 10-31: after Sunday 10-18.
  const served = '2026-01-31'

  test('ends on the nominal day, which the organ keeps', () => {
    expect(windows({ served })).toMatchObject({
      courtApplication: { from: '2026-08-01', to: '2026-10-31', rolled: '2026-11-02' },
      latestDemand: '2026-10-18',
    })
    expect(windows({ served, demandServed: '2026-10-18' })).toMatchObject({
      demandEnds: '2026-10-30',
      courtApplication: { from: '2026-10-31', to: '2026-10-31', rolled: '2026-11-02' },
      courtRightLost: false,
    })
    expect(windows({ served, demandServed: '2026-10-19' })).toMatchObject({
      demandEnds: '2026-11-02',
      courtApplication: null,
      courtRightLost: true,
    })
  })

  test('does not begin before the remedies have ended, however early the demand', () => {
    const early = windows({ served, demandServed: served })
    expect(early).toMatchObject({
      demandEnds: '2026-02-13',
      courtApplication: { from: '2026-08-01' },
    })
  })

  test('is doubtful where the days of the demand are not decreed yet', () =>
    expect(windows({ served: '2026-01-30', demandServed: '2026-12-21' })).toMatchObject({
      provisional: true,
      reasons: [{ zh: '2027年节假日安排尚未公布，日期为暂估' }],
    }))

  test('the reckoning tells each period, and what is lost', () => {
    const { zh, en } = reckoned('remedy-windows', { served, demandServed: '2026-10-19' })
    expect(zh).toEqual([
      expect.stringContaining('60日（行政复议法第20条）'),
      expect.stringContaining('6个月（行政诉讼法第46条）'),
      expect.stringContaining('3个月（行政强制法第53条）'),
      expect.stringContaining('10个工作日（行政强制法第54、69条）'),
      '催告期满（2026-11-02）之日已无申请时间：申请法院强制执行的期限于2026-11-02届满，申请的权利已经丧失；催告最迟应于2026-10-18送达',
      '复议、诉讼不停止执行（行政处罚法（2021）第73条）；法院强制执行申请须在救济期限届满（2026-07-31）后提出',
    ])
    expect(en.slice(4)).toEqual([
      'When the demand has run out (2026-11-02) no day is left: the period for asking the court ends on 2026-11-02, the right is lost; the demand had to be served by 2026-10-18',
      'Remedies do not stop execution (Administrative Penalty Law (2021) art. 73); the court may be asked only after they have ended (2026-07-31)',
    ])
    expect(reckoned('remedy-windows', { served })).toMatchObject({
      zh: [
        expect.anything(),
        expect.anything(),
        expect.stringContaining('第53条'),
        '催告最迟应于2026-10-18送达，期满后才有申请的时间（强制法第54条）',
        expect.anything(),
      ],
    })
  })
})

describe('a deferral (处罚法 72)', () => {
  const deferralText = (served: string, deferredTo: string) => {
    const { zh, en } = reckoned('remedy-windows', { served, deferredTo })
    return { zh: zh[2], en: en[2] }
  }

  test('moves the window only where it ends after the remedies', () => {
    expect(windows({ served: '2026-01-30', deferredTo: '2026-07-31' })).toMatchObject({
      courtApplication: { from: '2026-08-01' },
    })
    expect(deferralText('2026-01-30', '2026-07-31')).toEqual({
      zh: '经批准暂缓、分期缴纳至2026-07-31，申请强制执行的期限自该日起计算（行政处罚法（2021）第72条）',
      en: 'Payment deferred to 2026-07-31: the period for asking the court is counted from that day (Administrative Penalty Law (2021) art. 72)',
    })
    expect(windows({ served: '2026-01-30', deferredTo: '2026-07-30' })).toMatchObject({
      courtApplication: { from: '2026-07-31' },
    })
    expect(deferralText('2026-01-30', '2026-07-30')).toEqual({
      zh: '暂缓期限（2026-07-30）不晚于救济期限届满（2026-07-30），申请强制执行的期限仍自救济期限届满之日起计算',
      en: 'The deferral (2026-07-30) ends no later than the remedies (2026-07-30): the period for asking the court still runs from these',
    })
  })

  test.each<[served: string, deferredTo: string, doubtful: boolean]>([
    ['2021-07-14', '2022-01-15', true],
    // Remedies of 2021-07-14 end 2022-01-14.
    ['2021-07-14', '2022-01-14', false],
    ['2021-07-15', '2022-03-01', false],
  ])('served %s, deferred to %s: doubtful %s', (served, deferredTo, provisional) =>
    expect(windows({ served, deferredTo })).toMatchObject({
      provisional,
      reasons: provisional
        ? [
            {
              zh: '2021-07-15以前的法律未规定自暂缓期限结束起算，须由法制人员确认',
              en: 'Before 2021-07-15 no law counted from the end of a deferral: a lawyer must confirm it',
            },
          ]
        : [],
    }),
  )

  test('of ten years is the longest that can be meant', () => {
    expect(windows({ served: '2026-01-30', deferredTo: '2036-01-30' })).toMatchObject({
      courtApplication: { from: '2036-02-01' },
    })
    expect(
      windows({ served: '2026-01-30', deferredTo: '2026-01-30', demandServed: '2026-01-31' }),
    ).toMatchObject({ courtRightLost: false })
  })
})

describe('a remedy that goes on beyond the periods (强制法 53)', () => {
  const served = '2026-01-30'

  test.each<[ended: string | null, from: string, to: string]>([
    [null, '2026-07-31', '2026-10-30'],
    ['2026-07-30', '2026-07-31', '2026-10-30'],
    ['2026-07-31', '2026-08-01', '2026-10-31'],
    ['2026-11-20', '2026-11-21', '2027-02-20'],
  ])('and ended on %s lets the court be asked from %s to %s', (remedyEnded, from, to) =>
    expect(windows({ served, remedyEnded })).toMatchObject({
      remediesEnd: '2026-07-30',
      courtApplication: { from, to },
    }),
  )

  test('counts beside a deferral: whichever ends last', () => {
    const window = (remedyEnded: string, deferredTo: string) =>
      windows({ served, remedyEnded, deferredTo }).courtApplication
    expect(window('2026-08-31', '2026-08-30')).toMatchObject({ from: '2026-09-01' })
    expect(window('2026-08-31', '2026-09-30')).toMatchObject({ from: '2026-10-01' })
  })

  test('is said as the day from which they count, and nothing else is', () => {
    const said = (input: object) => reckoned('remedy-windows', { served, ...input })
    expect(said({ remedyEnded: '2026-08-31' }).zh[2]).toBe(
      '复议、诉讼于2026-08-31终结，此前不得申请，申请强制执行的期限自该日起计算（强制法第53条）',
    )
    expect(said({ remedyEnded: '2026-08-31' }).en[2]).toBe(
      'The last remedy ended on 2026-08-31, and before that nobody could ask: the period for asking the court is counted from that day (Coercion Law art. 53)',
    )
    const later = said({ remedyEnded: '2026-08-31', deferredTo: '2026-08-30' })
    expect(later.zh.join()).not.toContain('2026-08-30')
    const earlier = said({ remedyEnded: '2026-08-31', deferredTo: '2026-08-31' })
    expect(earlier.zh.join()).not.toContain('终结')
  })
})

test.each<[input: object, field: string, zh: string, en: string]>([
  [
    { served: '2026-01-30', remedyEnded: '2026-01-29' },
    'remedyEnded',
    '2026-01-29 早于送达日 2026-01-30',
    '2026-01-29 is before the service on 2026-01-30',
  ],
  [
    { served: '2026-01-30', reconsiderationDecided: '2026-01-29' },
    'reconsiderationDecided',
    '2026-01-29 早于送达日 2026-01-30',
    '2026-01-29 is before the service on 2026-01-30',
  ],
  [
    { served: '2026-01-30', demandServed: '2026-01-29' },
    'demandServed',
    '2026-01-29 早于送达日 2026-01-30',
    '2026-01-29 is before the service on 2026-01-30',
  ],
  [
    { served: '2026-01-30', deferredTo: '2036-01-31' },
    'deferredTo',
    '暂缓期限超过10年，请核对日期',
    'A deferral of more than ten years: check the date',
  ],
  [
    { served: '2026-01-30', deferredTo: '2026-08-31', demandServed: '2026-08-31' },
    'demandServed',
    '催告（2026-08-31）在暂缓期限内（至2026-08-31），罚款尚未到期，应自2026-09-01起催告',
    'The demand (2026-08-31) falls into the deferral (to 2026-08-31): nothing is due before 2026-09-01',
  ],
  [
    { served: '2099-08-01' },
    'served',
    '起算日期应在1990年至2099年之间',
    'The start must lie between 1990 and 2099',
  ],
  [
    { served: '2099-01-05', deferredTo: '2100-03-01' },
    'deferredTo',
    '起算日期应在1990年至2099年之间',
    'The start must lie between 1990 and 2099',
  ],
])('%j is refused where the fault stands', (input, field, zh, en) => {
  const pointer = `/${field}`
  const reason = { zh, en }
  expect(refused('remedy-windows', input)).toEqual({
    code: 'invalid-input',
    reasons: [reason],
    details: { pointer, errors: [{ pointer, reason }], fields: { [field]: reason } },
  })
})

describe('a suspension of the enforcement', () => {
  const suspended = (from: string, to: string) => ({
    served: '2026-03-02',
    demandServed: '2026-03-18',
    suspended: [{ from, to }],
  })

  test('stops the three months of the court and the ten days of the demand', () => {
    expect(windows(suspended('2026-09-10', '2026-09-19'))).toMatchObject({
      courtApplication: { from: '2026-09-03', to: '2026-12-12', rolled: '2026-12-14' },
      demandEnds: '2026-04-01',
    })
    expect(windows(suspended('2026-03-20', '2026-04-20'))).toMatchObject({
      courtApplication: { from: '2026-09-03', to: '2026-12-02' },
      demandEnds: '2026-05-06',
    })
  })

  test('is said with its article, where it takes anything', () => {
    const { zh } = reckoned('remedy-windows', suspended('2026-09-10', '2026-09-19'))
    expect(zh.join()).toContain('扣除10日：中止执行（行政强制法第39条）2026-09-10→2026-09-19')
    const before = reckoned('remedy-windows', suspended('2026-03-10', '2026-03-18'))
    expect(before.zh.join()).not.toContain('扣除')
  })

  test('does not end before it begins, nor begin before the service', () => {
    const reversed = refused('remedy-windows', suspended('2026-09-19', '2026-09-10'))
    expect(JSON.stringify(reversed)).toContain('结束日期早于开始日期')
    const early = refused('remedy-windows', suspended('2026-03-01', '2026-03-10'))
    expect(JSON.stringify(early)).toContain('早于送达日')
    expect(early.details).toMatchObject({ pointer: '/suspended/0/from' })
  })
})
