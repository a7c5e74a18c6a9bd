// Where is a change of calendars, rules or promises proposed, tried out, decided by somebody else, and followed until it has reached every case?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { listProposals } from '../../db/change/proposals.ts'
import { administratorOf } from '../../domain/change/proposal.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked, cursor, limit } from '../http/input.ts'
import { decide, propose, tryOut } from './change-acts.ts'
import { pageOf, viewOf, wordsOf } from './change-reading.ts'
import { enterableRules, proposalRow } from './change-views.ts'
import { renew } from './previews.ts'

export type ChangeDeps = Pick<Deps, 'connection' | 'books' | 'reprojections' | 'log' | 'processes' | 'processFor'>

const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max))
const days = v.pipe(v.array(v.pipe(v.string(), v.isoDate())), v.maxLength(366))
export const noticeDays = { decree: line(200), source: line(500), off: days, work: days }
const region = v.nullable(v.pipe(v.string(), v.regex(/^\d{6}$/)))
const terms = {
  rule: line(100),
  region,
  from: v.pipe(v.string(), v.isoDate()),
  n: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650)),
  source: line(500),
  running: v.nullable(line(500)),
}
const bilingual = v.strictObject({ zh: line(200), en: line(200) })
const proposed = v.variant('kind', [
  v.strictObject({ kind: v.literal('year'), year: v.pipe(v.number(), v.integer()), ...noticeDays }),
  v.strictObject({ kind: v.literal('override'), region, name: v.optional(v.nullable(line(60)), null), ...noticeDays }),
  v.strictObject({ kind: v.literal('rule'), ...terms, norm: bilingual, article: bilingual, confidence: v.picklist(['V', 'V*', 'M', 'D']) }),
  v.strictObject({ kind: v.literal('promise'), ...terms }),
  v.strictObject({ kind: v.literal('revoke'), proposal: line(80) }),
])
const opinion = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1_000)), '')
const request = v.strictObject({ proposed, reason: opinion })
const said = v.strictObject({ reason: opinion })
const one = v.object({ id: line(80) })
const listed = v.object({
  status: v.optional(v.picklist(['proposed', 'approved', 'rejected', 'withdrawn'])),
  about: v.optional(v.picklist(['calendar', 'rule'])),
  limit,
})
const part = v.object({ id: line(80), part: v.picklist(['moves', 'differences']) })

const described = (summary: string) => describeRoute({ tags: ['law'], summary })

export const createChangeRoutes = (deps: ChangeDeps) =>
  new Hono<ApiEnv>()
    .route('/', decisions(deps))
    .get('/', described('Proposed changes of calendars, rules and promises, newest first'), checked('query', listed), async (c) => {
      administratorOf(c.get('actor'))
      const { status, about, limit } = c.req.valid('query')
      const rows = await listProposals(deps.connection.db, { status, about, limit })
      const words = await wordsOf(deps.connection.db, rows)
      return c.json({ items: rows.map((one) => proposalRow(one, words)) })
    })
    .get('/rules', described('Rules that a version or a promise may be entered for'), async (c) => {
      administratorOf(c.get('actor'))
      return c.json({ items: enterableRules(deps.processes, await deps.books(), c.get('at')) })
    })
    .post(
      '/',
      described('Propose days, a version of a rule, a promise, or taking one back; its dry run begins'),
      checked('json', request),
      async (c) => c.json(await propose(deps, c, c.req.valid('json')), 201),
    )
    .post('/preview', described('Dry run: what would move; nothing is stored'), checked('json', request), async (c) =>
      c.json(await tryOut(deps, c.var, c.req.valid('json').proposed, c.req.raw.signal)),
    )
    .get('/:id', described('A proposal with its preview, what really moved, and why not alike'), checked('param', one), async (c) =>
      c.json(await viewOf(deps, c.var, c.req.valid('param').id)),
    )
    .get(
      '/:id/:part',
      described('Every period that moves, or moved otherwise'),
      checked('param', part),
      checked('query', v.object({ limit, cursor })),
      async (c) => c.json(await pageOf(deps, c.var, c.req.valid('param'), c.req.valid('query'))),
    )

const decisions = (deps: ChangeDeps) =>
  new Hono<ApiEnv>()
    .post('/:id/preview', described('Run the dry run again, from what is in force now'), checked('param', one), async (c) => {
      const { id } = c.req.valid('param')
      await renew(deps, administratorOf(c.get('actor')), id, c.get('at'))
      return c.json(await viewOf(deps, c.var, id))
    })
    .post(
      '/:id/approval',
      described('Approve: it is in force and the running cases follow'),
      checked('param', one),
      checked('json', said),
      async (c) => c.json(await decide(deps, c.var, c.req.valid('param').id, { type: 'approve', ...c.req.valid('json') })),
    )
    .post(
      '/:id/rejection',
      described('Reject, with the reason'),
      checked('param', one),
      checked('json', v.strictObject({ reason: line(1_000) })),
      async (c) => c.json(await decide(deps, c.var, c.req.valid('param').id, { type: 'reject', ...c.req.valid('json') })),
    )
    .post('/:id/withdrawal', described('Withdraw one’s own proposal'), checked('param', one), checked('json', said), async (c) =>
      c.json(await decide(deps, c.var, c.req.valid('param').id, { type: 'withdraw', ...c.req.valid('json') })),
    )
