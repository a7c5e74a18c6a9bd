// How does somebody come in through the city's single sign-on?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { DomainError } from '../../domain/case/errors.ts'
import type { ApiEnv, Deps } from '../deps.ts'

/** Leads to the provider and takes its answer; nothing else of the authentication library is reachable from outside. */
export const createSingleSignOnRoutes = ({ accounts, settings }: Pick<Deps, 'accounts' | 'settings'>) => {
  const ready = () => {
    if (!settings.singleSignOn) throw new DomainError('not-found')
  }
  return new Hono<ApiEnv>()
    .get(
      '/session/oidc',
      describeRoute({ tags: ['session'], summary: 'Sign in through the single sign-on, where one is set up', security: [] }),
      async (c) => {
        ready()
        const { headers, response } = await accounts.api.signInSocial({
          body: { provider: 'oidc', callbackURL: '/', errorCallbackURL: '/sign-in', disableRedirect: true },
          headers: c.req.raw.headers,
          returnHeaders: true,
        })
        for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
        if (!response.url) throw new DomainError('unavailable')
        return c.redirect(response.url)
      },
    )
    .get('/auth/callback/oidc', describeRoute({ tags: ['session'], summary: 'Where the single sign-on answers', security: [] }), (c) => {
      ready()
      return accounts.handler(c.req.raw)
    })
}
