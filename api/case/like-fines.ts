// What have like cases been fined, for whoever plans a fine in a case?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { type LikeFinesView, likeFinesQuery } from '../../contract/case/like-fines.ts'
import { withScope } from '../../db/scope.ts'
import {
  type LikeFineSums,
  readFinedBefore,
  readLikeFineSums,
  readLikeFines,
} from '../../db/statistics/like-fines-reads.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { DiscretionDefinition } from '../../domain/model/statistics-definition.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { fewestTelling, likeSince } from '../../domain/penalties/deviation.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'

const mostShown = 5

export const createLikeFineRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/:id/like-fines',
    describeRoute({
      tags: ['cases'],
      summary: 'What like cases were fined in the two years before; for the authorities',
    }),
    checked('query', likeFinesQuery),
    async (c) => {
      const { actor, scope, at } = c.var
      if (!isStaff(actor)) throw new DomainError('not-allowed')
      const id = c.req.param('id')
      const { cause, of } = c.req.valid('query')
      const ofPersons = of === 'person'
      const today = civilDate(at)
      const since = likeSince(today)
      const { record, discretion, query, hits } = await withScope(
        deps.connection.pool,
        scope,
        async (tx) => {
          const { record } = await caseIn(tx, id)
          const { discretion } = processOf(deps, record)
          const query = {
            process: record.process,
            cause,
            ofPersons,
            since,
            until: today,
            besides: id,
          }
          const hits = discretion ? await readLikeFines(tx, query, mostShown) : []
          return { record, discretion, query, hits }
        },
      )
      const answer: LikeFinesView = {
        since,
        few: fewestTelling,
        planned: ofPersons ? null : (discretion?.planned(record.snapshot.context) ?? null),
        before: null,
        steps: [],
        cases: hits.map(({ step, ...hit }) => ({ ...hit, words: wordsOf(discretion, step) })),
      }
      if (!discretion) return c.json(answer)
      // Not within the scoped read: a second connection would be waited for while one is held.
      const { db } = deps.connection
      const { owner } = record
      const sums = await readLikeFineSums(db, query)
      const before =
        ofPersons || owner === null ? null : await readFinedBefore(db, { ...query, owner })
      return c.json({ ...answer, before, steps: stepsOf(discretion, sums) })
    },
  )

const wordsOf = (discretion: DiscretionDefinition | undefined, step: string) =>
  discretion?.steps[step] ?? { zh: step, en: step }

/** In the order of the standard. Fewer cases than tell something show no sums: they would be those of a place that the reader does not answer for. */
const stepsOf = (
  discretion: DiscretionDefinition,
  sums: readonly LikeFineSums[],
): LikeFinesView['steps'] =>
  Object.entries(discretion.steps).flatMap(([step, words]) => {
    const found = sums.find((one) => one.step === step)
    if (!found) return []
    const { n, lowest, median, highest } = found
    return [{ step, words, n, fines: n < fewestTelling ? null : { lowest, median, highest } }]
  })
