// What has been told to others, word for word, and who has acknowledged it?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { withScope } from '../../db/reads/scope.ts'
import { readWarnings, readWarningText } from '../../db/reads/warnings.ts'
import { DomainError } from '../../domain/case/errors.ts'
import { instant } from '../../domain/case/instant.ts'
import { text } from '../../domain/case/words.ts'
import { isStaff, type Scope } from '../../domain/organisation/policy.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { checked } from '../input.ts'
import { regionName } from '../organisation/names.ts'

const asked = v.object({ alarm: v.optional(v.pipe(v.string(), v.uuid())) })
const described = (summary: string) => describeRoute({ tags: ['devices'], summary })
const moment = (at: string | null) => (at === null ? null : instant(at))

export const createWarningRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/', described('Warnings that have left, and what their receivers answered'), checked('query', asked), async (c) => {
      const { alarm = null } = c.req.valid('query')
      const hits = await withScope(deps.connection.pool, scopeOf(c), (tx) => readWarnings(tx, alarm))
      return c.json({
        items: hits.map(({ sent, region, deliveries, ...hit }) => ({
          ...{ ...hit, sent: instant(sent), region: regionName(region) },
          deliveries: deliveries.map((one) => ({ ...one, answeredAt: moment(one.answeredAt) })),
        })),
      })
    })
    .get('/:identifier', described('A warning as it was sent: CAP 1.2 and GeoJSON'), async (c) => {
      const found = await withScope(deps.connection.pool, scopeOf(c), (tx) => readWarningText(tx, c.req.param('identifier')))
      if (!found) throw new DomainError('not-found')
      return c.json(found)
    })

const scopeOf = ({ var: { actor, scope } }: Context<ApiEnv>): Scope => {
  if (isStaff(actor)) return scope
  throw new DomainError('not-allowed', [text('供监管人员使用', 'For the people of the authorities')])
}
