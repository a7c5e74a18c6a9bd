// How are calendars, and changes to calendars and rules, asked of the server?
import type { BodyOf, QueryOf } from '../../contract/contract.ts'
import { addressOfRoute, ask } from './asking.ts'

export type Wanted = BodyOf<'POST /api/changes'>
export type Deciding = 'approval' | 'rejection' | 'withdrawal'
export type About = NonNullable<QueryOf<'GET /api/changes'>['about']>
type SheetFormat = 'xlsx' | 'csv'

export const calendarApi = {
  calendars: () => ask('GET /api/calendars'),
  year: (year: number, region: string) =>
    ask('GET /api/calendars/{year}', { path: { year }, query: { region } }),
}

export const changeApi = {
  list: (about: About) => ask('GET /api/changes', { query: { about } }),
  one: (id: string) => ask('GET /api/changes/{id}', { path: { id } }),
  enterable: () => ask('GET /api/changes/rules'),
  amounts: () => ask('GET /api/changes/amounts'),
  moves: (id: string, cursor: string | null) =>
    ask('GET /api/changes/{id}/moves', { path: { id }, query: { cursor, limit: 200 } }),
  differences: (id: string, cursor: string | null) =>
    ask('GET /api/changes/{id}/differences', { path: { id }, query: { cursor, limit: 200 } }),
  preview: (wanted: Wanted, signal: AbortSignal) =>
    ask('POST /api/changes/preview', { body: wanted, signal }),
  propose: (wanted: Wanted, key: string) => ask('POST /api/changes', { body: wanted, key }),
  again: (id: string) => ask('POST /api/changes/{id}/preview', { path: { id } }),
  decide: (id: string, what: Deciding, reason: string) =>
    ask(`POST /api/changes/{id}/${what}`, { path: { id }, body: { reason } }),
  export: (id: string, format: SheetFormat, lang: 'zh' | 'en') =>
    addressOfRoute('GET /api/exports/changes/{id}', { path: { id }, query: { format, lang } }),
}
