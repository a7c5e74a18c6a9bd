// In which order does a request pass through the API, and where does each path lead?
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { requestId } from 'hono/request-id'
import { DomainError } from '../domain/case/errors.ts'
import { text } from '../domain/case/words.ts'
import { authenticated, mayReadCases } from './auth.ts'
import { createCalendarRoutes } from './calendars.ts'
import { createListRoutes } from './case-list.ts'
import { createCaseRoutes } from './case-routes.ts'
import { createStartRoutes } from './case-start.ts'
import { createClockRoutes } from './clock-routes.ts'
import { createDemoRoutes } from './demo.ts'
import type { ApiEnv, Deps } from './deps.ts'
import { createDirectoryRoutes } from './directory.ts'
import { createExportRoutes } from './exports.ts'
import { createFileRoutes } from './files.ts'
import { createHealthRoutes } from './health.ts'
import { createInterfaceRoutes } from './interface.ts'
import { createLawRoutes } from './law-routes.ts'
import { createLiveRoutes } from './live-routes.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { openToAll } from './open-door.ts'
import { createOpenApiRoutes } from './openapi.ts'
import { createOperationRoutes } from './operation.ts'
import { createErrorHandler, problemResponse } from './problems.ts'
import { createProcessList, createProcessRoutes } from './processes.ts'
import { jsonOnly, sameSiteOnly, securityHeaders } from './security.ts'
import { createSessionRoutes } from './session.ts'
import { createSingleSignOnRoutes } from './single-sign-on.ts'
import { createSupervisionRoutes } from './supervision.ts'

const mostJson = 1024 * 1024

/** The whole HTTP surface, made of its dependencies and nothing else. */
export const createApp = (deps: Deps) => {
  const metrics = createMetrics(deps)
  const app = doors(deps, metrics)
  app.route('/', createOperationRoutes(deps, metrics.registry))
  app.route(
    '/api',
    routes(deps, () => app),
  )
  if (deps.mailbox) app.route('/mailbox', deps.mailbox)
  app.route('/', createInterfaceRoutes(deps.settings))
  return app
}

export type AppType = ReturnType<typeof routes>

/** What every request passes before it is looked at. */
const doors = (deps: Deps, metrics: Metrics): Hono<ApiEnv> =>
  new Hono<ApiEnv>()
    .use(requestId())
    .use(metrics.measure)
    .use(securityHeaders(deps.settings.publicUrl.startsWith('https:')))
    .use(compress())
    .use(sameSiteOnly(deps.settings))
    .use(jsonOnly)
    .use(smallBodies)
    .onError(createErrorHandler(deps.log))
    .notFound((c) => problemResponse(c, new DomainError('not-found')))

const limited = bodyLimit({
  maxSize: mostJson,
  onError: () => {
    throw new DomainError('file-too-large', [text('请求内容超过 1 MB', 'The body is larger than 1 MB')])
  },
})
const smallBodies: typeof limited = (c, next) => (c.req.path === '/api/files' ? next() : limited(c, next))

/** Open doors first, public law among them, then everything that wants to know who asks. */
const routes = (deps: Deps, app: () => Hono<ApiEnv>, open = openToAll(deps)) =>
  new Hono<ApiEnv>()
    .route('/', createSessionRoutes(deps))
    .route('/', createSingleSignOnRoutes(deps))
    .route('/demo', createDemoRoutes(deps))
    .route('/', createOpenApiRoutes(app))
    .route('/', createLawRoutes(deps, open))
    .route('/processes', createProcessList(deps, open))
    .use(authenticated(deps))
    .get('/cases/*', mayReadCases)
    .get('/exports/*', mayReadCases)
    .get('/live', mayReadCases)
    .route('/', createListRoutes(deps))
    .route('/cases', createStartRoutes(deps))
    .route('/cases', createCaseRoutes(deps))
    .route('/exports', createExportRoutes(deps))
    .route('/files', createFileRoutes(deps))
    .route('/processes', createProcessRoutes(deps))
    .route('/', createDirectoryRoutes(deps))
    .route('/clock', createClockRoutes(deps))
    .route('/health', createHealthRoutes(deps))
    .route('/supervision', createSupervisionRoutes(deps))
    .route('/live', createLiveRoutes(deps))
    .route('/calendars', createCalendarRoutes(deps))
