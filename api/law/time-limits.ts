// How does one ask over HTTP when a period of law ends, and what the rule book says?
import { Hono } from 'hono'
import type { Books } from '../../domain/change/change.ts'
import { computeTimeLimit } from '../../domain/law/compute.ts'
import type { TimeLimitInput } from '../../domain/law/input.ts'
import { ruleRow } from '../../domain/law/rule-book.ts'
import { readJson } from './calculations.ts'

/** The calendars and rules in force, read for each question. */
export type TimeLimitDeps = { books: () => Promise<Books> }

/** `POST /compute` and `GET /rules` (`?process=`, `?id=`), for mounting under /api/time-limits. Faults are thrown as `DomainError`. */
export const createTimeLimitRoutes = ({ books }: TimeLimitDeps) =>
  new Hono()
    .post('/compute', async (c) => {
      const { calendars, rules } = await books()
      return c.json(computeTimeLimit((await readJson(c.req.raw)) as TimeLimitInput, calendars, { rules }))
    })
    .get('/rules', async (c) => {
      const [process, id] = [c.req.query('process'), c.req.query('id')]
      const rows = [...(await books()).rules.families.values()]
        .flat()
        .filter((rule) => (process === undefined || rule.process === process) && (id === undefined || rule.id === id))
      return c.json({ items: rows.map(ruleRow) })
    })
