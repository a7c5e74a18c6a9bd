// How do counted figures, reports and differences become one page?

import type {
  FigureView,
  PartView,
  PeriodView,
  ReportView,
  StatisticsDifference,
  StatisticsStep,
  StatisticsView,
} from '../../contract/statistics/statistics.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { readRun, readSelfCheckSums, readSums } from '../../db/statistics/counted-cases.ts'
import { countingOf, refreshStatistics } from '../../db/statistics/statistics.ts'
import {
  type Difference,
  type Report,
  readDifferences,
  readLateFacts,
  readReports,
  readStandings,
  readSteps,
  type Standing,
  type Step,
} from '../../db/statistics/statistics-reports.ts'
import { text } from '../../domain/language/words.ts'
import { definitionOf } from '../../domain/model/process.ts'
import { type Region, regionsBelow } from '../../domain/organisation/regions.ts'
import { countedVerbs } from '../../domain/statistics/counted.ts'
import { addSums, type Sums, valuesOf } from '../../domain/statistics/figures.ts'
import { choosablePeriods, type Period } from '../../domain/statistics/period.ts'
import {
  type Frozen,
  reportStatuses,
  returningPost,
  sheetHash,
  signingPost,
  submittingPost,
} from '../../domain/statistics/reports.ts'
import { verbOf } from '../../domain/tasks/verbs.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { Deps, Variables } from '../http/deps.ts'
import { regionName } from '../reading/names.ts'
import { dueFor, type Sheet } from './statistics-place.ts'

const patienceMs = 3_000
const previewDifferences = 200

/** Figures as counted now. */
export type Current = { frozen: Frozen; run: number }

/** Brings the count up to date as far as patience goes; false when cases are still to be counted. */
export const bringUpToDate = async (
  { connection }: Deps,
  { process }: Pick<Sheet, 'process'>,
): Promise<boolean> => {
  const counting = countingOf(connection.db, process)
  return counting === null || !(await refreshStatistics(counting, patienceMs)).more
}

/** Sums of a place and of each of its counties, remembered until something is counted again. */
export type Memory = Map<string, { run: number; sums: Map<string, Sums> }>
const mostRemembered = 200

export const currentOf = async (
  tx: Pick<Reader, 'execute'>,
  sheet: Sheet,
  memory: Memory,
): Promise<Current> => {
  const { counted, place, figures, enterprise } = sheet
  const run = await readRun(tx, place.process)
  const key = JSON.stringify([place, counted.span])
  const known = memory.get(key)
  const sums = known?.run === run ? known.sums : await readSums(tx, counted)
  if (memory.size >= mostRemembered) memory.clear()
  if (!enterprise) memory.set(key, { run, sums })
  const own = enterprise ? [await readSelfCheckSums(tx, enterprise.id, counted.span)] : []
  const total = addSums([...own, ...sums.values()])
  const parts = enterprise
    ? []
    : regionsBelow(place.region).map(
        (code) => [code, valuesOf(figures, sums.get(code) ?? {})] as const,
      )
  return {
    run,
    frozen: {
      sums: total,
      values: valuesOf(figures, total),
      parts: parts.length > 1 ? Object.fromEntries(parts) : {},
    },
  }
}

export const viewOf = async (
  deps: Deps,
  asker: Variables,
  sheet: Sheet,
  memory: Memory,
): Promise<StatisticsView> => {
  const complete = await bringUpToDate(deps, sheet)
  const due = await dueFor(deps, asker, sheet.statistics, sheet.period)
  return withScope(deps.connection.pool, asker.scope, async (tx) => {
    const current = await currentOf(tx, sheet, memory)
    const [reports, standings] = [
      await readReports(tx, sheet.place),
      await readStandings(tx, sheet.place),
    ]
    const report = reports[0]
      ? await reportView(tx, sheet, reports[0], reports.slice(1), current)
      : null
    const { process, statistics, place, period, enterprise, ended, groups } = sheet
    return {
      process: { id: process.id, title: process.title },
      title: statistics.title,
      law: statistics.law,
      enterprise,
      ended,
      due,
      behind: !complete,
      report,
      region: { code: place.region, name: regionName(place.region) },
      period: periodView(period),
      asOf: sheet.counted.span.asOf,
      hash: sheetHash(place, current.frozen),
      groups: Object.entries(groups).map(([id, words]) => ({ id, words })),
      figures: figuresView(sheet, current.frozen),
      parts: partsView(current.frozen, standings),
      may: mayOf(asker, sheet, report),
      regions: asker.scope.regions.map((code) => ({ code, name: regionName(code) })),
      periods: choosablePeriods(civilDate(asker.at)).map(periodView),
    }
  })
}

