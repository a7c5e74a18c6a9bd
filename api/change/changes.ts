// Where is a change of calendars, rules or promises proposed, tried out, decided by somebody else, and followed until it has reached every case?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { changeBody, changesQuery } from '../../contract/change/changes.ts'
import { line, pageQuery, reasonedAtLength, remarked } from '../../contract/parts/date-inputs.ts'
import { listProposals } from '../../db/change/proposals.ts'
import { administratorOf } from '../../domain/change/proposal.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { decide, propose, tryOut } from './change-acts.ts'
import { pageOf, viewOf, wordsOf } from './change-reading.ts'
import { amountsToEnter, enterableRules, proposalRow } from './change-views.ts'
import { renew } from './previews.ts'

export type ChangeDeps = Pick<
  Deps,
  'connection' | 'books' | 'reprojections' | 'log' | 'processes' | 'processFor'
>

const one = v.object({ id: line(80) })

const described = (summary: string) => describeRoute({ tags: ['law'], summary })

export const createChangeRoutes = (deps: ChangeDeps) =>
  new Hono<ApiEnv>()
    .route('/', decisions(deps))
    .get(
      '/',
      described('Proposed changes of calendars, rules and promises, newest first'),
      checked('query', changesQuery),
      async (c) => {
        administratorOf(c.get('actor'))
        const { status, about, limit } = c.req.valid('query')
        const rows = await listProposals(deps.connection.db, { status, about, limit })
        const words = await wordsOf(deps.connection.db, rows)
        return c.json({ items: rows.map((one) => proposalRow(one, words)) })
      },
    )
    .get('/rules', described('Rules that a version or a promise may be entered for'), async (c) => {
      administratorOf(c.get('actor'))
      return c.json({ items: enterableRules(deps.processes, await deps.books(), c.get('at')) })
    })
    .get('/amounts', described('Amounts that a version may be entered for'), async (c) => {
      administratorOf(c.get('actor'))
      return c.json({ items: amountsToEnter(await deps.books(), c.get('at')) })
    })
    .post(
      '/',
      described(
        'Propose days, a version of a rule or of an amount, a promise, or taking one back; its dry run begins',
      ),
      checked('json', changeBody),
      async (c) => c.json(await propose(deps, c, c.req.valid('json')), 201),
    )
    .post(
      '/preview',
      described('Dry run: what would move; nothing is stored'),
      checked('json', changeBody),
      async (c) =>
        c.json(await tryOut(deps, c.var, c.req.valid('json').proposed, c.req.raw.signal)),
    )
    .route('/', proposal(deps))

const proposal = (deps: ChangeDeps) =>
  new Hono<ApiEnv>()
    .get(
      '/:id',
      described('A proposal with its preview, what really moved, and why not alike'),
      checked('param', one),
      async (c) => c.json(await viewOf(deps, c.var, c.req.valid('param').id)),
    )
    .get(
      '/:id/moves',
      described('Every period that moves'),
      checked('param', one),
      checked('query', pageQuery),
      async (c) =>
        c.json(
          await pageOf(
            deps,
            c.var,
            { id: c.req.valid('param').id, part: 'moves' },
            c.req.valid('query'),
          ),
        ),
    )
    .get(
      '/:id/differences',
      described('Every period that moved otherwise'),
      checked('param', one),
      checked('query', pageQuery),
      async (c) =>
        c.json(
          await pageOf(
            deps,
            c.var,
            { id: c.req.valid('param').id, part: 'differences' },
            c.req.valid('query'),
          ),
        ),
    )

const decisions = (deps: ChangeDeps) =>
  new Hono<ApiEnv>()
    .post(
      '/:id/preview',
      described('Run the dry run again, from what is in force now'),
      checked('param', one),
      async (c) => {
        const { id } = c.req.valid('param')
        await renew(deps, administratorOf(c.get('actor')), id, c.get('at'))
        return c.json(await viewOf(deps, c.var, id))
      },
    )
    .post(
      '/:id/approval',
      described('Approve: it is in force and the running cases follow'),
      checked('param', one),
      checked('json', remarked),
      async (c) =>
        c.json(
          await decide(deps, c.var, c.req.valid('param').id, {
            type: 'approve',
            ...c.req.valid('json'),
          }),
        ),
    )
    .post(
      '/:id/rejection',
      described('Reject, with the reason'),
      checked('param', one),
      checked('json', reasonedAtLength),
      async (c) =>
        c.json(
          await decide(deps, c.var, c.req.valid('param').id, {
            type: 'reject',
            ...c.req.valid('json'),
          }),
        ),
    )
    .post(
      '/:id/withdrawal',
      described('Withdraw one’s own proposal'),
      checked('param', one),
      checked('json', remarked),
      async (c) =>
        c.json(
          await decide(deps, c.var, c.req.valid('param').id, {
            type: 'withdraw',
            ...c.req.valid('json'),
          }),
        ),
    )
