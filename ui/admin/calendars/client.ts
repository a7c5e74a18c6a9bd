// What does the page of the calendars ask of the server?
import type { Proposed } from '../../../domain/calendar/published.ts'
import type {
  CalendarsView,
  DifferenceView,
  DryRunView,
  MoveRow,
  ProposalRow,
  ProposalView,
  YearView,
} from '../../../domain/calendar/views.ts'
import { get, request } from '../../client.ts'

const base = '/api/calendars'
export type Wanted = { proposed: Proposed; reason: string }
export type Deciding = 'approval' | 'rejection' | 'withdrawal'
type Part<Item> = { items: Item[]; cursor: string | null }

export const calendarApi = {
  calendars: () => get<CalendarsView>(base),
  year: (year: number, region: string) => get<YearView>(`${base}/${year}`, { region }),
  proposals: () => get<{ items: ProposalRow[] }>(`${base}/proposals`),
  proposal: (id: string) => get<ProposalView>(`${base}/proposals/${id}`),
  moves: (id: string, cursor: string | null) => get<Part<MoveRow>>(`${base}/proposals/${id}/moves`, { cursor, limit: 200 }),
  differences: (id: string, cursor: string | null) =>
    get<Part<DifferenceView>>(`${base}/proposals/${id}/differences`, { cursor, limit: 200 }),
  preview: (wanted: Wanted, signal: AbortSignal) => request<DryRunView>('POST', `${base}/proposals/preview`, wanted, {}, signal),
  propose: (wanted: Wanted, key: string) => request<ProposalView>('POST', `${base}/proposals`, wanted, { 'idempotency-key': key }),
  again: (id: string) => request<ProposalView>('POST', `${base}/proposals/${id}/preview`, {}),
  decide: (id: string, what: Deciding, reason: string) => request<ProposalView>('POST', `${base}/proposals/${id}/${what}`, { reason }),
}

export const calendarQueries = {
  calendars: () => ({ queryKey: ['calendars'], queryFn: calendarApi.calendars }),
  year: (year: number, region: string) => ({
    queryKey: ['calendars', 'year', year, region],
    queryFn: () => calendarApi.year(year, region),
  }),
  proposals: () => ({ queryKey: ['calendars', 'proposals'], queryFn: calendarApi.proposals, refetchOnMount: 'always' as const }),
  proposal: (id: string) => ({
    queryKey: ['calendars', 'proposal', id],
    queryFn: () => calendarApi.proposal(id),
    refetchOnMount: 'always' as const,
  }),
}
