// How do counts become the figures of a table?
import type { FigureDefinition } from '../model/statistics-definition.ts'

/** Sums per figure: in the period, before it, at its end. */
export type Sums = Record<string, { flow: number; start: number; end: number }>
export type Values = Record<string, number | null>

const nought = { flow: 0, start: 0, end: 0 }

export const addSums = (all: Sums[]): Sums => {
  const total: Sums = {}
  for (const one of all)
    for (const [figure, { flow, start, end }] of Object.entries(one)) {
      const before = total[figure] ?? nought
      total[figure] = {
        flow: before.flow + flow,
        start: before.start + start,
        end: before.end + end,
      }
    }
  return total
}

/** Every figure; null where nothing can be divided by. */
export const valuesOf = (figures: FigureDefinition[], sums: Sums): Values => {
  const values = countedOf(figures, sums)
  const known = (id: string) => values[id] ?? sumOf(sums, id).flow
  const all = (ids: string[] = []) => ids.reduce((total, id) => total + known(id), 0)
  for (const { id, kind, of, per } of figures) {
    if (kind !== 'ratio' && kind !== 'mean') continue
    values[id] = all(per) === 0 ? null : rounded(all(of) / all(per), kind === 'ratio' ? 4 : 1)
  }
  return values
}

const sumOf = (sums: Sums, id: string) => sums[id] ?? nought

/** The figures that are counted, not divided. */
const countedOf = (figures: FigureDefinition[], sums: Sums): Values => {
  const values: Values = {}
  for (const { id, kind, of = [] } of figures) {
    if (kind === 'flow') values[id] = sumOf(sums, id).flow
    if (kind === 'stock') values[id] = sumOf(sums, id).end
    if (kind === 'start') values[id] = of.reduce((total, one) => total + sumOf(sums, one).start, 0)
  }
  return values
}

const rounded = (value: number, places: number): number =>
  Math.round(value * 10 ** places) / 10 ** places
