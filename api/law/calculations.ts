// How does one ask over HTTP for a fine, a level or a grade with its reckoning?
import { toJsonSchema } from '@valibot/to-json-schema'
import { Hono } from 'hono'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { calculationNamed, calculations } from '../../domain/law/calculations/catalogue/registry.ts'
import type { CalendarSet } from '../../domain/time/calendar.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

/** Without calendars the published decrees are used. */
export type CalculationDeps = { calendars?: () => Promise<CalendarSet> }

/** `GET /` lists every calculation with the JSON Schema of its input, `POST /:name` runs one; for mounting under /api/calculations. */
export const createCalculationRoutes = ({
  calendars = async () => decreeCalendars,
}: CalculationDeps = {}) =>
  new Hono()
    .get('/', (c) => c.json({ items: listed }))
    .post('/:name', async (c) =>
      c.json(calculationNamed(c.req.param('name')).run(await readJson(c.req), await calendars())),
    )

/** Checks that JSON Schema cannot say (a real date, say) are left out of it; the server still makes them. */
const listed = calculations.map(({ name, title, article, schema }) => ({
  name,
  title,
  article: article.zh,
  articleText: article,
  schema: toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' }),
}))

/** The JSON body of a request; throws `invalid-json` if it is none. */
export const readJson = async (request: { json: () => Promise<unknown> }): Promise<unknown> => {
  try {
    return await request.json()
  } catch {
    throw new DomainError('invalid-json', [
      text('请求内容不是有效的 JSON', 'The body is not valid JSON'),
    ])
  }
}
