// What does the desk ask of the server?
import type { QueryOf } from '../../contract/contract.ts'
import type { AlarmReading } from '../../domain/duty/views.ts'
import { ask } from './asking.ts'

/** More rows nobody reads, and the page stays light. */
export const mostRows = 200

export const dutyApi = {
  alarms: (box: AlarmReading, own: boolean) =>
    ask('GET /api/alarms', { query: { box, own: own ? '1' : '', limit: mostRows } }),
  alarm: (id: string) => ask('GET /api/alarms/{id}', { path: { id } }),
  figures: (days: NonNullable<QueryOf<'GET /api/alarms/figures'>['days']>, exercise: boolean) =>
    ask('GET /api/alarms/figures', { query: { days, exercise: exercise ? '1' : '' } }),
  feeds: () => ask('GET /api/duty/feeds'),
  desk: (region: string) => ask('GET /api/duty', { query: { region } }),
  acknowledge: (id: string, seq: number, measures: string, key: string) =>
    ask('POST /api/alarms/{id}/acknowledgement', {
      path: { id },
      body: { seq, ...(measures ? { measures } : {}) },
      key,
    }),
  shelve: (id: string, until: string, reason: string, key: string) =>
    ask('POST /api/alarms/{id}/shelving', { path: { id }, body: { until, reason }, key }),
  unshelve: (id: string, reason: string, key: string) =>
    ask('POST /api/alarms/{id}/unshelving', { path: { id }, body: { reason }, key }),
  declareOver: (id: string, reason: string, key: string) =>
    ask('POST /api/alarms/{id}/ending', { path: { id }, body: { reason }, key }),
  takeOver: (region: string, note: string, key: string) =>
    ask('POST /api/duty/shifts', { body: { region, note }, key }),
  note: (region: string, text: string, key: string) =>
    ask('POST /api/duty/notes', { body: { region, text }, key }),
}
