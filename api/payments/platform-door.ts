// Does a message really come from the treasury's platform, and what is answered to it?
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { isRequestSigned } from '../../domain/identity/request-signature.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { movement, statement } from '../../domain/payments/platform.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { invalid, issuesOf } from '../http/input.ts'
import { takeMovement } from './intake.ts'
import { reconcile } from './reconciling.ts'

/** By its own signature, which no account has. */
const described = (summary: string) =>
  describeRoute({ tags: ['payments'], summary, security: [{ platformSignature: [] }] })

export const createPlatformDoor = (deps: Deps, open: MiddlewareHandler<ApiEnv>) =>
  new Hono<ApiEnv>()
    .post(
      '/receipts',
      open,
      described('The platform tells of a payment or a refund'),
      async (c) => {
        const told = await signed(deps, c, movement)
        const { serial, state } = await takeMovement(deps, told, 'callback')
        return c.json({ serial, state })
      },
    )
    .post('/statements', open, described('The platform sends the file of a day'), async (c) =>
      c.json(await reconcile(deps, await signed(deps, c, statement))),
    )

/** In milliseconds: clocks differ, and an old message is not sent again as a new one. */
const freshMs = 300_000

/** Signature and moment first: whoever is not the platform learns nothing of what a message has to look like. */
const signed = async <Schema extends v.GenericSchema>(
  { settings: { paymentSecret } }: Pick<Deps, 'settings'>,
  c: Context<ApiEnv>,
  schema: Schema,
): Promise<v.InferOutput<Schema>> => {
  const body = await c.req.text()
  const timestamp = c.req.header('x-timestamp') ?? ''
  const signature = c.req.header('x-signature') ?? ''
  const fresh = /^\d{13}$/.test(timestamp) && Math.abs(Date.now() - Number(timestamp)) <= freshMs
  const request = { method: 'POST' as const, path: c.req.path, timestamp, body }
  if (!paymentSecret || !fresh || !isRequestSigned(paymentSecret, request, signature))
    throw new DomainError('unauthenticated')
  const parsed = v.safeParse(schema, read(body))
  if (!parsed.success) throw invalid(issuesOf(parsed.issues))
  return parsed.output
}

const read = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    throw new DomainError('invalid-json')
  }
}
