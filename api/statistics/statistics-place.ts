// Whose statistics are asked for, of which period, and may the reader see them?
import { readEnterprise } from '../../db/organisation/directory-reads.ts'
import { withScope } from '../../db/scope.ts'
import type { Counted, Span } from '../../db/statistics/counted-cases.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type {
  FigureDefinition,
  StatisticsDefinition,
} from '../../domain/model/statistics-definition.ts'
import { type Region, regionsBelow } from '../../domain/organisation/regions.ts'
import { selfCheckFigures, selfCheckGroup } from '../../domain/self-check/statistics.ts'
import { reportDue } from '../../domain/statistics/due.ts'
import { asOfDay, eveOf, hasEnded, type Period, periodOf } from '../../domain/statistics/period.ts'
import type { Place } from '../../domain/statistics/reports.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { Deps, Variables } from '../http/deps.ts'
import { invalid } from '../http/input.ts'

export type PlaceQuery = { process: string; region: string; enterprise: string; period: string }

/** A place within the reader's scope, and everything that counting it needs. */
export type Sheet = {
  process: ProcessDefinition
  statistics: StatisticsDefinition
  place: Place
  enterprise: { id: string; name: string } | null
  period: Period
  ended: boolean
  counted: Counted
  figures: FigureDefinition[]
  groups: StatisticsDefinition['groups']
}

const nowhere = (): never => {
  throw new DomainError('not-found')
}

/** Outside the reader's scope a place is nowhere (404). */
export const sheetFor = async (deps: Deps, asker: Variables, query: PlaceQuery): Promise<Sheet> => {
  const process =
    (Object.hasOwn(deps.processes, query.process) ? deps.processes[query.process] : undefined) ??
    nowhere()
  const statistics = process.statistics ?? nowhere()
  const { period, span, ended } = periodFor(asker, query.period)
  const enterprise = await enterpriseFor(deps, asker, query)
  const region = enterprise ? enterprise.region : regionFor(asker, query.region)
  const own = enterprise !== null
  return {
    process,
    statistics,
    period,
    ended,
    place: { process: process.id, region, enterprise: enterprise?.id ?? '', period: period.id },
    enterprise: enterprise && { id: enterprise.id, name: enterprise.name },
    counted: {
      process: process.id,
      below: regionsBelow(region),
      enterprise: enterprise?.id ?? null,
      span,
    },
    figures: own
      ? [...selfCheckFigures, ...statistics.figures.filter((one) => one.enterprise)]
      : statistics.figures,
    groups: own ? { ...selfCheckGroup, ...statistics.groups } : statistics.groups,
  }
}

const periodFor = (
  { at }: Variables,
  id: string,
): { period: Period; span: Span; ended: boolean } => {
  const [period, today] = [periodOf(id), civilDate(at)]
  if (period === null || period.first > today)
    throw invalid([{ path: 'period', message: 'a quarter or year that has begun' }])
  const { first, last } = period
  return {
    period,
    span: { first, last, eve: eveOf(period), asOf: asOfDay(period, today) },
    ended: hasEnded(period, today),
  }
}

/** People of an enterprise ask for their own and nothing else. */
const enterpriseFor = async (
  deps: Deps,
  { scope }: Variables,
  { enterprise, region }: PlaceQuery,
) => {
  const wanted = enterprise || (region === '' ? scope.owner : null)
  if (scope.owner !== null && (region !== '' || wanted !== scope.owner)) return nowhere()
  if (!wanted) return null
  return (
    (await withScope(deps.connection.pool, scope, (tx) => readEnterprise(tx, scope, wanted))) ??
    nowhere()
  )
}

/** The region asked for, or the widest one that the reader answers for. */
export const regionFor = ({ scope: { regions } }: Variables, region: string): Region => {
  if (region !== '') return regions.find((code) => code === region) ?? nowhere()
  return regions.toSorted((a, b) => regionsBelow(b).length - regionsBelow(a).length)[0] ?? nowhere()
}

/** The last day on which the report is in time. */
export const dueFor = async (
  deps: Deps,
  { at }: Variables,
  statistics: StatisticsDefinition,
  period: Period,
) => {
  const { date, provisional } = reportDue(statistics, period, await deps.books())
  return { date, overdue: civilDate(at) > date, provisional }
}
