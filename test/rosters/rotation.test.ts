// Does a month filled in turn, or from the one before, stand without gap or fault, and leave alone what has begun?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emptyRoster,
  gapsOfRoster,
  type Holding,
  type Roster,
  rosterFaults,
} from '../../domain/rosters/roster.ts'
import { copiedFrom, recut, rotated, startsIn } from '../../domain/rosters/rotation.ts'
import { addToMonth, beginningOf, usualStarts } from '../../domain/rosters/shifts.ts'
import { nextByLetter } from '../../ui/rosters/grid.ts'

const since = '2000-01-01T00:00:00.000Z'
const leaders = ['a', 'b', 'c']
const officers = ['d', 'e', 'f', 'g']
const holdings: Holding[] = [
  ...leaders.map((person) => ({ person, seat: 'leader' as const, since, until: null })),
  ...officers.map((person) => ({ person, seat: 'officer' as const, since, until: null })),
]
const filling = (month: string, more = {}) => ({
  month,
  starts: usualStarts,
  able: { leaders, officers },
  at: since,
  now: null,
  ...more,
})
const months = fc
  .tuple(fc.integer({ min: 2010, max: 2040 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)
const sound = (roster: Roster) => {
  expect(rosterFaults(roster, { before: null, holdings, at: since })).toEqual([])
  expect(gapsOfRoster(roster, holdings)).toEqual([])
}

describe('in turn', () => {
  test('any month, any number of officers: no gap, nobody twice, and it goes on after the month before', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 6 }), (month, perShift) => {
        const first = rotated(null, perShift, filling(month))
        const second = rotated(first, perShift, filling(addToMonth(month, 1)))
        sound(first)
        sound(second)
        const lastLeader = first.entries.at(-1)?.leader ?? ''
        const next = leaders[(leaders.indexOf(lastLeader) + 1) % leaders.length]
        expect(second.entries[0]?.leader).toBe(next)
        const counts = officers.map(
          (one) => first.entries.filter((entry) => entry.officers.includes(one)).length,
        )
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
    )
  })
  test('with nobody there it is empty, and what has begun stays', () => {
    const none = { able: { leaders: [], officers: [] } }
    expect(rotated(null, 2, filling('2026-03', none))).toEqual(emptyRoster('2026-03', usualStarts))
    const at = '2026-03-10T02:00:00.000Z'
    const now = emptyRoster('2026-03', usualStarts)
    const filled = rotated(null, 1, filling('2026-03', { at, now }))
    const begun = filled.entries.filter((one) => beginningOf(one) <= at)
    expect(begun).toEqual(now.entries.slice(0, begun.length))
    expect(filled.entries[begun.length]?.leader).not.toBeNull()
  })
})

test('copied from the month before it reads the same day by day, without who has left', () => {
  fc.assert(
    fc.property(months, (month) => {
      const before = rotated(null, 2, filling(month))
      const copied = copiedFrom(before, filling(addToMonth(month, 1)))
      sound(copied)
      expect(copied.entries.slice(0, 28 * 2).map(({ leader }) => leader)).toEqual(
        before.entries.slice(0, 28 * 2).map(({ leader }) => leader),
      )
      const able = { leaders: ['a', 'b'], officers: ['d'] }
      const fewer = copiedFrom(before, filling(addToMonth(month, 1), { able }))
      expect(fewer.entries.some(({ leader }) => leader === 'c')).toBe(false)
    }),
  )
})

test('cut otherwise, what stands on a beginning that stays, stays', () => {
  const before = rotated(null, 1, filling('2026-03'))
  const cut = recut(before, ['08:30', '20:00'])
  expect(cut.entries).toHaveLength(62)
  expect(cut.entries[0]).toEqual(before.entries[0])
  expect(cut.entries[1]).toEqual({ day: '2026-03-01', start: '20:00', leader: null, officers: [] })
  expect(startsIn(' 08:30， 17:30;20:00 ')).toEqual(['08:30', '17:30', '20:00'])
})

test('a letter goes round among those whose pinyin begins with it', () => {
  const people = [
    { id: '1', pinyin: 'gao' },
    { id: '2', pinyin: 'dan' },
    { id: '3', pinyin: 'Guan' },
  ]
  expect(nextByLetter(people, '', 'g')).toBe('1')
  expect(nextByLetter(people, '1', 'g')).toBe('3')
  expect(nextByLetter(people, '3', 'g')).toBe('1')
  expect(nextByLetter(people, '1', 'x')).toBeNull()
})
