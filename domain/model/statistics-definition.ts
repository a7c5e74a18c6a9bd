// What does a process declare of the figures that are counted of its cases, and of how its fines lie to their standard?

import type { Text } from '../language/words.ts'
import type { Region } from '../organisation/regions.ts'
import type { Day } from '../time/days.ts'
import type { StoredFact } from './chain.ts'

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
export type Entry = {
  figure: string
  seq: number
  region: Region
  stock: boolean
  day: Day
  until: Day | null
  n: number
}

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

export type ReadFact = Pick<
  StoredFact,
  'seq' | 'type' | 'occurredAt' | 'actor' | 'data' | 'before' | 'after'
>

/** `day`: the counting day, when it happened in Asia/Shanghai. */
export type CountedFact = ReadFact & { day: string }

/** The fine that a step of a standard leaves room for, both ends inclusive, in whole yuan. */
export type FineRange = { from: number; to: number }

/** A decision in force, as its office has made it. `range`: as the standard stood at the notice; null: no standard was named. */
export type DecidedFine = {
  seq: number
  /** Whom it punishes: 0 the enterprise of the case, else the further party of that number. */
  party: number
  day: Day
  /** The office of whoever has decided; null where the record names none. */
  office: string | null
  fine: number
  cause: { number: string; name: string; step: string } | null
  range: FineRange | null
  /** Why the fine lies outside the range. */
  departure: string | null
}

export type DiscretionDefinition = {
  /** Raised whenever cases must be read anew. */
  version: number
  /** What the steps of its standards are called. */
  steps: Readonly<Record<string, Text>>
  /** The fine that is planned, by what the chart remembers; null: none is yet. Total. */
  planned: (context: Record<string, unknown>) => number | null
  /** Types of fact that are looked at. */
  facts: readonly string[]
  /** By the facts in force of one case, one for each of its parties; none: nothing is decided, or no longer. Pure and total. */
  decided: (facts: CountedFact[]) => DecidedFine[]
}
