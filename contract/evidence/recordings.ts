// What does the route of a case’s recordings answer?
import * as v from 'valibot'
import type { recordingKinds } from '../../domain/evidence/recording.ts'
import { bilingual, decimal, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const said = {
  id: string,
  name: string,
  kind: v.picklist(['video', 'audio'] satisfies (keyof typeof recordingKinds)[]),
  device: string,
  from: moment,
  to: moment,
  about: maybe(integer),
}

/** `seq`: the number of the record by which it was added; `about`: of that it goes with. `removedAt`: since when its bytes are gone. */
const recording = v.strictObject({
  ...said,
  type: string,
  size: decimal,
  sha256: string,
  url: maybe(string),
  seconds: maybe(decimal),
  seq: integer,
  by: string,
  at: moment,
  removedAt: maybe(moment),
})
export type RecordingView = v.InferOutput<typeof recording>

/** What the reader himself has begun to send: `offset` bytes have arrived, and until `waitsUntil` the rest is waited for. */
const unfinished = v.strictObject({ ...said, size: decimal, offset: decimal, waitsUntil: moment })
export type UnfinishedRecording = v.InferOutput<typeof unfinished>

/** `takes`: the process keeps recordings; `may`: this reader may add one now, and otherwise `why` not. */
const recordings = v.strictObject({
  takes: flag,
  may: flag,
  why: maybe(bilingual),
  most: decimal,
  endings: v.strictObject({ video: list(string), audio: list(string) }),
  waitsForDays: integer,
  retention: maybe(v.strictObject({ period: bilingual, source: bilingual })),
  items: list(recording),
  unfinished: list(unfinished),
})
export type RecordingsView = v.InferOutput<typeof recordings>

export const recordingContract = {
  'GET /api/cases/{id}/recordings': {
    status: 200,
    description: 'Those of the case, oldest first, and what the reader himself has not sent whole',
    answer: recordings,
  },
} as const satisfies ContractRoutes
