// What does every route of the API take and answer?
import type { GenericSchema, InferInput, InferOutput } from 'valibot'

import { accessContract } from './account/access.ts'
import { ownAccountContract } from './account/own-account.ts'
import { sessionContract } from './account/session.ts'
import { caseContract } from './case/cases.ts'
import { correctionContract } from './case/corrections.ts'
import { entryChoiceContract } from './case/entries.ts'
import { fieldNoteContract } from './case/field-notes.ts'
import { forecastContract } from './case/forecast.ts'
import { itemsContract } from './case/items.ts'
import { likeFinesContract } from './case/like-fines.ts'
import { listContract } from './case/lists.ts'
import { nearestContract } from './case/nearest.ts'
import { otherCaseContract } from './case/others.ts'
import { processContract } from './case/processes.ts'
import { calendarContract } from './change/calendars.ts'
import { changeContract } from './change/changes.ts'
import { cameraContract } from './devices/cameras.ts'
import { deviceContract } from './devices/devices.ts'
import { feedContract } from './devices/feeds.ts'
import { lateContract } from './devices/late.ts'
import { permitContract } from './devices/permits.ts'
import { receiverContract } from './devices/receivers.ts'
import { registryContract } from './devices/registry.ts'
import { warningContract } from './devices/warnings.ts'
import { documentContract } from './documents/documents.ts'
import { dossierContract } from './documents/dossier.ts'
import { drawContract } from './drawing/draws.ts'
import { alarmContract } from './duty/alarms.ts'
import { areaContract } from './duty/areas.ts'
import { deskContract } from './duty/desk.ts'
import { fileContract } from './evidence/files.ts'
import { materialContract } from './evidence/materials.ts'
import { recordingContract } from './evidence/recordings.ts'
import { exportContract } from './exports/exports.ts'
import { lawContract } from './law/law.ts'
import { letterContract } from './letters/letters.ts'
import { licenceContract } from './licences/licences.ts'
import { operationContract } from './operation/operation.ts'
import { competenceContract } from './organisation/competences.ts'
import { enterpriseContract } from './organisation/enterprises.ts'
import { escalationPolicyContract } from './organisation/escalation-policies.ts'
import { machineContract } from './organisation/machines.ts'
import { personnelContract } from './organisation/personnel.ts'
import { ownMatterContract } from './own-matter/own-matter.ts'
import { paymentContract } from './payments/payments.ts'
import { publicContract } from './public/public.ts'
import { serviceContract } from './public/services.ts'
import { registersContract } from './registers/registers.ts'
import { rosterContract } from './rosters/rosters.ts'
import { routingContract } from './routing/routing.ts'
import { substitutionContract } from './routing/substitutions.ts'
import { searchContract } from './search/search.ts'
import { selfCheckContract } from './self-check/self-checks.ts'
import { statisticsContract } from './statistics/statistics.ts'
import { discretionContract } from './supervision/discretion.ts'
import { supervisionContract } from './supervision/supervision.ts'
import { teamContract } from './supervision/team.ts'
import { phraseContract } from './writing/phrases.ts'
import { signatureContract } from './writing/signature.ts'
import { yearPlanContract } from './year-plans/year-plans.ts'

/** By `<METHOD> <path>`. */
export const contract = {
  ...caseContract,
  ...entryChoiceContract,
  ...correctionContract,
  ...likeFinesContract,
  ...otherCaseContract,
  ...itemsContract,
  ...nearestContract,
  ...fieldNoteContract,
  ...forecastContract,
  ...listContract,
  ...processContract,
  ...calendarContract,
  ...changeContract,
  ...cameraContract,
  ...deviceContract,
  ...feedContract,
  ...lateContract,
  ...permitContract,
  ...receiverContract,
  ...registryContract,
  ...warningContract,
  ...documentContract,
  ...dossierContract,
  ...drawContract,
  ...alarmContract,
  ...areaContract,
  ...deskContract,
  ...fileContract,
  ...materialContract,
  ...recordingContract,
  ...exportContract,
  ...lawContract,
  ...letterContract,
  ...licenceContract,
  ...operationContract,
  ...accessContract,
  ...competenceContract,
  ...enterpriseContract,
  ...escalationPolicyContract,
  ...machineContract,
  ...ownAccountContract,
  ...ownMatterContract,
  ...paymentContract,
  ...personnelContract,
  ...phraseContract,
  ...registersContract,
  ...rosterContract,
  ...routingContract,
  ...sessionContract,
  ...signatureContract,
  ...substitutionContract,
  ...publicContract,
  ...serviceContract,
  ...searchContract,
  ...selfCheckContract,
  ...statisticsContract,
  ...discretionContract,
  ...supervisionContract,
  ...teamContract,
  ...yearPlanContract,
}

type Contract = typeof contract
export type RouteKey = keyof Contract

/** What a client is answered; undefined: no body, or none that is JSON. */
export type AnswerOf<Key extends RouteKey> = Contract[Key] extends {
  answer: infer Schema extends GenericSchema
}
  ? InferOutput<Schema>
  : undefined

/** What a client has to send. */
export type BodyOf<Key extends RouteKey> = Contract[Key] extends {
  body: infer Schema extends GenericSchema
}
  ? InferInput<Schema>
  : never

/** What a client may write behind the question mark. */
export type QueryOf<Key extends RouteKey> = Contract[Key] extends {
  query: infer Schema extends GenericSchema
}
  ? InferInput<Schema>
  : never
