// How far has a yearly plan come: planned, begun, made and late, by class, month and officer?
import type { VisitCourse } from '../model/register-definition.ts'
import { type Day, yearOf } from '../time/days.ts'
import type { ClassTotal, PlannedShare } from './selection.ts'

/** Visits by lot belong to no class of enterprises. */
export const byLot = 'random'

export type BegunVisit = { class: string; course: VisitCourse }

export type Progress = { planned: number; begun: number; made: number; late: number }

export type Completion = {
  whole: Progress
  classes: (Progress & { class: string })[]
  /** 1 to 12: for when they were begun, and when they were made. */
  months: { month: number; begun: number; made: number; late: number }[]
  officers: { certificate: string; made: number }[]
}

type Basis = {
  year: number
  totals: readonly ClassTotal[]
  shares: readonly PlannedShare[]
  begun: readonly BegunVisit[]
  today: Day
}

const isLate = ({ plannedOn, madeOn }: VisitCourse, today: Day): boolean =>
  madeOn === null && plannedOn !== null && plannedOn < today

/** What was called off has to be begun anew, and is as if it had not been; once the year is over, whatever was not made is late. */
const progressOf = (
  planned: number,
  courses: readonly VisitCourse[],
  { year, today }: Pick<Basis, 'year' | 'today'>,
): Progress => {
  const held = courses.filter(({ calledOff }) => !calledOff)
  const made = held.filter(({ madeOn }) => madeOn !== null).length
  const over = yearOf(today) > year
  const late = over ? Math.max(0, planned - made) : held.filter((one) => isLate(one, today)).length
  return { planned, begun: held.length, made, late }
}

const monthOf = (day: Day | null, year: number): number =>
  day !== null && yearOf(day) === year ? Number(day.slice(5, 7)) : 0

/** A pure function of plan and cases: whoever counts again finds the same. */
export const completionOf = (basis: Basis): Completion => {
  const { year, totals, shares, begun, today } = basis
  const random = shares.reduce((sum, { visits }) => sum + visits, 0)
  const planned = new Map([...totals.map((one) => [one.class, one.visits] as const)])
  if (random > 0) planned.set(byLot, random)
  for (const { class: name } of begun) if (!planned.has(name)) planned.set(name, 0)
  const coursesOf = (name: string) =>
    begun.filter((one) => one.class === name).map(({ course }) => course)
  const classes = [...planned].map(([name, count]) => ({
    class: name,
    ...progressOf(count, coursesOf(name), basis),
  }))
  const held = begun.map(({ course }) => course).filter(({ calledOff }) => !calledOff)
  const months = Array.from({ length: 12 }, (_, at) => {
    const here = held.filter(({ plannedOn }) => monthOf(plannedOn, year) === at + 1)
    return {
      month: at + 1,
      begun: here.length,
      made: held.filter(({ madeOn }) => monthOf(madeOn, year) === at + 1).length,
      late: here.filter((one) => isLate(one, today)).length,
    }
  })
  return { whole: sumOf(classes), classes, months, officers: officersOf(held) }
}

const sumOf = (all: readonly Progress[]): Progress =>
  all.reduce<Progress>(
    (sum, one) => ({
      planned: sum.planned + one.planned,
      begun: sum.begun + one.begun,
      made: sum.made + one.made,
      late: sum.late + one.late,
    }),
    { planned: 0, begun: 0, made: 0, late: 0 },
  )

const officersOf = (held: readonly VisitCourse[]): Completion['officers'] => {
  const counts = new Map<string, number>()
  for (const { madeOn, officers } of held)
    if (madeOn !== null)
      for (const one of new Set(officers)) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts]
    .map(([certificate, made]) => ({ certificate, made }))
    .sort((a, b) => b.made - a.made || (a.certificate < b.certificate ? -1 : 1))
}
