// How does the page of the deviation of fines read its figures, and how is one shown?
import type { Accessor } from 'solid-js'
import type { DiscretionView } from '../../../contract/supervision/discretion.ts'
import { askDiscretion, type DiscretionFilters } from '../../client/supervision.ts'
import { useQuery } from '../../reading/query.ts'

export const standingNames = ['below', 'within', 'above', 'unchecked', 'departed'] as const
export type StandingName = (typeof standingNames)[number]

export const useDiscretion = (filters: Accessor<DiscretionFilters>) =>
  useQuery(() => ({
    queryKey: ['discretion', filters()],
    queryFn: () => askDiscretion(filters()),
    placeholderData: (before: DiscretionView | undefined) => before,
    staleTime: 60_000,
  }))

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
export const inYuan = (amount: number): string => grouped.format(amount)

/** With its sign, so that it does not rest on a colour; a dash where there is nothing to divide by. */
export const signedShare = (share: number | null): string => {
  if (share === null) return '–'
  const percent = Math.round(share * 100)
  return percent > 0 ? `+${percent}%` : percent < 0 ? `−${-percent}%` : '0%'
}
