// What do the routes take and answer by which people come in through a link?
import * as v from 'valibot'
import { newPassword, newPerson } from '../parts/date-inputs.ts'
import { maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const token = v.pipe(string, v.regex(/^[\w-]{16,128}$/))
export const tokenBody = v.strictObject({ token })
export const foundingBody = v.strictObject({ token, ...newPerson, password: newPassword })
export const linkPasswordBody = v.strictObject({ token, password: newPassword })
export const forgottenBody = v.strictObject({
  username: v.pipe(string, v.trim(), v.minLength(1), v.maxLength(64)),
})

/** What a link is for; `founding`: whoever opens it registers himself. */
const access = v.strictObject({
  kind: v.picklist(['founding', 'password']),
  name: maybe(string),
  username: maybe(string),
  expiresAt: moment,
})
export type AccessView = v.InferOutput<typeof access>
const entered = v.strictObject({ username: string })

export const accessContract = {
  'POST /api/access/founding': {
    body: foundingBody,
    status: 201,
    description: 'Registered',
    answer: entered,
  },
  'POST /api/access/password': {
    body: linkPasswordBody,
    status: 200,
    description: 'Set',
    answer: entered,
  },
  'POST /api/access/forgotten': {
    body: forgottenBody,
    status: 204,
    description: 'Whoever has such an account is mailed a link',
  },
  'POST /api/access': {
    body: tokenBody,
    status: 200,
    description: 'What it is for',
    answer: access,
  },
} as const satisfies ContractRoutes
