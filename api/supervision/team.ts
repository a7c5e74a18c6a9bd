// What lies in the offices of a section chief or leader, with whom, and how urgent is it (S4)?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type {
  LoadView,
  PoolView,
  TeamMember,
  TeamRow,
  TeamView,
} from '../../contract/supervision/team.ts'
import { teamQuery } from '../../contract/supervision/team.ts'
import { decodeCursor } from '../../db/keyset.ts'
import { withScope } from '../../db/scope.ts'
import { standingInOffices } from '../../db/tasks/standing-in-reads.ts'
import {
  type Load,
  type Member,
  readLoads,
  readMembers,
  readTeam,
  type TeamHit,
} from '../../db/tasks/team-reads.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { groupWords } from '../../domain/organisation/group-words.ts'
import { officesLed } from '../../domain/organisation/team.ts'
import type { CalendarSet } from '../../domain/time/calendar.ts'
import { endOfDay } from '../../domain/time/days.ts'
import { civilDate, type Instant, instant } from '../../domain/time/instant.ts'
import { walkWorkdays } from '../../domain/time/walk.ts'
import { inboxRow } from '../case/case-list.ts'
import { type ApiEnv, type Deps, decisionContextOf, type Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { officeName } from '../reading/names.ts'
import { createTeamActs } from './team-acts.ts'

export const createTeamRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        tags: ['team'],
        summary: 'The queue of the offices one is at the head of, with the load of each person',
      }),
      checked('query', teamQuery),
      async (c) => c.json(await teamFor(deps, c.var, c.req.valid('query'))),
    )
    .route('/', createTeamActs(deps))

/** The offices of the reader, or the one he names; nobody else’s. */
export const officesOf = (actor: Actor, office: string | undefined): string[] => {
  const led = officesLed(actor)
  if (led.length === 0)
    throw new DomainError('not-allowed', [
      text(
        '科室队列供科长和局领导使用',
        'The team queue is for section chiefs and leaders of the bureau',
      ),
    ])
  if (!office) return led
  if (!led.includes(office))
    throw new DomainError('not-allowed', [
      text('这不是您负责的科室', 'You are not at the head of that office'),
    ])
  return [office]
}

const teamFor = async (
  deps: Deps,
  { actor, scope, at }: Variables,
  query: v.InferOutput<typeof teamQuery>,
): Promise<TeamView> => {
  const offices = officesOf(actor, query.office || undefined)
  const decisionContext = await decisionContextOf(deps, at)
  const bounds = {
    at,
    soon: afterWorkdays(at, 3, decisionContext.calendars),
    next: afterWorkdays(at, 10, decisionContext.calendars),
  }
  const pageQuery = {
    offices,
    holder: query.holder || null,
    at,
    after: decodeCursor(query.cursor),
    limit: query.limit,
  }
  const [page, loads, members] = await withScope(deps.connection.pool, scope, async (tx) => [
    await readTeam(tx, pageQuery),
    await readLoads(tx, offices, bounds),
    await readMembers(tx, offices, at),
  ])
  const substitutes = await standingInOffices(deps.connection.db, offices, at)
  const items = page.rows.map(
    (hit): TeamRow => ({ ...inboxRow(deps, hit, decisionContext, 'internal'), ...holding(hit) }),
  )
  return {
    items,
    cursor: page.cursor,
    total: page.total,
    revision: Math.max(0, ...items.map(({ revision }) => revision)),
    offices: officesLed(actor).map((id) => ({ id, name: officeName(id) })),
    office: query.office || null,
    people: peopleOf(loads, members, substitutes),
    pool: loadOf(loads.find(({ holder, group }) => holder === null && group === null)),
    pools: poolsOf(loads),
  }
}

const holding = ({ assigneeId, workable }: TeamHit) => ({ assigneeId, left: !workable })

/** The end of the n-th working day from today. */
const afterWorkdays = (at: Instant, n: number, calendars: CalendarSet): Instant =>
  instant(endOfDay(walkWorkdays({ calendars }, civilDate(at), n, 'forward').last))

const nothing: LoadView = { open: 0, overdue: 0, soon: 0, next: 0, later: 0 }
const loadOf = (load: Load | undefined): LoadView => {
  const { open, overdue, soon, next, later } = load ?? nothing
  return { open, overdue, soon, next, later }
}

/** What the law wants first stands first. */
const byUrgency = (a: LoadView, b: LoadView): number =>
  b.overdue - a.overdue || b.soon - a.soon || b.open - a.open

const poolsOf = (loads: Load[]): PoolView[] =>
  loads
    .flatMap((load) =>
      load.group === null ? [] : [{ ...loadOf(load), group: load.group, shared: load.shared }],
    )
    .map((pool): PoolView => ({ ...pool, words: groupWords(pool.group) }))
    .sort((a, b) => byUrgency(a, b) || (a.group < b.group ? -1 : 1))

/** The people of the offices, and whoever still holds tasks of theirs; those with most to do first. */
const peopleOf = (
  loads: Load[],
  members: Member[],
  substitutes: Map<string, TeamMember['substitutes']>,
): TeamMember[] => {
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]))
  for (const { holder, name } of loads)
    if (holder !== null && !names.has(holder)) names.set(holder, name ?? holder)
  return [...names]
    .map(([id, name]) => {
      const load = loads.find(({ holder }) => holder === id)
      const held = members.filter((one) => one.id === id)
      return {
        id,
        name,
        ...loadOf(load),
        left: held.length === 0,
        stray: load?.stray ?? 0,
        substitutes: substitutes.get(id) ?? [],
        posts: held.map(({ office, role }) => groupWords(`${office}/${role}`)),
      }
    })
    .sort((a, b) => byUrgency(a, b) || (a.id < b.id ? -1 : 1))
}
