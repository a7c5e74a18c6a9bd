// How does the page of bottlenecks read its figures, and how is a figure shown?

import type { Accessor } from 'solid-js'
import type { FlowCell, FlowView } from '../../../contract/supervision/supervision.ts'
import { fill } from '../../../domain/language/words.ts'
import { addDays, weekday } from '../../../domain/time/days.ts'
import { askFlow } from '../../client/supervision.ts'
import { t } from '../../client/words.ts'
import { useQuery } from '../../reading/query.ts'
import { today } from '../../screen/time.ts'
import { flowWords as w } from './flow-words.ts'

export const metrics = ['median', 'p90', 'paused', 'returns', 'n'] as const
export type Metric = (typeof metrics)[number]
export const periods = [12, 26, 52] as const
export type FlowFilters = { process: string; region: string; weeks: number }

/** The week this is, and the first of so many. */
const spanOf = (weeks: number) => {
  const monday = addDays(today(), -((weekday(today()) + 6) % 7))
  return { from: addDays(monday, -7 * (weeks - 1)), to: monday }
}

export const useFlow = (filters: Accessor<FlowFilters>) =>
  useQuery(() => {
    const { process, region, weeks } = filters()
    return {
      queryKey: ['flow', process, region, weeks],
      queryFn: () => askFlow({ process, region, ...spanOf(weeks) }),
      placeholderData: (before: FlowView | undefined) =>
        before?.process.id === process ? before : undefined,
      staleTime: 60_000,
    }
  })

const measured: Record<Metric, (cell: FlowCell) => number> = {
  median: ({ median }) => median,
  p90: ({ p90 }) => p90,
  paused: ({ pausedShare }) => pausedShare,
  returns: ({ returns, n }) => (n === 0 ? 0 : returns / n),
  n: ({ n }) => n,
}

export const amountOf = (metric: Metric, cell: FlowCell): number => measured[metric](cell)

export const inDays = (days: number): string =>
  days >= 100 ? String(Math.round(days)) : (Math.round(days * 10) / 10).toFixed(1)

/** A figure as it stands in a cell; too few stays show their number only. */
export const figure = (metric: Metric, cell: FlowCell): string => {
  if (metric === 'n') return String(cell.n)
  if (cell.few) return t(fill(w.few, { n: cell.n }))
  const value = amountOf(metric, cell)
  return metric === 'median' || metric === 'p90' ? inDays(value) : `${Math.round(value * 100)}%`
}

/** Five steps of one hue by the share of the largest value shown; 0 = no shade. */
export const shadeOf = (metric: Metric, cell: FlowCell, largest: number): number =>
  cell.few || largest <= 0 ? 0 : Math.min(5, Math.ceil((amountOf(metric, cell) / largest) * 5))

export const largestOf = (metric: Metric, cells: FlowCell[]): number =>
  Math.max(0, ...cells.filter(({ few }) => !few).map((cell) => amountOf(metric, cell)))
