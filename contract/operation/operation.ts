// What do the routes of operation take and answer: the clock, the stream, health?
import * as v from 'valibot'
import { calculationShape } from '../law/law.ts'
import { bilingual, decimal, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

/** `left`: cases that were woken, stayed as due as before, and were left behind. */
const clockAnswer = v.strictObject({
  now: moment,
  steps: list(v.strictObject({ at: moment, cases: integer })),
  left: list(v.strictObject({ caseId: string, number: string })),
})
export type ClockAnswer = v.InferOutput<typeof clockAnswer>

/** A move of the laboratory's clock that is under way: how far it has come, and how many cases have acted. */
const clockMove = v.strictObject({ from: moment, to: moment, at: moment, cases: integer })
export type ClockMove = v.InferOutput<typeof clockMove>

/** The legal time; for people of the authorities also the next wake. */
const time = v.strictObject({
  now: moment,
  laboratory: flag,
  next: maybe(moment),
  move: maybe(clockMove),
})
export type LabState = v.InferOutput<typeof time>

/**
 * `full`: too many pages of this person or of all hear of changes already; this one hears of none, and comes again after a minute.
 * `others`, with a case: it shows in no inbox of the listener that could not wait for the next heartbeat.
 * `waitsSince`, with a heartbeat: since when the engine has not carried out what was committed.
 */
const liveEvent = v.strictObject({
  kind: v.picklist(['case', 'alarm', 'heartbeat', 'full']),
  id: string,
  revision: integer,
  others: v.exactOptional(v.literal(true)),
  waitsSince: v.exactOptional(maybe(moment)),
})
export type LiveEvent = v.InferOutput<typeof liveEvent>

const finding = v.strictObject({
  kind: string,
  words: bilingual,
  caseId: maybe(string),
  at: moment,
})
const health = v.strictObject({
  now: moment,
  openCases: integer,
  openTasks: integer,
  runningObligations: integer,
  lateEscalationLevels: integer,
  worstLatenessSeconds: decimal,
  pendingEffects: integer,
  quarantined: integer,
  oldestPendingSeconds: decimal,
  auditor: v.strictObject({ at: maybe(moment), findings: list(finding) }),
  anchors: list(v.strictObject({ day: string, cases: integer, head: string })),
  services: list(v.strictObject({ name: string, ok: flag, detail: bilingual })),
})
export type HealthView = v.InferOutput<typeof health>

const ok = v.strictObject({ ok: v.literal(true) })
export const clockBody = v.strictObject({ advance: v.pipe(string, v.maxLength(40)) })

export const operationContract = {
  'GET /healthz': { status: 200, description: 'Alive', answer: ok },
  'GET /readyz': { status: 200, description: 'Ready', answer: ok },
  'GET /metrics': { status: 200, description: 'Prometheus text format', type: 'text/plain' },
  'GET /api/openapi.json': { status: 200, description: 'This document', answer: calculationShape },
  'GET /api/docs': { status: 200, description: 'A page', type: 'text/html' },
  'GET /api/live': {
    status: 200,
    description: 'Events `case`, `alarm`, `heartbeat` and `full`',
    type: 'text/event-stream',
  },
  'GET /api/clock': { status: 200, description: 'The legal time', answer: time },
  'POST /api/clock': {
    body: clockBody,
    status: 200,
    description: 'Where the clock stands now, and where cases moved on the way',
    answer: clockAnswer,
  },
  'GET /api/health': { status: 200, description: 'How the product does', answer: health },
} as const satisfies ContractRoutes
