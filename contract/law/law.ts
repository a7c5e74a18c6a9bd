// What do the routes of public law take and answer: rules, periods and calculations?
import * as v from 'valibot'
import type { AmountBookRow } from '../../domain/law/amounts/book.ts'
import type { TimeLimit } from '../../domain/law/compute.ts'
import { timeLimitSchema } from '../../domain/law/input.ts'
import type { RuleRow } from '../../domain/law/rule-book.ts'
import { type Region, regions } from '../../domain/organisation/regions.ts'
import { citedAmountShape } from '../parts/amounts.ts'
import { shortText } from '../parts/date-inputs.ts'
import { bilingual, flag, integer, list, maybe, string, typed } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const counted = v.looseObject({ date: string, counted: flag, index: maybe(integer), why: string })

const timeLimit = typed<TimeLimit>()(
  v.looseObject({
    due: string,
    dueAt: string,
    nominal: string,
    provisional: flag,
    reasons: list(bilingual),
    days: list(counted),
    explanation: bilingual,
  }),
)

const rules = v.strictObject({
  items: list(
    typed<RuleRow>()(
      v.looseObject({ id: string, article: v.unknown(), unit: string, pauses: list(string) }),
    ),
  ),
})

/** Every calculation says by which amounts of the rule book it was counted. */
export const calculationShape = v.looseObject({ countedBy: list(citedAmountShape) })

/** The place whose local versions count; without it those for everywhere. */
export const placeQuery = v.object({
  region: v.optional(v.picklist(Object.keys(regions) as Region[])),
})

export const amountsQuery = v.object({ id: v.optional(shortText) })

export const examplesQuery = v.object({
  amount: shortText,
  region: v.optional(v.picklist(Object.keys(regions) as Region[])),
})

const examples = v.strictObject({
  items: list(
    v.strictObject({
      no: string,
      title: bilingual,
      reckoning: list(bilingual),
      provisional: flag,
      countedBy: list(citedAmountShape),
    }),
  ),
})

const amountBook = v.strictObject({
  items: list(
    typed<AmountBookRow>()(
      v.looseObject({
        id: string,
        version: string,
        title: bilingual,
        calculation: string,
        values: list(maybe(string)),
        provisional: flag,
      }),
    ),
  ),
})

const calculations = v.strictObject({
  items: list(
    v.strictObject({
      name: string,
      title: bilingual,
      article: string,
      articleText: bilingual,
      schema: v.looseObject({}),
    }),
  ),
})

export const lawContract = {
  'POST /api/time-limits/compute': {
    body: timeLimitSchema,
    status: 200,
    description: 'The end of the period, day by day',
    answer: timeLimit,
  },
  'GET /api/time-limits/rules': { status: 200, description: 'Rules and versions', answer: rules },
  'GET /api/calculations': { status: 200, description: 'All calculations', answer: calculations },
  'GET /api/calculations/amounts': {
    query: amountsQuery,
    status: 200,
    description: 'Amounts of law and their versions',
    answer: amountBook,
  },
  'GET /api/calculations/examples': {
    query: examplesQuery,
    status: 200,
    description: 'Worked examples with their reckoning',
    answer: examples,
  },
  'POST /api/calculations/{name}': {
    query: placeQuery,
    status: 200,
    description: 'The result with its reckoning',
    answer: calculationShape,
  },
} as const satisfies ContractRoutes
