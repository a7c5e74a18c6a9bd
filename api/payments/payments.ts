// Which payment codes has a case, what differs of the money, and who clears it?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { clearBody } from '../../contract/payments/payments.ts'
import { clearDifference } from '../../db/payments/differences.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { differenceFor, differencesFor, paymentsOf } from './payment-reading.ts'

const described = (summary: string) => describeRoute({ tags: ['payments'], summary })

export const createCasePayments = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/:id/payments',
    described('Payment codes of a case, and what was paid under them'),
    async (c) => c.json(await paymentsOf(deps, c.var, c.req.param('id'))),
  )

export const createPaymentRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/differences', described('What of the money has to be cleared'), async (c) =>
      c.json(await differencesFor(deps, c.var)),
    )
    .post(
      '/differences/:id/clear',
      described('Clear what differs, and say how'),
      checked('json', clearBody),
      async (c) => {
        const { actor, at } = c.var
        const id = c.req.param('id')
        if (actor.kind !== 'person') throw new DomainError('not-allowed')
        await differenceFor(deps, c.var, id)
        const { how } = c.req.valid('json')
        const by = { id: actor.id, name: actor.name, how, at }
        const cleared = await clearDifference(deps.connection.db, id, by)
        const now = await differenceFor(deps, c.var, id)
        // Sent twice, it is cleared once; somebody else's answer is not overwritten in silence.
        if (!cleared && (now.cleared?.by !== actor.name || now.cleared.how !== how))
          throw new DomainError('stale-revision')
        return c.json(now)
      },
    )
