// Is this process alive and ready, and how does it do?
import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { Registry } from 'prom-client'
import { DomainError } from '../../domain/language/errors.ts'
import { hasMachineScope } from '../../domain/organisation/policy.ts'
import { identify } from '../http/auth.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'

/** Liveness asks nobody; readiness asks the database; neither asks Temporal, which may be away while people read. */
export const createOperationRoutes = (deps: Deps, registry: Registry) =>
  new Hono<ApiEnv>()
    .get(
      '/healthz',
      describeRoute({ tags: ['operation'], summary: 'The process is alive', security: [] }),
      (c) => c.json({ ok: true }),
    )
    .get(
      '/readyz',
      describeRoute({ tags: ['operation'], summary: 'The process can serve', security: [] }),
      async (c) => {
        if (deps.stopping()) throw new DomainError('unavailable')
        await deps.connection.db.execute(sql`SELECT 1`)
        return c.json({ ok: true })
      },
    )
    .get(
      '/metrics',
      describeRoute({
        tags: ['operation'],
        summary: 'Numbers for Prometheus; outside the demo with a token of scope metrics:read',
      }),
      async (c) => {
        if (!deps.settings.demo) {
          const { actor } = await identify(deps, c.req.raw.headers, await deps.clock.now())
          if (!hasMachineScope(actor, 'metrics:read')) throw new DomainError('not-allowed')
        }
        return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
      },
    )
