// How does an administrator enter and end rules by which new tasks are given out, and how do they look?
import type { Context } from 'hono'
import type { PostHolder, RuleChoices, RulePage, RuleView } from '../../contract/routing/routing.ts'
import { readHandlers } from '../../db/cases/handlers-reads.ts'
import type { Executor } from '../../db/client.ts'
import { readPerson, readPlace } from '../../db/organisation/personnel.ts'
import { withScope } from '../../db/scope.ts'
import {
  findRule,
  type KnownRule,
  keepRule,
  keepRuleEnd,
  listRules,
  withRules,
} from '../../db/tasks/routing.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { isRole, personnelAdministrator, regionsKept } from '../../domain/organisation/personnel.ts'
import { isRegion } from '../../domain/organisation/regions.ts'
import { enterpriseRoles, type Role } from '../../domain/organisation/roles.ts'
import {
  classesOf,
  countsAt,
  faultsOf,
  termOfRule,
  type WantedRule,
} from '../../domain/tasks/routing/rules.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { requestOf } from '../http/command.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { listOfficesKept } from '../organisation/personnel-reading.ts'
import { groupName, regionName } from '../reading/names.ts'

type Ground = { order: string | null; reason: string }
export type Entered = Omit<WantedRule, 'region'> & { region: string | null } & Ground

export const rulePage = async (deps: Deps, { actor, at }: Variables): Promise<RulePage> => {
  const administrator = personnelAdministrator(actor)
  const offices = await listOfficesKept(deps, administrator)
  const items = await listRules(deps.connection.db, offices)
  return {
    items: items.map((one) => ruleView(deps, one, at)),
    choices: choicesOf(deps, administrator),
  }
}

const choicesOf = ({ processes }: Deps, administrator: Person): RuleChoices => ({
  processes: Object.values(processes).map((process) => ({
    id: process.id,
    title: process.title,
    fields: classesOf(process).map(({ name, words, choices }) => ({
      name,
      words,
      values: Object.entries(choices).map(([value, body]) => ({ value, words: body })),
    })),
  })),
  regions: regionsKept(administrator).map((code) => ({ code, name: regionName(code) })),
})

const statusOf = (one: KnownRule, at: Instant): RuleView['status'] => {
  if (one.end) return 'ended'
  if (countsAt(one, at)) return 'in-force'
  return at < one.since ? 'planned' : 'over'
}

const ruleView = ({ processes }: Deps, one: KnownRule, at: Instant): RuleView => {
  const process = one.process === null ? undefined : processes[one.process]
  const field = process && classesOf(process).find(({ name }) => name === one.field)
  const status = statusOf(one, at)
  return {
    id: one.id,
    group: one.group,
    post: groupName(one.group),
    way: one.way,
    person: one.person,
    since: one.since,
    until: one.until,
    process: one.process === null ? null : (process?.title ?? text(one.process, one.process)),
    region: one.region === null ? null : regionName(one.region),
    kind:
      field && one.value !== null
        ? { field: field.words, value: field.choices[one.value] ?? text(one.value, one.value) }
        : null,
    status,
    order: one.order,
    reason: one.reason,
    by: { name: one.byName, at: one.at },
    endedBy: one.end && { name: one.end.byName, at: one.end.at, reason: one.end.reason },
    mayEnd: status === 'planned' || status === 'in-force',
  }
}

/** The post of an office of the authorities within his regions; nobody gives out the tasks of another's people. */
const judgePost = async (
  tx: Pick<Executor, 'select'>,
  administrator: Person,
  group: string,
): Promise<void> => {
  const [office = '', role = ''] = group.split('/')
  const place = await readPlace(tx, office)
  const known =
    place &&
    place.kind !== 'enterprise' &&
    isRole(role) &&
    !(enterpriseRoles as readonly Role[]).includes(role)
  if (!place || !known)
    throw new DomainError('invalid-input', [
      text('没有这个单位或岗位', 'There is no such office or role'),
    ])
  if (!regionsKept(administrator).includes(place.region))
    throw new DomainError('not-allowed', [
      text('超出您的管理范围', 'Outside the area that you administer'),
    ])
}

export const enterRule = async (
  deps: Deps,
  c: Context<ApiEnv>,
  body: Entered,
): Promise<RuleView> => {
  const { actor, at } = c.var
  const administrator = personnelAdministrator(actor)
  const { order, reason, region, ...rest } = body
  if (region !== null && !isRegion(region))
    throw new DomainError('invalid-input', [text('没有这个地区', 'There is no such region')])
  const wanted: WantedRule = { ...rest, region }
  const request = requestOf(c, body)
  await withRules(deps.connection.db, async (tx) => {
    const known = await findRule(tx, request.id)
    if (known && known.bodyHash !== request.hash) throw new DomainError('key-reused')
    if (known) return
    await judgePost(tx, administrator, wanted.group)
    const held =
      wanted.person === null ? null : ((await readPerson(tx, wanted.person))?.held ?? null)
    const others = await listRules(tx, [wanted.group.split('/')[0] ?? ''])
    const faults = faultsOf(wanted, { processes: deps.processes, others, held, at })
    if (faults.length > 0) throw new DomainError('invalid-input', faults)
    const { group: grp, process, field, value, way, person } = wanted
    const entered = {
      id: request.id,
      bodyHash: request.hash,
      by: administrator.id,
      byName: administrator.name,
      at,
    }
    await keepRule(tx, {
      ...entered,
      grp,
      process,
      region,
      field,
      value,
      way,
      person,
      ...termOfRule(wanted, at),
      order,
      reason,
    })
  })
  return viewOf(deps, request.id, at)
}

export const endRule = async (
  deps: Deps,
  { actor, at }: Variables,
  id: string,
  reason: string,
): Promise<RuleView> => {
  const administrator = personnelAdministrator(actor)
  await withRules(deps.connection.db, async (tx) => {
    const one = await findRule(tx, id)
    if (!one || !isKept(administrator, one)) throw new DomainError('not-found')
    if (!ruleView(deps, one, at).mayEnd)
      throw new DomainError('not-possible-now', [
        text('该规则已经结束', 'The rule is over already'),
      ])
    await keepRuleEnd(tx, {
      rule: id,
      by: administrator.id,
      byName: administrator.name,
      at,
      reason,
    })
  })
  return viewOf(deps, id, at)
}

const isKept = (administrator: Person, { group }: KnownRule): boolean =>
  (regionsKept(administrator) as string[]).includes(group.slice(0, 6))

const viewOf = async (deps: Deps, id: string, at: Instant): Promise<RuleView> => {
  const one = await findRule(deps.connection.db, id)
  if (!one) throw new DomainError('not-found')
  return ruleView(deps, one, at)
}

/** Whom a rule of a post can name. */
export const holdersOf = async (
  deps: Deps,
  { actor, scope, at }: Variables,
  group: string,
): Promise<{ items: PostHolder[] }> => {
  await judgePost(deps.connection.db, personnelAdministrator(actor), group)
  const found = await withScope(deps.connection.pool, scope, (tx) => readHandlers(tx, [group], at))
  return { items: found.map(({ id, name, open }) => ({ id, name, open })) }
}
