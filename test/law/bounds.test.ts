// Can anybody ask a question about public law that takes long?
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPace } from '../../api/law/pace.ts'
import { calculationNamed } from '../../domain/law/calculations/catalogue/registry.ts'
import { computeTimeLimit } from '../../domain/law/compute.ts'
import type { TimeLimitInput } from '../../domain/law/input.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { mostDays } from '../../domain/time/effort.ts'
import { post } from './http.ts'

/** How many days a question makes us look at; refused or not. */
const effortOf = (input: TimeLimitInput): number => {
  const effort = { spent: 0 }
  try {
    computeTimeLimit(input, decreeCalendars, { effort })
  } catch {}
  return effort.spent
}

const decades = (n: number) => `${1990 + 10 * n}-01-02`
const pauses = Array.from({ length: 9 }, (_, n) => ({
  from: decades(n),
  to: `${1999 + 10 * n}-12-31`,
  kind: 'other',
}))

describe('what one question makes us look at', () => {
  test('promise (law): no question makes the product look at more than two centuries of days, whatever it names', () => {
    const unit = fc.constantFrom('WD', 'ND', 'M', 'Y', 'H', 'MIN')
    const question = fc.record({
      rule: fc.constant('adhoc'),
      unit,
      n: fc.integer({ min: 1, max: 36_500 }),
      start: fc.constantFrom(
        '1990-01-01T00:00+08:00',
        '2026-03-02T09:00+08:00',
        '2099-12-31T09:00+08:00',
      ),
      roll: fc.constantFrom('party', 'organ', 'never'),
      direction: fc.constantFrom('forward', 'backward'),
      pauses: fc.subarray(pauses),
      extensions: fc.array(
        fc.record({
          at: fc.constantFrom('1990-01-05', '2026-03-05'),
          by: fc.integer({ min: 1, max: 36_500 }),
        }),
        {
          maxLength: 10,
        },
      ),
    })
    fc.assert(
      // The last step is the one that was refused.
      fc.property(question, (input) => effortOf(input as TimeLimitInput) <= mostDays + 1),
      { numRuns: 60 },
    )
  })

  test('ten extensions over pauses of ninety years are one walk: as many days as the same period without them', () => {
    const long = { rule: 'adhoc', unit: 'ND', start: '1990-01-01', roll: 'party' } as const
    const extensions = Array.from({ length: 10 }, () => ({ at: '1990-01-01', by: 1 }))
    expect(effortOf({ ...long, n: 20, pauses, extensions })).toBeLessThanOrEqual(
      effortOf({ ...long, n: 30, pauses }) + 30,
    )
    expect(effortOf({ ...long, n: 30, pauses })).toBeGreaterThan(32_000)
  })

  test('a period of the rule book costs no more than its days', () => {
    expect(
      effortOf({ rule: 'three-simultaneities.design-review', start: '2026-02-02' }),
    ).toBeLessThan(60)
  })

  test.each<[string, object, string]>([
    [
      'forty-one pauses',
      {
        pauses: Array.from({ length: 41 }, () => ({
          from: '2026-03-03',
          to: '2026-03-03',
          kind: 'hearing',
        })),
      },
      '/pauses',
    ],
    [
      'eleven extensions',
      { extensions: Array.from({ length: 11 }, () => ({ at: '2026-03-03', by: 1 })) },
      '/extensions',
    ],
    [
      'a pause of a century',
      { pauses: [{ from: '2026-03-03', to: '2099-03-03', kind: 'hearing' }] },
      '/pauses/0/to',
    ],
  ])('more than a person writes down is refused in words: %s', async (_, more, pointer) => {
    const { status, type, body } = await post('/api/time-limits/compute', {
      rule: 'adhoc',
      unit: 'WD',
      n: 5,
      start: '2026-03-02',
      ...more,
    })
    expect([status, type]).toEqual([422, 'application/problem+json'])
    expect(body).toMatchObject({
      code: 'invalid-input',
      details: { pointer },
      reasons: [{ zh: expect.stringMatching(/不超过/) }],
    })
  })

  test('the surcharge on four hundred days beside ten years of litigation is counted by intervals', () => {
    const asOf = Array.from({ length: 400 }, (_, n) => `${2020 + (n % 80)}-12-31`)
    const answer = calculationNamed('late-surcharge').run(
      {
        fine: 1000,
        served: '2012-02-01',
        asOf,
        notCounted: [{ from: '2012-03-01', to: '2019-12-31' }],
      },
      decreeCalendars,
    )
    expect(answer.amounts).toHaveLength(400)
    expect(answer).toMatchObject({ surchargeFrom: '2012-02-17', capDate: '2020-01-21' })
  })
})

describe('long reckonings', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  test('promise (law): long reckonings of strangers take their turn, and the process belongs to others in between', async () => {
    let clock = 0
    const pace = createPace(() => clock)
    const done: number[] = []
    const doStep = (n: number) =>
      pace(() => {
        clock += 5
        done.push(n)
      })
    const all = [doStep(1), doStep(2), doStep(3)]
    await all[0]
    await vi.advanceTimersByTimeAsync(44)
    expect(done).toEqual([1])
    await vi.advanceTimersByTimeAsync(1)
    expect(done).toEqual([1, 2])
    await vi.advanceTimersByTimeAsync(45)
    await Promise.all(all)
    expect(done).toEqual([1, 2, 3])
  })

  test('who would wait for seconds is sent away with the time to come again', async () => {
    const pace = createPace()
    const waiting = Array.from({ length: 500 }, () => pace(() => null))
    await expect(pace(() => null)).rejects.toMatchObject({
      code: 'rate-limited',
      details: { retryAfter: 5 },
    })
    await vi.runAllTimersAsync()
    await Promise.all(waiting)
  })

  test('a piece that fails leaves the way free for the next', async () => {
    const pace = createPace()
    const failed = pace(() => {
      throw new Error('wrong')
    })
    await expect(failed).rejects.toThrow('wrong')
    const next = pace(() => 'next')
    await vi.runAllTimersAsync()
    expect(await next).toBe('next')
  })
})

test('a reckoning that waits its turn answers the same as one that does not', async () => {
  const long: TimeLimitInput = {
    rule: 'adhoc',
    unit: 'WD',
    n: 20_000,
    roll: 'party',
    start: '1990-01-01',
  }
  const { status, body } = await post('/api/time-limits/compute', long)
  expect([status, body]).toEqual([
    200,
    JSON.parse(JSON.stringify(computeTimeLimit(long, decreeCalendars))),
  ])
  expect(body).toMatchObject({ truncated: true, days: { length: 1_200 } })
  expect(body.dayCount as number).toBeGreaterThan(28_000)
})
