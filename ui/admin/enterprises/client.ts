// What do the pages of enterprises ask of the server?
import type { EnterpriseEntry, EnterpriseFile } from '../../../contract/organisation/enterprises.ts'
import { get, request } from '../../client/client.ts'

const base = '/api/personnel/enterprises'
const one = (id: string) => `${base}/${encodeURIComponent(id)}`
export type NewEnterprise = Record<'code' | 'name' | 'region' | 'industry' | 'address' | 'principal' | 'reason', string>
export type NewAccount = Record<'username' | 'name' | 'mail' | 'role' | 'reason', string>
const sent = (path: string, body: unknown, key: string) => request<EnterpriseFile>('POST', path, body, { 'idempotency-key': key })

export const enterprisesApi = {
  add: (body: NewEnterprise, key: string) => sent(base, body, key),
  addAccount: (id: string, body: NewAccount, key: string) => sent(`${one(id)}/accounts`, body, key),
}
export const enterpriseQueries = {
  list: (q: string) => ({
    queryKey: ['enterprises', 'list', q],
    queryFn: () => get<{ items: EnterpriseEntry[] }>(base, { q }),
    placeholderData: (known: { items: EnterpriseEntry[] } | undefined) => known,
    refetchOnMount: 'always' as const,
  }),
  one: (id: string) => ({
    queryKey: ['enterprises', 'one', id],
    queryFn: () => get<EnterpriseFile>(one(id)),
    refetchOnMount: 'always' as const,
  }),
}
