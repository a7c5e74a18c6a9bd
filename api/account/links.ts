// How does a link come into being by which somebody sets his password, and who is it for?
import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { persons } from '../../db/schema/organisation/organisation.ts'
import type { Deps } from '../http/deps.ts'

type LinkDeps = Pick<Deps, 'accounts' | 'connection' | 'letters'>

/** How long a link is good: one that its owner asked for, and one that an administrator has sent. */
export const LINK_HOURS = { reset: 1, invitation: 72 } as const
export type LinkKind = keyof typeof LINK_HOURS

/** Under which the authentication library looks for a token. */
const identifierOf = (token: string): string => `reset-password:${token}`

/** Mails a link to a person who may sign in; to nobody, without a word, when the account is disabled or unknown. */
export const sendLink = async (
  { accounts, connection, letters }: LinkDeps,
  person: string,
  kind: LinkKind,
): Promise<void> => {
  const [to] = await connection.db.select().from(persons).where(eq(persons.id, person))
  if (!to?.active) return
  const token = randomBytes(24).toString('base64url')
  const { internalAdapter } = await accounts.$context
  const expiresAt = new Date(Date.now() + LINK_HOURS[kind] * 3_600_000)
  await internalAdapter.createVerificationValue({
    identifier: identifierOf(token),
    value: person,
    expiresAt,
  })
  letters.link(to, { token, kind, hours: LINK_HOURS[kind] })
}

export type OpenLink = { person: string; name: string; username: string; expiresAt: Date }

/** Whose password a link sets; null when it was never given, has been used or has expired, or its owner is disabled. */
export const readLink = async (
  { accounts, connection }: LinkDeps,
  token: string,
): Promise<OpenLink | null> => {
  const { internalAdapter } = await accounts.$context
  const found = await internalAdapter.findVerificationValue(identifierOf(token))
  if (!found || found.expiresAt <= new Date()) return null
  const [of] = await connection.db.select().from(persons).where(eq(persons.id, found.value))
  return of?.active
    ? { person: of.id, name: of.name, username: of.username, expiresAt: found.expiresAt }
    : null
}
