// When may one take the shift of another, and how does the roster read then?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asAgreed,
  type Exchange,
  exchangeFault,
  withExchange,
} from '../../domain/rosters/exchanges.ts'
import {
  emptyRoster,
  gapsOfRoster,
  type Holding,
  type Roster,
  rosterFaults,
  standing,
} from '../../domain/rosters/roster.ts'
import { beginningOf, usualStarts } from '../../domain/rosters/shifts.ts'

const since = '2000-01-01T00:00:00.000Z'
const holdings: Holding[] = [
  ...['a', 'b'].map((person) => ({ person, seat: 'leader' as const, since, until: null })),
  ...['c', 'd', 'e'].map((person) => ({ person, seat: 'officer' as const, since, until: null })),
]
const month = '2026-03'
const roster: Roster = {
  month,
  starts: usualStarts,
  entries: emptyRoster(month, usualStarts).entries.map((entry, at) => ({
    ...entry,
    leader: at % 2 === 0 ? 'a' : 'b',
    officers: [['c', 'd', 'e'][at % 3] ?? 'c'],
  })),
}
const at = '2026-03-10T02:00:00.000Z'
const day = (n: number, start = '08:30') => ({ day: `2026-03-${n}`, start })
const shift = day(20)
const wanted: Exchange = { shift, seat: 'leader', from: 'a', to: 'b', inReturn: null }
const fault = (more: Partial<Exchange>, moment = at, able = holdings) =>
  exchangeFault({ ...wanted, ...more }, [roster], { holdings: able, at: moment })

describe('an exchange', () => {
  test('is possible between two who hold the post, as long as the shift has not begun', () => {
    expect(fault({})).toBeNull()
    expect(fault({}, beginningOf(shift))).toBe('begun')
    expect(fault({ to: 'a' })).toBe('same-person')
    expect(fault({ to: 'c' })).toBe('unfit')
    expect(fault({ from: 'b', to: 'a' })).toBe('not-on-duty')
    expect(fault({ seat: 'officer' })).toBe('not-on-duty')
    expect(fault({ shift: { day: '2026-04-01', start: '08:30' } })).toBe('not-on-duty')
    const leaves = holdings.map((one) => (one.person === 'b' ? { ...one, until: at } : one))
    expect(fault({}, at, leaves)).toBe('unfit')
  })
  test('in return takes a shift on which the other stands, and which has not begun', () => {
    expect(fault({ inReturn: day(21, '17:30') })).toBeNull()
    expect(fault({ inReturn: day(21) })).toBe('not-his-return')
    expect(fault({ inReturn: shift })).toBe('same-shift')
    expect(fault({ inReturn: day(10, '08:30') })).toBe('not-his-return')
    expect(fault({ inReturn: { day: '2026-03-09', start: '17:30' } })).toBe('begun')
  })
  test('never puts one on a shift twice', () => {
    const both = {
      ...roster,
      entries: roster.entries.map((one) => ({ ...one, officers: ['c', 'd'] })),
    }
    const asked: Exchange = { ...wanted, seat: 'officer', from: 'c', to: 'd' }
    expect(exchangeFault(asked, [both], { holdings, at })).toBe('busy')
    expect(exchangeFault({ ...asked, to: 'e' }, [both], { holdings, at })).toBeNull()
  })
})

const officers = ['c', 'd', 'e']
const exchanges = fc.record({
  n: fc.nat(roster.entries.length - 1),
  back: fc.option(fc.nat(roster.entries.length - 1)),
  to: fc.constantFrom(...officers),
})

test('whatever is agreed one after the other, nobody stands twice, no gap comes up, and nothing lawful becomes a fault', () => {
  fc.assert(
    fc.property(fc.array(exchanges, { maxLength: 30 }), (asked) => {
      const start: Roster = roster
      const end = asked.reduce((now, { n, back, to }) => {
        const [one, other] = [now.entries[n], back === null ? null : now.entries[back]]
        const from = one?.officers[0]
        if (!one || from === undefined) return now
        const exchange: Exchange = {
          shift: { day: one.day, start: one.start },
          seat: 'officer',
          from,
          to,
          inReturn: other ? { day: other.day, start: other.start } : null,
        }
        const wrong = exchangeFault(exchange, [now], { holdings, at: since })
        return wrong === null ? (withExchange([now], exchange)[0] ?? now) : now
      }, start)
      expect(gapsOfRoster(end, holdings)).toEqual([])
      expect(rosterFaults(end, { before: null, holdings, at: since })).toEqual([])
      const count = (of: Roster) => of.entries.flatMap((one) => standing(one)).length
      expect(count(end)).toBe(count(start))
    }),
  )
})

