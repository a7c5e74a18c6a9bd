// What does a fine paid late cost on a day, by the law of its service?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned, refused } from '../asking.ts'

const surcharge = (input: object) =>
  calculated('late-surcharge', { fine: 50_000, served: '2026-01-30', ...input })
const amounts = (input: object) => (surcharge(input) as unknown as { amounts: object[] }).amounts

describe('the days', () => {
  // Served 2026-01-30: 15 days to 02-14, surcharge from 02-15 at 3 % = 1,500 a day; 33 days 49,500, day 34 (03-20) reaches the fine.
  test('until payment, that day included', () => {
    expect(
      amounts({
        asOf: ['2026-02-15', '2026-02-16', '2026-02-17', '2026-12-31'],
        paidOn: '2026-02-16',
      }),
    ).toEqual([
      { asOf: '2026-02-15', days: 1, surcharge: 1_500, total: 51_500, capReached: false },
      { asOf: '2026-02-16', days: 2, surcharge: 3_000, total: 53_000, capReached: false },
      { asOf: '2026-02-17', days: 2, surcharge: 3_000, total: 53_000, capReached: false },
      { asOf: '2026-12-31', days: 2, surcharge: 3_000, total: 53_000, capReached: false },
      { asOf: '2026-02-16', days: 2, surcharge: 3_000, total: 53_000, capReached: false },
    ])
  })

  test('nobody has asked about: no amount, only the milestones', () => {
    expect(surcharge({})).toMatchObject({
      amounts: [],
      surchargeFrom: '2026-02-15',
      moreThan30DaysFrom: '2026-03-17',
      capDate: '2026-03-20',
    })
    expect(surcharge({})).not.toHaveProperty('days')
  })

  test('one day asked about is answered at the top too', () =>
    expect(surcharge({ asOf: '2026-03-20' })).toMatchObject({
      days: 34,
      surcharge: 50_000,
      total: 100_000,
      capReached: true,
    }))

  test('of reconsideration and litigation are left out, both ends', () => {
    // 02-20…02-23 is four days: 33 counted days on 03-23, the 34th on 03-24, the 31st on 03-21.
    const stayed = { notCounted: [{ from: '2026-02-20', to: '2026-02-23' }] }
    expect(surcharge({ ...stayed, asOf: '2026-03-23' })).toMatchObject({
      days: 33,
      capReached: false,
      capDate: '2026-03-24',
      moreThan30DaysFrom: '2026-03-21',
      provisional: false,
      reasons: [],
    })
    expect(
      surcharge({ notCounted: [{ from: '2026-02-20', to: '2026-02-20' }], asOf: '2026-02-20' }),
    ).toMatchObject({ days: 5 })
  })
})

describe('remedies before the law of 2021', () => {
  const stayed = {
    zh: '2021-07-15以前的法律未规定复议、诉讼期间不计加处罚款，须由法制人员确认',
    en: 'Before 2021-07-15 no law left remedies out of the surcharge: a lawyer must confirm it',
  }
  const notCounted = [{ from: '2021-09-01', to: '2021-09-10' }]

  test.each<[served: string, notCounted: object[], reasons: object[]]>([
    ['2021-07-14', notCounted, [stayed]],
    ['2021-07-14', [], []],
    ['2021-07-15', notCounted, []],
    ['2021-07-15', [], []],
  ])('served %s, left out %j', (served, input, reasons) =>
    expect(surcharge({ served, notCounted: input })).toMatchObject({
      provisional: reasons.length > 0,
      reasons,
    }),
  )

  test('both doubts at once', () =>
    expect(
      surcharge({ served: '2011-03-01', notCounted: [{ from: '2011-04-01', to: '2011-04-02' }] })
        .reasons,
    ).toEqual(
      expect.arrayContaining([
        stayed,
        expect.objectContaining({ en: expect.stringMatching(/^No statutory cap before 2012/) }),
      ]),
    ))
})

describe('a deferral', () => {
  test('takes the place of the payment day, from that day on', () => {
    expect(surcharge({ deferredTo: '2026-02-14' })).toMatchObject({
      payBy: '2026-02-14',
      payByNominal: '2026-02-14',
    })
    expect(surcharge({ deferredTo: '2026-04-30', asOf: '2026-05-01' })).toMatchObject({
      payBy: '2026-04-30',
      days: 1,
      surcharge: 1_500,
    })
    // The third day of the Spring Festival of that year, as far as it is known.
    expect(surcharge({ deferredTo: '2036-01-30' })).toMatchObject({ payBy: '2036-01-31' })
  })

  test.each([
    ['2026-02-13', '暂缓期限早于缴款期限', 'The deferral ends before the payment period'],
    [
      '2036-01-31',
      '暂缓期限超过10年，请核对日期',
      'A deferral of more than ten years: check the date',
    ],
  ])('to %s is refused', (deferredTo, zh, en) =>
    expect(refused('late-surcharge', { fine: 50_000, served: '2026-01-30', deferredTo })).toEqual({
      code: 'invalid-input',
      reasons: [{ zh, en }],
      details: {
        pointer: '/deferredTo',
        errors: [{ pointer: '/deferredTo', reason: { zh, en } }],
        fields: { deferredTo: { zh, en } },
      },
    }),
  )
})

