// Is a renewal filed in time, and when does silence renew the licence?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned, refused } from './asking.ts'

const expires = '2027-03-15'
const renewal = (input: object) => calculated('renewal-window', { expires, ...input })

// 令55 18: three months before 2027-03-15 is 2026-12-15; 许可法 50: no decision by the expiry renews.
describe('a licence that expires on 2027-03-15', () => {
  test.each<[input: object, expected: object]>([
    [
      {},
      {
        inTime: null,
        late: false,
        deemedRenewed: false,
        deemedIfUndecided: false,
        deemedFrom: null,
      },
    ],
    [
      { filed: '2026-12-15' },
      { inTime: true, late: false, deemedRenewed: null, deemedIfUndecided: true, deemedFrom: null },
    ],
    [
      { filed: '2026-12-16' },
      {
        inTime: false,
        late: true,
        deemedRenewed: false,
        deemedIfUndecided: false,
        deemedFrom: null,
      },
    ],
    [
      { filed: '2026-12-15', asOf: '2027-03-15' },
      { deemedRenewed: null, deemedIfUndecided: true, deemedFrom: null },
    ],
    [
      { filed: '2026-12-15', asOf: '2027-03-16' },
      { deemedRenewed: true, deemedIfUndecided: true, deemedFrom: '2027-03-16' },
    ],
    [
      { filed: '2026-12-15', decided: '2027-03-15' },
      { deemedRenewed: false, deemedIfUndecided: false, deemedFrom: null },
    ],
    [
      { filed: '2026-12-15', decided: '2027-03-14' },
      { deemedRenewed: false, deemedIfUndecided: false, deemedFrom: null },
    ],
    [
      { filed: '2026-12-15', decided: '2027-03-16' },
      { deemedRenewed: true, deemedIfUndecided: true, deemedFrom: '2027-03-16' },
    ],
    [
      { filed: '2026-12-16', decided: '2027-03-16' },
      { deemedRenewed: false, deemedIfUndecided: false, deemedFrom: null },
    ],
    [
      { filed: '2026-12-16', asOf: '2027-03-16' },
      { inTime: false, deemedRenewed: false, deemedIfUndecided: false },
    ],
    [
      { filed: '2026-12-15', decided: '2026-12-15', asOf: '2026-12-15' },
      { inTime: true, deemedRenewed: false },
    ],
  ])('%j', (input, expected) =>
    expect(renewal(input)).toMatchObject({ limit: '2026-12-15', ...expected }),
  )

  const late = {
    zh: '逾期提出申请，不推定视为准予延续，由人员判断',
    en: 'Filed late: no deemed effect assumed, a person decides',
  }
  test('only of a late application it is said that a person decides', () => {
    expect(renewal({ filed: '2026-12-16' }).reasons).toContainEqual(late)
    for (const input of [{}, { filed: '2026-12-15' }])
      expect(renewal(input).reasons).toEqual([
        { zh: expect.stringContaining('新法'), en: expect.anything() },
      ])
  })
})

test.each<[licence: string, limit: string]>([
  ['hazchem-licence', '2026-03-30'],
  ['production-licence', '2026-03-30'],
  ['licence', '2026-05-31'],
])('%s of 2026-06-30 is to be filed for by %s', (licence, limit) =>
  expect(calculated('renewal-window', { licence, expires: '2026-06-30' })).toMatchObject({ limit }),
)

test.each<[input: object, field: string, zh: string, en: string]>([
  [
    { decided: '2027-01-01' },
    'decided',
    '未提出申请，不可能有决定',
    'No decision without an application',
  ],
  [
    { filed: '2026-12-10', decided: '2026-12-09' },
    'decided',
    '决定（2026-12-09）早于申请（2026-12-10）',
    'Decided (2026-12-09) before it was filed (2026-12-10)',
  ],
  [
    { filed: '2026-12-10', asOf: '2026-12-09' },
    'filed',
    '申请（2026-12-10）晚于查询日（2026-12-09）',
    'Filed (2026-12-10) after the day asked about (2026-12-09)',
  ],
  [
    { filed: '2026-12-10', decided: '2027-01-05', asOf: '2027-01-04' },
    'decided',
    '决定（2027-01-05）晚于查询日（2027-01-04）',
    'Decided (2027-01-05) after the day asked about (2027-01-04)',
  ],
])('%j is refused', (input, field, zh, en) => {
  const [pointer, reason] = [`/${field}`, { zh, en }]
  expect(refused('renewal-window', { expires, ...input })).toEqual({
    code: 'invalid-input',
    reasons: [reason],
    details: { pointer, errors: [{ pointer, reason }], fields: { [field]: reason } },
  })
})

test.each<[input: object, zh: string[], en: string[]]>([
  [{}, [], []],
  [
    { filed: '2026-12-15' },
    [
      '2026-12-15提出，未晚于2026-12-15，按期',
      '如至2027-03-15届满仍未作出决定，届时视为准予延续（许可法第50条）',
    ],
    [
      'Filed on 2026-12-15, not after 2026-12-15: in time',
      'Should nobody have decided by 2027-03-15, it will then be deemed renewed (Licensing Law art. 50)',
    ],
  ],
  [
    { filed: '2026-12-14', asOf: '2027-03-16' },
    [
      '2026-12-14提出，未晚于2026-12-15，按期',
      '2027-03-15届满前未作决定，视为准予延续（许可法第50条）',
    ],
    [
      'Filed on 2026-12-14, not after 2026-12-15: in time',
      'No decision by 2027-03-15: deemed renewed (Licensing Law art. 50)',
    ],
  ],
  [
    { filed: '2026-12-14', decided: '2027-02-01' },
    ['2026-12-14提出，未晚于2026-12-15，按期', '已于2027-02-01作出决定'],
    ['Filed on 2026-12-14, not after 2026-12-15: in time', 'Decided on 2027-02-01'],
  ],
  [
    { filed: '2026-12-16' },
    ['2026-12-16提出，晚于2026-12-15，逾期'],
    ['Filed on 2026-12-16, after 2026-12-15: late'],
  ],
])('the reckoning of %j', (input, zh, en) => {
  const sentences = reckoned('renewal-window', { expires, ...input })
  expect([sentences.zh.slice(1), sentences.en.slice(1)]).toEqual([zh, en])
})
