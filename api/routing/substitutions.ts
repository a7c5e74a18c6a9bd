// Who stands in for whom, and how is that ordered and ended (代理)?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import { reasoned } from '../../contract/parts/given.ts'
import type { SubstitutionPage, SubstitutionView } from '../../contract/routing/substitutions.ts'
import { substitutionBody, substitutionsQuery } from '../../contract/routing/substitutions.ts'
import { readHandlers } from '../../db/cases/handlers-reads.ts'
import { decodeCursor, encodeCursor } from '../../db/keyset.ts'
import { personOf } from '../../db/organisation/accounts.ts'
import { readColleagues, readOfficials } from '../../db/organisation/directory-reads.ts'
import { withScope } from '../../db/scope.ts'
import {
  endSubstitution,
  findSubstitution,
  type KnownSubstitution,
  keepSubstitution,
  ownPostsOf,
  readSubstitutions,
} from '../../db/tasks/substitution-orders.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Actor, Person } from '../../domain/organisation/actor.ts'
import { enterpriseOffice } from '../../domain/organisation/offices.ts'
import { ownPosts } from '../../domain/organisation/own-posts.ts'
import { regionsKept } from '../../domain/organisation/personnel.ts'
import { type Region, regionsBelow } from '../../domain/organisation/regions.ts'
import { enterpriseRoles } from '../../domain/organisation/roles.ts'
import {
  coveredOf,
  faultsOf,
  type Grant,
  groupOfPost,
  isCovered,
  mayGrantFor,
  type Parties,
  termOf,
} from '../../domain/organisation/substitutions.ts'
import { officesLed } from '../../domain/organisation/team.ts'
import { shortHands } from '../../domain/tasks/routing/short-hands.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { asUuid, requestOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { groupName, officeName, roleName } from '../reading/names.ts'
import { substitutionViews } from './substitution-views.ts'

export type SubstitutionDeps = Pick<Deps, 'connection' | 'processes'>

export const createSubstitutionRoutes = (deps: SubstitutionDeps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        tags: ['team'],
        summary:
          'Substitutions that concern the reader, newest first; `past=1` with those that are over',
      }),
      checked('query', substitutionsQuery),
      async (c) => c.json(await pageFor(deps, c.var, c.req.valid('query'))),
    )
    .post(
      '/',
      describeRoute({
        tags: ['team'],
        summary: 'Order that somebody stands in for an absent person',
      }),
      checked('json', substitutionBody),
      async (c) => c.json(await give(deps, c, c.req.valid('json')), 201),
    )
    .get(
      '/people',
      describeRoute({
        tags: ['team'],
        summary: 'Whom a substitution can name: the people of one’s own side within one’s area',
      }),
      async (c) => {
        const { actor, scope, at } = c.var
        const by = personIn(actor)
        const groups = enterpriseRoles.map(
          (role) => `${enterpriseOffice(by.enterprise ?? '')}/${role}`,
        )
        const found = await withScope(deps.connection.pool, scope, (tx) =>
          by.enterprise === null
            ? readOfficials(tx, scope.regions, '', at)
            : readColleagues(tx, groups, '', at),
        )
        return c.json({
          items: found.map(({ office, role, ...one }) => ({
            ...one,
            office: officeName(office),
            role: roleName(role),
          })),
        })
      },
    )
    .post(
      '/:id/end',
      describeRoute({ tags: ['team'], summary: 'End a substitution before its time' }),
      checked('json', reasoned),
      async (c) => {
        const { actor, at } = c.var
        const by = personIn(actor)
        const id = c.req.param('id')
        await endOne(deps, by, { id, at, reason: c.req.valid('json').reason })
        const found = await findSubstitution(deps.connection.db, id)
        return c.json((await substitutionViews(deps, by, found ? [found] : [], at))[0])
      },
    )

export const personIn = (actor: Actor): Person => {
  if (actor.kind !== 'person')
    throw new DomainError('not-allowed', [
      text('代理只涉及人员', 'Only people stand in for people'),
    ])
  return actor
}

/** Only as an administrator of his own right, not as somebody's substitute. */
const keeps = (by: Person): Region[] =>
  regionsKept({ ...by, appointments: ownPosts(by.appointments) })

/** Where he leads an office by his own right, and below. */
const leads = (by: Person): Region[] => [
  ...new Set(
    ownPosts(by.appointments)
      .filter(({ role }) => role === 'leader')
      .flatMap(({ region }) => regionsBelow(region)),
  ),
]

const pageFor = async (
  deps: SubstitutionDeps,
  { actor, at }: ApiEnv['Variables'],
  { past, limit, cursor }: v.InferOutput<typeof substitutionsQuery>,
): Promise<SubstitutionPage> => {
  const by = personIn(actor)
  const query = {
    reader: by.id,
    offices: officesLed(by),
    regions: keeps(by),
    led: leads(by),
    past: past === '1',
    at,
    after: decodeCursor(cursor),
    limit,
  }
  const rows = await readSubstitutions(deps.connection.db, query)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next =
    rows.length > limit && last ? encodeCursor({ at: last.createdAt, id: last.id }) : null
  return { items: await substitutionViews(deps, by, page, at), cursor: next }
}

