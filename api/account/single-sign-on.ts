// How does somebody come in through the city's single sign-on?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { subjectSince, untieSubject } from '../../db/organisation/accounts.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Actor, Person } from '../../domain/organisation/actor.ts'
import { identify } from '../http/auth.ts'
import type { ApiEnv, Deps, Settings } from '../http/deps.ts'
import { refuseUnprovenSession } from './proven-session.ts'

type SingleSignOnDeps = Pick<Deps, 'accounts' | 'settings' | 'connection' | 'clock'>

/** Leads to the provider and takes its answer; nothing else of the authentication library is reachable from outside. */
export const createSingleSignOnRoutes = ({ accounts, settings }: SingleSignOnDeps) => {
  const ready = () => mustBeThere(settings)
  return new Hono<ApiEnv>()
    .get(
      '/session/ways',
      describeRoute({
        tags: ['session'],
        summary: 'By which ways beside name and password one may sign in here',
        security: [],
      }),
      (c) => c.json({ singleSignOn: settings.singleSignOn }),
    )
    .get(
      '/session/oidc',
      describeRoute({
        tags: ['session'],
        summary: 'Sign in through the single sign-on, where one is set up',
        security: [],
      }),
      async (c) => {
        ready()
        const { headers, response } = await accounts.api.signInSocial({
          body: {
            provider: 'oidc',
            callbackURL: '/',
            errorCallbackURL: '/sign-in',
            disableRedirect: true,
          },
          headers: c.req.raw.headers,
          returnHeaders: true,
        })
        for (const cookie of headers.getSetCookie())
          c.header('set-cookie', cookie, { append: true })
        if (!response.url) throw new DomainError('unavailable')
        return c.redirect(response.url)
      },
    )
    .get(
      '/auth/callback/oidc',
      describeRoute({
        tags: ['session'],
        summary: 'Where the single sign-on answers',
        security: [],
      }),
      (c) => {
        ready()
        return accounts.handler(c.req.raw)
      },
    )
}

/** Ties the provider's own, stable subject to whoever is signed in here: an administrator could tie his own to another's account. */
export const createSubjectRoutes = (deps: SingleSignOnDeps) =>
  new Hono<ApiEnv>()
    .get(
      '/session/oidc/link',
      describeRoute({
        tags: ['session'],
        summary: 'Whether the single sign-on knows the reader, and since when',
      }),
      async (c) => {
        const { actor } = await identify(deps, c.req.raw.headers, await deps.clock.now())
        const since = deps.settings.singleSignOn
          ? await subjectSince(deps.connection.db, personIn(actor).id)
          : null
        return c.json({ available: deps.settings.singleSignOn, since })
      },
    )
    .post(
      '/session/oidc/link',
      describeRoute({
        tags: ['session'],
        summary:
          'Tie the identity of the single sign-on to the account of whoever is signed in here',
      }),
      async (c) => {
        mustBeThere(deps.settings)
        await identify(deps, c.req.raw.headers, await deps.clock.now())
        await refuseUnprovenSession(deps, c.req.raw.headers)
        const { headers, response } = await deps.accounts.api.linkSocialAccount({
          body: {
            provider: 'oidc',
            callbackURL: '/me',
            errorCallbackURL: '/me',
            disableRedirect: true,
          },
          headers: c.req.raw.headers,
          returnHeaders: true,
        })
        for (const cookie of headers.getSetCookie())
          c.header('set-cookie', cookie, { append: true })
        return c.json({ url: response.url })
      },
    )
    .delete(
      '/session/oidc/link',
      describeRoute({ tags: ['session'], summary: 'Untie it' }),
      async (c) => {
        const { actor } = await identify(deps, c.req.raw.headers, await deps.clock.now())
        const { id } = personIn(actor)
        await refuseUnprovenSession(deps, c.req.raw.headers)
        await untieSubject(deps.connection.db, id)
        return c.body(null, 204)
      },
    )

const mustBeThere = ({ singleSignOn }: Pick<Settings, 'singleSignOn'>): void => {
  if (!singleSignOn) throw new DomainError('not-found')
}

const personIn = (actor: Actor): Person => {
  if (actor.kind !== 'person') throw new DomainError('not-allowed')
  return actor
}
