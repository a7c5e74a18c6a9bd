// What do the routes of the tokens of machines take and answer?
import * as v from 'valibot'
import { dayInput, line, reasoned } from '../parts/date-inputs.ts'
import { bilingual, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

export const machineBody = v.strictObject({
  name: line(80),
  region: line(6),
  lastDay: dayInput,
  reason: line(500),
  scopes: v.pipe(list(line(100)), v.minLength(1), v.maxLength(20)),
})

const tokenScope = v.strictObject({ scope: string, words: bilingual })
const machineToken = v.strictObject({
  id: string,
  name: string,
  scopes: list(tokenScope),
  region: bilingual,
  createdAt: moment,
  createdBy: maybe(string),
  expiresAt: maybe(moment),
  revokedAt: maybe(moment),
  revokedBy: maybe(string),
  state: v.picklist(['valid', 'expired', 'revoked']),
})
export type TokenView = v.InferOutput<typeof machineToken>
const tokensPage = v.strictObject({
  items: list(machineToken),
  scopes: list(tokenScope),
  regions: list(v.strictObject({ id: string, name: bilingual })),
})
export type TokensPage = v.InferOutput<typeof tokensPage>

export const machineContract = {
  'GET /api/personnel/machines': {
    status: 200,
    description: 'Tokens, newest first',
    answer: tokensPage,
  },
  'POST /api/personnel/machines': {
    body: machineBody,
    status: 201,
    description: 'The token, this once',
    answer: v.strictObject({ ...tokensPage.entries, token: string }),
  },
  'POST /api/personnel/machines/{id}/revocation': {
    body: reasoned,
    status: 200,
    description: 'Revoked',
    answer: tokensPage,
  },
} as const satisfies ContractRoutes
