// How does somebody consent to a substitution that waits for him (代理的同意与复核)?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { SubstitutionView } from '../../contract/routing/substitutions.ts'
import { findSubstitution, keepConsent, ownPostsOf } from '../../db/tasks/substitution-orders.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { notWanted, sideOf, waitsFor } from '../../domain/organisation/consents.ts'
import { clashes } from '../../domain/organisation/substitutions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { ApiEnv } from '../http/deps.ts'
import { bargainOf, concerned, substitutionViews } from './substitution-views.ts'
import { isVisible, personIn, type SubstitutionDeps } from './substitutions.ts'

export const createConsentRoutes = (deps: SubstitutionDeps) =>
  new Hono<ApiEnv>().post(
    '/:id/agree',
    describeRoute({
      tags: ['team'],
      summary: 'Consent to a substitution that waits for it; nobody stands on two sides',
    }),
    async (c) => c.json(await agree(deps, personIn(c.var.actor), c.req.param('id'), c.var.at)),
  )

const agree = async (
  deps: SubstitutionDeps,
  by: Person,
  id: string,
  at: Instant,
): Promise<SubstitutionView> => {
  const { db } = deps.connection
  const found = await findSubstitution(db, id)
  const [before] = found ? await substitutionViews(deps, by, [found], at) : []
  if (!found || !before || !(await isVisible(deps, by, before, at)))
    throw new DomainError('not-found')
  await keepConsent(db, { id, person: found.person, by: by.id, at }, async (tx, one, others) => {
    if (one.agreedAt !== null || one.endedAt !== null || one.until <= at)
      throw new DomainError('not-possible-now', [
        text('该代理已不再等待同意', 'It waits for nobody any more'),
      ])
    const posts = await ownPostsOf(tx, [...concerned([one]), by.id], at)
    const { bargain, consents } = bargainOf(one, posts, by)
    const side = sideOf({ ...by, appointments: posts.get(by.id) ?? [] }, bargain, consents)
    if (side === null) throw new DomainError('not-allowed', [notWanted(by, bargain, consents)])
    const faults = clashes({ from: one.fromDay, to: one.toDay, posts: one.posts }, others, at)
    if (faults.length > 0) throw new DomainError('not-possible-now', faults)
    return { side, last: waitsFor(bargain, [...consents, { side, by }]).length === 0 }
  })
  const after = await findSubstitution(db, id)
  return (await substitutionViews(deps, by, after ? [after] : [], at))[0] as SubstitutionView
}