describe('what cannot be meant', () => {
  const day = '2026-01-29'
  test.each<[input: object, pointer: string]>([
    [{ asOf: day }, '/asOf'],
    [{ asOf: ['2026-01-30', day] }, '/asOf/1'],
    [{ paidOn: day }, '/paidOn'],
    [{ deferredTo: day }, '/deferredTo'],
    [
      {
        notCounted: [
          { from: '2026-01-30', to: '2026-01-30' },
          { from: day, to: '2026-02-20' },
        ],
      },
      '/notCounted/1/from',
    ],
  ])('before the service: %j', (input, pointer) =>
    expect(
      refused('late-surcharge', { fine: 50_000, served: '2026-01-30', ...input }),
    ).toMatchObject({
      code: 'invalid-input',
      reasons: [
        {
          zh: '2026-01-29 早于送达日 2026-01-30',
          en: '2026-01-29 is before the service on 2026-01-30',
        },
      ],
      details: { pointer, errors: [{ pointer }] },
    }),
  )

  test('the day of service itself can be meant', () => {
    const served = '2026-01-30'
    expect(
      surcharge({ asOf: served, paidOn: served, notCounted: [{ from: served, to: served }] }),
    ).toMatchObject({ days: 0, surcharge: 0 })
  })

  test.each<[interval: object, taken: boolean]>([
    [{ from: '2026-03-02', to: '2026-03-01' }, false],
    [{ from: '2026-03-02', to: '2036-03-02' }, true],
    [{ from: '2026-03-02', to: '2036-03-03' }, false],
  ])('%j', (interval, taken) => {
    const input = { fine: 50_000, served: '2026-01-30', notCounted: [interval] }
    if (taken) expect(surcharge(input)).toMatchObject({ payBy: '2026-02-14' })
    else
      expect(refused('late-surcharge', input)).toMatchObject({
        code: 'invalid-input',
        details: { pointer: '/notCounted/0' },
      })
  })
})

test('the reckoning tells each step', () => {
  const { zh, en } = reckoned('late-surcharge', {
    fine: 50_000,
    served: '2026-01-30',
    deferredTo: '2026-04-30',
    notCounted: [{ from: '2026-05-10', to: '2026-05-12' }],
    asOf: ['2026-05-02', '2026-12-31'],
  })
  // From 05-01: three days left out, the 34th day is 06-06, the 31st 06-03.
  expect(zh.slice(1)).toEqual([
    '经批准暂缓至2026-04-30（行政处罚法（2021）第66条）',
    '自2026-05-01起每日按50,000元的3%加处1,500元，节假日照计（行政处罚法（2021）第72条）',
    '2026-05-10至2026-05-12复议、诉讼期间不计（行政处罚法（2021）第73条）',
    '2026-05-02：逾期2日，加处3,000元',
    '2026-12-31：逾期242日，加处50,000元（已达上限）',
    '2026-06-06达到上限50,000元（强制法第45条）',
    '自2026-06-03起加处罚款超过30日（强制法第46条）',
  ])
  expect(en.slice(1)).toEqual([
    'Deferred to 2026-04-30 (Administrative Penalty Law (2021) art. 66)',
    'From 2026-05-01 3 % of 50,000 yuan = 1,500 yuan a day, holidays included (Administrative Penalty Law (2021) art. 72)',
    '2026-05-10 to 2026-05-12: reconsideration or litigation, not counted (Administrative Penalty Law (2021) art. 73)',
    '2026-05-02: 2 days, 3,000 yuan',
    '2026-12-31: 242 days, 50,000 yuan (cap reached)',
    'Cap of 50,000 yuan reached on 2026-06-06 (Coercion Law art. 45)',
    'More than 30 days of surcharge from 2026-06-03 (Coercion Law art. 46)',
  ])
  const old = { fine: 100, served: '2011-03-01' }
  const before = '自2011-03-17起每日按100元的3%加处3元，节假日照计（行政处罚法（1996）第51条）'
  expect(reckoned('late-surcharge', old).zh.slice(1)).toEqual([before])
  expect(reckoned('late-surcharge', { ...old, asOf: '2012-05-01' }).zh.slice(1)).toEqual([
    before,
    '2012-05-01：逾期412日，加处870元（已达上限）',
    '2012-01-01起不再增加，上限870元（强制法第45条）',
  ])
})
