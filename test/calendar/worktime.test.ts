// How much working time lies between two moments, and on which day has so much passed?
import { expect, test } from 'vitest'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { withOverride } from '../../domain/time/imports.ts'
import { workClock } from '../../domain/time/worktime.ts'

/** What was reckoned once is kept with the calendars: each question is put to new ones. */
const fresh = (region?: string) => workClock({ ...decreeCalendars }, region)
/** A moment in Beijing. */
const at = (day: string, time: string) => new Date(`${day}T${time}+08:00`).toISOString()
const between = (from: [string, string], to: [string, string]) => {
  const clock = fresh()
  return clock.at(at(...to)) - clock.at(at(...from))
}
const [friday, monday, tuesday] = ['2026-03-06', '2026-03-09', '2026-03-10']

test('a working day is one from half past eight to half past five, and its parts are parts of it', () => {
  expect(between([monday, '08:30'], [monday, '17:30'])).toBeCloseTo(1, 9)
  expect(between([monday, '08:30'], [monday, '13:00'])).toBeCloseTo(0.5, 9)
  expect(between([monday, '13:00'], [tuesday, '13:00'])).toBeCloseTo(1, 9)
})

test('before and after office hours, at the weekend and on holidays the time stands still', () => {
  expect(between([monday, '00:00'], [monday, '08:30'])).toBeCloseTo(0, 9)
  expect(between([friday, '17:30'], [monday, '08:30'])).toBeCloseTo(0, 9)
  expect(between([friday, '23:59'], [monday, '00:01'])).toBeCloseTo(0, 9)
  expect(between(['2026-02-16', '09:00'], ['2026-02-20', '18:00'])).toBeCloseTo(0, 9)
})

test('the day on which so much has passed is the next one where the day is full, the earliest is the full day itself', () => {
  const clock = fresh()
  const noon = clock.at(at(friday, '12:00'))
  expect([clock.earliest(noon), clock.day(noon)]).toEqual([friday, friday])
  const evening = clock.at(at(friday, '17:30'))
  expect([clock.earliest(evening), clock.day(evening)]).toEqual([friday, monday])
})

test('nothing is known before 2010: the first working day stands for what lies before it', () => {
  const clock = fresh()
  expect(clock.at(at('2009-12-31', '12:00'))).toBe(0)
  expect(clock.at(at('2010-01-01', '12:00'))).toBe(0)
  expect([clock.day(-5), clock.earliest(-5)]).toEqual(['2010-01-04', '2010-01-04'])
  expect(clock.day(0)).toBe('2010-01-04')
})

test('a clock is made once for calendars and region', () => {
  const clock = workClock(decreeCalendars)
  expect(workClock(decreeCalendars)).toBe(clock)
  expect(workClock(decreeCalendars, '330881')).not.toBe(clock)
  expect(workClock(decreeCalendars, '330881')).toBe(workClock(decreeCalendars, '330881'))
  expect(workClock({ ...decreeCalendars })).not.toBe(clock)
})

test('a day that one region has off stands still there, and nowhere else', () => {
  const off = { region: '330881', off: [monday], work: [], decree: '试验', source: '试验' }
  const calendars = withOverride(decreeCalendars, off as never)
  const passed = (region?: string) => {
    const clock = workClock({ ...calendars }, region)
    return clock.at(at(monday, '18:00')) - clock.at(at(monday, '08:00'))
  }
  expect([passed('330881'), passed('330802'), passed()]).toEqual([0, 1, 1])
})
