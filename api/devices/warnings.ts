// What has been told to others, word for word, and who has acknowledged it?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { warningDocumentQuery, warningsQuery } from '../../contract/devices/warnings.ts'
import {
  readWarning,
  readWarnings,
  readWarningText,
  type WarningHit,
} from '../../db/alarms/warnings-reads.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { isStaff, type Scope } from '../../domain/organisation/policy.ts'
import { mayWarn } from '../../domain/warning/policy.ts'
import type { WarningRow, WarningView } from '../../domain/warning/views.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { regionName } from '../reading/names.ts'
import { createGivingRoutes } from './warning-giving.ts'

const files = {
  cap: { type: 'application/cap+xml', ending: 'xml' },
  geojson: { type: 'application/geo+json', ending: 'geojson' },
}
const described = (summary: string) => describeRoute({ tags: ['warnings'], summary })

export const createWarningRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      described('Warnings that have left, and what their receivers answered'),
      checked('query', warningsQuery),
      async (c) => {
        const { incident = null } = c.req.valid('query')
        const hits = await withScope(deps.connection.pool, scopeOf(c), (tx) =>
          readWarnings(tx, incident),
        )
        return c.json({
          items: hits.map(warningRow),
          mayGive: scopeOf(c).regions.some((region) => mayWarn(c.var.actor, region)),
        })
      },
    )
    .get(
      '/:identifier',
      described('A warning: what it says, whom it has reached, and what was said before and since'),
      async (c) => c.json(await warningFor(deps, c, c.req.param('identifier'))),
    )
    .get(
      '/:identifier/document',
      described('Byte for byte as it was sent: CAP 1.2 or GeoJSON'),
      checked('query', warningDocumentQuery),
      async (c): Promise<Response> =>
        documentFor(deps, c, c.req.param('identifier'), c.req.valid('query').format),
    )
    .route('/', createGivingRoutes(deps))

const scopeOf = ({ var: { actor, scope } }: Context<ApiEnv>): Scope => {
  if (isStaff(actor)) return scope
  throw new DomainError('not-allowed', [
    text('供监管人员使用', 'For the people of the authorities'),
  ])
}

const warningRow = (hit: WarningHit): WarningRow => ({ ...hit, region: regionName(hit.region) })

const warningFor = async (
  deps: Deps,
  c: Context<ApiEnv>,
  identifier: string,
): Promise<WarningView> => {
  const found = await withScope(deps.connection.pool, scopeOf(c), (tx) =>
    readWarning(tx, identifier),
  )
  if (!found) throw new DomainError('not-found')
  const mayFollow = found.last && found.type !== 'Cancel' && mayWarn(c.var.actor, found.region)
  return { ...found, region: regionName(found.region), mayFollow }
}

const documentFor = async (
  deps: Deps,
  c: Context<ApiEnv>,
  identifier: string,
  wanted: 'cap' | 'geojson',
): Promise<Response> => {
  const content = await withScope(deps.connection.pool, scopeOf(c), (tx) =>
    readWarningText(tx, identifier, wanted),
  )
  if (content === null) throw new DomainError('not-found')
  const { type, ending } = files[wanted]
  return c.body(content, 200, {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${encodeURIComponent(identifier)}.${ending}"`,
  })
}
