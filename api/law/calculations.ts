// How does one ask over HTTP for a fine, a level or a grade with its reckoning, and for the amounts that it counts by?
import { toJsonSchema } from '@valibot/to-json-schema'
import { Hono } from 'hono'
import * as v from 'valibot'
import { examplesQuery, placeQuery } from '../../contract/law/law.ts'
import type { Books } from '../../domain/change/change.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { amountBookRow, amountOn, committedAmounts } from '../../domain/law/amounts/book.ts'
import { newestLaw } from '../../domain/law/calculations/calculation.ts'
import { examplesBy } from '../../domain/law/calculations/catalogue/examples.ts'
import { calculationNamed, calculations } from '../../domain/law/calculations/catalogue/registry.ts'
import { committedRules } from '../../domain/law/rule-book.ts'
import type { Day } from '../../domain/time/days.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { checked } from '../http/input.ts'

/** Without books the committed ones are used; without a day a question that names none is asked of the newest law. */
export type CalculationDeps = { books?: () => Promise<Books>; today?: () => Promise<Day> }

const committed: Books = {
  calendars: decreeCalendars,
  rules: committedRules,
  amounts: committedAmounts,
}

/** `GET /` lists every calculation with the JSON Schema of its input, `POST /:name` runs one; for mounting under /api/calculations. */
export const createCalculationRoutes = ({
  books = async () => committed,
  today,
}: CalculationDeps = {}) =>
  new Hono()
    .get('/', (c) => c.json({ items: listed }))
    .get('/amounts', async (c) => {
      const { amounts } = await books()
      const id = c.req.query('id')
      const rows = [...amounts.families.values()].flat()
      return c.json({
        items: rows.filter((row) => id === undefined || row.id === id).map(amountBookRow),
      })
    })
    .get('/examples', checked('query', examplesQuery), async (c) => {
      const { amount, region } = v.parse(examplesQuery, c.req.query())
      const { amounts } = await books()
      const row = amountOn(amount, (await today?.()) ?? newestLaw, { region }, amounts)
      return c.json({ items: examplesBy(row) })
    })
    .post('/:name', checked('query', placeQuery), async (c) => {
      const { region } = v.parse(placeQuery, c.req.query())
      const { calendars, rules, amounts } = await books()
      const counted = { rules, amounts, region, today: await today?.() }
      const input = await readJson(c.req)
      return c.json(calculationNamed(c.req.param('name')).run(input, calendars, counted))
    })

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
