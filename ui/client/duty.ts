// What does the desk ask of the server?
import type { AlarmDetail, AlarmDone, AlarmFigures, AlarmList } from '../../contract/duty/alarms.ts'
import type { DutyView, FeedHealth, NoteView, ShiftView } from '../../contract/duty/desk.ts'
import type { AlarmBox } from '../../domain/duty/views.ts'
import { get, request } from './client.ts'

const keyed = (key: string) => ({ 'idempotency-key': key })
/** More rows nobody reads, and the page stays light. */
export const mostRows = 200

export const dutyApi = {
  alarms: (box: AlarmBox) => get<AlarmList>('/api/alarms', { box, limit: mostRows }),
  alarm: (id: string) => get<AlarmDetail>(`/api/alarms/${id}`),
  figures: (days: string, exercise: boolean) => get<AlarmFigures>('/api/alarms/figures', { days, exercise: exercise ? '1' : '' }),
  feeds: () => get<FeedHealth>('/api/duty/feeds'),
  desk: (region: string) => get<DutyView>('/api/duty', { region }),
  acknowledge: (id: string, seq: number, measures: string, key: string) =>
    request<AlarmDone>('POST', `/api/alarms/${id}/acknowledgement`, { seq, ...(measures ? { measures } : {}) }, keyed(key)),
  shelve: (id: string, until: string, reason: string, key: string) =>
    request<AlarmDone>('POST', `/api/alarms/${id}/shelving`, { until, reason }, keyed(key)),
  unshelve: (id: string, reason: string, key: string) => request<AlarmDone>('POST', `/api/alarms/${id}/unshelving`, { reason }, keyed(key)),
  declareOver: (id: string, reason: string, key: string) => request<AlarmDone>('POST', `/api/alarms/${id}/ending`, { reason }, keyed(key)),
  takeOver: (region: string, note: string, key: string) => request<ShiftView>('POST', '/api/duty/shifts', { region, note }, keyed(key)),
  note: (region: string, text: string, key: string) => request<NoteView>('POST', '/api/duty/notes', { region, text }, keyed(key)),
}
