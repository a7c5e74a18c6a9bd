// What do the routes of the register of licences take and answer?
import * as v from 'valibot'
import { standingNames } from '../../domain/model/register-definition.ts'
import { cursor, limit, shortText } from '../parts/date-inputs.ts'
import { bilingual, decimal, list, maybe, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const day = maybe(string)

const row = {
  id: string,
  process: string,
  kind: bilingual,
  number: string,
  holder: string,
  scope: string,
  mode: string,
  premises: string,
  region: bilingual,
  validFrom: day,
  validUntil: day,
  standing: v.picklist(standingNames),
  words: bilingual,
  since: string,
}

const ref = v.strictObject({ id: string, number: string })

const paper = v.strictObject({
  id: string,
  kind: string,
  title: bilingual,
  number: maybe(string),
  code: string,
  url: maybe(string),
})

const licences = v.strictObject({
  items: list(v.strictObject(row)),
  cursor: maybe(string),
  total: decimal,
})
export type LicenceRow = LicencePage['items'][number]
export type LicencePage = v.InferOutput<typeof licences>

const licence = v.strictObject({
  ...row,
  caseNumber: string,
  principal: string,
  papers: list(paper),
  /** The licence that it was granted in place of: with its case, when that is in the register. */
  replaces: maybe(v.strictObject({ number: string, id: maybe(string) })),
  replacedBy: list(ref),
  /** Other cases named by its own: applications for renewal and change, and what acted on it. */
  related: list(ref),
  history: list(v.strictObject({ at: string, words: bilingual })),
})
export type LicenceView = v.InferOutput<typeof licence>
/** The licence itself as it was issued last, original or copy; `url` null as long as its bytes are made. */
export type LicencePaper = v.InferOutput<typeof paper>
export type LicenceRef = v.InferOutput<typeof ref>

/** What everybody may know of a licence; nothing of people. */
const open = v.strictObject({
  /** What kind of licence it is. */
  kind: bilingual,
  number: string,
  holder: string,
  scope: string,
  region: bilingual,
  validFrom: day,
  validUntil: day,
  /** As it stands today, in words. */
  words: bilingual,
})
export type PublicLicence = v.InferOutput<typeof open>

const publicLicences = v.strictObject({ items: list(open) })

/** `within`: in force and ending within so many months. */
export const licenceFilter = {
  process: v.optional(shortText),
  standing: v.optional(v.picklist(standingNames)),
  within: v.optional(v.pipe(string, v.regex(/^(?:[1-9]|[12]\d|3[0-6])$/))),
  q: v.optional(shortText),
  scope: v.optional(shortText),
}

export const licencesQuery = v.object({ ...licenceFilter, cursor, limit })
export const publicLicencesQuery = v.object({ q: shortText })

export const licenceContract = {
  'GET /api/public/licences': {
    query: publicLicencesQuery,
    status: 200,
    description: 'At most twenty',
    answer: publicLicences,
  },
  'GET /api/licences': {
    query: licencesQuery,
    status: 200,
    description: 'One page of the register, the first to end first',
    answer: licences,
  },
  'GET /api/licences/{id}': { status: 200, description: 'The licence', answer: licence },
} as const satisfies ContractRoutes
