// What must forecasts show that are to be believed?
import { beforeAll, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../../domain/time/days.ts'
import { civilDate } from '../../../domain/time/instant.ts'
import type { Span } from '../../../domain/views/forecast/forecast.ts'
import { type Lawful, type Quality, qualityOf, type Tried } from './forecasting.ts'

/** Working days as the law gives them, five in seven days. */
const workdays = (many: number) => (many * 7) / 5

/** To accept, to decide, to deliver. */
export const ofLicence: Lawful = () => workdays(5 + 30 + 10)
/** A day to verify, the days that the first order gives (thirty, where none was needed), ten to look again. */
export const ofHazard: Lawful = ({ record }) => {
  const order = record.obligations.find(({ clock }) => clock === 'rectification')
  return 11 + (order ? daysBetween(order.start, order.due) : 30)
}
/** As of a licence, with 45 days for the conditions and 20 for a design; how long an acceptance is supervised no law says. */
export const ofProject: Lawful = (_, { stays }) => {
  const [, phase = ''] = (stays[0]?.state ?? '').split('.')
  const review = { conditions: 45, design: 20, change: 20 }[phase]
  return review === undefined ? null : workdays(5 + review + 10)
}

/** Which part at least holds its end, and how wide half of them are at most, as a part of the legal period. */
type Wanted = { held: number; widest: number }
const isGood = ({ stated, covered, width }: Quality, { held, widest }: Wanted): boolean =>
  stated >= 0.9 && covered >= held && width <= widest

/** Promises everything in half the time; and promises nothing at all. */
const spoiled = (all: Tried[], spoil: (span: Span, today: string) => Span): Tried[] =>
  all.map((one) =>
    one.made?.end
      ? { ...one, made: { ...one.made, end: spoil(one.made.end, civilDate(one.at)) } }
      : one,
  )
const hopeful = (span: Span, today: string): Span => {
  const half = (day: string) => addDays(today, Math.floor(daysBetween(today, day) / 2))
  return { ...span, earliest: half(span.earliest), latest: half(span.latest) }
}
const timid = (span: Span): Span => ({
  ...span,
  earliest: addDays(span.earliest, -200),
  latest: addDays(span.latest, 200),
})

/** The tests of one office's forecasts. */
export const itIsCalibrated = (
  make: () => Tried[],
  wanted: Wanted = { held: 0.9, widest: 0.5 },
): void => {
  let all: Tried[] = []
  beforeAll(() => {
    all = make()
  }, 120_000)

  test(`of all forecasts ${wanted.held} hold the real end, in a median range of at most ${wanted.widest} of the legal period`, () => {
    const quality = qualityOf(all)
    console.log(`${all.length} forecasts: ${JSON.stringify(quality)}`)
    expect(isGood(quality, wanted), JSON.stringify(quality)).toBe(true)
  })
  test.each(['opened', 'under way', 'returned'] as const)(
    'so do those made when the case is %s',
    (when) => {
      const made = all.filter((one) => one.when === when)
      const quality = qualityOf(made)
      console.log(`${when}: ${made.length}, ${JSON.stringify(quality)}`)
      // Of few, chance takes some: a forecaster that holds 90 % of the time falls below this once in fifty times.
      expect(quality.covered).toBeGreaterThanOrEqual(
        0.9 - 2.05 * Math.sqrt((0.9 * 0.1) / made.length),
      )
    },
  )
  test('after a return the step is told to be run again', () => {
    const made = all.filter(({ when }) => when === 'returned').map((one) => one.made)
    expect(made.length).toBeGreaterThan(0)
    expect(made.every((one) => one?.steps[0]?.again)).toBe(true)
  })
  test('a forecaster that is too hopeful, or says nothing, is found out', () => {
    const [early, empty] = [qualityOf(spoiled(all, hopeful)), qualityOf(spoiled(all, timid))]
    expect([early.covered < 0.7, isGood(early, wanted)]).toEqual([true, false])
    expect([empty.covered, empty.width > wanted.widest, isGood(empty, wanted)]).toEqual([
      1,
      true,
      false,
    ])
  })
}
