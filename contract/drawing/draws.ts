// What do the routes of draws by lot take and answer?
import * as v from 'valibot'
import type { Field } from '../../domain/model/where.ts'
import { dayInput, line } from '../parts/date-inputs.ts'
import { regionShape } from '../parts/named.ts'
import { bilingual, flag, integer, list, maybe, moment, string, typed } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

export const drawBody = v.strictObject({
  region: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  industry: v.optional(v.nullable(line(60)), null),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
  answers: v.record(v.string(), v.unknown()),
})
export const commitmentBody = v.strictObject({ hash: hex })
/** Thirty-two bytes that a browser has thrown, or as good as that. */
export const revealBody = v.strictObject({
  secret: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{32,200}$/)),
})
export const recusalBody = v.strictObject({
  nth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
  officer: line(60),
  reason: line(500),
})
export const newDayBody = v.strictObject({ day: dayInput, reason: line(500) })

const phase = v.picklist(['committing', 'revealing', 'drawn'])
const head = {
  id: string,
  title: string,
  region: regionShape,
  by: string,
  at: moment,
  phase,
  count: integer,
  objects: integer,
  opened: integer,
}
const row = v.strictObject(head)
export type DrawRowView = v.InferOutput<typeof row>

const drawList = v.strictObject({
  items: list(row),
  /** For whoever may begin one: what all visits share, where, and of which trades; else null. */
  form: maybe(
    v.strictObject({
      process: string,
      fields: typed<Field[]>()(
        list(v.looseObject({ name: string, words: bilingual, kind: string, required: flag })),
      ),
      regions: list(regionShape),
      industries: list(string),
    }),
  ),
})
export type DrawList = v.InferOutput<typeof drawList>

const visit = v.strictObject({
  nth: integer,
  object: v.strictObject({ id: string, name: string }),
  officers: list(v.strictObject({ certificate: string, holder: string })),
  case: maybe(string),
  refused: list(bilingual),
  opened: flag,
})
const said = v.strictObject({ name: string, at: moment, mine: flag, hash: string, revealed: flag })

const draw = v.strictObject({
  ...head,
  poolSha256: string,
  /** To which secret the platform has bound itself. */
  platform: string,
  intact: flag,
  officers: integer,
  seed: maybe(string),
  said: list(said),
  recusals: list(
    v.strictObject({ nth: integer, officer: string, reason: string, by: string, at: moment }),
  ),
  /** Of the visits that are still to be opened. */
  day: string,
  days: list(v.strictObject({ day: string, reason: string, by: string, at: moment })),
  visits: list(visit),
  /** How many of the visits are shown: those of the first page. */
  shown: integer,
  me: string,
  may: v.strictObject({ commit: flag, reveal: flag, recuse: flag, setDay: flag, open: flag }),
})
export type DrawView = v.InferOutput<typeof draw>

const record = v.strictObject({
  draw: string,
  pool: v.record(v.string(), v.unknown()),
  poolSha256: string,
  steps: list(v.record(v.string(), v.unknown())),
  visits: list(v.record(v.string(), v.unknown())),
})
const progress = v.strictObject({ opened: integer, total: integer, refused: integer })
export type DrawProgress = v.InferOutput<typeof progress>

export const drawContract = {
  'GET /api/draws': {
    status: 200,
    description: 'The draws in scope, newest first',
    answer: drawList,
  },
  'GET /api/draws/{id}': { status: 200, description: 'How a draw stands', answer: draw },
  'GET /api/draws/{id}/record': {
    status: 200,
    description: 'Everything by which the draw is repeated elsewhere',
    answer: record,
  },
  'POST /api/draws': {
    body: drawBody,
    status: 201,
    description: 'The pool is frozen',
    answer: draw,
  },
  'POST /api/draws/{id}/commitments': {
    body: commitmentBody,
    status: 200,
    description: 'Who asks has bound himself',
    answer: draw,
  },
  'POST /api/draws/{id}/reveals': {
    body: revealBody,
    status: 200,
    description: 'The secret is said; with the second one the lot is drawn',
    answer: draw,
  },
  'POST /api/draws/{id}/recusals': {
    body: recusalBody,
    status: 200,
    description: 'Another officer is drawn for a visit',
    answer: draw,
  },
  'POST /api/draws/{id}/days': {
    body: newDayBody,
    status: 200,
    description: 'The visits still to be opened are of another day',
    answer: draw,
  },
  'POST /api/draws/{id}/cases': {
    status: 200,
    description: 'The next visits have their cases; asked again, it goes on',
    answer: progress,
  },
} as const satisfies ContractRoutes
