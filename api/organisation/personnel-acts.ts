// How does an administrator give a post, end one, or disable an account, knowing what stands empty afterwards?
import type { Context } from 'hono'
import type { Loss, PersonView } from '../../contract/organisation/personnel.ts'
import type { Executor } from '../../db/client.ts'
import type { TokenRow } from '../../db/organisation/machine-tokens.ts'
import {
  endPost,
  findPersonnelAct,
  givePost,
  type KnownPerson,
  keepPersonnelAct,
  type PersonnelEntry,
  readPlace,
  setActive,
  withPersonnel,
} from '../../db/organisation/personnel.ts'
import {
  findPostProposal,
  keepPostProposal,
  listOpenPosts,
} from '../../db/organisation/post-proposals.ts'
import { closeFilled, openVacancies } from '../../db/tasks/vacancies.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import {
  endOfPost,
  faultsOfGiving,
  type Giving,
  type HeldPost,
  isRole,
  judgeEnd,
  judgeReach,
  judgeRole,
  personnelAdministrator,
  termOfGiving,
} from '../../domain/organisation/personnel.ts'
import { needsTwo } from '../../domain/organisation/roles.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { dutiesOf } from '../../domain/views/post-duties.ts'
import { type IdempotentRequest, requestOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { groupName } from '../reading/names.ts'
import { emptiedBy, lossOf } from './personnel-loss.ts'
import { personView, regionsOf, subjectFor } from './personnel-reading.ts'
import { endTokens } from './token-ends.ts'

export type Ground = { order: string | null; reason: string }
type AppointmentInput = Omit<Giving, 'role'> & { role: string } & Ground
type Ended = {
  office: string
  role: string
  since: Instant
  until: string | null
  knowingly: boolean
} & Ground
type Losing = { [Key in 'office' | 'role' | 'since' | 'until']?: string | undefined }
type Disabled = { knowingly: boolean } & Ground

type About = Pick<PersonnelEntry, 'id' | 'bodyHash' | 'person' | 'order' | 'reason'>
export type Turn = {
  tx: Executor
  administrator: Person
  subject: KnownPerson
  at: Instant
  about: About
  keep: (entry: Entry) => Promise<void>
}
type Entry = Pick<PersonnelEntry, 'act' | 'office' | 'role' | 'since' | 'until' | 'emptied'>

/** One act in one transaction with its entry in the history; the same key again answers what stands now. */
export const recordAct = async (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  body: Ground & object,
  work: (turn: Turn) => Promise<void>,
): Promise<PersonView> => {
  const { actor, at } = c.var
  const administrator = personnelAdministrator(actor)
  const request: IdempotentRequest = requestOf(c, { id, path: c.req.path, ...body })
  await withPersonnel(deps.connection.db, async (tx) => {
    const known =
      (await findPersonnelAct(tx, request.id)) ?? (await findPostProposal(tx, request.id))
    if (known && known.bodyHash !== request.hash) throw new DomainError('key-reused')
    if (known) return
    const subject = await subjectFor(tx, administrator, id)
    const { order, reason } = body
    const about = { id: request.id, bodyHash: request.hash, person: id, order, reason }
    const keep = (entry: Entry) =>
      keepPersonnelAct(tx, {
        ...about,
        by: administrator.id,
        byName: administrator.name,
        at,
        ...entry,
      })
    await work({ tx, administrator, subject, at, about, keep })
  })
  return personView(deps, c.var, id)
}

export const giveAppointment = (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  body: AppointmentInput,
): Promise<PersonView> => recordAct(deps, c, id, body, (turn) => giveOrPropose(turn, body))

/** A post that needs two is proposed, any other counts at once. */
export const giveOrPropose = async (
  { tx, administrator, subject, at, about, keep }: Turn,
  body: Giving | AppointmentInput,
): Promise<void> => {
  const place = await readPlace(tx, body.office)
  const { office, role, from, until } = body
  if (!place || !isRole(role))
    throw new DomainError('invalid-input', [
      text('没有这个单位或岗位', 'There is no such office or role'),
    ])
  judgeReach(administrator, subject, [place.region])
  judgeRole(administrator, role)
  const wanted = { office, role, from, until }
  const faults = faultsOfGiving(wanted, subject, place, at)
  if (faults.length > 0) throw new DomainError('invalid-input', faults)
  if (needsTwo(role)) {
    const alreadyProposed = (await listOpenPosts(tx, { person: subject.id })).some(
      (one) => one.office === office && one.role === role,
    )
    if (alreadyProposed)
      throw new DomainError('not-possible-now', [
        text('该任命已在等待批准', 'That post waits for an approval already'),
      ])
    const proposed = {
      proposedBy: administrator.id,
      proposedByName: administrator.name,
      proposedAt: at,
    }
    return keepPostProposal(tx, {
      ...about,
      office,
      role,
      region: place.region,
      fromDay: from,
      untilDay: until,
      ...proposed,
    })
  }
  const post = { office, role, region: place.region, ...termOfGiving(wanted, at) }
  await givePost(tx, subject.id, post)
  await closeFilled(tx, at)
  await keep({ act: 'given', office, role, since: post.since, until: post.until, emptied: [] })
}

const postOf = (
  { held }: KnownPerson,
  { office, role, since }: Pick<Ended, 'office' | 'role' | 'since'>,
): HeldPost => {
  const found = held.find(
    (one) => one.office === office && one.role === role && one.since === since,
  )
  if (!found) throw new DomainError('not-found')
  return found
}

/** What stands empty is reported before it happens; whoever goes on says that he knows. */
const refuseUnknowing = (
  loss: { emptied: string[]; warnings: Text[] },
  enterprise: string | null,
  knowingly: boolean,
): void => {
  const { emptied, warnings } = loss
  if (knowingly || (emptied.length === 0 && warnings.length === 0)) return
  const words = emptied.map((group) => groupName(group, enterprise))
  const reasons = words.map(({ zh, en }) =>
    text(
      `此后无人在岗（已定离任日期的不计）：${zh}`,
      `Nobody will hold, apart from those with an end already set: ${en}`,
    ),
  )
  throw new DomainError('not-possible-now', [...reasons, ...warnings], { emptied })
}

/** What stands empty from now on, and is needed, is an alarm until somebody holds it. */
const standEmpty = async (
  { processes }: Deps,
  tx: Executor,
  emptied: string[],
  at: Instant,
): Promise<void> => {
  const needed = emptied.filter((group) =>
    Object.values(processes).some((process) => dutiesOf(process, group).length > 0),
  )
  await openVacancies(tx, needed, { cause: 'act', at })
}

export const endAppointment = (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  body: Ended,
): Promise<PersonView> =>
  recordAct(deps, c, id, body, async (turn) => {
    const { tx, administrator, subject, at, keep } = turn
    const post = postOf(subject, body)
    judgeReach(administrator, subject, [post.region])
    judgeRole(administrator, post.role)
    judgeEnd(post, body.until, at)
    const until = endOfPost(post, body.until, at)
    const loss = await emptiedBy(tx, subject, [post], until)
    refuseUnknowing(loss, subject.enterpriseName, body.knowingly)
    await endPost(tx, id, post, until)
    await endTokensOf(turn, loss.tokens, until)
    await standEmpty(deps, tx, loss.emptied, at)
    await keep({
      act: 'ended',
      office: post.office,
      role: post.role,
      since: post.since,
      until,
      emptied: loss.emptied,
    })
  })

const endTokensOf = (
  { tx, administrator: by, subject, at, about }: Turn,
  tokens: TokenRow[],
  until: Instant,
): Promise<void> => {
  const { reason, bodyHash } = about
  return endTokens(tx, { tokens, until, at, by, maker: subject.name, reason, bodyHash })
}

/** What the end of one post, or of all with the account, would leave empty. */
export const lossFor = async (
  deps: Deps,
  { var: vars }: Context<ApiEnv>,
  id: string,
  losing: Losing,
): Promise<Loss> => {
  const subject = await subjectFor(deps.connection.db, personnelAdministrator(vars.actor), id)
  const { office, role, since } = losing
  if (office === undefined || role === undefined || since === undefined)
    return lossOf(deps, vars, { subject, posts: subject.held, end: vars.at })
  const post = postOf(subject, { office, role, since })
  const until = losing.until ?? null
  judgeEnd(post, until, vars.at)
  return lossOf(deps, vars, { subject, posts: [post], end: endOfPost(post, until, vars.at) })
}

export const disableAccount = (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  body: Disabled,
): Promise<PersonView> =>
  recordAct(deps, c, id, body, async (turn) => {
    const { tx, administrator, subject, at, keep } = turn
    reach(administrator, subject, at)
    if (!subject.active)
      throw new DomainError('not-possible-now', [
        text('账号已经停用', 'The account is disabled already'),
      ])
    const loss = await emptiedBy(tx, subject, subject.held, at)
    refuseUnknowing(loss, subject.enterpriseName, body.knowingly)
    await setActive(tx, id, false)
    await endTokensOf(turn, loss.tokens, at)
    await standEmpty(deps, tx, loss.emptied, at)
    await keep({ ...account, act: 'disabled', emptied: loss.emptied })
  })

const account = { office: null, role: null, since: null, until: null }

/** Who may not take an administrator's post may not take his account either. */
const reach = (administrator: Person, subject: KnownPerson, at: Instant): void => {
  judgeReach(administrator, subject, regionsOf(subject, at))
  for (const { role, until } of subject.held)
    if (until === null || until > at) judgeRole(administrator, role)
}

export const enableAccount = (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  body: Ground,
): Promise<PersonView> =>
  recordAct(deps, c, id, body, async ({ tx, administrator, subject, at, keep }) => {
    reach(administrator, subject, at)
    if (subject.active)
      throw new DomainError('not-possible-now', [
        text('账号没有停用', 'The account is not disabled'),
      ])
    await setActive(tx, id, true)
    await closeFilled(tx, at)
    await keep({ ...account, act: 'enabled', emptied: [] })
  })
