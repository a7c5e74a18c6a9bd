// In which shape does the API answer about rules of routing, and about posts that stand empty?
import * as v from 'valibot'
import type { VacancyView } from '../../domain/organisation/vacancies.ts'
import { type Way, ways } from '../../domain/tasks/routing/rules.ts'
import type { PostHolder, RulePage, RuleView } from '../../domain/tasks/routing/views.ts'
import { text } from '../http/shapes.ts'
import { duty } from '../organisation/administration-shapes.ts'

type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const count = v.pipe(v.number(), v.integer())
const moment = v.pipe(v.string(), v.isoTimestamp())
const maybe = v.nullable
const list = v.array

export const rule = v.strictObject({
  ...{ id: word, group: word, post: text, process: maybe(text), region: maybe(text), way: v.picklist(Object.keys(ways) as Way[]) },
  kind: maybe(v.strictObject({ field: text, value: text })),
  person: maybe(v.strictObject({ id: word, name: word })),
  ...{ since: moment, until: maybe(moment), status: v.picklist(['planned', 'in-force', 'over', 'ended']) },
  ...{ order: maybe(word), reason: word, by: v.strictObject({ name: word, at: moment }), mayEnd: v.boolean() },
  endedBy: maybe(v.strictObject({ name: word, at: moment, reason: word })),
}) satisfies Of<RuleView>

const value = v.strictObject({ value: word, words: text })
const field = v.strictObject({ name: word, words: text, values: list(value) })
export const rules = v.strictObject({
  items: list(rule),
  choices: v.strictObject({
    processes: list(v.strictObject({ id: word, title: text, fields: list(field) })),
    regions: list(v.strictObject({ code: word, name: text })),
  }),
}) satisfies Of<RulePage>

export const holders = v.strictObject({ items: list(v.strictObject({ id: word, name: word, open: count })) }) satisfies Of<{
  items: PostHolder[]
}>

export const vacancies = v.strictObject({
  items: list(v.strictObject({ group: word, words: text, since: moment, cause: text, waiting: count, duties: list(duty) })),
}) satisfies Of<{ items: VacancyView[] }>
