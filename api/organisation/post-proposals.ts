// How does a second administrator decide about a post of a leader, a legal reviewer or an administrator?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type { OpenPostView } from '../../contract/organisation/personnel.ts'
import { reasoned } from '../../contract/parts/date-inputs.ts'
import type { Executor } from '../../db/client.ts'
import {
  givePost,
  keepPersonnelAct,
  readPerson,
  readPlace,
  withPersonnel,
} from '../../db/organisation/personnel.ts'
import {
  findPostProposal,
  keepPostDecision,
  listOpenPosts,
  type OpenPost,
  type PostProposal,
} from '../../db/organisation/post-proposals.ts'
import { closeFilled } from '../../db/tasks/vacancies.ts'
import { type Decision, decisionOutcomes, judgeFourEyes } from '../../domain/change/four-eyes.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import {
  faultsOfGiving,
  judgeReach,
  judgeRole,
  personnelAdministrator,
  regionsKept,
  termOfGiving,
} from '../../domain/organisation/personnel.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { groupName } from '../reading/names.ts'
import { reasonsOf } from './reasons.ts'

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const decisions = {
  approval: 'approve',
  rejection: 'reject',
  withdrawal: 'withdraw',
} as const satisfies Record<string, Decision>
const one = v.object({ id, decision: v.picklist(['approval', 'rejection', 'withdrawal']) })

export const createPostProposalRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({ tags: ['personnel'], summary: 'Posts that wait for a second administrator' }),
      async (c) => c.json({ items: await openPosts(deps, c) }),
    )
    .post(
      '/:id/:decision',
      describeRoute({
        tags: ['personnel'],
        summary: 'Approve, reject or withdraw: `approval`, `rejection`, `withdrawal`',
      }),
      checked('param', one),
      checked('json', reasoned),
      async (c) => {
        const { id, decision } = c.req.valid('param')
        await decide(deps, c, id, { type: decisions[decision], reason: c.req.valid('json').reason })
        return c.json({ items: await openPosts(deps, c) })
      },
    )

const openPosts = async (
  { connection }: Deps,
  { var: { actor } }: Context<ApiEnv>,
): Promise<OpenPostView[]> => {
  const administrator = personnelAdministrator(actor)
  const found = await listOpenPosts(connection.db, { regions: regionsKept(administrator) })
  return found.map((one) => openPostView(one, administrator))
}

export const openPostView = (one: OpenPost, administrator: Person): OpenPostView => {
  const whyNot = reasonsOf(() => judgePost('approve', administrator, { ...one, decided: false }))
  return {
    id: one.id,
    from: one.fromDay,
    until: one.untilDay,
    order: one.order,
    reason: one.reason,
    person: { id: one.person, name: one.name, username: one.username, mail: one.mail },
    post: groupName(`${one.office}/${one.role}`),
    proposedBy: one.proposedByName,
    proposedAt: one.proposedAt,
    mayApprove: whyNot.length === 0,
    whyNot,
    mayWithdraw: one.proposedBy === administrator.id,
  }
}

/** A party to it decides nothing: neither who proposed nor whom it is for. */
const judgePost = (
  type: Decision,
  administrator: Person,
  one: PostProposal & { decided: boolean },
): void => {
  judgeFourEyes(type, administrator, one)
  judgeReach(administrator, { id: one.person }, [one.region])
  judgeRole(administrator, one.role)
}

const decide = (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  { type, reason }: { type: Decision; reason: string },
): Promise<void> =>
  withPersonnel(deps.connection.db, async (tx) => {
    const { actor, at } = c.var
    const administrator = personnelAdministrator(actor)
    const found = await findPostProposal(tx, id)
    if (!found || !regionsKept(administrator).includes(found.region))
      throw new DomainError('not-found')
    judgePost(type, administrator, found)
    const { proposedBy, person } = found
    const decided = {
      proposal: id,
      proposedBy,
      person,
      decision: decisionOutcomes[type],
      by: administrator.id,
      byName: administrator.name,
      at,
      reason,
    }
    await keepPostDecision(tx, decided)
    if (type === 'approve') await install(tx, found, administrator, at)
  })

const laterOf = (a: string, b: string): string => [a, b].sort().at(-1) ?? b

/** Judged once more at the moment of approval: meanwhile the day may have passed, the account been disabled, the post been given. */
const install = async (
  tx: Executor,
  one: PostProposal,
  administrator: Person,
  at: Instant,
): Promise<void> => {
  const [subject, place] = [await readPerson(tx, one.person), await readPlace(tx, one.office)]
  if (!subject || !place) throw new DomainError('not-found')
  const wanted = {
    office: one.office,
    role: one.role,
    from: laterOf(one.fromDay, civilDate(at)),
    until: one.untilDay,
  }
  const faults = faultsOfGiving(wanted, subject, place, at)
  if (faults.length > 0) throw new DomainError('not-possible-now', faults)
  const term = termOfGiving(wanted, at)
  const { office, role, region, order, reason } = one
  await givePost(tx, one.person, { office, role, region, ...term })
  await closeFilled(tx, at)
  const names = `${one.proposedByName}（提议）、${administrator.name}（批准）`
  const about = {
    id: one.id,
    bodyHash: one.bodyHash,
    person: one.person,
    order,
    reason,
    by: administrator.id,
    byName: names,
    at,
  }
  await keepPersonnelAct(tx, { ...about, act: 'given', office, role, ...term, emptied: [] })
}
