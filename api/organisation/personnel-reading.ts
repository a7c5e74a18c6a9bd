// How do people, their posts and what an end would leave empty look to administrators?

import type {
  OfficeChoice,
  PeoplePage,
  PersonnelStep,
  PersonView,
  PostView,
} from '../../contract/organisation/personnel.ts'
import type { Executor } from '../../db/client.ts'
import { accountState } from '../../db/organisation/enrolment.ts'
import {
  type HeldTask,
  readHeldTasks,
  readPeople,
  readStoodIn,
  type StoodIn,
} from '../../db/organisation/people-reads.ts'
import {
  type KnownPerson,
  listOffices,
  type PersonnelEntry,
  readPerson,
  readPersonnelActs,
} from '../../db/organisation/personnel.ts'
import { readMaskedPhone } from '../../db/organisation/phones.ts'
import { listOpenPosts } from '../../db/organisation/post-proposals.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Actor, Person } from '../../domain/organisation/actor.ts'
import {
  type HeldPost,
  holdsAt,
  judgeReach,
  judgeRole,
  personnelAdministrator,
  regionsKept,
} from '../../domain/organisation/personnel.ts'
import { asKeeper } from '../../domain/organisation/policy.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import { enterpriseRoles, type Role, roles } from '../../domain/organisation/roles.ts'
import { inForce } from '../../domain/organisation/substitutions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps, Variables } from '../http/deps.ts'
import { groupName, officeName, roleName } from '../reading/names.ts'
import { mostTasks } from './personnel-loss.ts'
import { openPostView } from './post-proposals.ts'
import { reasonsOf } from './reasons.ts'

export type PeopleQuery = {
  q: string
  office: string
  standing: 'all' | 'active' | 'disabled'
  limit: number
  cursor?: string | undefined
}

export const peoplePage = async (
  deps: Deps,
  { actor, scope, at }: Variables,
  sought: PeopleQuery,
): Promise<PeoplePage> => {
  const administrator = personnelAdministrator(actor)
  const { cursor: after, ...query } = sought
  const found = await withScope(deps.connection.pool, scope, (tx) =>
    readPeople(tx, { ...query, after, regions: regionsKept(administrator), at }),
  )
  const items = found.rows.map(({ posts, id, name, username, active, enterprise, openTasks }) => ({
    id,
    name,
    username,
    active,
    enterprise,
    openTasks,
    posts: posts.map(({ office, role, until }) => ({
      office: officeName(office, enterprise),
      role: roleName(role),
      until: until && new Date(until).toISOString(),
    })),
  }))
  return { items, total: found.total, cursor: found.cursor }
}

/** A person within the administrator's regions, or nobody. */
export const subjectFor = async (
  db: Pick<Executor, 'select'>,
  administrator: Person,
  id: string,
): Promise<KnownPerson> => {
  const found = await readPerson(db, id)
  const kept = regionsKept(administrator)
  if (!found) throw new DomainError('not-found')
  if (found.held.some(({ region }) => kept.includes(region))) return found
  if ((await listOpenPosts(db, { person: id })).some(({ region }) => kept.includes(region)))
    return found
  throw new DomainError('not-found')
}

/** Whose account it is matters everywhere he works: all his posts must lie within the administrator's regions. */
export const regionsOf = ({ held }: KnownPerson, at: Instant): Region[] => {
  const now = held.filter(({ until }) => until === null || until > at)
  return (now.length > 0 ? now : held.slice(0, 1)).map(({ region }) => region)
}

export const personView = async (
  deps: Deps,
  { actor, scope, at }: Variables,
  id: string,
): Promise<PersonView> => {
  const administrator = personnelAdministrator(actor)
  const subject = await subjectFor(deps.connection.db, administrator, id)
  const entries = await readPersonnelActs(deps.connection.db, id)
  const { tasks, stoodIn } = await withScope(deps.connection.pool, asKeeper(scope), async (tx) => ({
    tasks: await readHeldTasks(tx, id, mostTasks),
    stoodIn: await readStoodIn(tx, id),
  }))
  const { name, username, mail, active, enterpriseName } = subject
  const whyNot = reasonsOf(() => judgeReach(administrator, subject, regionsOf(subject, at)))
  return {
    id,
    name,
    username,
    mail,
    phone: await readMaskedPhone(deps.connection.db, id),
    active,
    enterprise: enterpriseName,
    posts: subject.held.map((post) => postView(post, { subject, administrator, entries, at })),
    history: entries.map((one) => stepView(one, enterpriseName)),
    substitutions: stoodIn.map((one) => stoodInView(one, at)),
    tasks: tasks.slice(0, mostTasks).map((one) => taskView(deps, one, enterpriseName)),
    moreTasks: tasks.length > mostTasks,
    mayGive: administrator.id !== id && active,
    waiting: (await listOpenPosts(deps.connection.db, { person: id })).map((one) =>
      openPostView(one, administrator),
    ),
    ...(await accountState(deps.connection.db, id)),
    mayDisable: whyNot.length === 0,
    whyNot,
  }
}

