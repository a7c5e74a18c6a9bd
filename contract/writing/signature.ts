// What do the routes of a person’s own signature take and answer?
import * as v from 'valibot'
import { mostSent } from '../../domain/signature/picture.ts'
import { signatureWays } from '../../domain/signature/views.ts'
import { integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

/** `sha256` null: from then on he signed with his typed name. */
const signatureVersion = v.strictObject({
  version: integer,
  sha256: maybe(string),
  url: maybe(string),
  width: maybe(integer),
  height: maybe(integer),
  way: v.picklist([...signatureWays, 'withdrawn']),
  at: moment,
})
export type SignatureVersion = v.InferOutput<typeof signatureVersion>

const signature = v.strictObject({
  current: maybe(signatureVersion),
  versions: list(signatureVersion),
})
export type SignatureView = v.InferOutput<typeof signature>

export const signatureBody = v.strictObject({
  /** A PNG as base64. */
  picture: v.pipe(string, v.base64(), v.maxLength(Math.ceil(mostSent / 3) * 4)),
  way: v.picklist(signatureWays),
})

export const signatureContract = {
  'GET /api/signature': {
    status: 200,
    description: 'The signature, and its versions with the newest first',
    answer: signature,
  },
  'POST /api/signature': {
    body: signatureBody,
    status: 201,
    description: 'Kept; what is signed from now on bears it',
    answer: signatureVersion,
  },
  'DELETE /api/signature': {
    status: 204,
    description: 'Withdrawn; what was signed with it stays as it is',
  },
  'GET /api/signature/pictures/{sha256}': {
    status: 200,
    description: 'The picture',
    type: 'image/png',
  },
  'GET /api/cases/{id}/signatures/{sha256}': {
    status: 200,
    description: 'The picture',
    type: 'image/png',
  },
} as const satisfies ContractRoutes
