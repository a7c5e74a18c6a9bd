// How do the kept fines become the table of a period and the list behind a figure?
import type {
  DecidedFineView,
  DiscretionFigures,
  DiscretionView,
} from '../../contract/supervision/discretion.ts'
import { withScope } from '../../db/scope.ts'
import {
  type DiscretionQuery,
  type DiscretionRow,
  type DiscretionSums,
  type FineHit,
  type FinesQuery,
  readDiscretion,
  readDiscretionCauses,
  readDiscretionRun,
  readFines,
} from '../../db/statistics/discretion-reads.ts'
import { type Region, regionsBelow } from '../../domain/organisation/regions.ts'
import { fewestTelling, shareFrom } from '../../domain/penalties/deviation.ts'
import { choosablePeriods, type Period, periodOf } from '../../domain/statistics/period.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { Deps, Variables } from '../http/deps.ts'
import { invalid } from '../http/input.ts'
import { officeName, regionName } from '../reading/names.ts'
import { supervisedPlace, supervisedRegions } from './supervised-place.ts'

type Asked = {
  region?: string | undefined
  period?: string | undefined
  cause?: string | undefined
}
type Span = { place: Region; period: Period; wanted: DiscretionQuery }

/** Where and when; unless asked otherwise the widest region of the reader, and this year. */
export const spanAsked = (asker: Variables, { region, period: id, cause }: Asked): Span => {
  const place = supervisedPlace(asker, region)
  const today = civilDate(asker.at)
  const period = periodOf(id || today.slice(0, 4))
  if (period === null || period.first > today)
    throw invalid([{ path: 'period', message: 'a quarter or year that has begun' }])
  const { first, last } = period
  return {
    place,
    period,
    wanted: { below: regionsBelow(place), first, last, cause: cause || null },
  }
}

export const discretionView = async (
  deps: Deps,
  asker: Variables,
  query: Asked,
): Promise<DiscretionView> => {
  const { place, period, wanted } = spanAsked(asker, query)
  const [rows, choices, computedAt] = await withScope(
    deps.connection.pool,
    asker.scope,
    async (tx) => [
      await readDiscretion(tx, wanted, fewestTelling),
      await readDiscretionCauses(tx, wanted),
      await readDiscretionRun(tx),
    ],
  )
  return {
    region: placed(place),
    regions: supervisedRegions(asker).map(placed),
    period: named(period),
    periods: choosablePeriods(civilDate(asker.at)).map(named),
    first: period.first,
    last: period.last,
    computedAt,
    cause: wanted.cause,
    choices,
    total: figuresIn(rows.find(({ of }) => of === 'all') ?? nothing),
    offices: rows.filter(({ of }) => of === 'office').map(officeOf),
    causes: rows
      .filter(({ of }) => of === 'cause')
      .map((row) => ({ number: row.cause, name: row.causeName, ...figuresIn(row) })),
  }
}

const placed = (code: string) => ({ code, name: regionName(code) })
const named = ({ id, words }: Period) => ({ id, words })
const officeOf = (row: DiscretionRow) => ({
  office: row.office,
  name: row.office === null ? null : officeName(row.office),
  region: placed(row.region ?? ''),
  ...figuresIn(row),
})

const nothing: DiscretionSums = {
  decisions: 0,
  fined: 0,
  below: 0,
  within: 0,
  above: 0,
  departures: 0,
  fromMiddle: null,
  spread: null,
  compared: 0,
  fromLike: null,
}

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1_000) / 1_000

const figuresIn = (sums: DiscretionSums): DiscretionFigures => {
  const { decisions, fined, below, within, above, departures, compared } = sums
  return {
    decisions,
    fined,
    below,
    within,
    above,
    departures,
    compared,
    fromMiddle: rounded(sums.fromMiddle),
    spread: rounded(sums.spread),
    fromLike: compared < fewestTelling ? null : rounded(sums.fromLike),
    few: below + within + above < fewestTelling,
  }
}

export const finesPage = async (deps: Deps, asker: Variables, query: FinesQuery) => {
  const page = await withScope(deps.connection.pool, asker.scope, (tx) => readFines(tx, query))
  const items = page.rows.map((hit) => fineView(deps, hit))
  return { items, cursor: page.cursor, total: page.total, revision: 0 }
}

const fineView = (deps: Deps, hit: FineHit): DecidedFineView => {
  const { step, rangeFrom, rangeTo, likeCases } = hit
  const likeMedian = likeCases < fewestTelling ? null : hit.likeMedian
  return {
    id: hit.caseId,
    number: hit.number,
    title: hit.title,
    enterprise: hit.enterprise,
    person: hit.party === 0 ? null : hit.party,
    region: regionName(hit.region),
    office: hit.office === null ? null : officeName(hit.office),
    day: hit.day,
    fine: hit.fine,
    cause: hit.causeName ?? hit.cause,
    step: step === null ? null : stepNamed(deps, hit.process, step),
    range: rangeFrom === null || rangeTo === null ? null : { from: rangeFrom, to: rangeTo },
    position: hit.position,
    fromMiddle: rounded(hit.fromMiddle),
    departure: hit.departure,
    likeCases,
    likeMedian,
    fromLike: rounded(shareFrom(likeMedian, hit.fine)),
  }
}

const stepNamed = ({ processes }: Deps, process: string, step: string) =>
  processes[process]?.discretion?.steps[step] ?? null
