// How do the pages of licences ask the server?
import type { LicencePage, LicenceView, PublicLicence } from '../../contract/licences/licences.ts'
import { get } from '../client/client.ts'

export type Sought = { q: string; scope: string; standing: string; within: string }
export const everything: Sought = { q: '', scope: '', standing: '', within: '' }

export const licences = {
  page: async (sought: Sought, cursor: string | null) => ({
    ...(await get<LicencePage>('/api/licences', { ...sought, cursor, limit: 50 })),
    revision: 0,
  }),
  one: (id: string) => get<LicenceView>(`/api/licences/${encodeURIComponent(id)}`),
  lookUp: (q: string) => get<{ items: PublicLicence[] }>('/api/public/licences', { q }),
}
