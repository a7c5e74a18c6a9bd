// In which shape do periods come: how a due date stands, a clock with its pauses, and who was notified?
import * as v from 'valibot'
import { callChannels, callFacts } from '../../domain/calls/channels.ts'
import type { ClockView, DueView } from '../../domain/views/case-views.ts'
import {
  bilingual,
  decimal,
  flag,
  integer,
  list,
  maybe,
  moment,
  type Of,
  string,
} from './pieces.ts'

const share = v.strictObject({ used: decimal, paused: decimal, left: decimal })

/** `share`: parts of the whole period that are used, paused and left, each 0…1, for the 4-px clock bar. */
export const dueShape = v.strictObject({
  date: string,
  at: moment,
  overdue: flag,
  provisional: flag,
  paused: flag,
  words: bilingual,
  share,
  /** The period is over within a day: its end is told with hour and minute. */
  toTheMinute: v.exactOptional(v.literal(true)),
}) satisfies Of<DueView>

const noticeRecipient = v.strictObject({
  name: string,
  how: v.picklist(['inbox', 'mail', ...callChannels]),
  at: moment,
  delivered: flag,
  /** How a call stands; then `at` is when it was answered, or made. */
  call: v.exactOptional(v.picklist(['dialling', ...callFacts])),
})

const escalationLevel = v.looseObject({
  escalationLevel: string,
  words: bilingual,
  plannedAt: moment,
  status: string,
  firedAt: maybe(moment),
  recordedAt: maybe(moment),
  acknowledgedAt: maybe(moment),
  acknowledgedBy: maybe(string),
  recipients: list(noticeRecipient),
})

export const stopShape = v.strictObject({
  kind: string,
  from: string,
  to: maybe(string),
  reason: string,
  article: maybe(string),
})

export const clockShape = v.strictObject({
  id: string,
  clock: string,
  words: bilingual,
  article: string,
  status: string,
  startedAt: moment,
  due: string,
  dueAt: moment,
  nominal: string,
  /** The office has promised it: it stands beside the legal limit. */
  promised: v.exactOptional(v.literal(true)),
  /** A norm gives the number; of anything else nobody says 法定. */
  statutory: flag,
  provisional: flag,
  reasons: list(bilingual),
  explanation: bilingual,
  endedAt: maybe(moment),
  /** The act after which nobody owes it any more, and why. */
  endedBy: v.exactOptional(bilingual),
  escalationLevels: list(escalationLevel),
  now: maybe(dueShape),
  pauses: list(stopShape),
  extensions: list(v.strictObject({ at: string, by: integer, reason: string })),
}) satisfies Of<ClockView>
/** One level as it is set; `most`: null = the number is fixed. `must`: who may not be left out. */
