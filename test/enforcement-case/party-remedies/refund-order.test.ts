// In which of a person's remedies is a refund written down that the treasury tells of?
import { expect, test } from 'vitest'
import { collections } from '../../../domain/enforcement-case/payments/booking.ts'

const remedy = (no: number, party: number, refundDue: number | null) => ({
  no,
  kind: 'party-remedy',
  context: { party, refundDue },
})
const open = [remedy(7, 2, 50), remedy(8, 1, 2_000), remedy(9, 1, 50), remedy(10, 1, null)]
const bookedIn = (amountFen: number, nth = 1) =>
  collections.refundedIn?.(open, { kind: 'party', nth }, amountFen)

test('in that of which it is the sum, whichever is told first', () => {
  expect([bookedIn(200_000), bookedIn(5_000), bookedIn(5_000, 2)]).toEqual([8, 9, 7])
})

test('what he has paid too much goes back in his own matter', () => {
  const own = { no: 3, kind: 'party', context: { nth: 1, refundDue: 1_590 } }
  const bookedWith = (amountFen: number) =>
    collections.refundedIn?.([own, ...open], { kind: 'party', nth: 1 }, amountFen)
  expect([bookedWith(159_000), bookedWith(5_000)]).toEqual([3, 9])
  const money = { kind: 'refund', amountFen: 159_000, on: '2026-03-27', receipt: '退2' } as const
  expect(collections.items.party?.(own.context, money, {})).toEqual({
    type: 'return-party-surplus',
    data: { refunded: 1_590, refundedOn: '2026-03-27', voucher: '退2' },
  })
})

test('a sum that fits none is for the first, whose rules say what is due', () => {
  expect([bookedIn(1), bookedIn(1, 3)]).toEqual([8, null])
})
