// What do the routes of warnings take and answer?
import * as v from 'valibot'
import { isRegion } from '../../domain/organisation/regions.ts'
import { certainties } from '../../domain/warning/cap-shape.ts'
import { eventKindNames } from '../../domain/warning/event-kinds.ts'
import { deliveryFaults, type WarningRow, type WarningView } from '../../domain/warning/views.ts'
import { allowedResponses, type WarningContent } from '../../domain/warning/warning-content.ts'
import { areaParts, isOneArea, twoAreas } from '../parts/areas.ts'
import { line, momentInput } from '../parts/date-inputs.ts'
import { bilingual, decimal, flag, list, maybe, moment, type Of, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

export const warningLevel = v.picklist([1, 2, 3, 4])
const kind = v.picklist(eventKindNames)
const response = v.picklist(allowedResponses)
const certainty = v.picklist(certainties)
const type = v.picklist(['Alert', 'Update', 'Cancel'])
export const deliveryFault = maybe(v.picklist(deliveryFaults))
export const deliveryState = v.picklist(['waiting', 'acknowledged', 'taken', 'refused', 'given-up'])

const content = v.strictObject({
  level: warningLevel,
  kind,
  event: string,
  headline: string,
  description: string,
  instruction: maybe(string),
  response,
  certainty,
  onset: maybe(moment),
  expires: maybe(moment),
  /** GB/T 2260. */
  region: string,
  /** Null: the name of the region, and how far around. */
  place: maybe(string),
  /** Made up, by a simulator or for a drill. */
  exercise: flag,
  around: maybe(v.strictObject({ lon: decimal, lat: decimal, km: decimal })),
  polygon: v.optional(list(v.strictTuple([decimal, decimal]))),
  /** Further places of the same event. */
  also: v.optional(
    list(v.strictObject({ lon: decimal, lat: decimal, km: decimal, place: string })),
  ),
  /** Nobody has registered where it is: `place` names it, and the region as a whole is not warned. */
  unplaced: v.optional(v.literal(true)),
}) satisfies Of<WarningContent>

const row = {
  identifier: string,
  incident: string,
  type,
  status: v.picklist(['Actual', 'Exercise', 'Test']),
  sent: moment,
  level: warningLevel,
  region: bilingual,
  headline: string,
  by: maybe(string),
  last: flag,
  deliveries: list(
    v.strictObject({
      receiver: string,
      name: string,
      state: deliveryState,
      attempts: decimal,
      answeredAt: maybe(moment),
      error: deliveryFault,
    }),
  ),
}

const warnings = v.strictObject({ items: list(v.strictObject(row)), mayGive: flag }) satisfies Of<{
  items: WarningRow[]
  mayGive: boolean
}>

const warning = v.strictObject({
  ...row,
  sender: string,
  sha256: string,
  cap: string,
  content: maybe(content),
  mayFollow: flag,
  alarm: maybe(v.strictObject({ id: string, name: string, caseId: maybe(string), closed: flag })),
  /** All messages about its incident, the first one first. */
  chain: list(v.strictObject({ identifier: string, type, sent: moment })),
}) satisfies Of<WarningView>

const preview = v.strictObject({
  cap: string,
  headline: string,
  to: list(v.strictObject({ id: string, name: string })),
})
export type WarningPreview = v.InferOutput<typeof preview>

export const warningReceipt = v.strictObject({ identifier: string })
/** What somebody wants to be told; `after` is the message that he has seen last, null: nothing has been said yet. */
const order = v.strictObject({
  incident: maybe(v.pipe(string, v.uuid())),
  after: maybe(line(80)),
  ended: flag,
  level: warningLevel,
  kind,
  response,
  certainty,
  headline: line(120),
  description: line(2_000),
  instruction: v.pipe(
    maybe(v.pipe(string, v.trim(), v.maxLength(2_000))),
    v.transform((words) => words || null),
  ),
  expires: maybe(momentInput),
  region: v.pipe(string, v.check(isRegion, 'is no region of the city')),
  ...areaParts,
  exercise: flag,
})
export const warningBody = v.pipe(
  order,
  v.check((body) => isOneArea(body), twoAreas),
)
export type WarningOrder = v.InferOutput<typeof warningBody>

export const warningDocumentQuery = v.object({
  format: v.optional(v.picklist(['cap', 'geojson']), 'cap'),
})
export const warningsQuery = v.object({ incident: v.optional(v.pipe(string, v.uuid())) })

export const warningContract = {
  'GET /api/warnings': {
    query: warningsQuery,
    status: 200,
    description: 'Warnings',
    answer: warnings,
  },
  'GET /api/warnings/{identifier}': { status: 200, description: 'A warning', answer: warning },
  'GET /api/warnings/{identifier}/document': {
    query: warningDocumentQuery,
    status: 200,
    description: 'As it was sent',
    type: 'application/cap+xml',
  },
  'POST /api/warnings/preview': {
    body: warningBody,
    status: 200,
    description: 'What would be sent',
    answer: preview,
  },
  'POST /api/warnings': {
    body: warningBody,
    status: 201,
    description: 'Given',
    answer: warningReceipt,
  },
} as const satisfies ContractRoutes
