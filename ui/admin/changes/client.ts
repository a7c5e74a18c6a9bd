// What do the pages of changes ask of the server?
import type { DifferenceView, DryRunView, EnterableRule, MoveRow, ProposalRow, ProposalView } from '../../../contract/change/changes.ts'
import type { Proposed } from '../../../domain/change/change.ts'
import { get, request } from '../../client/client.ts'

const base = '/api/changes'
export type Wanted = { proposed: Proposed; reason: string }
export type Deciding = 'approval' | 'rejection' | 'withdrawal'
export type About = 'calendar' | 'rule'
type Part<Item> = { items: Item[]; cursor: string | null }

export const changeApi = {
  list: (about: About) => get<{ items: ProposalRow[] }>(base, { about }),
  one: (id: string) => get<ProposalView>(`${base}/${id}`),
  enterable: () => get<{ items: EnterableRule[] }>(`${base}/rules`),
  moves: (id: string, cursor: string | null) => get<Part<MoveRow>>(`${base}/${id}/moves`, { cursor, limit: 200 }),
  differences: (id: string, cursor: string | null) => get<Part<DifferenceView>>(`${base}/${id}/differences`, { cursor, limit: 200 }),
  preview: (wanted: Wanted, signal: AbortSignal) => request<DryRunView>('POST', `${base}/preview`, wanted, {}, signal),
  propose: (wanted: Wanted, key: string) => request<ProposalView>('POST', base, wanted, { 'idempotency-key': key }),
  again: (id: string) => request<ProposalView>('POST', `${base}/${id}/preview`, {}),
  decide: (id: string, what: Deciding, reason: string) => request<ProposalView>('POST', `${base}/${id}/${what}`, { reason }),
}

export const changeQueries = {
  list: (about: About) => ({ queryKey: ['changes', about], queryFn: () => changeApi.list(about), refetchOnMount: 'always' as const }),
  one: (id: string) => ({ queryKey: ['changes', 'one', id], queryFn: () => changeApi.one(id), refetchOnMount: 'always' as const }),
  enterable: () => ({ queryKey: ['changes', 'rules'], queryFn: changeApi.enterable }),
}

/** What a change touches is asked for again. */
export const touchedByChanges = [['changes'], ['calendars'], ['rule-book']]
