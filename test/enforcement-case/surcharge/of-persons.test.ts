// What goes back to a person whose remedy is heard of after he has paid, and what of a payment that was recorded too late (处罚法 72, 73)?
import { describe, expect, test } from 'vitest'
import {
  beforeCourt,
  contextOf,
  onParty,
  onRemedy,
  type Play,
  seeks,
  servedPerson,
  stateOf,
  whyNot,
} from '../party-remedies/pursuing.ts'

/** He owes 8,000 from 2026-03-02 on, is late from 2026-03-18 on, and each day costs 240. */
const pays =
  (type: 'record-party-payment' | 'record-party-instalment') =>
  (play: Play, paidOn: string, amount: number, surcharge = 0): void =>
    onParty(play, [
      'lin',
      type,
      { amount, paidOn, receiptNumber: '票7', ...(surcharge > 0 ? { surcharge } : {}) },
    ])
const paysAll = pays('record-party-payment')
const paysPart = pays('record-party-instalment')
const upheld = (decidedOn: string) => ({ outcome: 'upheld', decidedOn, grounds: '事实清楚' })

describe('a copy that arrives after he has paid', () => {
  const paid = (): Play => {
    const play = servedPerson()
    play.does(['until', '2026-03-27'])
    paysAll(play, '2026-03-27', 8_000, 2_400)
    expect(stateOf(play, 'party')).toBe('')
    seeks(play, { filedOn: '2026-03-20', receivedOn: '2026-03-27' })
    return play
  }

  test('brings back the surcharge of the days that do not count, under his own codes', () => {
    const play = paid()
    onRemedy(play, ['fa', 'record-party-upheld', upheld('2026-03-27')])
    expect(stateOf(play, 'party-remedy')).toBe('refunding')
    // Two days had counted, 03-18 and 03-19.
    expect(contextOf(play, 'party-remedy')).toMatchObject({ refundDue: 1_920, leftToPay: 0 })
    expect(play.context().fines).toMatchObject([{ owed: 0, surchargePaid: 480 }])
    expect(play.effects).toContainEqual(
      expect.objectContaining({ kind: 'payment', ask: 'refund', amountFen: 192_000 }),
    )
    const refund = { refunded: 1_920, refundedOn: '2026-03-27', voucher: '退1' }
    onRemedy(play, ['lin', 'record-party-refund', refund])
    expect(stateOf(play, 'party-remedy')).toBe('')
  })

  test('annulled, all goes back', () => {
    const play = paid()
    onRemedy(play, [
      'fa',
      'record-party-annulment',
      { decidedOn: '2026-03-27', grounds: '证据不足' },
    ])
    expect(contextOf(play, 'party-remedy')).toMatchObject({ refundDue: 10_400 })
  })

  test('changed, the fine costs by itself', () => {
    const play = paid()
    onRemedy(play, [
      'fa',
      'record-party-change',
      { decidedOn: '2026-03-27', newFine: 5_000, grounds: '幅度不当' },
    ])
    expect(contextOf(play, 'party-remedy')).toMatchObject({ refundDue: 3_000 + 2_400 - 300 })
  })
})

test('upheld while he still owes, the days of the remedy are left out, and what was paid above goes back', () => {
  const play = servedPerson()
  play.does(['until', '2026-03-27'])
  paysPart(play, '2026-03-27', 3_000, 2_400)
  seeks(play, { filedOn: '2026-03-20', receivedOn: '2026-03-27' })
  onRemedy(play, ['fa', 'record-party-upheld', upheld('2026-03-27')])
  expect(contextOf(play, 'party-remedy')).toMatchObject({ refundDue: 1_920, leftToPay: 0 })
  expect(contextOf(play)).toMatchObject({ owed: 5_000, surchargePaid: 480 })
  play.does(['until', '2026-03-29'])
  // 03-28 and 03-29.
  expect(whyNot(() => paysAll(play, '2026-03-29', 5_000, 1))).toContain('300元')
  paysAll(play, '2026-03-29', 5_000, 300)
  expect(stateOf(play, 'party')).toBe('')
})

