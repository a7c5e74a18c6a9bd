// How does an administrator make a person with posts, send him a link, or help him out of a lost second factor?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Context } from 'hono'
import type { PersonView } from '../../contract/organisation/personnel.ts'
import { enrol } from '../../db/organisation/enrolment.ts'
import {
  findPersonnelAct,
  keepPersonnelAct,
  withPersonnel,
} from '../../db/organisation/personnel.ts'
import { session, twoFactor, user } from '../../db/schema/organisation/auth.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import {
  judgeReach,
  judgeRole,
  personnelAdministrator,
} from '../../domain/organisation/personnel.ts'
import { refuseTaken } from '../account/access.ts'
import { sendLink } from '../account/links.ts'
import { voidLinks } from '../http/accounts.ts'
import { requestOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { type Ground, giveOrPropose, recordAct } from './personnel-acts.ts'
import { personView, regionsOf } from './personnel-reading.ts'

type Post = { office: string; role: string; from: string; until: string | null }
export type NewPerson = {
  username: string
  name: string
  mail: string
  enterprise?: string | null
  posts: Post[]
} & Ground

/** One transaction: the person, what may be given at once, and what a second administrator has to approve; then the link leaves. */
export const enrolPerson = async (
  deps: Deps,
  c: Context<ApiEnv>,
  body: NewPerson,
): Promise<PersonView> => {
  const { actor, at } = c.var
  const administrator = personnelAdministrator(actor)
  const request = requestOf(c, body)
  const id = await withPersonnel(deps.connection.db, async (tx) => {
    const known = await findPersonnelAct(tx, request.id)
    if (known && known.bodyHash !== request.hash) throw new DomainError('key-reused')
    if (known) return known.person
    const { username, name, mail, posts, order, reason, enterprise = null } = body
    const person = randomUUID()
    await refuseTaken(tx, username)
    await enrol(tx, { id: person, username, name, mail, enterprise })
    const about = { id: request.id, bodyHash: request.hash, person, order, reason }
    const by = { by: administrator.id, byName: administrator.name, at }
    await keepPersonnelAct(tx, { ...about, ...by, ...noPost, act: 'registered', emptied: [] })
    const subject = {
      id: person,
      name,
      username,
      mail,
      enterprise,
      enterpriseName: null,
      active: true,
      held: [],
    }
    for (const [index, post] of posts.entries()) {
      const ofPost = { ...about, id: `${request.id}-${index}` }
      const keep = (entry: object) =>
        keepPersonnelAct(tx, {
          ...ofPost,
          ...by,
          ...(entry as typeof noPost & { act: 'given'; emptied: [] }),
        })
      await giveOrPropose(
        { tx, administrator, subject, at, about: ofPost, keep },
        { ...post, order, reason },
      )
    }
    return person
  })
  await sendLink(deps, id, 'invitation')
  return personView(deps, c.var, id)
}

const noPost = { office: null, role: null, since: null, until: null }

/** Again, when the first has expired or gone astray; it goes to nobody but the person himself. */
export const sendAgain = async (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  body: Ground,
): Promise<PersonView> => {
  const view = await recordAct(deps, c, id, body, async ({ administrator, subject, at, keep }) => {
    // Who waits for his first post belongs to no region yet.
    if (subject.held.length > 0) judgeReach(administrator, subject, regionsOf(subject, at))
    if (!subject.active)
      throw new DomainError('not-possible-now', [text('账号已停用', 'The account is disabled')])
    await keep({ ...noPost, act: 'link', emptied: [] })
  })
  await sendLink(deps, id, 'invitation')
  return view
}

/** Telephone and recovery codes are lost: the next sign-in is by password, and the person sets up a second factor anew. */
export const removeFactor = (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  body: Ground,
): Promise<PersonView> =>
  recordAct(deps, c, id, body, async ({ tx, administrator, subject, at, keep }) => {
    judgeReach(administrator, subject, regionsOf(subject, at))
    for (const { role, until } of subject.held)
      if (until === null || until > at) judgeRole(administrator, role)
    await tx.delete(twoFactor).where(eq(twoFactor.userId, id))
    await tx.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, id))
    await tx.delete(session).where(eq(session.userId, id))
    await voidLinks(tx, id)
    await keep({ ...noPost, act: 'factor-removed', emptied: [] })
  })
