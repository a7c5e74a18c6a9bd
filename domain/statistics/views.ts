// In which form do statistics reach a screen, a file and other programs?

import type { Text } from '../language/words.ts'
import type { FigureKind } from '../model/statistics-definition.ts'
import type { Day } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'
import type { Values } from './figures.ts'
import type { ReportStatus, StepAct } from './reports.ts'

/** `behind`: whether the cases behind it can be listed. */
export type FigureView = {
  id: string
  group: string
  kind: FigureKind
  words: Text
  how: Text
  value: number | null
  quiet: boolean
  behind: boolean
}

export type PeriodView = { id: string; kind: 'quarter' | 'year'; first: Day; last: Day; words: Text }
export type PlaceName = { code: string; name: Text }

export type StepView = { act: StepAct; words: Text; by: string; onBehalfOf: string | null; at: Instant; reason: string }

/** A figure that has changed since it was signed, case by case, with what was recorded afterwards. */
export type DifferenceView = {
  figure: string
  words: Text
  was: number | null
  now: number | null
  cases: {
    id: string
    number: string | null
    was: number
    now: number
    causes: { words: Text; occurredAt: Instant; recordedAt: Instant }[]
  }[]
}

export type ReportView = {
  id: string
  version: number
  status: ReportStatus
  statusWords: Text
  hash: string
  remarks: string
  values: Values
  parts: Record<string, Values>
  signedBy: string
  signedAt: Instant
  steps: StepView[]
  differences: DifferenceView[]
  /** Older versions that this one supersedes, newest first. */
  earlier: { id: string; version: number; hash: string; signedBy: string; signedAt: Instant }[]
}

export type PartView = PlaceName & {
  values: Values
  report: { status: ReportStatus; words: Text; version: number | null; at: Instant | null }
}

export type StatisticsView = {
  process: { id: string; title: Text }
  title: Text
  law: string
  region: PlaceName
  enterprise: { id: string; name: string } | null
  period: PeriodView
  asOf: Day
  ended: boolean
  due: { date: Day; overdue: boolean; provisional: boolean }
  /** Some cases have moved and are not counted yet. */
  behind: boolean
  /** Names the figures shown; a signature repeats it. */
  hash: string
  groups: { id: string; words: Text }[]
  figures: FigureView[]
  parts: PartView[]
  report: ReportView | null
  may: { sign: boolean; submit: boolean; return: boolean }
  regions: PlaceName[]
  periods: PeriodView[]
}

/** `id` null: the case lies elsewhere by now. */
export type BehindRow = {
  key: string
  id: string | null
  number: string | null
  title: string | null
  enterprise: string | null
  state: Text | null
  n: number
  day: Day
}
export type BehindPage = { figure: Text; items: BehindRow[]; cursor: string | null; total: number; revision: number }

export type EnterpriseRow = {
  id: string
  name: string
  status: ReportStatus
  words: Text
  version: number | null
  at: Instant | null
  late: boolean
}
export type EnterprisePage = {
  period: PeriodView
  due: { date: Day; overdue: boolean; provisional: boolean }
  counts: { status: ReportStatus; words: Text; n: number }[]
  items: EnterpriseRow[]
  cursor: string | null
  total: number
  revision: number
}
