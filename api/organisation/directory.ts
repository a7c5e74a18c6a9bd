// Whom and which enterprise can a form name?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import { enterpriseQuery, peopleQuery } from '../../contract/organisation/enterprises.ts'
import {
  type Choice,
  readColleagues,
  readEnterprises,
  readOfficials,
} from '../../db/organisation/directory-reads.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { definitionOf } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { groupsOf, type Person } from '../../domain/organisation/actor.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { regionsAbove } from '../../domain/organisation/regions.ts'
import { leadsOneOf } from '../../domain/organisation/team.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { authorOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'
import { officeName, regionName, roleName } from '../reading/names.ts'
import { officersFor } from './officer-choice.ts'

export const createDirectoryRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/enterprises',
      describeRoute({
        tags: ['directory'],
        summary: 'Enterprises in scope, by name, code or pinyin initials',
      }),
      checked('query', enterpriseQuery),
      async (c) => {
        const { q, limit } = c.req.valid('query')
        const scope = c.get('scope')
        const rows = await withScope(deps.connection.pool, scope, (tx) =>
          readEnterprises(tx, scope, q.trim(), limit),
        )
        return c.json({
          items: rows.map(({ id, name, code, region, industry, address, principal }) => ({
            id,
            name,
            code,
            region: regionName(region),
            industry,
            address,
            principal,
          })),
        })
      },
    )
    .get(
      '/people',
      describeRoute({
        tags: ['directory'],
        summary: 'People to whom a task can be transferred or copied, or whom an act may name',
      }),
      checked('query', peopleQuery),
      async (c) => {
        const query = c.req.valid('query')
        const { scope, at } = c.var
        const self = authorOf(c.get('actor'))
        if (self.kind !== 'person') throw new DomainError('not-allowed')
        const found = await withScope(deps.connection.pool, scope, async (tx) => {
          const { record } = await caseIn(tx, query.case)
          const { act } = query
          return act === undefined
            ? workersOf(tx, { query, record, self, at })
            : nameable(deps, tx, { act, record, self, at })
        })
        return c.json({
          items: [
            ...(query.act === undefined && query.verb === 'add-signer' ? postsOf(found) : []),
            ...found.map(choice),
          ],
        })
      },
    )

type Asked = { record: CaseRecord; self: Person; at: Instant }

/** To whom a task goes by the verb, or who is asked to sign or read. */
const workersOf = (
  tx: Reader,
  { query, record, self, at }: Asked & { query: v.InferOutput<typeof peopleQuery> },
): Promise<Choice[]> | Choice[] => {
  if (query.verb === 'copy' || query.verb === 'add-signer' || query.verb === 'delegate')
    return self.enterprise === null
      ? readOfficials(tx, regionsAbove(record.region), self.id, at)
      : []
  const of =
    query.verb === 'reassign'
      ? groupsOfLed(record, self, query.task)
      : groupsOfTasks(record, self, query.task)
  return readColleagues(tx, of, query.verb === 'reassign' ? '' : self.id, at)
}

/** Whom an act may name. */
const nameable = (
  deps: Deps,
  tx: Reader,
  { act, record, self, at }: Asked & { act: string },
): Promise<Choice[]> | Choice[] => {
  const choice = definitionOf(processOf(deps, record), act)?.officer
  return choice && isStaff(self) ? officersFor(tx, { choice, record, at }) : []
}

/** The groups of the named task, or of all tasks that are the person's own; of other people's tasks he learns nobody. */
const groupsOfTasks = (
  { openTasks }: CaseRecord,
  self: Person,
  task: string | undefined,
): string[] => {
  const own = groupsOf(self)
  const mine = Object.values(openTasks).filter(
    ({ id, groups }) =>
      groups.some((group) => own.includes(group)) && (task === undefined || id === task),
  )
  return [...new Set(mine.flatMap(({ groups }) => groups))]
}

/** The groups of tasks in offices that the person is at the head of. */
const groupsOfLed = ({ openTasks }: CaseRecord, self: Person, task: string | undefined): string[] =>
  Object.values(openTasks)
    .filter(({ id, groups }) => leadsOneOf(self, groups) && (task === undefined || id === task))
    .flatMap(({ groups }) => groups)

const choice = ({ id, name, office, role }: Choice) => ({
  id,
  name,
  office: officeName(office),
  role: roleName(role),
})

/** The posts that these people hold, each once: whoever holds it may sign. */
const postsOf = (found: Choice[]) => {
  const posts = new Map(
    found.map(({ office, role }) => [
      `${office}/${role}`,
      { office: officeName(office), role: roleName(role) },
    ]),
  )
  return [...posts].map(([id, { office, role }]) => ({
    id,
    name: `${role.zh}（${office.zh}）`,
    office,
    role: wholePost,
  }))
}
const wholePost = text('本岗位任何一人', 'Anybody in this post')
