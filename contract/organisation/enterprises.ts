// What do the routes of enterprises, their accounts, and of people to choose from take and answer?
import * as v from 'valibot'
import { isCreditCode } from '../../domain/organisation/credit-code.ts'
import { isRegion } from '../../domain/organisation/regions.ts'
import { enterpriseRoles } from '../../domain/organisation/roles.ts'
import { limit, line, newPerson, reasonLine, shortText } from '../parts/date-inputs.ts'
import { bilingual, flag, integer, list, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

export const enterpriseAccountBody = v.strictObject({
  ...newPerson,
  role: v.picklist(enterpriseRoles),
  reason: reasonLine,
})

const code = v.pipe(
  string,
  v.trim(),
  v.toUpperCase(),
  v.check(isCreditCode, 'is no unified social credit code (GB 32100)'),
)

export const enterpriseBody = v.strictObject({
  code,
  name: line(100),
  industry: line(60),
  address: line(200),
  principal: line(50),
  reason: reasonLine,
  region: v.pipe(string, v.check(isRegion, 'is no region of the city')),
})

export const enterpriseEntriesQuery = v.object({
  q: v.optional(v.pipe(string, v.trim(), v.maxLength(100)), ''),
})

export const peopleQuery = v.object({
  case: shortText,
  verb: v.optional(
    v.picklist(['transfer', 'copy', 'reassign', 'add-signer', 'delegate']),
    'transfer',
  ),
  task: v.optional(shortText),
  /** Whom this act may name, and not who works a task. */
  act: v.optional(shortText),
})

export const enterpriseQuery = v.object({ q: v.optional(shortText, ''), limit })

const personChoice = v.strictObject({
  id: string,
  name: string,
  office: bilingual,
  role: bilingual,
})
export type PersonChoice = v.InferOutput<typeof personChoice>
export const candidatesShape = v.strictObject({ items: list(personChoice) })

const enterprise = {
  id: string,
  code: string,
  name: string,
  region: bilingual,
  industry: string,
  address: string,
  principal: string,
}
const enterpriseChoice = v.strictObject(enterprise)
export type EnterpriseChoice = v.InferOutput<typeof enterpriseChoice>
const enterpriseEntry = v.strictObject({ ...enterprise, accounts: integer })
const enterpriseFile = v.strictObject({
  ...enterprise,
  accounts: list(v.strictObject({ id: string, name: string, username: string, active: flag })),
})
export type EnterpriseFile = v.InferOutput<typeof enterpriseFile>

export const enterpriseContract = {
  'GET /api/enterprises': {
    query: enterpriseQuery,
    status: 200,
    description: 'Enterprises',
    answer: v.strictObject({ items: list(enterpriseChoice) }),
  },
  'GET /api/people': {
    query: peopleQuery,
    status: 200,
    description: 'People, and posts where a post can be named',
    answer: candidatesShape,
  },
  'GET /api/personnel/enterprises': {
    query: enterpriseEntriesQuery,
    status: 200,
    description: 'Two hundred at most',
    answer: v.strictObject({ items: list(enterpriseEntry) }),
  },
  'POST /api/personnel/enterprises': {
    body: enterpriseBody,
    status: 201,
    description: 'Registered',
    answer: enterpriseFile,
  },
  'GET /api/personnel/enterprises/{id}': {
    status: 200,
    description: 'The enterprise',
    answer: enterpriseFile,
  },
  'POST /api/personnel/enterprises/{id}/accounts': {
    body: enterpriseAccountBody,
    status: 201,
    description: 'Given',
    answer: enterpriseFile,
  },
} as const satisfies ContractRoutes