type Beside = {
  subject: KnownPerson
  administrator: Person
  entries: PersonnelEntry[]
  at: Instant
}

const postView = (post: HeldPost, { subject, administrator, entries, at }: Beside): PostView => {
  const about = entries.filter(
    ({ office, role, since }) =>
      office === post.office && role === post.role && since === post.since,
  )
  const status = holdsAt(post, at)
    ? 'held'
    : at < post.since && post.since !== post.until
      ? 'planned'
      : 'over'
  const recordOf = (act: PersonnelEntry['act']) => {
    const one = about.find((entry) => entry.act === act)
    return one ? { name: one.byName, at: one.at, order: one.order, reason: one.reason } : null
  }
  const may = reasonsOf(() => {
    judgeReach(administrator, subject, [post.region])
    judgeRole(administrator, post.role)
  })
  return {
    ...post,
    officeName: officeName(post.office, subject.enterpriseName),
    roleName: roleName(post.role),
    status,
    appointedBy: recordOf('given'),
    endedBy: recordOf('ended'),
    mayEnd: status !== 'over' && may.length === 0,
  }
}

const stepView = (one: PersonnelEntry, enterprise: string | null): PersonnelStep => ({
  act: one.act,
  post: one.office && one.role ? groupName(`${one.office}/${one.role}`, enterprise) : null,
  since: one.since,
  until: one.until,
  order: one.order,
  reason: one.reason,
  name: one.byName,
  at: one.at,
  emptied: one.emptied.map((group) => groupName(group, enterprise)),
})

const stoodInView = (one: StoodIn, at: Instant): PersonView['substitutions'][number] => ({
  id: one.id,
  from: one.from,
  to: one.to,
  order: one.order,
  person: { id: one.person, name: one.personName },
  substitute: { id: one.substitute, name: one.substituteName },
  status:
    one.endedAt !== null
      ? 'ended'
      : inForce(one, at)
        ? 'in-force'
        : at < one.since
          ? 'planned'
          : 'over',
})

const taskView = (
  { processes }: Pick<Deps, 'processes'>,
  one: HeldTask,
  enterprise: string | null,
): PersonView['tasks'][number] => {
  const { caseId, number, title, dueAt } = one
  const words = processes[one.process]?.words.tasks[one.task] ?? text(one.task, one.task)
  return { caseId, number, title, dueAt, words, group: groupName(one.grp, enterprise) }
}

/** The offices that the administrator may fill, each with the roles that are held there. */
export const officesFor = async (deps: Deps, actor: Actor): Promise<{ items: OfficeChoice[] }> => {
  const administrator = personnelAdministrator(actor)
  const kept = regionsKept(administrator)
  const ofOffice = (kind: string) =>
    (Object.keys(roles) as Role[]).filter(
      (role) => !isOfEnterprise(role) && (role === 'administrator') === (kind === 'administration'),
    )
  const found = (await listOffices(deps.connection.db)).filter(({ region }) =>
    kept.includes(region),
  )
  return {
    items: found.map(({ id, kind }) => ({
      id,
      name: officeName(id),
      roles: ofOffice(kind).map((role) => ({ role, name: roleName(role) })),
    })),
  }
}

/** The ids of the offices within the administrator's regions. */
export const listOfficesKept = async (
  { connection }: Pick<Deps, 'connection'>,
  administrator: Person,
): Promise<string[]> => {
  const kept = regionsKept(administrator)
  return (await listOffices(connection.db))
    .filter(({ region }) => kept.includes(region))
    .map(({ id }) => id)
}

const isOfEnterprise = (role: Role): boolean => (enterpriseRoles as readonly Role[]).includes(role)
