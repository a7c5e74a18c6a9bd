// Do fines and remedies of enforcement hold at their edges?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Case, run } from './running.ts'

describe('enforcement', () => {
  test.each<Case>([
    ['on-the-spot-limit', { party: 'individual', fine: 200.01 }, { allowed: false }],
    [
      'on-the-spot-limit',
      { party: 'individual', fine: 100, cash: true },
      { allowed: true, cashAllowed: true },
    ],
    [
      'on-the-spot-limit',
      { party: 'individual', fine: 150, hardToCollectLater: true },
      { cashAllowed: true },
    ],
    [
      'on-the-spot-limit',
      { party: 'individual', fine: 50, date: '2021-07-14' },
      { allowed: true, limit: 50, cashAllowed: false },
    ],
    [
      'late-surcharge',
      { fine: 50_000, served: '2026-01-30', paidOn: '2026-02-16' },
      { days: 2, surcharge: 3_000, total: 53_000 },
    ],
    [
      'late-surcharge',
      { fine: 50_000, served: '2026-01-30', paidOn: '2026-02-14' },
      { days: 0, surcharge: 0 },
    ],
    [
      'late-surcharge',
      {
        fine: 50_000,
        served: '2026-01-30',
        asOf: '2026-02-28',
        notCounted: [{ from: '2026-02-20', to: '2026-02-23' }],
      },
      { days: 10, capDate: '2026-03-24' },
    ],
    [
      'late-surcharge',
      { fine: 50_000, served: '2026-01-30', deferredTo: '2026-04-30', asOf: '2026-05-01' },
      { payBy: '2026-04-30', days: 1 },
    ],
    [
      'late-surcharge',
      { fine: 0.33, served: '2026-01-30', asOf: '2026-02-15' },
      { surcharge: 0.01 },
    ],
    [
      'daily-fine',
      { fine: 20_000, ordered: '2025-03-10', until: '2025-03-20' },
      { from: '2025-03-11', days: 10, amount: 200_000, provisional: false },
    ],
    [
      'daily-fine',
      { fine: 20_000, ordered: '2026-03-10', until: '2026-03-10' },
      { days: 0, amount: 0, provisional: true },
    ],
    [
      'remedy-windows',
      { served: '2026-01-30' },
      {
        reconsideration: { due: '2026-03-31' },
        litigation: { due: '2026-07-30' },
        courtApplication: { from: '2026-07-31', to: '2026-10-30' },
      },
    ],
    [
      'remedy-windows',
      { served: '2026-01-30', demandServed: '2026-09-18' },
      { demandEnds: '2026-10-09', courtApplication: { from: '2026-10-10' } },
    ],
    [
      'remedy-windows',
      { served: '2014-05-30' },
      { litigation: { due: '2014-09-01', nominal: '2014-08-30' }, provisional: true },
    ],
    [
      'required-review',
      { fine: 49_999.99 },
      {
        legalReview: { required: false },
        collectiveDiscussion: { required: false },
        provisional: false,
      },
    ],
    [
      'required-review',
      { fine: 50_000 },
      {
        collectiveDiscussion: { required: true },
        legalReview: { required: false },
        provisional: true,
      },
    ],
    [
      'required-review',
      { fine: 100, hearingHeld: true },
      { legalReview: { required: true }, order: ['legal-review', 'decision'] },
    ],
    [
      'required-review',
      { complex: true },
      {
        legalReview: { required: true },
        collectiveDiscussion: { required: true },
        provisional: false,
      },
    ],
    [
      'required-review',
      { hearingHeld: true, date: '2015-03-03' },
      { legalReview: { required: false } },
    ],
    [
      'hearing-right',
      { party: 'organisation', fine: 29_999.99, date: '2013-05-05' },
      { hearing: false, threshold: 30_000, provisional: false },
    ],
    [
      'hearing-right',
      { party: 'organisation', fine: 50_000 },
      { hearing: true, because: ['large-fine'], provisional: true },
    ],
    [
      'hearing-right',
      { party: 'individual', fine: 9_000, largeFineFrom: 5_000 },
      { hearing: true, provisional: false },
    ],
    [
      'hearing-right',
      { party: 'organisation', penalties: ['career-ban'], date: '2013-05-05' },
      { hearing: false },
    ],
    [
      'limitation',
      { actEnded: '2024-03-01', discovered: '2026-03-01' },
      { years: 2, lastDay: '2026-03-01', expired: false },
    ],
    ['limitation', { actEnded: '2024-03-01', discovered: '2026-03-02' }, { expired: true }],
    [
      'limitation',
      { actEnded: '2024-03-01', discovered: '2026-03-02', seriousHarm: true },
      { years: 5, expired: false },
    ],
    [
      'limitation',
      { actEnded: '2020-03-01', discovered: '2023-03-02', seriousHarm: true },
      { years: 2, expired: true },
    ],
    [
      'closure-proposal',
      { penalties: ['2026-01-10', '2026-03-15', '2026-07-09'] },
      { propose: true },
    ],
    [
      'closure-proposal',
      { penalties: ['2026-01-10', '2026-03-15', '2026-07-09'], majorHazard: false },
      { propose: false },
    ],
    ['closure-proposal', { penalties: [], refusesStopOrder: true }, { propose: true }],
    [
      'closure-proposal',
      { penalties: ['2026-01-10', '2026-03-15', '2026-07-08'], asOf: '2026-07-07' },
      { propose: false },
    ],
  ])('%s %j', (name, input, expected) => expect(run(name, input)).toMatchObject(expected))

  test('a surcharge never exceeds the fine and never falls', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 9 }),
        (fen, one, month) => {
          const asOf = [`2026-0${month}-${String(one).padStart(2, '0')}`, '2026-12-31']
          const { amounts } = run('late-surcharge', {
            fine: fen / 100,
            served: '2025-12-01',
            asOf,
          }) as { amounts: { surcharge: number }[] }
          expect(
            amounts[0]!.surcharge <= amounts[1]!.surcharge && amounts[1]!.surcharge <= fen / 100,
          ).toBe(true)
        },
      ),
      { numRuns: 100 },
    )
  })
})
