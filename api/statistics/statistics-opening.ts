// Which sheet opens where nobody has named a period?
import { withScope } from '../../db/scope.ts'
import { readNewestDay } from '../../db/statistics/counted-cases.ts'
import { lastQuarter, quarterOfDay } from '../../domain/statistics/period.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { Deps, Variables } from '../http/deps.ts'
import { type PlaceQuery, type Sheet, sheetFor } from './statistics-place.ts'
import { bringUpToDate } from './statistics-reading.ts'

/** The quarter that ended last, for which a report is due; where nothing is counted in it, the newest one that has something. */
export const openingSheet = async (
  deps: Deps,
  asker: Variables,
  query: PlaceQuery,
): Promise<Sheet> => {
  if (query.period !== '') return sheetFor(deps, asker, query)
  const today = civilDate(asker.at)
  const due = await sheetFor(deps, asker, { ...query, period: lastQuarter(today) })
  await bringUpToDate(deps, due)
  const newest = await withScope(deps.connection.pool, asker.scope, (tx) =>
    readNewestDay(tx, due.counted, today),
  )
  return newest === null ? due : sheetFor(deps, asker, { ...query, period: quarterOfDay(newest) })
}
