// What does each route answer when it does as asked?
import { toJsonSchema } from '@valibot/to-json-schema'
import type { OpenAPIV3_1 } from 'openapi-types'
import type { GenericSchema } from 'valibot'
import * as calendarShapes from './change/calendar-shapes.ts'
import * as changeShapes from './change/change-shapes.ts'
import * as camera from './devices/camera-shapes.ts'
import * as device from './devices/device-shapes.ts'
import * as late from './devices/late-shapes.ts'
import * as permit from './devices/permit-shapes.ts'
import { registryAnswers } from './devices/registry-answers.ts'
import * as warning from './devices/warning-shapes.ts'
import * as desk from './duty/duty-shapes.ts'
import * as incoming from './evidence/file-shapes.ts'
import * as shapes from './http/shapes.ts'
import * as letter from './letters/letter-shapes.ts'
import * as licence from './licences/licence-shapes.ts'
import * as administration from './organisation/administration-shapes.ts'
import * as open from './public/public-shapes.ts'
import * as service from './public/service-shapes.ts'
import * as routing from './routing/routing-shapes.ts'
import * as kept from './search/search-shapes.ts'
import * as figures from './statistics/statistics-shapes.ts'
import * as supervision from './supervision/supervision-shapes.ts'
import * as teams from './supervision/team-shapes.ts'
import * as phrase from './writing/phrase-shapes.ts'
import * as signing from './writing/signature-shapes.ts'

type Answer = readonly [status: number, description: string, shape?: GenericSchema | undefined, type?: string]

