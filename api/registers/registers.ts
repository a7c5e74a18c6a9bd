// Which registers are there, what stands in them, and who changes it?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { remarked } from '../../contract/parts/date-inputs.ts'
import { entriesQuery, registerChangeBody } from '../../contract/registers/registers.ts'
import { decodeCursor } from '../../db/keyset.ts'
import type { Decision } from '../../domain/change/four-eyes.ts'
import { mayReadRegister, readerOf } from '../../domain/registers/entry.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { beginCase } from './entry-case.ts'
import { decideChange, proposeChange } from './register-acts.ts'
import { entriesFor, entryFor, proposerOf, registerIn, waitingFor } from './register-reading.ts'
import { registerView, shelfOf } from './register-views.ts'

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const decisions = {
  approval: 'approve',
  rejection: 'reject',
  withdrawal: 'withdraw',
} as const satisfies Record<string, Decision>
const one = v.object({
  register: id,
  id,
  decision: v.picklist(['approval', 'rejection', 'withdrawal']),
})

const described = (summary: string) => describeRoute({ tags: ['registers'], summary })

export const createRegisterRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/', described('The registers that the reader may read'), (c) =>
      c.json({
        items: Object.values(deps.registers).flatMap((one) =>
          mayReadRegister(one, readerOf(c.get('actor'))) ? [shelfOf(one)] : [],
        ),
      }),
    )
    .get(
      '/:register',
      described('What a register keeps, and the form of a new entry for whoever may propose one'),
      (c) => {
        const reader = readerOf(c.get('actor'))
        const register = registerIn(deps, c.req.param('register'), reader)
        return c.json(
          registerView(register, {
            reader,
            seen: c.get('scope').regions,
            person: proposerOf(c.var),
          }),
        )
      },
    )
    .get(
      '/:register/entries',
      described('Entries in scope, by due date or as they were entered'),
      checked('query', entriesQuery),
      async (c) => {
        const { cursor, ...filter } = c.req.valid('query')
        const register = registerIn(deps, c.req.param('register'), readerOf(c.get('actor')))
        return c.json(
          await entriesFor(deps, register, c.var, { ...filter, after: decodeCursor(cursor) }),
        )
      },
    )
    .get('/:register/entries/:id', described('One entry with every change of it'), async (c) => {
      const register = registerIn(deps, c.req.param('register'), readerOf(c.get('actor')))
      return c.json(await entryFor(deps, register, c.var, c.req.param('id')))
    })
    .get('/:register/changes', described('What waits for a second person'), async (c) => {
      const register = registerIn(deps, c.req.param('register'), readerOf(c.get('actor')))
      return c.json({ items: await waitingFor(deps, register, c.var) })
    })
    .route('/', writing(deps))

const writing = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post(
      '/:register/entries/:id/case',
      described('Begin the case as which an entry is carried out'),
      async (c) => {
        const register = registerIn(deps, c.req.param('register'), readerOf(c.get('actor')))
        return c.json(await beginCase(deps, c, register, c.req.param('id')), 201)
      },
    )
    .post(
      '/:register/changes',
      described('Propose a new entry, or a change of one'),
      checked('json', registerChangeBody),
      async (c) => {
        const register = registerIn(deps, c.req.param('register'), readerOf(c.get('actor')))
        return c.json(await proposeChange(deps, c, register, c.req.valid('json')), 201)
      },
    )
    .post(
      '/:register/changes/:id/:decision',
      described('Confirm, refuse or withdraw a change: `approval`, `rejection`, `withdrawal`'),
      checked('param', one),
      checked('json', remarked),
      async (c) => {
        const { register, id, decision } = c.req.valid('param')
        const { reason } = c.req.valid('json')
        const found = registerIn(deps, register, readerOf(c.get('actor')))
        return c.json(await decideChange(deps, c, found, { id, type: decisions[decision], reason }))
      },
    )