export const periodView = ({ id, kind, first, last, words }: Period): PeriodView => ({
  id,
  kind,
  first,
  last,
  words,
})

const countable = new Set(['flow', 'stock', 'start'])

const figuresView = ({ figures, groups }: Sheet, { values }: Frozen): FigureView[] =>
  figures.map(({ id, group, kind, words, how, quiet = false }) => ({
    id,
    group,
    kind,
    words,
    how,
    quiet,
    value: values[id] ?? null,
    behind: countable.has(kind) && !(group === 'self-check' && 'self-check' in groups),
  }))

const partsView = ({ parts }: Frozen, standings: Standing[]): PartView[] =>
  Object.entries(parts).map(([code, values]) => {
    const found = standings.find(({ region }) => region === code)
    const status = found?.status ?? 'missing'
    const report = {
      status,
      words: reportStatuses[status],
      version: found?.version ?? null,
      at: found?.at ?? null,
    }
    return { code, name: regionName(code as Region), values, report }
  })

const mayOf = (
  { actor }: Variables,
  { place, ended }: Sheet,
  report: ReportView | null,
): StatisticsView['may'] => ({
  sign: ended && signingPost(actor, place) !== null,
  submit: report?.status === 'signed' && submittingPost(actor, place) !== null,
  return: report?.status === 'submitted' && returningPost(actor, place) !== null,
})

const stepWords = { ...reportStatuses }

const stepView = ({ act, byName, onBehalfOf, at, reason }: Step): StatisticsStep => ({
  act,
  words: stepWords[act],
  by: byName,
  onBehalfOf: onBehalfOf?.name ?? null,
  at,
  reason,
})

const reportView = async (
  tx: Reader,
  sheet: Sheet,
  report: Report,
  earlier: Report[],
  { frozen, run }: Current,
): Promise<ReportView> => {
  const steps = await readSteps(tx, report.id)
  const status = steps.at(-1)?.act ?? 'signed'
  const { id, version, hash, remarks, byName, at } = report
  return {
    id,
    version,
    hash,
    remarks,
    status,
    statusWords: reportStatuses[status],
    values: report.frozen.values,
    parts: report.frozen.parts,
    signedBy: byName,
    signedAt: at,
    steps: steps.map(stepView),
    differences: run === report.run ? [] : await differencesOf(tx, sheet, report, frozen),
    earlier: earlier.map((one) => ({
      id: one.id,
      version: one.version,
      hash: one.hash,
      signedBy: one.byName,
      signedAt: one.at,
    })),
  }
}

/** A figure is named with the cases that changed it; what divides others only shows its two values. */
const differencesOf = async (
  tx: Reader,
  sheet: Sheet,
  report: Report,
  now: Frozen,
): Promise<StatisticsDifference[]> => {
  const rows = await readDifferences(tx, report.id, sheet.counted, previewDifferences)
  const types = [...sheet.statistics.facts, ...countedVerbs]
  const late = await readLateFacts(
    tx,
    [...new Set(rows.map(({ caseId }) => caseId))],
    report.at,
    types,
  )
  const causesOf = (caseId: string) =>
    late
      .filter((fact) => fact.caseId === caseId)
      .map(({ type, occurredAt, recordedAt }) => ({
        words: wordsOf(sheet, type),
        occurredAt,
        recordedAt,
      }))
  const was = report.frozen.values
  return sheet.figures
    .filter(
      ({ id }) =>
        (was[id] ?? null) !== (now.values[id] ?? null) ||
        rows.some((row) => behindFigure(sheet, id, row)),
    )
    .map(({ id, words }) => ({
      figure: id,
      words,
      was: was[id] ?? null,
      now: now.values[id] ?? null,
      cases: rows
        .filter((row) => behindFigure(sheet, id, row))
        .map(({ caseId, number, was, now }) => ({
          id: caseId,
          number,
          was,
          now,
          causes: causesOf(caseId),
        })),
    }))
}

const behindFigure = ({ figures }: Sheet, id: string, { figure, part }: Difference): boolean => {
  const definition = figures.find((one) => one.id === id)
  if (definition?.kind === 'start')
    return part === 'start' && definition.of?.includes(figure) === true
  return figure === id && part === (definition?.kind === 'stock' ? 'end' : 'flow')
}

const wordsOf = ({ process }: Sheet, type: string) =>
  definitionOf(process, type)?.words ?? verbOf(type)?.words ?? text(type, type)
