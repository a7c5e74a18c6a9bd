// What is a figure, how is it said and counted, and how do counts become the figures of a table?

import type { Text } from '../language/words.ts'
import type { Region } from '../organisation/regions.ts'
import type { Day } from '../time/days.ts'
import type { CountedFact } from './counted.ts'

/**
 * `flow`: what happened in the period. `stock`: what stood at its end; `start`: what of `of` stood before it began.
 * `ratio`: sums of others over sums of others. `mean`: one sum over one count.
 */
export type FigureKind = 'flow' | 'stock' | 'start' | 'ratio' | 'mean'

export type FigureDefinition = {
  id: string
  group: string
  kind: FigureKind
  words: Text
  /** 口径: what is counted, when, and how often; read by whoever signs. */
  how: Text
  /** For `start` the stock; for `ratio` and `mean` what is above the line. */
  of?: string[]
  per?: string[]
  /** Also part of the table that an enterprise makes of itself. */
  enterprise?: true
  /** Shown only where it is not nought. */
  quiet?: true
}

/** One increment of one case: a flow on its day, or a stock from the end of `day` on until the end of `until`. */
export type Entry = { figure: string; seq: number; region: Region; stock: boolean; day: Day; until: Day | null; n: number }

export type StatisticsDefinition = {
  /** Raised whenever cases must be counted anew. */
  version: number
  title: Text
  law: string
  groups: Record<string, Text>
  figures: FigureDefinition[]
  /** Types of fact that the count looks at. */
  facts: string[]
  /** Rules by which a report is due. */
  due: { quarter: string; year: string }
  /** What one case adds, by its facts in force; independent of any period. Pure and total. */
  count: (facts: CountedFact[], region: Region) => Entry[]
}

/** Sums per figure: in the period, before it, at its end. */
export type Sums = Record<string, { flow: number; start: number; end: number }>
export type Values = Record<string, number | null>

const nought = { flow: 0, start: 0, end: 0 }

export const addSums = (all: Sums[]): Sums => {
  const total: Sums = {}
  for (const one of all)
    for (const [figure, { flow, start, end }] of Object.entries(one)) {
      const before = total[figure] ?? nought
      total[figure] = { flow: before.flow + flow, start: before.start + start, end: before.end + end }
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

const rounded = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places
