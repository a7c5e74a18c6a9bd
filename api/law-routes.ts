// Where in the API do the reckonings of the law stand, and how are they described?
import { toJsonSchema } from '@valibot/to-json-schema'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { timeLimitSchema } from '../domain/law/input.ts'
import { createCalculationRoutes } from './calculations.ts'
import type { ApiEnv, Deps } from './deps.ts'
import { createTimeLimitRoutes } from './time-limits.ts'

const tags = ['law']
const question = toJsonSchema(timeLimitSchema, { errorMode: 'ignore', typeMode: 'input' })
const json = (schema: object) => ({ required: true, content: { 'application/json': { schema } } })

/** Time limits and calculations; what they are asked is described here, how they reckon stands in domain/law. */
export const createLawRoutes = ({ calendars }: Pick<Deps, 'calendars'>) =>
  new Hono<ApiEnv>()
    .post('/time-limits/compute', describeRoute({ tags, summary: 'When a period of law ends, day by day', requestBody: json(question) }))
    .get('/time-limits/rules', describeRoute({ tags, summary: 'Every rule and version of the rule book' }))
    .get('/calculations', describeRoute({ tags, summary: 'All calculations with the JSON Schema of their input' }))
    .post(
      '/calculations/:name',
      describeRoute({ tags, summary: 'One calculation with its reckoning', requestBody: json({ type: 'object' }) }),
    )
    .route('/time-limits', createTimeLimitRoutes({ calendars }))
    .route('/calculations', createCalculationRoutes({ calendars }))
