// Who will have a case next, before an act is done: which posts and people, with how much in hand, and who is away?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { NextView } from '../../contract/case/cases.ts'
import { nextQuery } from '../../contract/case/cases.ts'
import { type Handler, readHandlers } from '../../db/cases/handlers-reads.ts'
import { withScope } from '../../db/scope.ts'
import { peekRules } from '../../db/tasks/routing.ts'
import { type Standing, substitutesOf } from '../../db/tasks/substitutions.ts'
import { expected } from '../../domain/engine/choosing.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { type RoutingRule, ruleFor } from '../../domain/tasks/routing/rules.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { type NextTask, nextTasks } from '../../domain/views/next-tasks.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'
import { groupName } from '../reading/names.ts'

export const createNextRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/:id/next',
    describeRoute({
      tags: ['cases'],
      summary: 'Who could have the case next after an act; for the authorities',
    }),
    checked('query', nextQuery),
    async (c) => {
      const { actor, scope, at } = c.var
      if (!isStaff(actor)) throw new DomainError('not-allowed')
      const found = await withScope(deps.connection.pool, scope, async (tx) => {
        const { record } = await caseIn(tx, c.req.param('id'))
        const tasks = nextTasks(processOf(deps, record), record, c.req.valid('query').type)
        const groups = [...new Set(tasks.flatMap(({ groups, up }) => [...groups, ...up.flat()]))]
        return {
          record,
          tasks,
          handlers: await readHandlers(tx, groups, at),
          rules: await peekRules(tx, groups, at),
        }
      })
      const away = await substitutesOf(
        deps.connection.db,
        [...new Set(found.handlers.map(({ id }) => id))],
        at,
      )
      const items = found.tasks.map((task) =>
        nextView({ ...found, process: processOf(deps, found.record), away, at }, task),
      )
      return c.json({ items })
    },
  )

type Found = {
  process: ProcessDefinition
  record: CaseRecord
  handlers: Handler[]
  rules: RoutingRule[]
  away: Standing[]
  at: Instant
}

/** Who would find it, how a rule would give it out, and where it would go if nobody is there. */
const nextView = (
  { process, record, handlers, rules, away, at }: Found,
  { state, task, groups, up }: NextTask,
): NextView => {
  const { words } = process
  const absent = (id: string, grp: string) =>
    away.find(({ person, posts }) => person === id && (posts === null || posts.includes(grp)))
      ?.substitute.name ?? null
  const people = handlers.filter(({ grp }) => groups.includes(grp))
  const climbs =
    people.length > 0
      ? undefined
      : up.find((level) => handlers.some(({ grp }) => level.includes(grp)))
  const rule = ruleFor(
    process,
    record,
    { groups: [...groups, ...(climbs ?? [])], openedAt: at },
    rules,
  )
  const could =
    rule &&
    handlers
      .filter(({ grp }) => grp === rule.group)
      .map((one) => ({ ...one, away: absent(one.id, one.grp) !== null }))
  return {
    state: words.states[state] ?? text(state, state),
    task: words.tasks[task] ?? text(task, task),
    posts: groups.map((group) => groupName(group)),
    people: people.map(({ id, name, grp, open }) => ({
      name,
      post: groupName(grp),
      open,
      substitute: absent(id, grp),
    })),
    ...(rule && could ? { rule: expected(rule, could) } : {}),
    ...(climbs ? { climbs: climbs.map((group) => groupName(group)) } : {}),
  }
}
