// Which penalties need legal review, and which collective discussion, before they are decided?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned } from './asking.ts'

const review = (input: object) => calculated('required-review', input)
const needed = (input: object) => {
  const { legalReview, collectiveDiscussion } = review(input) as unknown as Record<
    string,
    { required: boolean }
  >
  return [legalReview?.required, collectiveDiscussion?.required]
}

// 处罚法 58.
describe('legal review', () => {
  test.each(['majorPublicInterest', 'hearingHeld', 'complex', 'otherStatute'])(
    '%s alone demands it, since the law of 2021',
    (fact) => {
      expect(needed({ [fact]: true, date: '2021-07-15' })[0]).toBe(true)
      expect(needed({ [fact]: true, date: '2021-07-14' })[0]).toBe(false)
      expect(needed({ [fact]: false })[0]).toBe(false)
    },
  )

  test('comes before collective discussion, and both before the decision', () => {
    expect(review({ complex: true })).toMatchObject({
      order: ['legal-review', 'collective-discussion', 'decision'],
    })
    expect(review({ hearingHeld: true })).toMatchObject({ order: ['legal-review', 'decision'] })
    expect(review({ fine: 50_000 })).toMatchObject({ order: ['collective-discussion', 'decision'] })
    expect(review({})).toMatchObject({ order: ['decision'] })
  })
})

// 处罚法 57 with 令77 29: 50,000 yuan (unconfirmed), 以上 includes the number; the provincial number prevails.
describe('collective discussion', () => {
  test.each([
    [49_999.99, undefined, false],
    [50_000, undefined, true],
    [9_999.99, 10_000, false],
    [10_000, 10_000, true],
    [50_000, 100_000, false],
  ])('of a fine of %d where %s is large: %s', (fine, largeFineFrom, required) =>
    expect(needed({ fine, largeFineFrom })).toEqual([false, required]),
  )

  test.each([
    'stop-production',
    'revoke-licence',
    'suspend-licence',
    'downgrade',
    'closure',
    'career-ban',
    'confiscation',
  ])('of the penalty %s', (kind) =>
    expect(needed({ penalties: ['fine', kind] })).toEqual([false, true]),
  )

  test('not of a warning or a small fine, but of a complex case', () => {
    expect(needed({ penalties: ['warning', 'fine'] })).toEqual([false, false])
    expect(needed({ complex: true })).toEqual([true, true])
  })
})

describe('doubt', () => {
  const order77 =
    '安全生产违法行为行政处罚办法（令15号，令77号修正）第29条的数额和种类未经核实，省级数额优先'
  const order15 = '安全生产违法行为行政处罚办法（令15号）第29条的数额和种类未经核实，省级数额优先'
  const pending = '应急令18号文本尚未载入'

  test.each<[input: object, reasons: string[]]>([
    [{ complex: true, date: '2026-03-02' }, []],
    [{ hearingHeld: true, date: '2026-03-02' }, []],
    [{ fine: 50_000, date: '2015-04-30' }, [order15]],
    [{ fine: 50_000, date: '2015-05-01' }, [order77]],
    [{ fine: 50_000, date: '2026-01-31' }, [order77]],
    [{ fine: 50_000, date: '2026-02-01' }, [order77, pending]],
    [{ penalties: ['closure'], date: '2026-01-31' }, [order77]],
    [{ complex: true, fine: 50_000, date: '2026-01-31' }, [order77]],
  ])('of %j', (input, reasons) => {
    const answer = review(input)
    expect(answer.provisional).toBe(reasons.length > 0)
    expect(answer.reasons.map(({ zh }) => zh)).toEqual(reasons)
  })

  test('is said in English too', () =>
    expect(review({ fine: 50_000, date: '2026-02-01' }).reasons.map(({ en }) => en)).toEqual([
      'Amount and kinds of Work-safety Penalty Measures (Order 15 as amended by Order 77) art. 29 are unconfirmed; the provincial number prevails',
      'Text of Order 18 not loaded',
    ]))
})

test('the reckoning tells each ground with its article', () => {
  expect(
    reckoned('required-review', {
      fine: 60_000,
      penalties: ['stop-production', 'warning'],
      majorPublicInterest: true,
      hearingHeld: true,
      complex: true,
      otherStatute: true,
    }),
  ).toEqual({
    zh: [
      '法制审核（处罚法第58条）：涉及重大公共利益',
      '法制审核（处罚法第58条）：直接关系当事人或者第三人重大权益，经过听证程序',
      '法制审核（处罚法第58条）：案件情况疑难复杂、涉及多个法律关系',
      '法制审核（处罚法第58条）：法律、法规规定应当审核的其他情形',
      '集体讨论（行政处罚法（2021）第57条）：案情复杂',
      '集体讨论（行政处罚法（2021）第57条）：罚款60,000元，达到50,000元以上（安全生产违法行为行政处罚办法（令15号，令77号修正）第29条）',
      '集体讨论（行政处罚法（2021）第57条）：重大处罚种类：责令停产停业（安全生产违法行为行政处罚办法（令15号，令77号修正）第29条）',
    ],
    en: [
      'Legal review (Penalty Law art. 58): major public interest',
      'Legal review (Penalty Law art. 58): went through a hearing',
      'Legal review (Penalty Law art. 58): complex, several legal relations',
      'Legal review (Penalty Law art. 58): another statute demands it',
      'Collective discussion (Administrative Penalty Law (2021) art. 57): complex case',
      'Collective discussion (Administrative Penalty Law (2021) art. 57): fine of 60,000 yuan, at least 50,000 (Work-safety Penalty Measures (Order 15 as amended by Order 77) art. 29)',
      'Collective discussion (Administrative Penalty Law (2021) art. 57): major kind of penalty: stop of production (Work-safety Penalty Measures (Order 15 as amended by Order 77) art. 29)',
    ],
  })
  expect(reckoned('required-review', { date: '2021-07-14', hearingHeld: true })).toEqual({
    zh: ['2021-07-15前无第58条的法定审核要求', '不属于必须法制审核或者集体讨论的情形'],
    en: ['Before 2021-07-15 art. 58 did not exist', 'Neither is mandatory'],
  })
  expect(reckoned('required-review', { complex: true }).zh).toHaveLength(2)
  expect(reckoned('required-review', { hearingHeld: true }).zh).toEqual([
    '法制审核（处罚法第58条）：直接关系当事人或者第三人重大权益，经过听证程序',
  ])
})
