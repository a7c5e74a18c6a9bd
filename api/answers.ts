// What does each route answer when it does as asked?
import { toJsonSchema } from '@valibot/to-json-schema'
import type { OpenAPIV3_1 } from 'openapi-types'
import type { GenericSchema } from 'valibot'
import * as shapes from './shapes.ts'

type Answer = readonly [status: number, description: string, shape?: GenericSchema | undefined, type?: string]

/** Success answers of the routes that others build on; what is not listed here answers just 2XX. */
export const answers: Record<string, readonly Answer[]> = {
  'POST /api/session': [[200, 'Signed in; the session is a cookie', shapes.me]],
  'DELETE /api/session': [[204, 'Signed out']],
  'GET /api/me': [[200, 'The person signed in', shapes.me]],
  'GET /api/inbox': [[200, 'One page of a box', shapes.inbox]],
  'GET /api/cases': [[200, 'One page of cases', shapes.caseList]],
  'GET /api/supervision/clocks': [[200, 'One page of running limits, soonest first', shapes.wall]],
  'POST /api/cases/{process}': [
    [201, 'The case is open', shapes.answer],
    [202, 'Accepted and safely stored, not yet decided', shapes.answer],
  ],
  'GET /api/cases/{id}': [[200, 'The case; its ETag is the revision for If-Match', shapes.caseShape]],
  'GET /api/cases/{id}/timeline': [[200, 'What has happened, oldest first', shapes.timeline]],
  'POST /api/cases/{id}/acts': [
    [200, 'Done and committed', shapes.answer],
    [202, 'Accepted and safely stored, not yet decided', shapes.answer],
  ],
  'POST /api/files': [[201, 'The file is kept', shapes.file]],
  'GET /api/files/{id}': [[200, 'The bytes', undefined, 'application/octet-stream']],
  'GET /api/exports/cases': [[200, 'The file; `x-total-rows` says how many rows it will have', undefined, 'text/csv']],
  'GET /api/processes': [[200, 'All processes', shapes.processList]],
  'GET /api/processes/{id}': [[200, 'The process', shapes.processShape]],
  'POST /api/time-limits/compute': [[200, 'The end of the period, day by day', shapes.timeLimit]],
  'GET /api/time-limits/rules': [[200, 'Rules and versions', shapes.rules]],
  'GET /api/calculations': [[200, 'All calculations', shapes.calculations]],
  'POST /api/calculations/{name}': [[200, 'The result with its reckoning', shapes.calculation]],
  'GET /api/calendars': [[200, 'Decreed and missing years', shapes.calendars]],
  'POST /api/calendars/{year}': [[201, 'Imported; the version of the calendars from now on', shapes.imported]],
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
