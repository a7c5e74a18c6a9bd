// When does a case look at a deadline that thousands share?
import { describe, expect, it } from 'vitest'
import { lookAt, placeIn } from '../../../domain/engine/clocks/jitter.ts'

const midnight = '2026-04-08T16:00:00.000Z'
const ids = Array.from({ length: 2_000 }, (_, n) => `case-${n}`)
const windowMs = 600_000

describe('a midnight', () => {
  it('is looked at by each case at its own place, always the same and never outside the window', () => {
    const places = ids.map(
      (id) => Date.parse(lookAt(midnight, id, windowMs)) - Date.parse(midnight),
    )
    expect(places.every((place) => place >= 0 && place < windowMs)).toBe(true)
    expect(places).toEqual(ids.map((id) => placeIn(windowMs, id)))
    const perMinute = Array.from(
      { length: 10 },
      (_, minute) => places.filter((place) => Math.floor(place / 60_000) === minute).length,
    )
    expect(Math.max(...perMinute)).toBeLessThan(1.3 * (ids.length / 10))
  })

  it('is not the only such moment: warnings go out at nine', () => {
    const nine = '2026-04-08T01:00:00.000Z'
    expect(lookAt(nine, 'case-1', windowMs)).toBe(
      new Date(Date.parse(nine) + placeIn(windowMs, 'case-1')).toISOString(),
    )
  })

  it('is looked at by all at once where there is no window', () => {
    expect(new Set(ids.map((id) => lookAt(midnight, id, 0)))).toEqual(new Set([midnight]))
  })
})

describe('any other instant', () => {
  it.each([
    '2026-04-08T16:00:00.001Z',
    '2026-04-08T15:59:59.999Z',
    '2026-04-08T03:20:00.000Z',
    '2026-04-08T03:00:01.000Z',
  ])('%s is never put off', (at) => {
    expect(lookAt(at, 'case-1', windowMs)).toBe(at)
  })
})
