// How does a reporter follow his case, and what has been published for everybody?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import { followBody, noticesQuery } from '../../contract/public/public.ts'
import { readFacts } from '../../db/cases/cases-reads.ts'
import { countWrongCode, findFollowed } from '../../db/cases/follow-codes.ts'
import { readPublished } from '../../db/cases/published-reads.ts'
import { decodeCursor, encodeCursor } from '../../db/keyset.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { isRegion } from '../../domain/organisation/regions.ts'
import {
  type FollowView,
  followView,
  followWaiting,
  plainCode,
  plainNumber,
} from '../../domain/public/follow.ts'
import { publicNotice, publishedTypes } from '../../domain/public/notice.ts'
import { isRightCode } from '../case/follow-code.ts'
import { type ApiEnv, type Deps, decisionContextOf } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { brake, brakes, evenly } from '../http/strangers.ts'
import { processOf } from '../reading/case-reading.ts'

const tags = { tags: ['public'], security: [] }
const leastMs = 250

export const createPublicReading = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post(
      '/follow',
      describeRoute({
        ...tags,
        summary: 'Where a reported matter stands, by number (or receipt) and code',
      }),
      brake(deps, brakes.follow),
      checked('json', followBody),
      async (c) => {
        const { number, code } = c.req.valid('json')
        return c.json(await evenly(leastMs, follow(deps, plainNumber(number), plainCode(code))))
      },
    )
    .get(
      '/notices',
      describeRoute({ ...tags, summary: 'What has been published, newest first' }),
      brake(deps, brakes.notices),
      checked('query', noticesQuery),
      async (c) => c.json(await notices(deps, c.req.valid('query'))),
    )

const noSuch = text('编号或查询码不正确', 'The number or the code is not right')

/** A wrong code and a number that nobody may follow get the same answer, after the same time. */
const follow = async (deps: Deps, number: string, code: string): Promise<FollowView> => {
  const followed = await findFollowed(deps.connection.db, number)
  if (!isRightCode(deps.settings, followed, code)) {
    await countWrongCode(deps.connection.db, followed?.caseId ?? 'no case')
    throw new DomainError('not-found', [noSuch])
  }
  const { record, process, createdAt } = followed as NonNullable<typeof followed>
  if (record === null) return followWaiting(known(deps, process), createdAt)
  const own = [record.region]
  const scope = { regions: own, caseRegions: own, owner: null, person: null }
  const facts = await withScope(deps.connection.pool, scope, (tx) => readFacts(tx, record.id))
  return followView(
    processOf(deps, record),
    record,
    facts,
    await decisionContextOf(deps, await deps.clock.now()),
  )
}

const known = ({ processes }: Pick<Deps, 'processes'>, id: string) => {
  const found = processes[id]
  if (!found) throw new Error(`no process ${id}`)
  return found
}

const notices = async (deps: Deps, query: v.InferOutput<typeof noticesQuery>) => {
  const { region, q } = query
  if (region && !isRegion(region)) return { items: [], cursor: null }
  const types = Object.values(deps.processes)
    .filter(({ id }) => !query.process || id === query.process)
    .flatMap(publishedTypes)
  const after = decodeCursor(query.cursor)
  const { rows, next } = await readPublished(deps.connection.db, {
    types,
    region: region || null,
    q: q?.trim() || null,
    after,
    limit: query.limit,
  })
  const items = rows.map(({ others, ...row }) =>
    publicNotice(known(deps, row.process), row, row, others),
  )
  return { items, cursor: next && encodeCursor(next) }
}
