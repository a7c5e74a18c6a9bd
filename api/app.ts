// In which order does a request pass through the API, and where does each path lead?
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { requestId } from 'hono/request-id'
import { DomainError } from '../domain/language/errors.ts'
import { createAccessRoutes } from './account/access.ts'
import { createDemoRoutes } from './account/demo.ts'
import { createOwnAccountRoutes } from './account/own-account.ts'
import { createSessionRoutes } from './account/session.ts'
import { createSingleSignOnRoutes, createSubjectRoutes } from './account/single-sign-on.ts'
import { createListRoutes } from './case/case-list.ts'
import { createCaseRoutes } from './case/case-routes.ts'
import { createStartRoutes } from './case/case-start.ts'
import { createMigrationRoutes } from './case/migrations.ts'
import { createProcessList, createProcessRoutes } from './case/processes.ts'
import { createCalendarRoutes } from './change/calendars.ts'
import { createChangeRoutes } from './change/changes.ts'
import { createCameraRegister } from './devices/camera-register.ts'
import { createCameraRoutes } from './devices/cameras.ts'
import { createDeviceRoutes } from './devices/devices.ts'
import { createLateRoutes } from './devices/late.ts'
import { createPermitRoutes } from './devices/permits.ts'
import { createReceiverRoutes } from './devices/receivers.ts'
import { createRegistryRoutes } from './devices/registry.ts'
import { createWarningRoutes } from './devices/warnings.ts'
import { createDocumentRoutes } from './documents/documents.ts'
import { createDossierRoutes } from './dossier/dossier.ts'
import { createDrawRoutes } from './drawing/draws.ts'
import { createAlarmRoutes } from './duty/alarms.ts'
import { createAreaRoutes } from './duty/areas.ts'
import { createDutyRoutes } from './duty/duty.ts'
import { createIncomingRoutes } from './evidence/incoming.ts'
import { createExportRoutes } from './exports/exports.ts'
import { authenticated, mayReadCases } from './http/auth.ts'
import { fewValues, smallBodies } from './http/bodies.ts'
import type { ApiEnv, Deps } from './http/deps.ts'
import { knownMethods } from './http/methods.ts'
import { createErrorHandler, problemResponse } from './http/problems.ts'
import { readingsInTurn } from './http/reading.ts'
import { jsonOnly, sameSiteOnly, securityHeaders } from './http/security.ts'
import { smallerJson } from './http/smaller.ts'
import { createInterfaceRoutes } from './interface.ts'
import { createLawRoutes } from './law/law-routes.ts'
import { createLetterRoutes } from './letters/letters.ts'
import { createLicenceRoutes } from './licences/licences.ts'
import { createOpenApiRoutes } from './openapi.ts'
import { createClockRoutes } from './operation/clock-routes.ts'
import { createHealthRoutes } from './operation/health.ts'
import { createLiveRoutes } from './operation/live-routes.ts'
import { createMetrics, type Metrics } from './operation/metrics.ts'
import { createOperationRoutes } from './operation/operation.ts'
import { createCompetenceRoutes } from './organisation/competences.ts'
import { createDirectoryRoutes } from './organisation/directory.ts'
import { createEscalationPolicyRoutes } from './organisation/escalation-policies.ts'
import { createPersonnelRoutes } from './organisation/personnel.ts'
import { createOwnMatterRoutes } from './own-matter/own-matter.ts'
import { createCasePayments, createPaymentRoutes } from './payments/payments.ts'
import { createPlatformDoor } from './payments/platform-door.ts'
import { openToAll } from './public/open-door.ts'
import { createPublicRoutes } from './public/public-routes.ts'
import { createRegisterRoutes } from './registers/registers.ts'
import { createRosterRoutes } from './rosters/rosters.ts'
import { createRoutingRoutes } from './routing/routing.ts'
import { createConsentRoutes } from './routing/substitution-consents.ts'
import { createSubstitutionRoutes } from './routing/substitutions.ts'
import { createFilterRoutes } from './search/filters.ts'
import { createSearchRoutes } from './search/search.ts'
import { createSelfCheckExport } from './self-check/self-check-export.ts'
import { createSelfCheckRoutes } from './self-check/self-checks.ts'
import { createStatisticsRoutes } from './statistics/statistics.ts'
import { createDailyRoutes } from './supervision/daily.ts'
import { createDiscretionRoutes } from './supervision/discretion.ts'
import { createFlowRoutes } from './supervision/flow.ts'
import { createSupervisionRoutes } from './supervision/supervision.ts'
import { createTeamRoutes } from './supervision/team.ts'
import { createPhraseRoutes } from './writing/phrases.ts'
import { createSignatureRoutes, createSignedRoutes } from './writing/signatures.ts'
import { createYearPlanRoutes } from './year-plans/year-plans.ts'

/** The whole HTTP surface, made of its dependencies and nothing else. */
export const createApp = (deps: Deps) => {
  const metrics = createMetrics(deps)
  const app = doors(deps, metrics)
  app.route('/', createOperationRoutes(deps, metrics.registry))
  app.route(
    '/api',
    routes(deps, () => app, metrics.inFlight),
  )
  if (deps.mailbox) app.route('/mailbox', deps.mailbox)
  app.route('/', createInterfaceRoutes(deps))
  return app
}

