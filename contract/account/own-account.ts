// What do the routes of one’s own account take and answer?
import * as v from 'valibot'
import { newPassword } from '../parts/date-inputs.ts'
import { flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const password = v.pipe(string, v.minLength(1), v.maxLength(128))
export const sessionsEndBody = v.strictObject({
  id: maybe(v.pipe(string, v.minLength(1), v.maxLength(100))),
})
export const passwordBody = v.strictObject({ password })
export const passwordChangeBody = v.strictObject({ current: password, password: newPassword })
export const factorCodeBody = v.strictObject({ code: v.pipe(string, v.trim(), v.regex(/^\d{6}$/)) })

const session = v.strictObject({
  id: string,
  here: flag,
  address: maybe(string),
  device: maybe(string),
  since: moment,
  seen: moment,
})
export type SessionRow = v.InferOutput<typeof session>

const account = v.strictObject({
  secondFactor: flag,
  /** The posts of an administrator count only with one. */
  secondFactorWanted: flag,
  /** How many are left. */
  recoveryCodes: integer,
  sessions: list(session),
})
export type AccountView = v.InferOutput<typeof account>

/** Shown once: the secret as an address for the app, and as signs to type. */
const secondFactorOffer = v.strictObject({
  uri: string,
  secret: string,
  recoveryCodes: list(string),
})
export type SecondFactorOffer = v.InferOutput<typeof secondFactorOffer>

export const ownAccountContract = {
  'POST /api/me/second-factor': {
    body: passwordBody,
    status: 200,
    description: 'Not yet in use',
    answer: secondFactorOffer,
  },
  'POST /api/me/second-factor/confirm': {
    body: factorCodeBody,
    status: 204,
    description: 'In use',
  },
  'POST /api/me/second-factor/codes': {
    body: passwordBody,
    status: 200,
    description: 'New codes',
    answer: v.strictObject({ recoveryCodes: list(string) }),
  },
  'POST /api/me/second-factor/off': { body: passwordBody, status: 204, description: 'Off' },
  'GET /api/me/account': { status: 200, description: 'The account', answer: account },
  'POST /api/me/password': { body: passwordChangeBody, status: 204, description: 'Changed' },
  'POST /api/me/sessions/end': {
    body: sessionsEndBody,
    status: 200,
    description: 'Ended',
    answer: account,
  },
} as const satisfies ContractRoutes
