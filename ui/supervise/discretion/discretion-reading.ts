// How does the page of the deviation of fines read its figures?
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
