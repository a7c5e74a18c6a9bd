// How does a person prove who he is: password, session, or the city's single sign-on?
import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import {
  type GenericOAuthUserInfo,
  genericOAuth,
  twoFactor as secondFactor,
  username,
} from 'better-auth/plugins'
import { eq } from 'drizzle-orm'
import { minPasswordLength } from '../../contract/parts/date-inputs.ts'
import type { Database } from '../../db/client.ts'
import { isActive } from '../../db/organisation/accounts.ts'
import {
  account,
  rateLimit,
  session,
  twoFactor,
  user,
  verification,
} from '../../db/schema/organisation/auth.ts'

export type OidcSettings = {
  issuer: string
  clientId: string
  clientSecret: string
  authorizationUrl?: string
  tokenUrl?: string
}
/** `passwordSet`: told when somebody has set his password by a link. */
export type AccountSettings = {
  publicUrl: string
  secret: string
  oidc: OidcSettings | null
  passwordSet: (person: string) => void
}
export type Accounts = ReturnType<typeof createAccounts>

/** Argon2id with the parameters OWASP asks for: 19 MiB, two passes, one lane. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
export const hashPassword = (password: string): Promise<string> => hash(password, argon2id)
const verifyPassword = (input: { hash: string; password: string }): Promise<boolean> =>
  verify(input.hash, input.password).catch(() => false)

/** Where the library looks for the address of a session that it begins. */
export const ADDRESS_HEADER = 'x-anjian-address'

/** A password that has been set makes every other link and half-finished sign-in of its owner worthless. */
export const voidLinks = async (db: Pick<Database, 'delete'>, person: string): Promise<void> => {
  await db.delete(verification).where(eq(verification.value, person))
}

type SessionMaking = {
  path?: string
  context?: { session?: { session: Record<string, unknown> } | null }
}

/** A code has just been given, or the session that this one takes the place of had one. */
const isProven = ({ path = '', context }: SessionMaking): boolean =>
  path.startsWith('/two-factor/verify-') || context?.session?.session.secondFactor === true

const passwords = (db: Database, passwordSet: AccountSettings['passwordSet']) => ({
  enabled: true,
  disableSignUp: true,
  password: { hash: hashPassword, verify: verifyPassword },
  minPasswordLength,
  maxPasswordLength: 128,
  revokeSessionsOnPasswordReset: true,
  onPasswordReset: async ({ user }: { user: { id: string } }) => {
    await voidLinks(db, user.id)
    passwordSet(user.id)
  },
})

/** How long a session lasts without a request, and how old it grows before a request prolongs it. */
export const sessionSeconds = { expiresIn: 12 * 3600, updateAge: 3600 } as const

export const createAccounts = (
  db: Database,
  { publicUrl, secret, oidc, passwordSet }: AccountSettings,
) =>
  betterAuth({
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [new URL(publicUrl).origin],
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user, session, account, verification, rateLimit, twoFactor },
      transaction: true,
    }),
    emailAndPassword: passwords(db, passwordSet),
    // Of a link, as of a challenge, only the hash is kept.
    verification: { storeIdentifier: 'hashed' },
    session: {
      ...sessionSeconds,
      additionalFields: {
        secondFactor: { type: 'boolean', required: false, defaultValue: false, input: false },
      },
    },
    // Attempts are counted in db/organisation/accounts.ts: the library's own limit is three sign-ins in ten seconds for a whole bureau behind one address.
    rateLimit: { enabled: false },
    advanced: {
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      useSecureCookies: publicUrl.startsWith('https:'),
      cookiePrefix: 'anjian',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => randomBytes(16).toString('hex') },
    },
    // Whose account has been disabled gets no session, by whatever door.
    databaseHooks: {
      session: {
        create: {
          before: async (fresh, c) => {
            if (!(await isActive(db, fresh.userId)))
              throw new APIError('UNAUTHORIZED', { code: 'ACCOUNT_DISABLED' })
            return { data: { ...fresh, secondFactor: c !== null && isProven(c) } }
          },
        },
      },
    },
    // A name or address can be changed at the provider, so nothing is linked by it: only by whoever is signed in here and there at once.
    account: {
      accountLinking: {
        enabled: true,
        trustedProviders: ['oidc'],
        disableImplicitLinking: true,
        allowDifferentEmails: true,
      },
      updateAccountOnSignIn: false,
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      username({
        minUsernameLength: 1,
        maxUsernameLength: 64,
        usernameValidator: (name) => /^[\p{L}\p{N}_.-]+$/u.test(name),
      }),
      secondFactor({ issuer: '智慧安监', totpOptions: { digits: 6, period: 30 } }),
      ...(oidc ? [singleSignOn(oidc)] : []),
    ],
  })

/** Endpoints are given, not discovered: a provider that is down when we start must not vanish from the sign-in page. */
const singleSignOn = ({
  issuer,
  clientId,
  clientSecret,
  authorizationUrl,
  tokenUrl,
}: OidcSettings) =>
  genericOAuth({
    config: [
      {
        providerId: 'oidc',
        clientId,
        clientSecret,
        authorizationUrl: authorizationUrl ?? `${issuer}/authorize`,
        tokenUrl: tokenUrl ?? `${issuer}/token`,
        getUserInfo: ({ accessToken }) => profileAt(`${issuer}/userinfo`, accessToken),
        accountSubject: ({ profile }) => String(profile.sub ?? ''),
        scopes: ['openid', 'profile'],
        pkce: true,
        disableSignUp: true,
        // The library asks for an address; one made of the subject is nobody's here.
        mapProfileToUser: ({ sub }) => ({
          email: `${createHash('sha256')
            .update(String(sub ?? ''))
            .digest('hex')}@subject.invalid`,
          emailVerified: true,
        }),
      },
    ],
  })

/** Asked of the provider itself: an ID token that nobody has verified is not believed. */
const profileAt = async (url: string, accessToken: string | undefined) => {
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(10_000),
  })
  const profile = answer.ok
    ? ((await answer.json()) as GenericOAuthUserInfo & { sub?: unknown })
    : null
  return profile?.sub ? profile : null
}