test('a return gives each the shift of the other, and undone it is as before', () => {
  const swap: Exchange = { ...wanted, inReturn: day(21, '17:30') }
  const [swapped = roster] = withExchange([roster], swap)
  const leaderOn = (of: Roster, d: string, s: string) =>
    of.entries.find((one) => one.day === d && one.start === s)?.leader
  expect(leaderOn(swapped, '2026-03-20', '08:30')).toBe('b')
  expect(leaderOn(swapped, '2026-03-21', '17:30')).toBe('a')
  expect(withExchange([swapped], { ...swap, from: 'b', to: 'a' })).toEqual([roster])
})

test('a version entered after an agreement stands as it was entered, one entered before takes it in', () => {
  const agreed = [{ ...wanted, acceptedAt: '2026-03-05T00:00:00.000Z' }]
  const leaderOf = (enteredAt: string) =>
    asAgreed([{ ...roster, enteredAt }], agreed).rosters[0]?.entries.find(
      (one) => one.day === shift.day && one.start === shift.start,
    )?.leader
  expect(leaderOf('2026-03-04T00:00:00.000Z')).toBe('b')
  expect(leaderOf('2026-03-06T00:00:00.000Z')).toBe('a')
})

describe('promise (alarms): both shifts of an exchange change hands, or neither does', () => {
  const back = day(21, '17:30')
  const swap = { ...wanted, inReturn: back, acceptedAt: '2026-03-05T00:00:00.000Z' }
  const enteredAt = '2026-03-04T00:00:00.000Z'
  const leaders = (rosters: readonly Roster[], ...shifts: (typeof shift)[]) =>
    shifts.map(
      (one) =>
        rosters
          .flatMap(({ entries }) => entries)
          .find((entry) => entry.day === one.day && entry.start === one.start)?.leader,
    )
  const moved = (of: Roster, where: typeof shift, leader: string): Roster => ({
    ...of,
    entries: of.entries.map((one) =>
      one.day === where.day && one.start === where.start ? { ...one, leader } : one,
    ),
  })

  test('also where a version entered before the agreement and published after it has moved one of the two', () => {
    for (const [where, leader, both] of [
      [shift, 'x', ['x', 'b']],
      [back, 'x', ['a', 'x']],
    ] as const) {
      const { rosters, undone } = asAgreed([{ ...moved(roster, where, leader), enteredAt }], [swap])
      expect([leaders(rosters, shift, back), undone]).toEqual([both, [swap]])
    }
    expect(withExchange([moved(roster, back, 'x')], swap)).toEqual([moved(roster, back, 'x')])
  })

  test('also where they lie in two months, of which one was entered anew', () => {
    const there = { day: '2026-04-02', start: '08:30' }
    const april: Roster = {
      ...roster,
      month: '2026-04',
      entries: emptyRoster('2026-04', usualStarts).entries.map((one) => ({ ...one, leader: 'b' })),
    }
    const across = { ...swap, inReturn: there }
    const both = (of: Roster, since: string) => {
      const versions = [
        { ...roster, enteredAt },
        { ...of, enteredAt: since },
      ]
      return leaders(asAgreed(versions, [across]).rosters, shift, there)
    }
    expect(both(april, enteredAt)).toEqual(['b', 'a'])
    // Moved by a version that did not know of the agreement.
    expect(both(moved(april, there, 'x'), enteredAt)).toEqual(['a', 'x'])
    // Entered with the agreement before the eyes: taken over, or taken back.
    const later = '2026-03-06T00:00:00.000Z'
    expect(both(moved(april, there, 'a'), later)).toEqual(['b', 'a'])
    expect(both(april, later)).toEqual(['a', 'b'])
  })
})
