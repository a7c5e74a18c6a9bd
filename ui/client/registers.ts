// How are the registers asked of the server?
import { ask } from './asking.ts'

export type EntriesSought = { q: string; standing: string; region: string; within: string }
export type ChangeDecision = 'approval' | 'rejection' | 'withdrawal'
type Proposal = { entry: string | null; version: number; data: Record<string, unknown> }

export const registersApi = {
  all: () => ask('GET /api/registers'),
  one: (register: string) => ask('GET /api/registers/{register}', { path: { register } }),
  entries: (register: string, sought: EntriesSought, cursor: string | null) =>
    ask('GET /api/registers/{register}/entries', {
      path: { register },
      query: { ...sought, cursor, limit: 50 },
    }),
  entry: (register: string, id: string) =>
    ask('GET /api/registers/{register}/entries/{id}', { path: { register, id } }),
  begin: (register: string, id: string, key: string) =>
    ask('POST /api/registers/{register}/entries/{id}/case', { path: { register, id }, key }),
  waiting: (register: string) =>
    ask('GET /api/registers/{register}/changes', { path: { register } }),
  propose: (register: string, proposal: Proposal, key: string) =>
    ask('POST /api/registers/{register}/changes', { path: { register }, body: proposal, key }),
  decide: (register: string, id: string, decision: ChangeDecision, reason: string, key: string) =>
    ask('POST /api/registers/{register}/changes/{id}/{decision}', {
      path: { register, id, decision },
      body: { reason },
      key,
    }),
}

/** For everybody, without signing in. */
export const openRegisters = {
  all: () => ask('GET /api/public/registers'),
  lookUp: (register: string, q: string) =>
    ask('GET /api/public/registers/{register}', { path: { register }, query: { q } }),
}
