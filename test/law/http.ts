// How do tests ask the two sub-apps as the whole application would?
import { Hono } from 'hono'
import { createCalculationRoutes } from '../../api/law/calculations.ts'
import { createTimeLimitRoutes } from '../../api/law/time-limits.ts'
import { DomainError, toProblem } from '../../domain/language/errors.ts'
import { committedAmounts } from '../../domain/law/amounts/book.ts'
import { committedRules } from '../../domain/law/rule-book.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

const app = new Hono()
  .route(
    '/api/time-limits',
    createTimeLimitRoutes({
      books: async () => ({
        calendars: decreeCalendars,
        rules: committedRules,
        amounts: committedAmounts,
      }),
    }),
  )
  .route('/api/calculations', createCalculationRoutes())
  .onError((error, c) => {
    if (!(error instanceof DomainError)) throw error
    const problem = toProblem(error)
    return c.json(problem, problem.status, { 'content-type': 'application/problem+json' })
  })

export type Answered = { status: number; type: string; body: Record<string, unknown> }

const answered = async (response: Response): Promise<Answered> => ({
  status: response.status,
  type: response.headers.get('content-type') ?? '',
  body: (await response.json()) as Record<string, unknown>,
})

export const get = async (path: string): Promise<Answered> => answered(await app.request(path))

/** Posts an object as JSON, or a string as it is. */
export const post = async (path: string, body: unknown): Promise<Answered> =>
  answered(
    await app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )
