// How does the browser get the built interface, whichever of its pages it asks for?
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { DomainError } from '../domain/language/errors.ts'
import type { ApiEnv, Deps } from './http/deps.ts'
import { headOf, withHead } from './public/page-head.ts'

/** Files with a hash in their name are kept for ever; the page itself is asked for again each time. */
export const createInterfaceRoutes = ({
  settings: { uiDir },
  processes,
}: Pick<Deps, 'settings' | 'processes'>) =>
  new Hono<ApiEnv>()
    .use('/assets/*', async (c, next) => {
      await next()
      if (c.res.status === 200) c.header('cache-control', 'public, max-age=31536000, immutable')
    })
    .get(
      '*',
      serveStatic({
        root: uiDir,
        rewriteRequestPath: (path) => (path === '/' ? '/index.html' : path),
      }),
    )
    .get('*', async (c) => {
      const page = await pageFor(uiDir, c.req.path, c.req.header('accept'))
      if (page === null) throw new DomainError('not-found')
      const head = headOf(processes, c.req.path)
      return c.html(head ? withHead(page, head) : page, 200, { 'cache-control': 'no-cache' })
    })

/** User names end like files do: only who asks for no page is told that there is no such file. */
const pageFor = async (uiDir: string, path: string, accept = ''): Promise<string | null> => {
  if (/^\/(api|mailbox|assets)(\/|$)/.test(path)) return null
  if (/\.\w+$/.test(path) && !accept.includes('text/html')) return null
  return readFile(join(uiDir, 'index.html'), 'utf8').catch(() => null)
}
