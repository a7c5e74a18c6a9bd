// What do the routes of official documents take and answer?
import * as v from 'valibot'
import { downloadQuery } from '../parts/date-inputs.ts'
import { bilingual, decimal, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import { examinationShape } from './examination.ts'

/** `served` false: opened in the portal by somebody who has not agreed that this serves it. */
const service = v.strictObject({ method: bilingual, receiver: string, served: flag, at: moment })
export type ServiceView = v.InferOutput<typeof service>

const document = v.strictObject({
  id: string,
  kind: string,
  version: integer,
  title: bilingual,
  number: maybe(string),
  state: v.picklist(['issuing', 'issued', 'void', 'replaced']),
  at: moment,
  endedAt: maybe(moment),
  /** Null until its bytes are made. */
  url: maybe(string),
  sha256: maybe(string),
  size: maybe(decimal),
  code: string,
  internal: flag,
  /** Closed to this reader: it names a person, and his look at that is not on record, or not his. */
  confidential: v.exactOptional(v.literal(true)),
  /** Closed to this reader: he has recused himself. */
  recused: v.exactOptional(v.literal(true)),
  services: list(service),
  /** It takes effect by being served; a receipt or a record of what was said is not. */
  toServe: v.exactOptional(v.literal(true)),
})
export type DocumentView = v.InferOutput<typeof document>

const documents = v.strictObject({ items: list(document) })
export type DocumentList = v.InferOutput<typeof documents>

export const documentContract = {
  'GET /api/cases/{id}/documents': {
    status: 200,
    description: 'Those that the reader may see, oldest first',
    answer: documents,
  },
  'GET /api/documents/{id}': {
    query: downloadQuery,
    status: 200,
    description: 'The bytes',
    type: 'application/pdf',
  },
  'GET /api/documents/{id}/signature': {
    status: 200,
    description:
      'Who has signed it, by which certificate, when, and whether each byte is as it was',
    answer: examinationShape,
  },
} as const satisfies ContractRoutes
