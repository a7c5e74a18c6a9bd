// How is one answer of a form declared once: what it is called, what is accepted, who reads it?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import type { FormLaw } from './decision-context.ts'
import {
  civilDate,
  fieldRows,
  files,
  itemAnswers,
  keysOf,
  lines,
  moment,
  mostFieldRows,
  reckoningSteps,
  words,
} from './fields.ts'
import type { Field } from './process.ts'
import type { CaseRecord } from './record.ts'

/** Who reads an answer beside the authorities: the party of the case, everybody, or whoever reported it. */
export type FieldReader = 'party' | 'public' | 'reporter'

type Schema = v.GenericSchema
type Choices = Record<string, Text>
type Facet = Partial<Omit<Field, 'name' | 'kind'>>
/** What the case at hand makes of a question; null: it is not asked. Total. */
type PerCase = (record: CaseRecord, law: FormLaw) => Facet | null

type Declared = {
  /** What the form shows; null: no form asks, the server fills it in. */
  readonly form: Omit<Field, 'name'> | null
  readonly schema: Schema
  readonly readers: readonly FieldReader[]
  readonly ofCase?: PerCase
}

/** An answer as an act declares it; each method answers with a changed copy. */
export type FieldBuilder = Declared & {
  /** May be left out. */
  optional: () => FieldBuilder
  hint: (zh: string, en: string) => FieldBuilder
  /** Nobody outside the authorities reads an answer unless he is named here. */
  shownTo: (...readers: FieldReader[]) => FieldBuilder
  /** Whatever else a form can say of it: its section, on which answers it depends, other words for its choices. */
  with: (facet: Facet) => FieldBuilder
  /** What depends on the case at hand: what there is to choose from, a hint, whether it is asked at all. */
  perCase: (ofCase: PerCase) => FieldBuilder
  /** A stricter schema than that of its kind. */
  accepting: (schema: Schema) => FieldBuilder
}

const build = (declared: Declared): FieldBuilder => {
  const { form, schema, readers } = declared
  const changed = (change: Partial<Declared>) => build({ ...declared, ...change })
  const faced = (facet: Facet) => changed({ form: form && { ...form, ...facet } })
  return {
    ...declared,
    optional: () =>
      changed({ form: form && { ...form, required: false }, schema: v.optional(schema) }),
    hint: (zh, en) => faced({ hint: text(zh, en) }),
    shownTo: (...more) => changed({ readers: [...readers, ...more] }),
    with: faced,
    perCase: (ofCase) => changed({ ofCase }),
    accepting: (other) => changed({ schema: other }),
  }
}

const fieldOf =
  (kind: Field['kind'], schema: Schema) =>
  (zh: string, en: string): FieldBuilder =>
    build({ form: { words: text(zh, en), kind, required: true }, schema, readers: [] })

const schemasOf = (columns: Record<string, FieldBuilder>): Record<string, Schema> =>
  Object.fromEntries(Object.entries(columns).map(([name, { schema }]) => [name, schema]))

const formOf = (columns: Record<string, FieldBuilder>): Field[] =>
  Object.entries(columns).flatMap(([name, { form }]) => (form ? [{ name, ...form }] : []))

const whole = (least: number, most: number): Schema =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** The kinds of answers. Names are Chinese first; `max` counts characters, `most` entries. */
export const field = {
  text: (zh: string, en: string, max = 200) => fieldOf('text', words(max))(zh, en),
  longText: (zh: string, en: string, max = 2000) => fieldOf('long-text', words(max))(zh, en),
  place: fieldOf('place', words(200)),
  /** The printed number of another case. */
  caseNumber: (zh: string, en: string) =>
    fieldOf('text', v.pipe(v.string(), v.regex(/〔\d{4}〕/), v.maxLength(60)))(zh, en),
  date: fieldOf('date', civilDate),
  moment: fieldOf('moment', moment),
  boolean: fieldOf('boolean', v.boolean()),
  files: fieldOf('files', files),
  number: fieldOf('number', v.number()),
  integer: (zh: string, en: string, least: number, most: number) =>
    fieldOf('number', whole(least, most))(zh, en),
  /** Money: with its fen, or whole yuan. */
  money: (zh: string, en: string) => fieldOf('number', v.number())(zh, en).with({ money: true }),
  yuan: (zh: string, en: string, least: number, most: number) =>
    fieldOf('number', whole(least, most))(zh, en).with({ money: true }),
  choice: (choices: Choices, zh: string, en: string) =>
    fieldOf('choice', v.picklist(keysOf(choices)))(zh, en).with({ choices }),
  /** Somebody whom the act may name (`EventDefinition.officer`): chosen by his id, kept by his name. */
  officer: (zh: string, en: string) => fieldOf('choice', words(100))(zh, en).with({ people: true }),
  choices: (choices: Choices, zh: string, en: string, most: number, least = 0) => {
    const several = v.pipe(v.array(v.picklist(keysOf(choices))), v.maxLength(most))
    return fieldOf('choices', least > 0 ? v.pipe(several, v.minLength(least)) : several)(
      zh,
      en,
    ).with({ choices })
  },
  /** One entry a line. */
  lines: (zh: string, en: string, most: number, max: number) =>
    fieldOf('lines', lines(most, max))(zh, en),
  /** Several things with the same columns, a row each; who reads the field reads all columns. */
  rows: (columns: Record<string, FieldBuilder>, zh: string, en: string, most = mostFieldRows) =>
    fieldOf('rows', fieldRows(schemasOf(columns), most))(zh, en).with({
      columns: formOf(columns),
      most,
    }),
  /** What the product has reckoned out of the other answers: no form asks for it. */
  reckoning: (zh: string, en: string) =>
    fieldOf('reckoning', reckoningSteps)(zh, en).optional().with({ systemSupplied: true }),
  /** An outcome for each of several things, with files. */
  items: fieldOf('items', itemAnswers),
  /** The number of the document that the act makes: the product gives it, so its form does not ask. */
  document: ({ zh, en }: Text) =>
    fieldOf('text', words(100))(`${zh}文号`, `Number: ${en}`)
      .optional()
      .with({ systemSupplied: true }),
  /** What colleagues read and nobody else: it goes with the signature. */
  opinion: () =>
    fieldOf('long-text', words(2000))('内部意见', 'Internal opinion')
      .optional()
      .hint('仅监管部门内部可见', 'Read inside the authorities only'),
  /** No form asks for it: the server fills it in, or a device says it. */
  filled: (schema: Schema) => build({ form: null, schema, readers: [] }),
}

const regionCode = v.pipe(v.string(), v.regex(/^\d{6}$/))

/** Whose case an act opens: an official names the enterprise, its own people always act for their own; the server fills in its name and region. */
export const enterpriseFields = (zh: string, en: string) => ({
  enterprise: field.text('企业', 'Enterprise', 64).optional().hint(zh, en),
  enterpriseName: field.filled(v.optional(words(200))),
  region: field.filled(v.optional(regionCode)),
})