/** Success answers of the routes that others build on; what is not listed here answers just 2XX. */
export const answers: Record<string, readonly Answer[]> = {
  'POST /api/session': [[200, 'Signed in; the session is a cookie', shapes.me]],
  'DELETE /api/session': [[204, 'Signed out']],
  'GET /api/me': [[200, 'The person signed in', shapes.me]],
  'GET /api/inbox': [[200, 'One page of a box', shapes.inbox]],
  'GET /api/cases': [[200, 'One page of cases', shapes.caseList]],
  'GET /api/supervision/flow': [[200, 'Figures by state and week', supervision.flow]],
  'GET /api/supervision/flow/cases': [[200, 'One page of the cases behind a figure', supervision.flowCases]],
  'POST /api/supervision/flow/recompute': [[200, 'Reckoned, or begun: `more` asks for another call', supervision.recomputed]],
  'GET /api/supervision/digest': [[200, 'The digest of that day, and on which days there are some', supervision.digest]],
  'GET /api/supervision/reachability': [[200, 'Posts that cannot be told', supervision.reachability]],
  'GET /api/supervision/clocks': [[200, 'One page of running limits, soonest first', shapes.wall]],
  'GET /api/statistics': [[200, 'Figures, counties, and the signed report', figures.statistics]],
  'GET /api/statistics/enterprise': [[200, 'The table of an enterprise', figures.statistics]],
  'GET /api/statistics/enterprises': [[200, 'One page of enterprises and how their reports stand', figures.statisticsEnterprises]],
  'GET /api/statistics/cases': [[200, 'One page of the cases behind a figure', figures.statisticsCases]],
  'GET /api/statistics/export': [[200, 'The file', undefined, 'text/csv']],
  'POST /api/statistics/signature': [[201, 'Signed and frozen', figures.statistics]],
  'POST /api/statistics/reports/{id}/submission': [[200, 'Submitted', figures.statistics]],
  'POST /api/statistics/reports/{id}/return': [[200, 'Returned', figures.statistics]],
  'GET /api/team': [[200, 'One page of the queue, soonest first, with the load of each person', teams.team]],
  'POST /api/team/reassignments': [[200, 'What was or would be re-assigned, and what not, with reasons', teams.outcome]],
  'POST /api/team/urges': [[200, 'Who was or would be urged, and who not, with reasons', teams.outcome]],
  'GET /api/substitutions': [[200, 'Those that concern the reader, newest first', teams.substitutionList]],
  'GET /api/substitutions/people': [[200, 'People who can be named', teams.candidates]],
  'POST /api/substitutions': [[201, 'Ordered', teams.substitution]],
  'POST /api/substitutions/{id}/agree': [[200, 'Consented', teams.substitution]],
  'POST /api/substitutions/{id}/end': [[200, 'Ended', teams.substitution]],
  'POST /api/cases/{process}': [[201, 'The case is open', shapes.answer]],
  'GET /api/cases/{id}': [[200, 'The case; its ETag is the revision for If-Match', shapes.caseShape]],
  'GET /api/cases/{id}/timeline': [[200, 'What has happened, oldest first', shapes.timeline]],
  'GET /api/cases/{id}/next': [[200, 'The tasks it could open, with posts and people', shapes.nextHandlers]],
  'GET /api/cases/{id}/materials': [[200, 'Item by item, each with its versions, the newest last', incoming.materials]],
  'GET /api/cases/{id}/messages': [[200, 'Newest first', incoming.messages]],
  'POST /api/cases/{id}/acts': [[200, 'Done and committed; of `unmask` with what was kept secret', shapes.answer]],
  'POST /api/files': [[201, 'The file is kept', shapes.file]],
  'GET /api/files/{id}': [[200, 'The bytes', undefined, 'application/octet-stream']],
  'POST /api/uploads': [[201, 'Begun, or found again under its key; go on from `offset`', incoming.upload]],
  'GET /api/uploads/{id}': [[200, 'How much has arrived, and the file once it is whole', incoming.upload]],
  'PATCH /api/uploads/{id}': [[200, 'What has arrived by now is stored', incoming.upload]],
  'DELETE /api/uploads/{id}': [[204, 'Given up']],
  'GET /api/exports/cases': [[200, 'The file; `x-total-rows` says how many rows it will have', undefined, 'text/csv']],
  'GET /api/self-checks': [[200, 'One page of the ledger, newest first, each entry with those it has corrected', shapes.ledger]],
  'GET /api/self-checks/{id}': [[200, 'The entry', shapes.ledgerRow]],
  'POST /api/self-checks': [[201, 'The entry is kept', shapes.ledgerRow]],
  'GET /api/exports/changes/{id}': [[200, 'Every period that moves, before and after', undefined, 'text/csv']],
  'GET /api/exports/self-checks': [[200, 'The ledger with all corrections', undefined, 'text/csv']],
  'GET /api/exports/inbox': [[200, 'The file; `x-total-rows` says how many rows it will have', undefined, 'text/csv']],
  'GET /api/exports/clocks': [[200, 'The file; `x-total-rows` says how many rows it will have', undefined, 'text/csv']],
  'GET /api/search': [[200, 'What was found, in groups', kept.search]],
  'GET /api/filters': [[200, 'One’s own first', kept.filters]],
  'POST /api/filters': [[201, 'Kept', kept.filter]],
  'PUT /api/filters/{id}': [[200, 'Changed', kept.filter]],
  'DELETE /api/filters/{id}': [[204, 'Taken away']],
  'GET /api/signature': [[200, 'The signature, and its versions with the newest first', signing.signature]],
  'POST /api/signature': [[201, 'Kept; what is signed from now on bears it', signing.signatureVersion]],
  'DELETE /api/signature': [[204, 'Withdrawn; what was signed with it stays as it is']],
  'GET /api/signature/pictures/{sha256}': [[200, 'The picture', undefined, 'image/png']],
  'GET /api/cases/{id}/signatures/{sha256}': [[200, 'The picture', undefined, 'image/png']],
  'GET /api/phrases': [[200, 'One’s own, and those of one’s offices', phrase.phrases]],
  'PUT /api/phrases/own': [[200, 'Kept', phrase.phraseList]],
  'PUT /api/phrases/offices/{office}': [[200, 'Kept', phrase.phraseList]],
  'GET /api/alarms': [[200, 'The box, with the sums of all boxes', desk.alarmList]],
  'GET /api/alarms/figures': [[200, 'Figures with their targets', desk.figures]],
  'GET /api/alarms/{id}': [[200, 'The alarm', desk.alarmDetail]],
  'POST /api/alarms/{id}/acknowledgement': [[200, 'Acknowledged; `told`: there is a case that hears of it', desk.alarmDone]],
  'POST /api/alarms/{id}/shelving': [[200, 'Shelved', desk.alarmDone]],
  'POST /api/alarms/{id}/unshelving': [[200, 'No longer shelved', desk.alarmDone]],
  'POST /api/alarms/{id}/ending': [[200, 'Declared over', desk.alarmDone]],
  'GET /api/devices/late': [[200, 'The latest first, a hundred at most', late.lateList]],
  'GET /api/devices/late/attended': [[200, 'The latest first, twenty at most', late.attended]],
  'GET /api/permits': [[200, 'Those in force first, as they end', permit.permits]],
  'GET /api/permits/works': [[200, 'Kinds of work', permit.works]],
  'POST /api/permits': [[201, 'Out of service', permit.permitDone]],
  'POST /api/permits/{id}/end': [[200, 'In service again', permit.permitDone]],
  'GET /api/devices': [[200, 'Devices in scope', device.deviceList]],
  'GET /api/devices/{id}': [[200, 'The device', device.device]],
  'GET /api/devices/{id}/trend': [[200, 'Columns beside each other', device.trend]],
  'GET /api/cameras': [[200, 'Cameras', camera.cameras]],
  'POST /api/cameras/{id}/link': [[201, 'An address that ends soon', camera.cameraLink]],
  'GET /api/warnings': [[200, 'Warnings', warning.warnings]],
  'GET /api/warnings/{identifier}': [[200, 'A warning', warning.warning]],
  'GET /api/warnings/{identifier}/document': [[200, 'As it was sent', undefined, 'application/cap+xml']],
  'POST /api/warnings/preview': [[200, 'What would be sent', warning.preview]],
  'POST /api/warnings': [[201, 'Given', warning.given]],
  ...registryAnswers,
  'GET /api/letters': [[200, 'What waits, and what may be chosen among', letter.letters]],
  'GET /api/letters/frames': [[200, 'One page, newest first', letter.frames]],
  'GET /api/letters/frames/{id}': [[200, 'Its bytes and what they say', letter.frame]],
  'GET /api/letters/counts': [[200, 'One page, newest day first', letter.counts]],
  'GET /api/letters/commands': [[200, 'One page, newest first', letter.commands]],
  'GET /api/letters/outbox': [[200, 'One page, newest first', letter.outbox]],
  'POST /api/letters/frames/{id}/replay': [[202, 'The holder of its line will do it', letter.asked]],
  'POST /api/letters/commands/{id}/replay': [[202, 'Its case decides it anew', letter.asked]],
  'POST /api/letters/outbox/{id}/replay': [[202, 'It will be delivered at once', letter.asked]],
  'GET /api/duty': [[200, 'The desk', desk.duty]],
  'GET /api/duty/feeds': [[200, 'The lines', desk.feeds]],
  'POST /api/duty/shifts': [[201, 'Taken over', desk.shift]],
  'POST /api/duty/notes': [[201, 'Written', desk.note]],
  'GET /api/processes': [[200, 'All processes', shapes.processList]],
  'GET /api/processes/{id}': [[200, 'The process', shapes.processShape]],
  'GET /api/processes/{id}/counts': [[200, 'Open cases by version and state', shapes.chartCounts]],
  'POST /api/processes/{id}/migrations': [
    [200, 'One page of what would come over or came over, and what not, with reasons', shapes.migrationPage],
  ],
  'POST /api/time-limits/compute': [[200, 'The end of the period, day by day', shapes.timeLimit]],
  'GET /api/time-limits/rules': [[200, 'Rules and versions', shapes.rules]],
  'GET /api/calculations': [[200, 'All calculations', shapes.calculations]],
  'POST /api/calculations/{name}': [[200, 'The result with its reckoning', shapes.calculation]],
  'GET /api/calendars': [[200, 'Decreed and missing years, local days', calendarShapes.calendars]],
  'GET /api/calendars/{year}': [[200, 'Every day of the year', calendarShapes.year]],
  'POST /api/calendars/{year}': [[201, 'Proposed; in force when another administrator has approved', calendarShapes.asked]],
  'GET /api/changes': [[200, 'Proposals, newest first', changeShapes.proposals]],
  'GET /api/changes/rules': [[200, 'As in force today', changeShapes.rules]],
  'POST /api/changes': [[201, 'Proposed; the dry run is done or goes on', changeShapes.proposal]],
  'POST /api/changes/preview': [[200, 'What would move', changeShapes.dryRun]],
  'GET /api/changes/{id}': [[200, 'The proposal', changeShapes.proposal]],
  'GET /api/changes/{id}/{part}': [[200, 'One page, in order of case and period', changeShapes.part]],
  'POST /api/changes/{id}/preview': [[200, 'The proposal with its new preview', changeShapes.proposal]],
  'POST /api/changes/{id}/approval': [[200, 'Approved; the cases follow', changeShapes.proposal]],
  'POST /api/changes/{id}/rejection': [[200, 'Rejected', changeShapes.proposal]],
  'POST /api/changes/{id}/withdrawal': [[200, 'Withdrawn', changeShapes.proposal]],
  'GET /api/ladders': [[200, 'Escalation policies that can be set', administration.escalationPolicies]],
  'GET /api/ladders/{process}/{clock}': [[200, 'The escalation policy, its bounds and its history', administration.escalationPolicy]],
  'GET /api/ladders/{process}/{clock}/periods': [[200, 'One page of open periods', administration.escalationPolicyPeriods]],
  'POST /api/ladders/{process}/{clock}/proposals': [[201, 'Proposed', administration.escalationPolicyProposal]],
  'POST /api/ladders/proposals/{id}/approval': [[200, 'Approved', administration.escalationPolicyProposal]],
  'POST /api/ladders/proposals/{id}/rejection': [[200, 'Rejected', administration.escalationPolicyProposal]],
  'POST /api/ladders/proposals/{id}/withdrawal': [[200, 'Withdrawn', administration.escalationPolicyProposal]],
  'GET /api/personnel/people': [[200, 'One page of people', administration.people]],
  'GET /api/personnel/vacancies': [[200, 'Posts that stand empty', routing.vacancies]],
  'GET /api/routing/rules': [[200, 'The rules, and what a rule can go by', routing.rules]],
  'POST /api/routing/rules': [[201, 'Entered', routing.rule]],
  'POST /api/routing/rules/{id}/end': [[200, 'Ended', routing.rule]],
  'GET /api/routing/holders': [[200, 'Who holds the post', routing.holders]],
  'GET /api/personnel/offices': [[200, 'Offices and the roles held there', administration.offices]],
  'GET /api/personnel/people/{id}': [[200, 'The person', administration.personnel]],
  'GET /api/personnel/people/{id}/loss': [[200, 'What would stand empty', administration.loss]],
  'POST /api/personnel/people/{id}/appointments': [[201, 'Given', administration.personnel]],
  'POST /api/personnel/people/{id}/appointments/end': [[200, 'Ended', administration.personnel]],
  'POST /api/personnel/people/{id}/disabling': [[200, 'Disabled', administration.personnel]],
  'POST /api/personnel/people/{id}/enabling': [[200, 'Enabled', administration.personnel]],
  'GET /api/public/processes': [[200, 'Open processes, and the ticket that a report needs', open.publicProcesses]],
  'POST /api/public/cases/{process}': [[201, 'The case is open; nobody can read the code again', shapes.followTold]],
  'POST /api/public/files': [[201, 'The file is kept', open.publicFile]],
  'GET /api/public/follow': [[200, 'Where it stands', open.followed]],
  'GET /api/public/notices': [[200, 'One page, newest first', open.publicNotices]],
  'GET /api/licences': [[200, 'One page of the register, the first to end first', licence.licences]],
  'GET /api/licences/{id}': [[200, 'The licence', licence.licence]],
  'GET /api/exports/licences': [[200, 'The file; `x-total-rows` says how many rows it will have', undefined, 'text/csv']],
  'GET /api/public/licences': [[200, 'At most twenty', licence.publicLicences]],
  'GET /api/public/services': [[200, 'All services', service.services]],
  'GET /api/public/services/{process}': [[200, 'The guide', service.serviceGuide]],
  'GET /api/clock': [[200, 'The legal time', shapes.time]],
  'POST /api/clock': [[200, 'Where the clock stands now, and where cases moved on the way', shapes.moved]],
  'GET /api/live': [[200, 'Events `case` and `heartbeat`', undefined, 'text/event-stream']],
  'GET /api/openapi.json': [[200, 'This document', shapes.calculation]],
  'GET /healthz': [[200, 'Alive', shapes.ok]],
  'GET /readyz': [[200, 'Ready', shapes.ok]],
  'GET /metrics': [[200, 'Prometheus text format', undefined, 'text/plain']],
}

/** The `responses` of an operation by `<METHOD> <path>`. */
export const responsesOf = (route: string): OpenAPIV3_1.ResponsesObject => {
  const known = answers[route]
  return known ? Object.fromEntries(known.map((one) => [String(one[0]), described(one)])) : { '2XX': { description: 'Done' } }
}

const described = ([status, description, shape, type = 'application/json']: Answer): OpenAPIV3_1.ResponseObject => {
  if (status === 204) return { description }
  const schema = shape ? schemaOf(shape) : { type: 'string' }
  return { description, content: { [type]: { schema: schema as OpenAPIV3_1.SchemaObject } } }
}

/** Texts stand once in the document's components. */
const schemaOf = (shape: GenericSchema): object => {
  const {
    $schema: _,
    $defs: __,
    ...schema
  } = toJsonSchema(shape, {
    errorMode: 'ignore',
    target: 'draft-2020-12',
    definitions: { Text: shapes.text },
    overrideRef: () => '#/components/schemas/Text',
  }) as Record<string, unknown>
  return schema
}
