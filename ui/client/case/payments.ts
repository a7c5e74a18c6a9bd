// Under which codes is a fine of a case paid, and how is what differs cleared?
import { ask } from '../asking.ts'

export const paymentsApi = {
  ofCase: (id: string) => ask('GET /api/cases/{id}/payments', { path: { id } }),
  differences: () => ask('GET /api/payments/differences'),
  clear: (id: string, how: string) =>
    ask('POST /api/payments/differences/{id}/clear', { path: { id }, body: { how } }),
}
