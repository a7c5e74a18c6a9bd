// What do the routes of alarms take and answer?
import * as v from 'valibot'
import type { AlarmBox, AlarmRow } from '../../domain/duty/views.ts'
import { line, reasonedAtLength, shortText } from '../parts/date-inputs.ts'
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
} from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const level = v.picklist([1, 2, 3, 4])
const named = v.strictObject({ id: string, name: string })
const levels = v.tuple([integer, integer, integer, integer])
const measured = { value: maybe(decimal), limit: maybe(decimal) }

/** Who at the desk did what (`ackedBy`, `shelvedBy`, `by`) is null for an enterprise. */
export const alarmShape = v.strictObject({
  id: string,
  /** Of its newest event: an acknowledgement names it. */
  seq: integer,
  feed: string,
  device: maybe(string),
  point: string,
  pointId: maybe(integer),
  condition: bilingual,
  kind: string,
  name: string,
  region: bilingual,
  regionCode: string,
  enterprise: maybe(named),
  site: string,
  active: flag,
  acked: flag,
  ackedBy: maybe(string),
  /** Of the control room of the device; null: none is registered. */
  telephone: maybe(string),
  ackedAt: maybe(moment),
  latched: flag,
  shelvedUntil: maybe(moment),
  shelvedBy: maybe(string),
  shelvedReason: maybe(string),
  suppressed: flag,
  outOfService: flag,
  /** Under which it stands out of service now. */
  permit: maybe(v.strictObject({ id: string, number: string, by: maybe(string), until: moment })),
  /** The device, or this point of it, under a permit. */
  mayTakeOut: flag,
  /** What it says is not known any more: bad measurements, silence, or the link over which it came is lost. */
  stale: flag,
  /** 时间存疑: only a device whose clock is not known has told it. */
  doubtful: flag,
  /** 不再监测: its device, or its limits, are registered no more. */
  unwatched: flag,
  chattering: flag,
  fleeting: flag,
  level,
  ...measured,
  unit: maybe(string),
  text: string,
  lon: maybe(decimal),
  lat: maybe(decimal),
  raisedAt: moment,
  rtnAt: maybe(moment),
  synthetic: flag,
  /** The case, once there is one. */
  caseId: maybe(string),
  flood: flag,
  consequence: bilingual,
  firstAct: bilingual,
  next: maybe(v.strictObject({ words: bilingual, at: moment })),
  /** The bureau that is competent for it; null: the desks of emergency management keep it. */
  keeper: maybe(bilingual),
  /** The reader has the duty for it. */
  isKeeper: flag,
  /** Why the reader cannot acknowledge it; null: he can. */
  noAcknowledging: maybe(bilingual),
  /** It stands by hearsay only, or is watched no more, and this person may declare it to be over. */
  mayDeclareOver: flag,
  /** Why it cannot be shelved; null: it can. */
  noShelving: maybe(bilingual),
}) satisfies Of<AlarmRow>

const alarmList = v.strictObject({
  now: moment,
  items: list(alarmShape),
  total: integer,
  /** What the reader may acknowledge, and what he sees of others’ desks. */
  unacknowledged: integer,
  unacknowledgedElsewhere: integer,
  /** Of the active ones, by level 1 … 4. */
  levels,
  /** New alarms of the last six hours by ten minutes, the oldest first. */
  rate: list(integer),
  counts: v.strictObject({ active: integer, shelved: integer, out: integer, returned: integer }),
  floods: list(v.strictObject({ site: string, name: string, since: moment, n: integer })),
})
export type AlarmList = v.InferOutput<typeof alarmList>
export type FloodView = AlarmList['floods'][number]

const event = v.strictObject({
  seq: integer,
  kind: string,
  words: bilingual,
  at: moment,
  recordedAt: moment,
  level,
  ...measured,
  text: string,
  by: maybe(string),
})

const alarmDetail = v.strictObject({
  now: moment,
  alarm: alarmShape,
  events: list(event),
  closedAt: maybe(moment),
  readings: list(v.strictObject({ at: moment, value: maybe(decimal), quality: integer })),
  acknowledgements: list(
    v.strictObject({ by: maybe(string), at: moment, seq: integer, measures: maybe(string) }),
  ),
  deviceCommands: list(
    v.strictObject({
      verb: string,
      state: string,
      words: bilingual,
      by: maybe(string),
      at: moment,
      result: maybe(string),
    }),
  ),
})
export type AlarmDetail = v.InferOutput<typeof alarmDetail>

const alarmDone = v.strictObject({ id: string, at: moment, caseNotified: flag })
export type AlarmDone = v.InferOutput<typeof alarmDone>

const figures = v.strictObject({
  now: moment,
  since: moment,
  days: integer,
  /** Ten-minute periods of these days in which a line was heard: what rates are divided by. */
  periods: integer,
  exercise: flag,
  total: integer,
  /** How many ten-minute periods had so many new alarms: 0, 1, 2 … 10, more. */
  histogram: list(integer),
  levels,
  measures: list(
    v.strictObject({
      id: string,
      words: bilingual,
      value: decimal,
      unit: bilingual,
      target: bilingual,
      ok: maybe(flag),
    }),
  ),
  byDay: list(v.strictObject({ day: string, n: integer })),
  top: list(v.strictObject({ key: string, name: string, n: integer, share: decimal })),
})
export type AlarmFigures = v.InferOutput<typeof figures>

const boxes = ['active', 'shelved', 'out', 'returned'] as const satisfies AlarmBox[]

const manyLimit = v.optional(
  v.pipe(string, v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(500)),
  '200',
)

export const alarmsQuery = v.object({
  box: v.optional(v.picklist([...boxes, 'waiting']), 'active'),
  site: v.optional(shortText),
  /** Only what the bureaus keep whose duty the reader has; of others all. */
  own: v.optional(v.picklist(['', '1']), ''),
  limit: manyLimit,
})

export const alarmFiguresQuery = v.object({
  days: v.optional(v.pipe(v.picklist(['1', '7', '30', '90']), v.transform(Number)), '30'),
  exercise: v.optional(v.picklist(['', '1']), ''),
})

export const acknowledgementBody = v.strictObject({
  seq: v.pipe(decimal, v.integer(), v.minValue(1)),
  measures: v.optional(maybe(v.pipe(string, v.trim(), v.maxLength(2_000))), null),
})

export const shelvingBody = v.strictObject({ until: moment, reason: line(1_000) })

export const alarmContract = {
  'GET /api/alarms': {
    query: alarmsQuery,
    status: 200,
    description: 'The box, with the sums of all boxes',
    answer: alarmList,
  },
  'GET /api/alarms/figures': {
    query: alarmFiguresQuery,
    status: 200,
    description: 'Figures with their targets',
    answer: figures,
  },
  'GET /api/alarms/{id}': { status: 200, description: 'The alarm', answer: alarmDetail },
  'POST /api/alarms/{id}/acknowledgement': {
    body: acknowledgementBody,
    status: 200,
    description: 'Acknowledged; `caseNotified`: there is a case, and it is notified of it',
    answer: alarmDone,
  },
  'POST /api/alarms/{id}/shelving': {
    body: shelvingBody,
    status: 200,
    description: 'Shelved',
    answer: alarmDone,
  },
  'POST /api/alarms/{id}/unshelving': {
    body: reasonedAtLength,
    status: 200,
    description: 'No longer shelved',
    answer: alarmDone,
  },
  'POST /api/alarms/{id}/ending': {
    body: reasonedAtLength,
    status: 200,
    description: 'Declared over',
    answer: alarmDone,
  },
} as const satisfies ContractRoutes
