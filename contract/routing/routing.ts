// What do the routes of routing rules take and answer, and of posts that stand empty?
import * as v from 'valibot'
import { type Way, ways } from '../../domain/tasks/routing/rules.ts'
import { dutyShape } from '../organisation/personnel.ts'
import { dayInput, line, orNull, reasoned } from '../parts/date-inputs.ts'
import { regionShape } from '../parts/named.ts'
import { bilingual, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const rule = v.strictObject({
  id: string,
  group: string,
  post: bilingual,
  /** null = every process, every region, every class. */
  process: maybe(bilingual),
  region: maybe(bilingual),
  way: v.picklist(Object.keys(ways) as Way[]),
  kind: maybe(v.strictObject({ field: bilingual, value: bilingual })),
  person: maybe(v.strictObject({ id: string, name: string })),
  since: moment,
  until: maybe(moment),
  status: v.picklist(['planned', 'in-force', 'over', 'ended']),
  order: maybe(string),
  reason: string,
  by: v.strictObject({ name: string, at: moment }),
  mayEnd: flag,
  endedBy: maybe(v.strictObject({ name: string, at: moment, reason: string })),
})
export type RuleView = v.InferOutput<typeof rule>

const value = v.strictObject({ value: string, words: bilingual })
const field = v.strictObject({ name: string, words: bilingual, values: list(value) })

const rules = v.strictObject({
  items: list(rule),
  choices: v.strictObject({
    processes: list(v.strictObject({ id: string, title: bilingual, fields: list(field) })),
    regions: list(regionShape),
  }),
})
export type RulePage = v.InferOutput<typeof rules>
/** What a rule can go by: processes with the classes of their matters, and regions. */
export type RuleChoices = RulePage['choices']

const holder = v.strictObject({ id: string, name: string, open: integer })
export type PostHolder = v.InferOutput<typeof holder>
const holders = v.strictObject({ items: list(holder) })

const vacancy = v.strictObject({
  group: string,
  words: bilingual,
  since: moment,
  cause: bilingual,
  /** Open tasks of this post. */
  waiting: integer,
  duties: list(dutyShape),
})
export type VacancyView = v.InferOutput<typeof vacancy>
const vacancies = v.strictObject({ items: list(vacancy) })

export const routingRuleBody = v.strictObject({
  group: line(120),
  process: orNull(line(80)),
  region: orNull(line(6)),
  field: orNull(line(80)),
  value: orNull(line(80)),
  way: v.picklist(Object.keys(ways) as Way[]),
  person: orNull(line(100)),
  from: dayInput,
  until: orNull(dayInput),
  order: orNull(line(200)),
  reason: line(500),
})

export const holdersQuery = v.object({ group: line(120) })

export const routingContract = {
  'GET /api/personnel/vacancies': {
    status: 200,
    description: 'Posts that stand empty',
    answer: vacancies,
  },
  'GET /api/routing/rules': {
    status: 200,
    description: 'The rules, and what a rule can go by',
    answer: rules,
  },
  'POST /api/routing/rules': {
    body: routingRuleBody,
    status: 201,
    description: 'Entered',
    answer: rule,
  },
  'POST /api/routing/rules/{id}/end': {
    body: reasoned,
    status: 200,
    description: 'Ended',
    answer: rule,
  },
  'GET /api/routing/holders': {
    query: holdersQuery,
    status: 200,
    description: 'Who holds the post',
    answer: holders,
  },
} as const satisfies ContractRoutes
