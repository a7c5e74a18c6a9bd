// What does the route of the answers of one record take and answer, for whoever asks to have one corrected?
import * as v from 'valibot'
import type { Field } from '../../domain/model/process.ts'
import { bilingual, flag, integer, list, string, typed } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const field = v.looseObject({ name: string, words: bilingual, kind: string, required: flag })

const correctableShape = v.strictObject({
  seq: integer,
  title: bilingual,
  /** The whole form, since one answer may ask for another. */
  fields: typed<Field[]>()(list(field)),
  /** Names of the fields that may be corrected; empty: none. */
  correctable: list(string),
  /** What is stated today, by field; nothing confidential. */
  answers: v.record(string, v.unknown()),
  /** The same in words. */
  stated: v.record(string, bilingual),
})

/** `seq`: the number of the record. */
export const correctableQuery = v.object({
  seq: v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number)),
})

export const correctionContract = {
  'GET /api/cases/{id}/corrections': {
    query: correctableQuery,
    status: 200,
    description: 'Which answers of one record may be corrected; for the offices of the case',
    answer: correctableShape,
  },
} as const satisfies ContractRoutes
