// Which fields does a new plan ask for, and what is sent of them?
import type { YearPlanForm } from '../../contract/year-plans/year-plans.ts'
import type { Text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { regionField } from '../shelf/new.tsx'
import { shelfWords } from '../shelf/words.ts'
import { yearPlanWords as w } from './words.ts'

type PlanClass = YearPlanForm['classes'][number]

const joined = (one: Text, other: Text): Text => ({
  zh: `${one.zh}${other.zh}`,
  en: `${one.en}${other.en}`,
})
const same = (words: string): Text => ({ zh: words, en: words })
const number = (name: string, words: Text, value: string, hint?: Text): Field => ({
  name,
  words,
  kind: 'number',
  required: true,
  value,
  ...(hint ? { hint } : {}),
})

const choicesOf = ({ from, choices }: PlanClass, industries: readonly string[]) => {
  if (from === 'industry') return Object.fromEntries(industries.map((one) => [one, same(one)]))
  return choices ? Object.fromEntries(choices.map(({ id, words }) => [id, words])) : null
}

/** A class of names is a list of lines, one without choices is taken or not, every other is ticked. */
const classFields = (one: PlanClass, industries: readonly string[]): Field[] => {
  const choices = choicesOf(one, industries)
  const base = { name: `of-${one.id}`, words: one.words, required: false }
  const asked: Field = choices
    ? { ...base, kind: 'choices', choices, hint: w.classHint }
    : one.from === 'name'
      ? { ...base, kind: 'lines', hint: w.namesHint }
      : { ...base, kind: 'boolean', words: joined(w.take, one.words) }
  return [asked, number(`visits-${one.id}`, joined(w.visitsOf, one.words), '1')]
}

export const planFields = (form: YearPlanForm): Field[] => [
  regionField(w.region, form.regions),
  {
    name: 'year',
    words: w.year,
    kind: 'choice',
    required: true,
    choices: Object.fromEntries(form.years.map((year) => [String(year), same(String(year))])),
  },
  { name: 'reason', words: w.reason, kind: 'text', required: false, hint: w.reasonHint },
  ...form.classes.flatMap((one) => classFields(one, form.industries)),
  {
    name: 'random',
    words: w.random,
    kind: 'rows',
    required: false,
    most: 40,
    columns: [
      {
        name: 'industry',
        words: shelfWords.industry,
        kind: 'choice',
        required: true,
        choices: {
          '*': w.anyIndustry,
          ...Object.fromEntries(form.industries.map((one) => [one, same(one)])),
        },
      },
      { name: 'percent', words: w.percent, kind: 'number', required: true },
    ],
  },
  number('otherDays', w.otherDays, '0', w.otherHint),
  number('absentDays', w.absentDays, '0', w.absentHint),
  number('keyVisitDays', w.keyVisitDays, '1'),
  number('randomVisitDays', w.randomVisitDays, '0.5'),
  ...form.fields,
]

const listIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
const rowsIn = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : []

export const planBodyOf = (form: YearPlanForm, payload: Record<string, unknown>) => {
  const days = (name: string) => Number(payload[name] ?? 0)
  return {
    region: String(payload.region),
    year: Number(payload.year),
    reason: String(payload.reason ?? ''),
    classes: form.classes.flatMap(({ id }) => {
      const said = payload[`of-${id}`]
      const of = listIn(said)
      const visits = Number(payload[`visits-${id}`] ?? 1)
      return said === true || of.length > 0 ? [{ class: id, of, visits }] : []
    }),
    random: rowsIn(payload.random).map(({ industry, percent }) => ({
      industry: industry === '*' ? null : String(industry),
      percent: Number(percent),
    })),
    otherDays: days('otherDays'),
    absentDays: days('absentDays'),
    keyVisitDays: days('keyVisitDays'),
    randomVisitDays: days('randomVisitDays'),
    answers: Object.fromEntries(form.fields.map(({ name }) => [name, payload[name]])),
  }
}
