// What do the routes of the control room’s desk take and answer?
import * as v from 'valibot'
import { bilingual, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const named = v.strictObject({ id: string, name: string })

const feed = v.strictObject({
  id: string,
  name: string,
  protocol: string,
  state: v.picklist(['listening', 'connected', 'down', 'unknown']),
  enabled: flag,
  silent: flag,
  connections: integer,
  lastSeenAt: maybe(moment),
  lastFrameAt: maybe(moment),
  lagMs: maybe(integer),
  silenceSeconds: integer,
  frames: integer,
  faults: integer,
  detail: string,
  devices: v.strictObject({ total: integer, reporting: integer }),
  badPoints: integer,
  gaps: integer,
  gapSince: maybe(moment),
  synthetic: flag,
  paused: maybe(v.strictObject({ by: string, reason: string, at: moment })),
})

const feeds = v.strictObject({
  now: moment,
  /** When the devices process wrote last; null: never. */
  heartbeatAt: maybe(moment),
  /** `total`: devices that have been heard before; `awaited`: registered ones that never have; `resting`: of feeds paused or switched off. */
  signals: v.strictObject({ total: integer, good: integer, awaited: integer, resting: integer }),
  /** Age of the oldest alarm that its case has not been notified of yet, seconds. */
  workflowDelaySeconds: integer,
  waiting: integer,
  /** Permits in force, under which devices or points stand out of service. */
  outOfService: integer,
  items: list(feed),
})
export type FeedHealth = v.InferOutput<typeof feeds>
export type FeedHealthRow = v.InferOutput<typeof feed>

const standing = v.strictObject({
  id: string,
  name: string,
  level: integer,
  acked: flag,
  raisedAt: moment,
})

const shift = v.strictObject({
  id: string,
  person: named,
  since: moment,
  until: maybe(moment),
  from: maybe(named),
  note: string,
  /** How many stood when the desk was taken over; of very many only the gravest are listed. */
  stood: integer,
  standing: list(standing),
})
export type ShiftView = v.InferOutput<typeof shift>

const note = v.strictObject({
  id: string,
  at: moment,
  by: string,
  text: string,
  alarm: maybe(string),
})
export type NoteView = v.InferOutput<typeof note>

const duty = v.strictObject({
  now: moment,
  region: string,
  desks: list(v.strictObject({ region: string, name: bilingual })),
  current: maybe(shift),
  mine: flag,
  mayKeep: flag,
  shifts: list(shift),
  notes: list(note),
  /** Whom the escalation policy of an alarm would call, and what keeps them from being notified. */
  reach: list(
    v.strictObject({
      post: bilingual,
      people: list(v.strictObject({ name: string, lacks: list(bilingual) })),
    }),
  ),
})
export type DutyView = v.InferOutput<typeof duty>
export type ReachView = DutyView['reach'][number]

const code = v.pipe(string, v.maxLength(6))
const longText = (max: number) => v.pipe(string, v.trim(), v.maxLength(max))
export const dutyQuery = v.object({ region: v.optional(code) })
export const shiftBody = v.strictObject({ region: code, note: v.optional(longText(2_000), '') })

export const noteBody = v.strictObject({
  region: code,
  text: v.pipe(longText(2_000), v.minLength(1)),
  alarm: v.optional(maybe(v.pipe(string, v.uuid())), null),
})

export const deskContract = {
  'GET /api/duty': { query: dutyQuery, status: 200, description: 'The desk', answer: duty },
  'GET /api/duty/feeds': { status: 200, description: 'The lines', answer: feeds },
  'POST /api/duty/shifts': {
    body: shiftBody,
    status: 201,
    description: 'Taken over',
    answer: shift,
  },
  'POST /api/duty/notes': { body: noteBody, status: 201, description: 'Written', answer: note },
} as const satisfies ContractRoutes
