// What do the routes of yearly plans of inspections take and answer?
import * as v from 'valibot'
import type { Field } from '../../domain/model/where.ts'
import { dayInput, line, reasoned, remarked, shortText } from '../parts/date-inputs.ts'
import { choiceShape, regionShape } from '../parts/named.ts'
import {
  bilingual,
  decimal,
  flag,
  integer,
  list,
  maybe,
  moment,
  string,
  typed,
} from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const days = v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000))
const visitDays = v.pipe(v.number(), v.minValue(0.5), v.maxValue(30))
const visits = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))
const optionalWords = (max: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max)), '')

export const planBody = v.strictObject({
  region: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  year: v.pipe(v.number(), v.integer(), v.minValue(2018), v.maxValue(2200)),
  /** Why there is another version; the first needs none. */
  reason: optionalWords(500),
  classes: v.pipe(
    v.array(
      v.strictObject({
        class: line(40),
        of: v.pipe(v.array(line(200)), v.maxLength(5_000)),
        visits,
      }),
    ),
    v.maxLength(20),
  ),
  random: v.pipe(
    v.array(
      v.strictObject({
        industry: v.nullable(line(60)),
        percent: v.pipe(v.number(), v.minValue(0.1), v.maxValue(100)),
      }),
    ),
    v.maxLength(40),
  ),
  otherDays: days,
  absentDays: days,
  keyVisitDays: visitDays,
  randomVisitDays: visitDays,
  answers: v.record(v.string(), v.unknown()),
})
export const exceptionBody = v.strictObject({
  enterprise: line(60),
  ground: line(40),
  reason: line(500),
})
export const removalBody = v.strictObject({ enterprise: line(60), reason: line(500) })
export const planVisitBody = v.strictObject({
  enterprise: line(60),
  nth: visits,
  plannedOn: dayInput,
})
const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,7}$/), v.transform(Number))
export const planRowsQuery = v.object({
  q: v.optional(shortText, ''),
  after: v.optional(wholeNumber, '0'),
})
export const planYearQuery = v.object({
  year: v.pipe(v.string(), v.regex(/^2[01]\d\d$/), v.transform(Number)),
})

const phase = v.picklist(['draft', 'submitted', 'approved', 'refused', 'withdrawn'])
const head = {
  id: string,
  region: regionShape,
  year: integer,
  version: integer,
  name: string,
  by: string,
  at: moment,
  phase,
}
const row = v.strictObject({ ...head, planned: integer, begun: integer, received: flag })
export type YearPlanListRow = v.InferOutput<typeof row>

const planClass = v.strictObject({
  id: string,
  words: bilingual,
  from: v.picklist(['register', 'cases', 'industry', 'name']),
  choices: maybe(list(choiceShape)),
})
const planForm = v.strictObject({
  fields: typed<Field[]>()(
    list(v.looseObject({ name: string, words: bilingual, kind: string, required: flag })),
  ),
  regions: list(regionShape),
  industries: list(string),
  classes: list(planClass),
  years: list(integer),
})
export type YearPlanForm = v.InferOutput<typeof planForm>

const planList = v.strictObject({ items: list(row), form: maybe(planForm) })
export type YearPlanList = v.InferOutput<typeof planList>

const workload = v.strictObject({
  workdays: integer,
  total: decimal,
  inspecting: decimal,
  keyLeast: decimal,
  needed: decimal,
  fits: flag,
  keyEnough: flag,
  reckoning: list(bilingual),
  provisional: flag,
  reasons: list(bilingual),
})
const overCap = v.strictObject({
  enterprise: string,
  name: string,
  planned: integer,
  elsewhere: integer,
  held: integer,
  /** The number of its place. */
  most: integer,
})
const selection = v.strictObject({
  classes: list(v.strictObject({ class: string, of: list(string), visits: integer })),
  random: list(v.strictObject({ industry: maybe(string), percent: decimal })),
  otherDays: decimal,
  absentDays: decimal,
  keyVisitDays: decimal,
  randomVisitDays: decimal,
  answers: v.record(string, string),
})

