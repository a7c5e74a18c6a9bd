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

test('a sum that fits none is for the first, whose rules say what is due', () => {
  expect([bookedIn(1), bookedIn(1, 3)]).toEqual([8, null])
})
