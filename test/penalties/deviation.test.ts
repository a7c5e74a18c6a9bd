// Does a fine lie where its step and like cases say, whatever was decided in whichever order?
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type LikeFine,
  likeCasesOf,
  middleOf,
  positionOf,
  shareFrom,
} from '../../domain/penalties/deviation.ts'
import { addDays, addMonths } from '../../domain/time/days.ts'

const range = fc
  .tuple(fc.nat(1_000_000), fc.nat(1_000_000))
  .map(([from, wide]) => ({ from, to: from + wide }))

describe('beside the step', () => {
  it.each([
    [{ from: 5_000, to: 15_000 }, 5_000, 'within', -0.5],
    [{ from: 5_000, to: 15_000 }, 15_000, 'within', 0.5],
    [{ from: 5_000, to: 15_000 }, 10_000, 'within', 0],
    [{ from: 5_000, to: 15_000 }, 4_999, 'below', -0.5001],
    [{ from: 5_000, to: 15_000 }, 20_000, 'above', 1],
    [{ from: 0, to: 0 }, 0, 'within', null],
    [{ from: 0, to: 0 }, 1, 'above', null],
  ] as const)('of %o a fine of %i lies %s, %s from the middle', (step, fine, position, share) => {
    expect(positionOf(step, fine)).toBe(position)
    expect(shareFrom(middleOf(step), fine)).toBe(share)
  })

  test('property: within is what lies between both ends; its side of the middle has the sign of its share', () => {
    fc.assert(
      fc.property(range, fc.nat(3_000_000), (step, fine) => {
        const within = fine >= step.from && fine <= step.to
        expect(positionOf(step, fine) === 'within').toBe(within)
        const share = shareFrom(middleOf(step), fine)
        if (share !== null) expect(Math.sign(share)).toBe(Math.sign(fine - middleOf(step)))
        if (share !== null && positionOf(step, fine) === 'below') expect(share).toBeLessThan(0)
        if (share !== null && positionOf(step, fine) === 'above') expect(share).toBeGreaterThan(0)
      }),
    )
  })
})

describe('like cases', () => {
  const of = (...all: [day: string, fine: number][]) =>
    likeCasesOf(all.map(([day, fine], at) => ({ id: `c${at}`, caseId: `c${at}`, day, fine })))

  it('are those before its day, for two years; of an even number the median lies between two', () => {
    const found = of(
      ['2024-03-02', 100],
      ['2024-03-01', 900],
      ['2025-01-01', 300],
      ['2026-03-02', 500],
      ['2026-03-02', 700],
    )
    expect(found.get('c1')).toEqual({ n: 0, median: null })
    expect(found.get('c0')).toEqual({ n: 1, median: 900 })
    expect(found.get('c2')).toEqual({ n: 2, median: 500 })
    expect(found.get('c3')).toEqual({ n: 2, median: 200 })
    expect(found.get('c4')).toEqual({ n: 2, median: 200 })
  })

  test('property: the same as looking at all the others one by one, in whichever order they come', () => {
    const one = fc.tuple(fc.nat(1_500), fc.nat(20), fc.nat(15))
    const decided = fc.array(one, { maxLength: 40 }).map((all) =>
      all.map(
        ([after, fine, of], at): LikeFine => ({
          id: `c${at}`,
          caseId: `case-${of}`,
          day: addDays('2022-02-28', after),
          fine: fine * 1_000,
        }),
      ),
    )
    fc.assert(
      fc.property(decided, (all) => {
        const found = likeCasesOf(all)
        expect(found).toEqual(new Map([...likeCasesOf(all.toReversed())]))
        for (const one of all) {
          const likes = all.filter(({ day }) => day < one.day && day >= addMonths(one.day, -24))
          const before = likes.map(({ fine }) => fine).sort((a, b) => a - b)
          const [low, high] = [
            before[Math.ceil(before.length / 2) - 1],
            before[Math.floor(before.length / 2)],
          ]
          expect(found.get(one.id)).toEqual({
            n: new Set(likes.map(({ caseId }) => caseId)).size,
            median: low === undefined || high === undefined ? null : (low + high) / 2,
          })
        }
      }),
    )
  })
})