const plan = v.strictObject({
  ...head,
  reason: string,
  sha256: string,
  /** It is the version that counts. */
  current: flag,
  officers: integer,
  totals: list(
    v.strictObject({ class: string, words: bilingual, objects: integer, visits: integer }),
  ),
  shares: list(
    v.strictObject({ industry: maybe(string), percent: decimal, pool: integer, visits: integer }),
  ),
  selection,
  workload,
  cap: v.strictObject({ most: maybe(integer), binding: flag, words: bilingual }),
  over: v.strictObject({ total: integer, binding: integer, first: list(overCap) }),
  steps: list(
    v.strictObject({
      kind: v.picklist([
        'excepted',
        'dropped',
        'submitted',
        'approved',
        'refused',
        'withdrawn',
        'received',
      ]),
      name: string,
      at: moment,
      object: maybe(string),
      ground: maybe(bilingual),
      words: string,
    }),
  ),
  grounds: list(choiceShape),
  may: v.strictObject({
    change: flag,
    submit: flag,
    withdraw: flag,
    decide: flag,
    receive: flag,
    visit: flag,
  }),
})
export type YearPlanView = v.InferOutput<typeof plan>

const planRow = v.strictObject({
  seq: integer,
  enterprise: string,
  name: string,
  class: bilingual,
  visits: integer,
  state: v.picklist(['planned', 'excepted', 'dropped']),
  begun: list(v.strictObject({ nth: integer, case: string })),
})
const planRows = v.strictObject({ items: list(planRow), next: maybe(integer) })
export type YearPlanRows = v.InferOutput<typeof planRows>

const progress = { planned: integer, begun: integer, made: integer, late: integer }
const completion = v.strictObject({
  whole: v.strictObject(progress),
  classes: list(v.strictObject({ class: string, words: bilingual, ...progress })),
  months: list(v.strictObject({ month: integer, begun: integer, made: integer, late: integer })),
  officers: list(v.strictObject({ certificate: string, holder: string, made: integer })),
})
export type YearPlanCompletion = v.InferOutput<typeof completion>

const overview = v.strictObject({
  year: integer,
  bureaus: list(v.strictObject({ plan: string, name: string, region: regionShape, ...progress })),
})
export type YearPlanOverview = v.InferOutput<typeof overview>

const answered = { status: 200, answer: plan } as const

export const yearPlanContract = {
  'GET /api/year-plans': {
    status: 200,
    description: 'The yearly plans in scope, newest first, and the form of a new one',
    answer: planList,
  },
  'GET /api/year-plans/overview': {
    query: planYearQuery,
    status: 200,
    description: 'How far the plans in scope that their bureaus have signed have come',
    answer: overview,
  },
  'GET /api/year-plans/{id}': { ...answered, description: 'How a plan stands' },
  'GET /api/year-plans/{id}/rows': {
    query: planRowsQuery,
    status: 200,
    description: 'Whom it names, in pages of fifty',
    answer: planRows,
  },
  'GET /api/year-plans/{id}/completion': {
    status: 200,
    description: 'Planned, begun, made and late by class, month and officer',
    answer: completion,
  },
  'GET /api/year-plans/{id}/document': {
    status: 200,
    description: 'The plan as it is printed, once the bureau has signed it',
    type: 'application/pdf',
  },
  'POST /api/year-plans': {
    body: planBody,
    status: 201,
    description: 'A version of a plan is made',
    answer: plan,
  },
  'POST /api/year-plans/{id}/exceptions': {
    ...answered,
    body: exceptionBody,
    description: 'An enterprise stays in the draft on a ground outside the yearly number',
  },
  'POST /api/year-plans/{id}/removals': {
    ...answered,
    body: removalBody,
    description: 'An enterprise is taken out of the draft',
  },
  'POST /api/year-plans/{id}/submission': {
    ...answered,
    description: 'The plan waits for the leader',
  },
  'POST /api/year-plans/{id}/approval': {
    ...answered,
    body: remarked,
    description: 'The leader of the bureau signs it; it counts from now on',
  },
  'POST /api/year-plans/{id}/rejection': {
    ...answered,
    body: reasoned,
    description: 'The leader of the bureau does not sign it',
  },
  'POST /api/year-plans/{id}/withdrawal': {
    ...answered,
    description: 'The plan is withdrawn before it is signed',
  },
  'POST /api/year-plans/{id}/receipt': {
    ...answered,
    description: 'The authority above has the plan on file',
  },
  'POST /api/year-plans/{id}/visits': {
    body: planVisitBody,
    status: 201,
    description: 'A case is begun for a visit of the plan; asked again, it is the same one',
    answer: v.strictObject({ case: string }),
  },
} as const satisfies ContractRoutes