/** He has paid the surcharge of ten days, and all the rest had come on the first of them. */
const paidAbove = (): Play => {
  const play = servedPerson()
  play.does(['until', '2026-03-27'])
  paysPart(play, '2026-03-27', 1_000, 2_100)
  paysAll(play, '2026-03-18', 7_000)
  return play
}

test('what his last payment shows to have been paid too much goes back to him, and then he is done', () => {
  const play = paidAbove()
  expect(stateOf(play, 'party')).toBe('refunding')
  expect(contextOf(play)).toMatchObject({ owed: 0, surchargePaid: 510, refundDue: 1_590 })
  expect(play.effects).toContainEqual(
    expect.objectContaining({ kind: 'payment', ask: 'refund', amountFen: 159_000 }),
  )
  const returns = (data: object) =>
    onParty(play, [
      'lin',
      'return-party-surplus',
      { refunded: 1_590, refundedOn: '2026-03-27', voucher: '退2', ...data },
    ])
  expect(whyNot(() => returns({ refunded: 1_600 }))).toContain('1,590元')
  expect(whyNot(() => returns({ refundedOn: '2026-03-26' }))).toContain('2026-03-27')
  returns({})
  expect(stateOf(play, 'party')).toBe('')
  expect(play.context().fines).toMatchObject([{ owed: 0, surchargePaid: 510, isOpen: false }])
})

test('annulled while it is on its way back, only the rest goes back with the remedy', () => {
  const play = paidAbove()
  seeks(play, { filedOn: '2026-03-27', receivedOn: '2026-03-27' })
  onRemedy(play, ['fa', 'record-party-annulment', { decidedOn: '2026-03-27', grounds: '证据不足' }])
  expect(contextOf(play)).toMatchObject({ refundDue: 1_590 })
  expect(contextOf(play, 'party-remedy')).toMatchObject({ refundDue: 8_510 })
})

test('a payment that is heard of late counts from its own day', () => {
  const play = servedPerson()
  play.does(['until', '2026-03-27'])
  paysPart(play, '2026-03-27', 1_000, 2_100)
  paysPart(play, '2026-03-18', 1_000)
  // 1,000 for ten days, 1,000 for one, 6,000 for ten.
  paysAll(play, '2026-03-27', 6_000, 30)
  expect(play.context().fines).toMatchObject([{ owed: 0, surchargePaid: 2_130 }])
})

test('the court has brought in no more surcharge than has grown', () => {
  const play = beforeCourt()
  const brings = (enforcedSurcharge: number) =>
    onParty(play, [
      'gao',
      'end-party-enforcement',
      {
        ground: 'court-enforced',
        enforced: 8_000,
        enforcedSurcharge,
        findings: '已执行到位',
        papers: ['00000000-0000-4000-8000-000000000001'],
      },
    ])
  expect(whyNot(() => brings(8_000.01))).toContain('8,000元')
  brings(8_000)
  expect(play.context().fines).toMatchObject([{ owed: 0, surchargePaid: 8_000 }])
})

test('changed to what he has paid late, he pays its surcharge and is not relieved of it', () => {
  const play = servedPerson()
  play.does(['until', '2026-03-27'])
  paysPart(play, '2026-03-27', 3_000)
  seeks(play, { filedOn: '2026-03-27', receivedOn: '2026-03-27' })
  const change = { decidedOn: '2026-03-27', newFine: 3_000, grounds: '幅度不当' }
  onRemedy(play, ['fa', 'record-party-change', change])
  // Nine days, of 03-18 to 03-26: from the application on nothing grows.
  expect(contextOf(play)).toMatchObject({ owed: 0, surchargeLeft: 810 })
  expect(play.context().fines).toMatchObject([{ owed: 0, surchargeLeft: 810 }])
  const relieves = () => onParty(play, ['lin', 'relieve-party', { reason: '无需再缴' }])
  expect(whyNot(relieves)).toContain('810元')
  paysAll(play, '2026-03-27', 0, 810)
  expect(play.context().fines).toMatchObject([{ surchargeLeft: 0, surchargePaid: 810 }])
  expect(stateOf(play, 'party')).toBe('')
})
