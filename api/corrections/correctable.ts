// Which answers of a record may somebody ask to have corrected, and what do they say today?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { correctableQuery } from '../../contract/case/corrections.ts'
import { readStatedFact } from '../../db/cases/corrections/stated-fact.ts'
import { withScope } from '../../db/scope.ts'
import { barredVerb } from '../../domain/engine/judging/barred-verb.ts'
import { mayCorrect } from '../../domain/engine/judging/judge-corrections.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { correctableView } from '../../domain/views/corrections/correction-view.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'

export const createCorrectionRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/:id/corrections',
    describeRoute({
      tags: ['cases'],
      summary: 'Which answers of one record may be corrected; for the offices of the case',
    }),
    checked('query', correctableQuery),
    async (c) => {
      const { actor, scope } = c.var
      const { seq } = c.req.valid('query')
      const { record, fact } = await withScope(deps.connection.pool, scope, async (tx) => {
        const { record } = await caseIn(tx, c.req.param('id'))
        return { record, fact: await readStatedFact(tx, record.id, seq) }
      })
      const process = processOf(deps, record)
      const may =
        barredVerb(process, record, actor, 'request-correction') ??
        mayCorrect(process, record, actor, 'request-correction')
      if (!may.allowed) throw new DomainError(may.code, may.reasons)
      if (!fact) throw new DomainError('not-found')
      return c.json(correctableView(process, record, fact))
    },
  )
