// How is the ledger of self-checks asked for and written?
import type { LedgerPage, LedgerRow } from '../../contract/self-check/self-checks.ts'
import { get, request } from '../client/client.ts'

export const askLedger = (query: { enterprise: string | undefined; cursor?: string | null }) => get<LedgerPage>('/api/self-checks', query)
export const askSelfCheck = (id: string) => get<LedgerRow>(`/api/self-checks/${encodeURIComponent(id)}`)
export const keepSelfCheck = (entry: Record<string, unknown>, key: string) =>
  request<LedgerRow>('POST', '/api/self-checks', entry, { 'idempotency-key': key })
