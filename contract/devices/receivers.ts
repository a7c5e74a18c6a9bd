// What do the routes of those who take warnings take and answer?
import * as v from 'valibot'
import { isRegion } from '../../domain/organisation/regions.ts'
import { isAddress } from '../../domain/warning/receivers.ts'
import { line, reasonLine } from '../parts/date-inputs.ts'
import { decimal, flag, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import { proposalDecisionBody, registryDone } from './registry.ts'
import { deliveryFault, deliveryState, warningLevel, warningReceipt } from './warnings.ts'

const last = v.strictObject({ state: deliveryState, at: moment, error: deliveryFault })

const wanted = {
  id: string,
  name: string,
  url: string,
  format: v.picklist(['cap', 'geojson']),
  signed: flag,
  regions: list(string),
  leastLevel: warningLevel,
  exercises: flag,
  enabled: flag,
}

const receivers = v.strictObject({
  office: maybe(
    v.strictObject({
      region: string,
      organisation: string,
      unit: string,
      extension: string,
      sender: string,
      name: string,
    }),
  ),
  receivers: list(v.strictObject({ ...wanted, waiting: decimal, last: maybe(last) })),
  proposals: list(
    v.strictObject({
      ...wanted,
      /** The very content that is approved. */
      proposal: string,
      /** There is no such receiver yet. */
      fresh: flag,
      /** Signed with another secret than before, or with none any more. */
      newSecret: flag,
      by: string,
      at: moment,
      /** Whoever proposes may not approve. */
      mine: flag,
    }),
  ),
  changes: list(
    v.strictObject({
      id: string,
      at: moment,
      by: string,
      words: string,
      reason: string,
    }),
  ),
})
export type ReceiversView = v.InferOutput<typeof receivers>
export type OfficeView = NonNullable<ReceiversView['office']>

const region = v.pipe(string, v.check(isRegion, 'is no region of the city'))

export const receiverBody = v.strictObject({
  name: line(80),
  url: v.pipe(line(500), v.check(isAddress, 'must be an address of the web without a password')),
  format: v.picklist(['cap', 'geojson']),
  regions: list(region),
  leastLevel: warningLevel,
  exercises: flag,
  enabled: flag,
  secret: v.optional(maybe(v.pipe(string, v.minLength(16), v.maxLength(200)))),
  reason: reasonLine,
})

const digits = (n: number) =>
  v.pipe(string, v.regex(new RegExp(`^\\d{${n}}$`), `must be ${n} digits`))

export const warningOfficeBody = v.strictObject({
  region: digits(6),
  organisation: digits(3),
  unit: digits(3),
  extension: digits(2),
  name: line(80),
  reason: reasonLine,
  sender: v.pipe(line(80), v.regex(/^[^\s,<&]+$/, 'holds no white space and no comma')),
})

export const receiverContract = {
  'GET /api/registry/receivers': {
    status: 200,
    description: 'Who is warned, and in whose name',
    answer: receivers,
  },
  'PUT /api/registry/receivers/office': {
    body: warningOfficeBody,
    status: 200,
    description: 'Changed',
    answer: registryDone,
  },
  'PUT /api/registry/receivers/{id}': {
    body: receiverBody,
    status: 200,
    description: 'Changed',
    answer: registryDone,
  },
  'POST /api/registry/receivers/{id}/decision': {
    body: proposalDecisionBody,
    status: 200,
    description: 'Decided',
    answer: registryDone,
  },
  'POST /api/registry/receivers/{id}/test': {
    status: 201,
    description: 'On its way',
    answer: warningReceipt,
  },
} as const satisfies ContractRoutes
