// Do periods of one's own choice end where the calendar says, forward, backward and as windows?
import { describe, expect, test } from 'vitest'
import { computeTimeLimit } from '../../domain/law/compute.ts'
import type { TimeLimitInput } from '../../domain/law/input.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

const compute = (input: TimeLimitInput) => computeTimeLimit(input, decreeCalendars)

describe('freely chosen periods, and windows', () => {
  test('adhoc periods of every unit', () => {
    const start = '2026-01-30'
    expect(compute({ rule: 'adhoc', unit: 'ND', n: 15, roll: 'party', start }).due).toBe(
      '2026-02-14',
    )
    expect(compute({ rule: 'adhoc', unit: 'WD', n: 15, roll: 'organ', start }).due).toBe(
      '2026-02-27',
    )
    expect(compute({ rule: 'adhoc', unit: 'M', n: 1, roll: 'never', start }).due).toBe('2026-02-28')
    expect(compute({ rule: 'adhoc', unit: 'Y', n: 2, roll: 'party', start }).nominal).toBe(
      '2028-01-30',
    )
    expect(compute({ rule: 'adhoc', unit: 'H', n: 2, start: '2026-01-30T23:00+08:00' }).dueAt).toBe(
      '2026-01-31T01:00:00+08:00',
    )
    expect(
      compute({ rule: 'adhoc', unit: 'WD', n: 3, start: '2026-10-12', direction: 'backward' }).due,
    ).toBe('2026-10-08')
  })

  test('windows and latest days are told apart', () => {
    expect(compute({ rule: 'training.review-window', start: '2026-09-10' }).window).toEqual({
      from: '2026-07-12',
      to: '2026-09-10',
    })
    expect(
      compute({ rule: 'hazard-rectification.extension-request', start: '2026-06-30' }),
    ).toMatchObject({
      window: { from: '2026-06-20', to: '2026-06-30' },
      due: '2026-06-30',
    })
    expect(
      compute({ rule: 'hazard-rectification.governance-extension-request', start: '2026-10-30' }),
    ).toMatchObject({
      window: null,
      due: '2026-09-28',
    })
  })
})
