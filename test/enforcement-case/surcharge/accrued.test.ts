// Does the surcharge come out as if somebody had gone through the days one by one, by whatever order payments and remedies are heard of?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figuresThatStand } from '../../../domain/enforcement-case/memory/after-remedy.ts'
import {
  type Accruing,
  accrued,
  firstParts,
  paidOf,
  withPaidPart,
} from '../../../domain/enforcement-case/memory/surcharge.ts'
import { addDays } from '../../../domain/time/days.ts'

const served = '2026-01-30'
/** Fifteen days after it was served; nothing of it is moved, since a payment does not wait for a working day. */
const payBy = '2026-02-14'
const dayAfter = (days: number): string => addDays(served, days)

const anyDay = fc.integer({ min: 0, max: 120 })
const anyStay = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 40 }))
  .map(([from, days]) => ({ from: dayAfter(from), to: dayAfter(from + days) }))
const anyPart = fc
  .tuple(anyDay, fc.integer({ min: 1, max: 20_000 }))
  .map(([on, fine]) => ({ on: dayAfter(on), fine }))

const anyFine = fc.record({
  parts: fc.array(anyPart, { maxLength: 4 }),
  rest: fc.integer({ min: 0, max: 20_000 }),
  stays: fc.array(anyStay, { maxLength: 3 }),
  on: anyDay.map((days) => dayAfter(days + 60)),
})
type Any = typeof anyFine extends fc.Arbitrary<infer T> ? T : never

const accruingOf = ({ parts, rest, stays }: Omit<Any, 'on'>): Accruing => {
  const paidParts = parts.reduce<Accruing['paidParts']>(withPaidPart, [])
  return {
    decisionServedOn: served,
    imposed: paidOf(paidParts) + rest,
    owed: rest,
    paidParts,
    payBy: null,
    stays,
    pendingSince: null,
  }
}

/** In yuan: three per cent of it for each day that counts, up to itself. */
const dayByDay = (fine: number, until: string, stays: Any['stays']): number => {
  let days = 0
  for (let at = addDays(payBy, 1); at <= until; at = addDays(at, 1))
    if (!stays.some(({ from, to }) => from <= at && at <= to)) days += 1
  return Math.min(fine * 100, fine * 3 * days) / 100
}

test('each part of the fine costs until its own day', () => {
  fc.assert(
    fc.property(anyFine, ({ on, ...fine }) => {
      const expected = [...fine.parts, { on, fine: fine.rest }].reduce(
        (sum, part) => sum + dayByDay(part.fine, part.on, fine.stays),
        0,
      )
      expect(accrued(accruingOf(fine), on, {})).toBeCloseTo(expected, 2)
    }),
  )
})

test('in which order payments are heard of changes nothing', () => {
  fc.assert(
    fc.property(anyFine, ({ on, ...fine }) => {
      const other = { ...fine, parts: fine.parts.toReversed() }
      expect(accrued(accruingOf(other), on, {})).toBe(accrued(accruingOf(fine), on, {}))
    }),
  )
})

test('what stands and what goes back are what was paid, and never more than the law lets grow', () => {
  const anyPaid = fc.tuple(
    anyFine,
    fc.integer({ min: 0, max: 40_000 }),
    fc.integer({ min: 1, max: 60_000 }),
  )
  fc.assert(
    fc.property(anyPaid, ([{ on, ...fine }, surchargePaid, wanted]) => {
      const before = { ...accruingOf(fine), surchargePaid }
      const newFine = Math.max(1, Math.min(wanted, before.imposed))
      const { refundDue, ...after } = figuresThatStand(before, newFine, on, {})
      const { owed, paidParts } = after
      expect(owed + paidOf(paidParts)).toBe(newFine)
      expect(after.surchargePaid).toBeLessThanOrEqual(
        accrued({ ...before, ...after }, on, {}) + 1e-6,
      )
      const paid = paidOf(before.paidParts) + surchargePaid
      expect(paidOf(paidParts) + after.surchargePaid + (refundDue ?? 0)).toBeCloseTo(paid, 2)
    }),
  )
})

test('the first payments pay a lighter fine, to the fen', () => {
  const parts = [
    { on: '2026-02-20', fine: 10_000 },
    { on: '2026-02-25', fine: 0.3 },
  ]
  expect(firstParts(parts, 4_000)).toEqual([{ on: '2026-02-20', fine: 4_000 }])
  expect(firstParts(parts, 10_000.1)).toEqual([parts[0], { on: '2026-02-25', fine: 0.1 }])
  expect(firstParts(undefined, 5)).toEqual([])
  expect(withPaidPart(parts, { on: '2026-02-25', fine: 0 })).toEqual(parts)
  expect(withPaidPart(parts, { on: '2026-02-25', fine: 0.1 })).toEqual([
    parts[0],
    { on: '2026-02-25', fine: 0.4 },
  ])
})
