// Do the shifts of a month cover it without a hole, what is a gap, and what is refused?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clashesWith } from '../../domain/rosters/clashes.ts'
import { onDutyAt, shiftsIn } from '../../domain/rosters/on-duty.ts'
import {
  changesBetween,
  emptyRoster,
  gapsOfRoster,
  type Holding,
  isOver,
  type Roster,
  rosterFaults,
} from '../../domain/rosters/roster.ts'
import {
  addToMonth,
  areStarts,
  daysOfMonth,
  endOf,
  isMonth,
  shiftsOfMonth,
  usualStarts,
} from '../../domain/rosters/shifts.ts'
import { later } from '../../domain/time/instant.ts'

const months = fc
  .tuple(fc.integer({ min: 2004, max: 2040 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const someStarts = fc
  .uniqueArray(clock, { minLength: 1, maxLength: 4 })
  .map((starts) => starts.toSorted())

const forEver: Holding[] = (['leader', 'officer'] as const).flatMap((seat) =>
  ['a', 'b', 'c', 'd'].map((person) => ({
    person,
    seat,
    since: '2000-01-01T00:00:00.000Z',
    until: null,
  })),
)
const filled = (month: string, starts = usualStarts): Roster => ({
  month,
  starts,
  entries: emptyRoster(month, starts).entries.map((entry, at) => ({
    ...entry,
    leader: at % 2 === 0 ? 'a' : 'b',
    officers: ['c'],
  })),
})
const early = '2003-01-01T00:00:00.000Z'
const known = { before: null, holdings: forEver, at: early }

describe('shifts', () => {
  test('of any month and any beginnings follow each other without hole or overlap into the next month', () => {
    fc.assert(
      fc.property(months, someStarts, (month, starts) => {
        const shifts = shiftsOfMonth(month, starts)
        expect(shifts).toHaveLength(daysOfMonth(month).length * starts.length)
        shifts.forEach((shift, at) => {
          expect(shift.from < shift.until).toBe(true)
          if (at > 0) expect(shift.from).toBe(shifts[at - 1]?.until)
        })
        const next = shiftsOfMonth(addToMonth(month, 1), starts)
        expect(shifts.at(-1)?.until).toBe(next[0]?.from)
      }),
    )
  })
  test('the last night of a month ends when the first shift of the next begins, also where its shifts are cut otherwise', () => {
    fc.assert(
      fc.property(months, someStarts, someStarts, (month, starts, others) => {
        const rosters = [filled(month, starts), filled(addToMonth(month, 1), others)]
        const [first, second] = rosters.map((one) => shiftsIn(rosters, one))
        expect(first?.at(-1)?.until).toBe(second?.[0]?.from)
      }),
    )
  })
  test('a night ends in the morning after', () => {
    expect(shiftsOfMonth('2026-02', usualStarts).at(-1)).toEqual({
      day: '2026-02-28',
      start: '17:30',
      from: '2026-02-28T09:30:00.000Z',
      until: '2026-03-01T00:30:00.000Z',
    })
    expect([endOf(usualStarts, '08:30'), endOf(usualStarts, '17:30')]).toEqual(['17:30', '08:30'])
    expect(endOf(['08:00'], '08:00')).toBe('08:00')
  })
  test('months and beginnings that there are not are none', () => {
    expect(['2026-13', '2026-00', '2026-1', '26-01', '9999-01', 'x'].filter(isMonth)).toEqual([])
    expect(isMonth('2028-02')).toBe(true)
    expect(areStarts(['08:30', '17:30'])).toBe(true)
    for (const wrong of [[], ['24:00'], ['17:30', '08:30'], ['08:30', '08:30'], ['8:30']])
      expect(areStarts(wrong), wrong.join()).toBe(false)
    expect(areStarts(['00:00', '06:00', '12:00', '18:00', '21:00'])).toBe(false)
  })
})

describe('who is on duty', () => {
  test('at any moment of a filled month, and of the night after it, exactly the shift that covers it', () => {
    fc.assert(
      fc.property(months, someStarts, fc.nat(), (month, starts, pick) => {
        const roster = filled(month, starts)
        const shifts = shiftsOfMonth(month, starts)
        const shift = shifts[pick % shifts.length]
        if (!shift) throw new Error('no shift')
        const length = Date.parse(shift.until) - Date.parse(shift.from)
        const found = onDutyAt([roster], later(shift.from, pick % length))
        expect(found).toMatchObject({ kind: 'shift', shift: { from: shift.from } })
        expect(onDutyAt([roster], later(shift.until, -1))).toMatchObject({
          shift: { from: shift.from },
        })
      }),
    )
  })
  test('is nobody where the office keeps no roster, and a gap where it keeps one that does not say', () => {
    expect(onDutyAt([], '2026-03-05T00:00:00.000Z')).toEqual({ kind: 'none' })
    expect(onDutyAt([filled('2026-01')], '2026-03-05T00:00:00.000Z')).toEqual({ kind: 'none' })
    // February is kept, March is not published: its last night still is February’s.
    const february = [filled('2026-02')]
    expect(onDutyAt(february, '2026-02-28T19:00:00.000Z').kind).toBe('shift')
    expect(onDutyAt(february, '2026-03-01T00:30:00.000Z')).toEqual({ kind: 'gap' })
    const sparse = { ...filled('2026-03'), entries: [] }
    expect(onDutyAt([sparse], '2026-03-05T00:00:00.000Z')).toEqual({ kind: 'gap' })
  })
})

describe('gaps', () => {
  test('a filled month has none, and each emptied seat is one at its own shift', () => {
    fc.assert(
      fc.property(months, fc.nat(), fc.boolean(), (month, pick, leader) => {
        const roster = filled(month)
        expect(gapsOfRoster(roster, forEver)).toEqual([])
        const at = pick % roster.entries.length
        const entries = roster.entries.map((entry, n) =>
          n === at ? { ...entry, ...(leader ? { leader: null } : { officers: [] }) } : entry,
        )
        expect(gapsOfRoster({ ...roster, entries }, forEver)).toMatchObject([
          {
            day: entries[at]?.day,
            start: entries[at]?.start,
            lacks: [{ seat: leader ? 'leader' : 'officer', why: 'nobody' }],
          },
        ])
      }),
    )
  })
  test('who leaves his post in the middle of the month leaves a gap from then on', () => {
    const until = '2026-03-16T00:30:00.000Z'
    const holdings = forEver.map((one) => (one.person === 'a' ? { ...one, until } : one))
    const gaps = gapsOfRoster(filled('2026-03'), holdings)
    expect(gaps.map(({ day, start }) => `${day} ${start}`).slice(0, 2)).toEqual([
      '2026-03-16 08:30',
      '2026-03-17 08:30',
    ])
    expect(gaps[0]?.lacks).toEqual([{ seat: 'leader', why: 'left', person: 'a' }])
  })
})

describe('what is entered', () => {
  const faults = (change: Partial<Roster>, more: Partial<typeof known> = {}) =>
    rosterFaults({ ...filled('2026-02'), ...change }, { ...known, ...more }).map(({ kind }) => kind)
  const entry = { day: '2026-02-03', start: '08:30', leader: 'a', officers: ['c'] }
  test('as a whole month is taken, and an empty one too', () => {
    fc.assert(
      fc.property(months, someStarts, (month, starts) => {
        expect(rosterFaults(filled(month, starts), known)).toEqual([])
        expect(rosterFaults(emptyRoster(month, starts), known)).toEqual([])
      }),
    )
  })
  test('names a day of another month, a 31 February, an unknown shift, or one twice', () => {
    expect(faults({ entries: [{ ...entry, day: '2026-02-31' }] })).toEqual(['no-such-shift'])
    expect(faults({ entries: [{ ...entry, day: '2026-03-01' }] })).toEqual(['no-such-shift'])
    expect(faults({ entries: [{ ...entry, start: '09:00' }] })).toEqual(['no-such-shift'])
    expect(faults({ entries: [entry, entry] })).toEqual(['twice'])
    expect(faults({ starts: ['x'] })).toEqual(['starts'])
  })
  test('puts nobody on one shift twice, and nobody who does not hold the post', () => {
    expect(faults({ entries: [{ ...entry, officers: ['a'] }] })).toEqual(['double'])
    expect(faults({ entries: [{ ...entry, officers: ['c', 'c'] }] })).toEqual(['double'])
    expect(faults({ entries: [{ ...entry, leader: 'stranger' }] })).toEqual(['unfit'])
    const ended = forEver.map((one) => ({ ...one, until: '2026-02-02T00:00:00.000Z' }))
    expect(faults({ entries: [entry] }, { holdings: ended })).toEqual(['unfit', 'unfit'])
  })
  test('leaves what has begun as it was, and what is to come free', () => {
    const before = filled('2026-02')
    const at = '2026-02-10T00:30:00.000Z'
    const changed = (day: string) => ({
      ...before,
      entries: before.entries.map((one) => (one.day === day ? { ...one, leader: 'd' } : one)),
    })
    const judge = (roster: Roster, was: Roster | null = before) =>
      rosterFaults(roster, { before: was, holdings: forEver, at }).map(({ kind }) => kind)
    expect(judge(before)).toEqual([])
    expect(judge(changed('2026-02-11'))).toEqual([])
    expect(judge(changed('2026-02-09'))).toEqual(['past', 'past'])
    // The shift that begins at this very moment has begun.
    expect(judge(changed('2026-02-10'))).toEqual(['past'])
    expect(judge(filled('2026-02', ['08:00']))).toEqual(['past-starts'])
    // A first roster in the middle of a month says nothing of the days before.
    expect(judge(before, null)).toContain('past')
    const fromNow = { ...before, entries: before.entries.filter(({ day }) => day > '2026-02-10') }
    expect(judge(fromNow, null)).toEqual([])
  })
  test('a month is over with its last shift, not at midnight', () => {
    expect(isOver('2026-02', usualStarts, '2026-03-01T00:29:59.999Z')).toBe(false)
    expect(isOver('2026-02', usualStarts, '2026-03-01T00:30:00.000Z')).toBe(true)
  })
})

test('two versions differ by exactly the shifts that were changed', () => {
  fc.assert(
    fc.property(months, fc.nat(), (month, pick) => {
      const one = filled(month)
      expect(changesBetween(one, one)).toEqual([])
      const at = pick % one.entries.length
      const other = {
        ...one,
        entries: one.entries.map((entry, n) => (n === at ? { ...entry, officers: ['d'] } : entry)),
      }
      expect(changesBetween(one, other)).toMatchObject([
        { day: one.entries[at]?.day, start: one.entries[at]?.start },
      ])
    }),
  )
})

test('who keeps the duty elsewhere at that time clashes, also over midnight', () => {
  const only = (start: string, day = '2026-03-02'): Roster => ({
    month: '2026-03',
    starts: start === '00:00' ? ['00:00', '06:00'] : usualStarts,
    entries: [{ day, start, leader: null, officers: ['c'] }],
  })
  const clash = (wanted: Roster, other: Roster) =>
    clashesWith(wanted, { own: [], others: [other] }, early).length
  expect(clash(only('08:30'), only('08:30'))).toBe(1)
  expect(clash(only('08:30'), only('17:30'))).toBe(0)
  expect(clash(only('00:00', '2026-03-03'), only('17:30'))).toBe(1)
  expect(clash(only('00:00'), only('17:30'))).toBe(0)
  expect(
    clashesWith(only('08:30'), { own: [], others: [only('08:30')] }, '2026-03-05T00:00:00.000Z'),
  ).toEqual([])
})

test('the last night of a month that another month lengthens clashes with a morning elsewhere', () => {
  const kept = (month: string, starts: string[], day: string, start: string): Roster => {
    const { entries, ...roster } = emptyRoster(month, starts)
    return {
      ...roster,
      entries: entries.map((one) =>
        one.day === day && one.start === start ? { ...one, officers: ['c'] } : one,
      ),
    }
  }
  const july = kept('2026-07', usualStarts, '2026-07-31', '17:30')
  const august = emptyRoster('2026-08', ['12:00', '20:00'])
  const others = [kept('2026-08', usualStarts, '2026-08-01', '08:30')]
  const clash = { person: 'c', shift: { day: '2026-07-31', start: '17:30' } }
  expect(clashesWith(july, { own: [], others }, early)).toEqual([])
  expect(clashesWith(july, { own: [august], others }, early)).toEqual([clash])
  expect(clashesWith(august, { own: [july], others }, early)).toEqual([clash])
  expect(clashesWith(emptyRoster('2026-08', usualStarts), { own: [july], others }, early)).toEqual(
    [],
  )
})
