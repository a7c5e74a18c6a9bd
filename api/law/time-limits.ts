// How does one ask over HTTP when a period of law ends, and what the rule book says?
import { Hono } from 'hono'
import type { Books } from '../../domain/change/change.ts'
import { computeTimeLimit } from '../../domain/law/compute.ts'
import type { TimeLimitInput } from '../../domain/law/input.ts'
import { ruleRow } from '../../domain/law/rule-book.ts'
import type { Effort } from '../../domain/time/effort.ts'
import { readJson } from './calculations.ts'
import { createPace, type Pace } from './pace.ts'

/** The calendars and rules in force, read for each question. */
export type TimeLimitDeps = { books: () => Promise<Books> }

/** `POST /compute` and `GET /rules` (`?process=`, `?id=`), for mounting under /api/time-limits. Faults are thrown as `DomainError`. */
export const createTimeLimitRoutes = ({ books }: TimeLimitDeps, pace: Pace = createPace()) =>
  new Hono()
    .post('/compute', async (c) => {
      const { calendars, rules } = await books()
      const question = (await readJson(c.req)) as TimeLimitInput
      return c.json(
        await reckoned((effort) => computeTimeLimit(question, calendars, { rules, effort }), pace),
      )
    })
    .get('/rules', async (c) => {
      const [process, id] = [c.req.query('process'), c.req.query('id')]
      const rows = [...(await books()).rules.families.values()]
        .flat()
        .filter(
          (rule) =>
            (process === undefined || rule.process === process) &&
            (id === undefined || rule.id === id),
        )
      return c.json({ items: rows.map(ruleRow) })
    })

/** Ten years of days are reckoned at once; whatever takes longer waits for its turn. */
const atOnce = 3_660

const reckoned = async <Result>(
  reckon: (effort: Effort) => Result,
  pace: Pace,
): Promise<Result> => {
  const effort = { spent: 0, most: atOnce }
  try {
    return reckon(effort)
  } catch (error) {
    if (effort.spent <= atOnce) throw error
  }
  return pace(() => reckon({ spent: 0 }))
}