const give = async (
  deps: SubstitutionDeps,
  c: Context<ApiEnv>,
  said: Grant & { knowingly: boolean },
): Promise<SubstitutionView> => {
  const { actor, at } = c.var
  const { knowingly, ...wanted } = said
  const by = personIn(actor)
  const { db } = deps.connection
  const [absent, substitute] = [
    await personOf(db, wanted.person, at),
    await personOf(db, wanted.substitute, at),
  ]
  if (!absent || !substitute)
    throw new DomainError('invalid-input', [
      text('没有这个人，或已离任', 'There is no such person, or he has left'),
    ])
  const may = mayGrantFor(by, absent.person, wanted.posts)
  if (may !== true) throw new DomainError('not-allowed', [may])
  const request = requestOf(c, wanted)
  const { from, to, ...ordered } = wanted
  const row = {
    id: asUuid(request.id),
    bodyHash: request.hash,
    ...ordered,
    // One by one: what he gets later is not handed over with it.
    posts: wanted.posts ?? coveredOf(absent.person, null).map(groupOfPost),
    fromDay: from,
    toDay: to,
    ...termOf(wanted, at),
    createdBy: by.id,
    createdAt: at,
  }
  const parties = { by, absent: absent.person, substitute: substitute.person }
  const before = await findSubstitution(db, row.id)
  refuse(faultsOf(wanted, parties, [], at).slice(0, 5), row.id, before)
  if (!knowingly && !before) await refuseShort(deps, parties, wanted.posts, at)
  const side = by.id === substitute.person.id ? 'taking' : 'giving'
  const kept = await keepSubstitution(db, row, side, (others) =>
    refuse(faultsOf(wanted, parties, others, at)),
  )
  if (kept.bodyHash !== request.hash) throw new DomainError('key-reused')
  const [view] = await substitutionViews(deps, by, [kept], at)
  return view as SubstitutionView
}

/** Whose tasks want more hands than are left is told before it happens; whoever goes on says that he knows. */
const refuseShort = async (
  { connection, processes }: SubstitutionDeps,
  { absent, substitute }: Pick<Parties, 'absent' | 'substitute'>,
  posts: string[] | null,
  at: Instant,
): Promise<void> => {
  const groups = absent.appointments.filter((one) => isCovered(one, posts)).map(groupOfPost)
  const found = await readHandlers(connection.db, groups, at)
  const holders = new Map(
    groups.map((group) => [group, found.filter(({ grp }) => grp === group).map(({ id }) => id)]),
  )
  const short = shortHands(Object.values(processes), {
    absent: absent.id,
    substitute: substitute.id,
    holders,
  })
  if (short.length === 0) return
  const reasons = short.map(({ group, need, left, task }) => {
    const { zh, en } = groupName(group)
    return text(
      `${zh}：代理期间两人视为一人，只剩 ${left} 人，“${task.zh}”须 ${need} 人签署`,
      `${en}: the two count as one, ${left} left; “${task.en}” wants ${need} hands`,
    )
  })
  throw new DomainError('not-possible-now', reasons, { short: short.map(({ group }) => group) })
}

/** What was kept under the same key before is not judged again: its first day may lie in the past by now. */
const refuse = (faults: Text[], id = '', known: KnownSubstitution | null = null): void => {
  if (faults.length > 0 && known?.id !== id) throw new DomainError('invalid-input', faults)
}

const endOne = async (
  deps: SubstitutionDeps,
  by: Person,
  { id, at, reason }: { id: string; at: Instant; reason: string },
): Promise<void> => {
  const { db } = deps.connection
  const found = await findSubstitution(db, id)
  const [view] = found ? await substitutionViews(deps, by, [found], at) : []
  if (!view || !(await isVisible(deps, by, view, at))) throw new DomainError('not-found')
  if (view.status === 'ended' || view.status === 'over')
    throw new DomainError('not-possible-now', [text('该代理已经结束', 'The substitution is over')])
  if (!view.mayEnd)
    throw new DomainError('not-allowed', [
      text(
        '代理由本人、所在科室的科长或局领导、管理该地区的系统管理员结束',
        'The person, the head of the office or an administrator of the region ends it',
      ),
    ])
  const done = await endSubstitution(db, { substitution: id, endedBy: by.id, endedAt: at, reason })
  if (!done)
    throw new DomainError('not-possible-now', [text('该代理已经结束', 'The substitution is over')])
}

/** The two, who heads or administers the absent one's office, and whoever is asked for his consent. */
export const isVisible = async (
  { connection }: SubstitutionDeps,
  by: Person,
  view: SubstitutionView,
  at: Instant,
) => {
  const { person, substitute } = view
  if (person.id === by.id || substitute.id === by.id || view.mayAgree !== null) return true
  const [led, kept] = [officesLed(by), keeps(by)]
  const held = (await ownPostsOf(connection.db, [person.id], at)).get(person.id) ?? []
  return held.some(({ office, region }) => led.includes(office) || kept.includes(region))
}
