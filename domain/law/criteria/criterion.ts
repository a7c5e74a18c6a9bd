// What is a criterion of a major hazard (重大事故隐患), and in which norm of which sector does it stand?

import { type Text, text } from '../../language/words.ts'
import type { Day } from '../../time/days.ts'
import type { Confidence } from '../rules/rule.ts'

export type SectorNorm = { name: Text; number: Text; from: Day; confidence: Confidence }

/** `direct`: one is enough. `counted`: several together, as the sector's combinations say (综合判定). */
export type Weight = 'direct' | 'counted'

/** `article` is written as in a citation: '4(1)', '7.3.2', '4.2 a)'. `group` is the chapter; `words` paraphrase, the norm's own text decides. */
export type Criterion = {
  code: string
  group: Text
  words: Text
  article: string
  weight: Weight
  confidence: Confidence
}

/** Kinds of place that a combination tells apart. */
export const places = {
  crowded: text('人员密集场所', 'Crowded place'),
  flammable: text('易燃易爆危险品场所', 'Place with flammable or explosive goods'),
  important: text('重要场所', 'Important place'),
  other: text('其他场所', 'Other place'),
} as const satisfies Record<string, Text>
export type Place = keyof typeof places

/** So many counted criteria in such a place are major together; `among` null: any of them. */
export type Combination = {
  places: Place[]
  among: string[] | null
  atLeast: number
  article: string
  confidence: Confidence
}

export type Sector = {
  sector: string
  words: Text
  norm: SectorNorm
  /** The last day of the norm, when its repeal is known. */
  to: Day | null
  /** A newer norm whose text is not loaded: from its first day the old criteria only suggest. */
  next: SectorNorm | null
  criteria: Criterion[]
  /** 综合判定 is possible. */
  combined: boolean
  combinations: Combination[]
}

type Rows = readonly (readonly [zh: string, en: string])[]

/** The numbered items of one article or chapter: codes `<prefix>.1`, `<prefix>.2` … are stable, new ones go to the end. */
export const section = (
  prefix: string,
  group: Text,
  article: (item: number) => string,
  confidence: Confidence,
  rows: Rows,
  weight: Weight = 'direct',
): Criterion[] =>
  rows.map(([zh, en], index) => ({
    code: `${prefix}.${index + 1}`,
    group,
    words: text(zh, en),
    article: article(index + 1),
    weight,
    confidence,
  }))

/** Items lettered a), b), c) in a standard. */
export const lettered =
  (clause: string) =>
  (item: number): string =>
    `${clause} ${String.fromCharCode(96 + item)})`

/** A sector that knows direct criteria only, under a norm without end. */
export const directOnly = (
  sector: string,
  words: Text,
  norm: SectorNorm,
  criteria: Criterion[],
  next: SectorNorm | null = null,
): Sector => ({
  sector,
  words,
  norm,
  to: null,
  next,
  criteria,
  combined: false,
  combinations: [],
})