/** What every request passes before it is looked at. */
const doors = (deps: Deps, metrics: Metrics): Hono<ApiEnv> =>
  new Hono<ApiEnv>()
    .use(requestId())
    .use(metrics.measure)
    .use(securityHeaders(deps.settings))
    .use(compress())
    .use(smallerJson)
    .use(sameSiteOnly(deps.settings))
    .use(jsonOnly)
    .use(smallBodies)
    .use(fewValues)
    .onError(createErrorHandler(deps.log))
    .notFound((c) => problemResponse(c, new DomainError('not-found')))

/** Open doors first, public law among them, then everything that wants to know who asks. */
const routes = (
  deps: Deps,
  app: () => Hono<ApiEnv>,
  inFlight: () => number,
  open = openToAll(deps),
) =>
  new Hono<ApiEnv>()
    .use(knownMethods(app))
    .route('/', ofWhoeverComesIn(deps))
    .route('/demo', createDemoRoutes(deps))
    .route('/', createOpenApiRoutes(app))
    .route('/', createLawRoutes(deps, open))
    .route('/processes', createProcessList(deps, open))
    .route('/public', createPublicRoutes(deps, open))
    .route('/', ofThoseWithoutAccount(deps, open))
    .use(authenticated(deps))
    .use(readingsInTurn)
    .on(
      'GET',
      [
        '/alarms/*',
        '/cases/*',
        '/devices/*',
        '/draws/*',
        '/year-plans/*',
        '/exports/*',
        '/licences/*',
        '/live',
        '/permits/*',
        '/registers/*',
        '/self-checks/*',
        '/statistics/*',
      ],
      mayReadCases,
    )
    .route('/me', createOwnAccountRoutes(deps))
    .route('/', createListRoutes(deps))
    .route('/cases', createStartRoutes(deps))
    .route('/cases', createCaseRoutes(deps))
    .route('/', createDocumentRoutes(deps))
    .route('/cases', createDossierRoutes(deps))
    .route('/cases', createCasePayments(deps))
    .route('/payments', createPaymentRoutes(deps))
    .route('/exports', createExportRoutes(deps, inFlight))
    .route('/', createSearchRoutes(deps))
    .route('/filters', createFilterRoutes(deps))
    .route('/phrases', createPhraseRoutes(deps))
    .route('/signature', createSignatureRoutes(deps))
    .route('/cases', createSignedRoutes(deps))
    .route('/exports', createSelfCheckExport(deps))
    .route('/self-checks', createSelfCheckRoutes(deps))
    .route('/', createIncomingRoutes(deps))
    .route('/processes', createProcessRoutes(deps))
    .route('/processes', createMigrationRoutes(deps))
    .route('/', createDirectoryRoutes(deps))
    .route('/clock', createClockRoutes(deps))
    .route('/health', createHealthRoutes(deps))
    .route('/', ofSupervisors(deps))
    .route('/licences', createLicenceRoutes(deps))
    .route('/registers', createRegisterRoutes(deps))
    .route('/draws', createDrawRoutes(deps))
    .route('/year-plans', createYearPlanRoutes(deps))
    .route('/', ofTheDesk(deps))
    .route('/calendars', createCalendarRoutes(deps))
    .route('/changes', createChangeRoutes(deps))
    .route('/', ofAdministrators(deps))

const ofWhoeverComesIn = (deps: Deps) =>
  new Hono<ApiEnv>()
    .route('/', createSessionRoutes(deps))
    .route('/', createSingleSignOnRoutes(deps))
    .route('/', createAccessRoutes(deps))
    .route('/', createSubjectRoutes(deps))

const ofThoseWithoutAccount = (deps: Deps, open: ReturnType<typeof openToAll>) =>
  new Hono<ApiEnv>()
    .route('/own-matter', createOwnMatterRoutes(deps, open))
    .route('/payments', createPlatformDoor(deps, open))

const ofSupervisors = (deps: Deps) =>
  new Hono<ApiEnv>()
    .route('/supervision', createSupervisionRoutes(deps))
    .route('/substitutions', createSubstitutionRoutes(deps))
    .route('/substitutions', createConsentRoutes(deps))
    .route('/team', createTeamRoutes(deps))
    .route('/statistics', createStatisticsRoutes(deps))
    .route('/supervision', createFlowRoutes(deps))
    .route('/supervision', createDiscretionRoutes(deps))
    .route('/supervision', createDailyRoutes(deps))

const ofTheDesk = (deps: Deps) =>
  new Hono<ApiEnv>()
    .route('/live', createLiveRoutes(deps))
    .route('/alarms', createAlarmRoutes(deps))
    .route('/duty', createDutyRoutes(deps))
    .route('/rosters', createRosterRoutes(deps))
    .route('/areas', createAreaRoutes(deps))
    .route('/devices/late', createLateRoutes(deps))
    .route('/devices', createDeviceRoutes(deps))
    .route('/permits', createPermitRoutes(deps))
    .route('/cameras', createCameraRoutes(deps))
    .route('/warnings', createWarningRoutes(deps))

const ofAdministrators = (deps: Deps) =>
  new Hono<ApiEnv>()
    .route('/competences', createCompetenceRoutes(deps))
    .route('/ladders', createEscalationPolicyRoutes(deps))
    .route('/registry/cameras', createCameraRegister(deps))
    .route('/registry/receivers', createReceiverRoutes(deps))
    .route('/registry', createRegistryRoutes(deps))
    .route('/letters', createLetterRoutes(deps))
    .route('/personnel', createPersonnelRoutes(deps))
    .route('/routing', createRoutingRoutes(deps))
