// Where in the API do the reckonings of the law stand, and how are they described?
import { toJsonSchema } from '@valibot/to-json-schema'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { describeRoute } from 'hono-openapi'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { timeLimitSchema } from '../../domain/law/input.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { createCalculationRoutes } from './calculations.ts'
import { createTimeLimitRoutes } from './time-limits.ts'

const everybody = { tags: ['law'], security: [] }
const question = toJsonSchema(timeLimitSchema, { errorMode: 'ignore', typeMode: 'input' })
const json = (schema: object) => ({ required: true, content: { 'application/json': { schema } } })

/** The longest question that can be meant: two hundred substances, five hundred penalties. */
const longestQuestion = 64 * 1024
const smallQuestions = bodyLimit({
  maxSize: longestQuestion,
  onError: () => {
    throw new DomainError('file-too-large', [
      text('请求内容超过 64 KB', 'The body is larger than 64 KB'),
    ])
  },
})

/** Time limits and calculations, open to everybody: public law, no personal data. How they reckon stands in domain/law. */
export const createLawRoutes = (
  deps: Pick<Deps, 'books' | 'clock'>,
  open: MiddlewareHandler<ApiEnv>,
) =>
  new Hono<ApiEnv>()
    .use('/time-limits/*', open, smallQuestions)
    .use('/calculations/*', open, smallQuestions)
    .post(
      '/time-limits/compute',
      describeRoute({
        ...everybody,
        summary: 'When a period of law ends, day by day',
        requestBody: json(question),
      }),
    )
    .get(
      '/time-limits/rules',
      describeRoute({ ...everybody, summary: 'Every rule and version of the rule book' }),
    )
    .get(
      '/calculations',
      describeRoute({
        ...everybody,
        summary: 'All calculations with the JSON Schema of their input',
      }),
    )
    .get(
      '/calculations/amounts',
      describeRoute({ ...everybody, summary: 'Every amount and version of the rule book' }),
    )
    .get(
      '/calculations/examples',
      describeRoute({
        ...everybody,
        summary: 'Worked examples that count by an amount, as it is in force today',
      }),
    )
    .post(
      '/calculations/:name',
      describeRoute({
        ...everybody,
        summary: 'One calculation with its reckoning',
        requestBody: json({ type: 'object' }),
      }),
    )
    .route('/time-limits', createTimeLimitRoutes(deps))
    .route(
      '/calculations',
      createCalculationRoutes({
        books: deps.books,
        today: async () => civilDate(await deps.clock.now()),
      }),
    )
