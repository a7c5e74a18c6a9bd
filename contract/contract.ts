// What does every route of the API take and answer?
import type { GenericSchema, InferInput, InferOutput } from 'valibot'

import { accessRoutes } from './account/access.ts'
import { ownAccountRoutes } from './account/own-account.ts'
import { sessionRoutes } from './account/session.ts'
import { caseRoutes } from './case/cases.ts'
import { forecastRoutes } from './case/forecast.ts'
import { listRoutes } from './case/lists.ts'
import { processRoutes } from './case/processes.ts'
import { calendarRoutes } from './change/calendars.ts'
import { changeRoutes } from './change/changes.ts'
import { cameraRoutes } from './devices/cameras.ts'
import { deviceRoutes } from './devices/devices.ts'
import { feedRoutes } from './devices/feeds.ts'
import { lateRoutes } from './devices/late.ts'
import { permitRoutes } from './devices/permits.ts'
import { receiverRoutes } from './devices/receivers.ts'
import { registryRoutes } from './devices/registry.ts'
import { warningRoutes } from './devices/warnings.ts'
import { documentRoutes } from './documents/documents.ts'
import { alarmRoutes } from './duty/alarms.ts'
import { deskRoutes } from './duty/desk.ts'
import { fileRoutes } from './evidence/files.ts'
import { materialRoutes } from './evidence/materials.ts'
import { exportRoutes } from './exports/exports.ts'
import { lawRoutes } from './law/law.ts'
import { letterRoutes } from './letters/letters.ts'
import { licenceRoutes } from './licences/licences.ts'
import { operationRoutes } from './operation/operation.ts'
import { enterpriseRoutes } from './organisation/enterprises.ts'
import { escalationPolicyRoutes } from './organisation/escalation-policies.ts'
import { machineRoutes } from './organisation/machines.ts'
import { personnelRoutes } from './organisation/personnel.ts'
import { publicRoutes } from './public/public.ts'
import { serviceRoutes } from './public/services.ts'
import { routingRoutes } from './routing/routing.ts'
import { substitutionRoutes } from './routing/substitutions.ts'
import { searchRoutes } from './search/search.ts'
import { selfCheckRoutes } from './self-check/self-checks.ts'
import { statisticsRoutes } from './statistics/statistics.ts'
import { supervisionRoutes } from './supervision/supervision.ts'
import { teamRoutes } from './supervision/team.ts'
import { phraseRoutes } from './writing/phrases.ts'
import { signatureRoutes } from './writing/signature.ts'

/** By `<METHOD> <path>`. */
export const contract = {
  ...caseRoutes,
  ...forecastRoutes,
  ...listRoutes,
  ...processRoutes,
  ...calendarRoutes,
  ...changeRoutes,
  ...cameraRoutes,
  ...deviceRoutes,
  ...feedRoutes,
  ...lateRoutes,
  ...permitRoutes,
  ...receiverRoutes,
  ...registryRoutes,
  ...warningRoutes,
  ...documentRoutes,
  ...alarmRoutes,
  ...deskRoutes,
  ...fileRoutes,
  ...materialRoutes,
  ...exportRoutes,
  ...lawRoutes,
  ...letterRoutes,
  ...licenceRoutes,
  ...operationRoutes,
  ...accessRoutes,
  ...enterpriseRoutes,
  ...escalationPolicyRoutes,
  ...machineRoutes,
  ...ownAccountRoutes,
  ...personnelRoutes,
  ...phraseRoutes,
  ...routingRoutes,
  ...sessionRoutes,
  ...signatureRoutes,
  ...substitutionRoutes,
  ...publicRoutes,
  ...serviceRoutes,
  ...searchRoutes,
  ...selfCheckRoutes,
  ...statisticsRoutes,
  ...supervisionRoutes,
  ...teamRoutes,
}

export type Contract = typeof contract
export type RouteKey = keyof Contract

/** What a client is answered; undefined: no body, or none that is JSON. */
export type AnswerOf<Key extends RouteKey> = Contract[Key] extends { answer: infer Schema extends GenericSchema }
  ? InferOutput<Schema>
  : undefined

/** What a client has to send. */
export type BodyOf<Key extends RouteKey> = Contract[Key] extends { body: infer Schema extends GenericSchema } ? InferInput<Schema> : never

/** What a client may write behind the question mark. */
export type QueryOf<Key extends RouteKey> = Contract[Key] extends { query: infer Schema extends GenericSchema } ? InferInput<Schema> : never
