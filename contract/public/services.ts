// What do the routes take and answer that tell how something is applied for?
import * as v from 'valibot'
import type { ServiceGuide, ServiceRow } from '../../domain/guide/guide.ts'
import { civilDate as dateInput } from '../../domain/model/fields.ts'
import { stageNames } from '../../domain/model/guide-definition.ts'
import { bilingual, decimal, flag, list, maybe, type Of, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const texts = list(bilingual)
const stage = v.picklist(stageNames)

const period = {
  n: decimal,
  unit: v.picklist(['WD', 'ND', 'H', 'MIN', 'M', 'Y']),
  length: bilingual,
  start: bilingual,
  article: bilingual,
  version: string,
  provisional: flag,
}

const limit = v.strictObject({
  stage,
  words: bilingual,
  when: maybe(bilingual),
  legal: v.strictObject(period),
  extension: maybe(bilingual),
  effect: maybe(bilingual),
  promised: list(v.strictObject({ ...period, words: bilingual })),
  promisedInAll: maybe(bilingual),
})

const task = v.strictObject({ words: bilingual, who: texts, signers: decimal })
const visits = v.strictObject({ n: decimal, words: bilingual })

/** 办事指南 in the order in which government services tell it. */
const serviceGuideShape = v.strictObject({
  process: string,
  title: bilingual,
  summary: bilingual,
  /** The day whose rule book it follows. */
  on: string,
  organ: bilingual,
  kinds: texts,
  conditions: list(v.strictObject({ words: bilingual, article: bilingual })),
  materials: list(v.strictObject({ words: bilingual, shape: bilingual, when: bilingual })),
  steps: list(v.strictObject({ stage, words: bilingual, tasks: list(task), documents: texts })),
  limits: list(limit),
  special: list(
    v.strictObject({ words: bilingual, counted: flag, article: maybe(bilingual), of: texts }),
  ),
  basis: texts,
  fees: bilingual,
  visits,
  contact: texts,
  results: list(v.strictObject({ words: bilingual, validity: maybe(v.strictObject(period)) })),
}) satisfies Of<ServiceGuide>

const row = v.strictObject({
  process: string,
  title: bilingual,
  summary: bilingual,
  /** The day whose rule book it follows. */
  on: string,
  fees: bilingual,
  visits,
  limit: maybe(limit),
}) satisfies Of<ServiceRow>

const servicesShape = v.strictObject({ items: list(row) })

/** The guide as the rules of another day have it. */
export const servicesQuery = v.object({ on: v.optional(dateInput) })

export const serviceContract = {
  'GET /api/public/services': {
    query: servicesQuery,
    status: 200,
    description: 'All services',
    answer: servicesShape,
  },
  'GET /api/public/services/{process}': {
    query: servicesQuery,
    status: 200,
    description: 'The guide',
    answer: serviceGuideShape,
  },
} as const satisfies ContractRoutes
