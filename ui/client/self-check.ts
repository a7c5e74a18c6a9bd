// How is the ledger of self-checks asked of the server and written?
import { addressOfRoute, ask } from './asking.ts'

export const askLedger = (query: { enterprise: string | undefined; cursor?: string | null }) =>
  ask('GET /api/self-checks', { query })
export const askSelfCheck = (id: string) => ask('GET /api/self-checks/{id}', { path: { id } })
export const keepSelfCheck = (body: Record<string, unknown>, key: string) =>
  ask('POST /api/self-checks', { body, key })
export const ledgerAddress = (
  format: 'xlsx' | 'csv',
  lang: 'zh' | 'en',
  enterprise: string | undefined,
) => addressOfRoute('GET /api/exports/self-checks', { query: { format, lang, enterprise } })
