// What do the routes of signing in take and answer?
import * as v from 'valibot'
import { type Role, roles } from '../../domain/organisation/roles.ts'
import { bilingual, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const absent = v.exactOptional(v.strictObject({ name: string, order: string }))

const post = v.strictObject({
  office: string,
  officeName: bilingual,
  region: string,
  regionName: bilingual,
  role: string,
  roleName: bilingual,
  onBehalfOf: absent,
})

const meShape = v.strictObject({
  id: string,
  name: string,
  username: string,
  enterprise: maybe(v.strictObject({ id: string, name: string })),
  appointments: list(post),
  counts: v.strictObject({
    todo: integer,
    pool: integer,
    done: integer,
    mine: integer,
    cc: integer,
  }),
  /** Processes this person may start. */
  starts: list(string),
  /** Registers this person may read. */
  registers: list(string),
  laboratory: flag,
  demo: flag,
  /** The posts of an administrator are withheld until he signs in with a second factor. */
  unproven: flag,
  now: moment,
})
export type Me = v.InferOutput<typeof meShape>

export const credentialsBody = v.object({
  username: v.pipe(string, v.trim(), v.minLength(1), v.maxLength(64)),
  password: v.pipe(string, v.minLength(1), v.maxLength(128)),
})

/** Six digits of the app, or one of the recovery codes. */
export const codeBody = v.object({
  code: v.pipe(string, v.trim(), v.minLength(6), v.maxLength(20)),
})

/** `since` null: the provider's identity is not tied to the reader. */
const singleSignOn = v.strictObject({ available: flag, since: maybe(moment) })

/** Either `office` or `enterprise` says where a person belongs. */
const demoAccount = v.strictObject({
  username: string,
  password: string,
  name: string,
  roles: list(v.picklist(Object.keys(roles) as Role[])),
  place: bilingual,
  office: v.exactOptional(string),
  enterprise: v.exactOptional(string),
})
export type DemoAccountView = v.InferOutput<typeof demoAccount>

export const sessionContract = {
  'POST /api/session': {
    body: credentialsBody,
    status: 200,
    description:
      'Signed in; the session is a cookie. `secondFactor`: a code is wanted beside the password',
    answer: v.union([meShape, v.strictObject({ secondFactor: v.literal(true) })]),
  },
  'POST /api/session/code': {
    body: codeBody,
    status: 200,
    description: 'Signed in',
    answer: meShape,
  },
  'DELETE /api/session': { status: 204, description: 'Signed out' },
  'GET /api/me': { status: 200, description: 'The person signed in', answer: meShape },
  'GET /api/session/ways': {
    status: 200,
    description: 'Ways',
    answer: v.strictObject({ singleSignOn: flag }),
  },
  'GET /api/session/oidc': { status: 302, description: 'To the single sign-on' },
  'GET /api/auth/callback/oidc': { status: 302, description: 'Back to the product, signed in' },
  'GET /api/session/oidc/link': {
    status: 200,
    description: 'Whether it is tied',
    answer: singleSignOn,
  },
  'POST /api/session/oidc/link': {
    status: 200,
    description: 'Where to go on',
    answer: v.strictObject({ url: string }),
  },
  'DELETE /api/session/oidc/link': { status: 204, description: 'Untied' },
  'GET /api/demo/accounts': {
    status: 200,
    description: 'Accounts of the demo',
    answer: list(demoAccount),
  },
} as const satisfies ContractRoutes
