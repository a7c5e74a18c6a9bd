// Who will have a case next, before an act is done: which posts and people, with how much in hand, and who is away?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { readHandlers } from '../db/reads/handlers.ts'
import { withScope } from '../db/reads/scope.ts'
import { substitutesOf } from '../db/substitutions.ts'
import { DomainError } from '../domain/case/errors.ts'
import { nextTasks } from '../domain/case/next-tasks.ts'
import type { NextView } from '../domain/case/task-views.ts'
import { text } from '../domain/case/words.ts'
import { isStaff } from '../domain/organisation/policy.ts'
import { caseIn, processOf } from './case-reading.ts'
import type { ApiEnv, Deps } from './deps.ts'
import { checked, shortText } from './input.ts'
import { groupName } from './names.ts'

export const createNextRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/:id/next',
    describeRoute({ tags: ['cases'], summary: 'Who could have the case next after an act; for the authorities' }),
    checked('query', v.object({ type: shortText })),
    async (c) => {
      const { actor, scope, at } = c.var
      if (!isStaff(actor)) throw new DomainError('not-allowed')
      const { record, tasks, handlers } = await withScope(deps.connection.pool, scope, async (tx) => {
        const { record } = await caseIn(tx, c.req.param('id'))
        const tasks = nextTasks(processOf(deps, record), record, c.req.valid('query').type)
        return { record, tasks, handlers: await readHandlers(tx, [...new Set(tasks.flatMap(({ groups }) => groups))], at) }
      })
      const away = await substitutesOf(deps.connection.db, [...new Set(handlers.map(({ id }) => id))], at)
      const { words } = processOf(deps, record)
      const items = tasks.map(({ state, task, groups }): NextView => {
        const people = handlers.filter(({ grp }) => groups.includes(grp))
        return {
          state: words.states[state] ?? text(state, state),
          task: words.tasks[task] ?? text(task, task),
          posts: groups.map((group) => groupName(group)),
          people: people.map(({ id, name, grp, open }) => {
            const substitute = away.find(({ person, posts }) => person === id && (posts === null || posts.includes(grp)))
            return { name, post: groupName(grp), open, substitute: substitute?.substitute.name ?? null }
          }),
        }
      })
      return c.json({ items })
    },
  )
