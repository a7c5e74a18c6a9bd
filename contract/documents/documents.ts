// What do the routes of official documents take and answer?
import * as v from 'valibot'
import { downloadQuery } from '../parts/date-inputs.ts'
import { bilingual, decimal, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

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
  services: list(service),
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
} as const satisfies ContractRoutes
