// How does one ask over HTTP when a period of law ends, and what the rule book says?
import { Hono } from 'hono'
import type { CalendarSet } from '../domain/calendar/calendar.ts'
import { computeTimeLimit } from '../domain/law/compute.ts'
import type { TimeLimitInput } from '../domain/law/input.ts'
import { ruleBook, ruleRow } from '../domain/law/rule-book.ts'
import { readJson } from './calculations.ts'

/** The calendars in force, read for each question. */
export type TimeLimitDeps = { calendars: () => Promise<CalendarSet> }

/** `POST /compute` and `GET /rules` (`?process=`, `?id=`), for mounting under /api/time-limits. Faults are thrown as `DomainError`. */
export const createTimeLimitRoutes = ({ calendars }: TimeLimitDeps) =>
  new Hono()
    .post('/compute', async (c) => c.json(computeTimeLimit((await readJson(c.req.raw)) as TimeLimitInput, await calendars())))
    .get('/rules', (c) => {
      const [process, id] = [c.req.query('process'), c.req.query('id')]
      const rows = ruleBook.filter((rule) => (process === undefined || rule.process === process) && (id === undefined || rule.id === id))
      return c.json({ items: rows.map(ruleRow) })
    })
