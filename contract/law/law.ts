// What do the routes of public law take and answer: rules, periods and calculations?
import * as v from 'valibot'
import type { TimeLimit } from '../../domain/law/compute.ts'
import { timeLimitSchema } from '../../domain/law/input.ts'
import type { RuleRow } from '../../domain/law/rule-book.ts'
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

export const calculationShape = v.looseObject({})

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
  'POST /api/calculations/{name}': {
    status: 200,
    description: 'The result with its reckoning',
    answer: calculationShape,
  },
} as const satisfies ContractRoutes
