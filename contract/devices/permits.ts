// What do the routes of permits take and answer, under which devices stand out of service?
import * as v from 'valibot'
import { permitStates } from '../../domain/duty/permit-views.ts'
import { workNames } from '../../domain/duty/permits.ts'
import { givenMoment, line, reasoned } from '../parts/given.ts'
import { bilingual, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

export const permitShape = v.strictObject({
  id: string,
  device: v.strictObject({ id: string, name: string }),
  /** Null: all points of the device. */
  point: maybe(v.strictObject({ key: string, name: string })),
  region: bilingual,
  enterprise: maybe(string),
  number: string,
  work: bilingual,
  requestedBy: string,
  reason: string,
  /** Null for an enterprise, as in `ended`: whose post it is stays among the authorities. */
  by: maybe(string),
  at: moment,
  until: moment,
  ended: maybe(v.strictObject({ by: maybe(string), reason: string, at: moment })),
  state: v.picklist(permitStates),
  /** Alarms that stand under it now and that nobody hears. */
  hidden: integer,
  mayEnd: flag,
})
export type PermitView = v.InferOutput<typeof permitShape>

const permits = v.strictObject({ now: moment, items: list(permitShape) })
export type PermitList = v.InferOutput<typeof permits>

const works = v.strictObject({
  now: moment,
  items: list(v.strictObject({ id: string, words: bilingual, hours: integer })),
})
export type WorkKinds = v.InferOutput<typeof works>
/** `hours`: out of service at most. */
export type WorkKind = WorkKinds['items'][number]

const permitDone = v.strictObject({ id: string, at: moment })
export type PermitDone = v.InferOutput<typeof permitDone>

export const permitBody = v.strictObject({
  device: v.pipe(string, v.uuid()),
  /** As the device calls it; null: all that it tells. */
  point: v.optional(maybe(line(200)), null),
  number: line(100),
  work: v.picklist(workNames),
  requestedBy: line(100),
  reason: line(500),
  until: givenMoment,
})

export const permitContract = {
  'GET /api/permits': { status: 200, says: 'Those in force first, as they end', answer: permits },
  'GET /api/permits/works': { status: 200, says: 'Kinds of work', answer: works },
  'POST /api/permits': {
    body: permitBody,
    status: 201,
    says: 'Out of service',
    answer: permitDone,
  },
  'POST /api/permits/{id}/end': {
    body: reasoned,
    status: 200,
    says: 'In service again',
    answer: permitDone,
  },
} as const satisfies ContractRoutes
