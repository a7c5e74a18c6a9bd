// What do the pages of the ladders ask of the server?
import type { LadderList, LadderPeriods, LadderProposalView, LadderView } from '../../../domain/case/ladder-views.ts'
import { get, request } from '../../client.ts'

const base = '/api/ladders'
export type WantedLadder = { rungs: { rung: string; n: number; tell: string[] }[]; order: string; reason: string }
export type Deciding = 'approval' | 'rejection' | 'withdrawal'

export const ladderApi = {
  propose: (process: string, clock: string, wanted: WantedLadder, key: string) =>
    request<LadderProposalView>('POST', `${base}/${process}/${clock}/proposals`, wanted, { 'idempotency-key': key }),
  decide: (id: string, what: Deciding, reason: string) =>
    request<LadderProposalView>('POST', `${base}/proposals/${id}/${what}`, { reason }),
}

export const ladderQueries = {
  list: () => ({ queryKey: ['ladders'], queryFn: () => get<LadderList>(base), refetchOnMount: 'always' as const }),
  one: (process: string, clock: string) => ({
    queryKey: ['ladders', process, clock],
    queryFn: () => get<LadderView>(`${base}/${process}/${clock}`),
    refetchOnMount: 'always' as const,
  }),
  periods: (process: string, clock: string, proposal: string, cursor: string | null) => ({
    queryKey: ['ladders', process, clock, 'periods', proposal, cursor],
    queryFn: () => get<LadderPeriods>(`${base}/${process}/${clock}/periods`, { proposal, cursor, limit: 50 }),
  }),
}
