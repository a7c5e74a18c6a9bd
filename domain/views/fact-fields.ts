// Which fields of a fact may a reader see, and what do they say?
import { type Text, text } from '../language/words.ts'
import type { Audience } from '../model/audience.ts'
import type { StoredFact } from '../model/chain.ts'
import { isAnswered, maskOf } from '../model/confidential.ts'
import type { EventDefinition, Field, ProcessDefinition } from '../model/process.ts'
import { definitionOf } from '../model/process.ts'
import { verbOf } from '../tasks/verbs.ts'
import type { FactField } from './answers/fact-views.ts'
import { valueWords } from './answers/value-words.ts'
import { movedPeriodFields } from './moved-period-fields.ts'

/** The fields of a fact's data that this reader may see, in the order of its form. */
export const fieldsOf = (
  fact: Pick<StoredFact, 'type' | 'data'>,
  definition: EventDefinition | undefined,
  reader: Audience,
): FactField[] => {
  if (!definition) return reader === 'internal' ? plainFields(fact) : []
  const visibleFields =
    reader === 'internal'
      ? null
      : reader === 'party'
        ? definition.show.party
        : definition.show.public
  return definition.fields
    .filter(
      ({ name }) =>
        isAnswered(fact.data[name]) && (visibleFields === null || visibleFields.includes(name)),
    )
    .map((field) => ({ name: field.name, label: field.words, ...columnText(field, fact.data) }))
}

const columnText = (
  field: Field,
  data: Record<string, unknown>,
): Pick<FactField, 'value' | 'confidential' | 'href'> =>
  field.confidential
    ? { value: maskOf(field), confidential: true }
    : { value: valueWords(field, named(data, field.name)), ...linkOf(field, data[field.name]) }

/** Whatever a record says: nothing but https is followed. */
const linkOf = ({ link }: Field, value: unknown): Pick<FactField, 'href'> =>
  link && typeof value === 'string' && value.startsWith('https://') ? { href: value } : {}

export const beforeAndAfter = (
  process: ProcessDefinition,
  { type, data }: StoredFact,
  reader: Audience,
): FactField[] => (type === 'reprojected' ? movedPeriodFields(process, data, reader) : [])

/** What ended with a step undone: tasks that time has skipped, and signers who are waited for no longer. */
export const undone = (
  process: ProcessDefinition,
  { data }: Pick<StoredFact, 'data'>,
): FactField[] => {
  const skipped = (Array.isArray(data.skipped) ? (data.skipped as string[]) : []).map(
    (task) => process.words.tasks[task] ?? text(task, task),
  )
  const names = Array.isArray(data.unsigned) ? (data.unsigned as string[]).join('、') : ''
  const tasks = text(skipped.map(({ zh }) => zh).join('、'), skipped.map(({ en }) => en).join(', '))
  return [
    ...(skipped.length > 0
      ? [
          {
            name: 'skipped',
            label: text('逾期未办，跳过', 'Skipped by time, not done'),
            value: tasks,
          },
        ]
      : []),
    ...(names
      ? [{ name: 'unsigned', label: text('未签署', 'Had not signed'), value: text(names, names) }]
      : []),
  ]
}

/** An act and its form in one line, for what was only proposed. */
export const proposalWords = (
  process: ProcessDefinition,
  type: string,
  data: Record<string, unknown>,
): Text => {
  const definition = definitionOf(process, type)
  const words = definition?.words ?? text(type, type)
  const fields = fieldsOf({ type, data }, definition, 'internal')
  const of = (language: 'zh' | 'en', colon: string, between: string) =>
    [
      words[language],
      ...fields.map(({ label, value }) => `${label[language]}${colon}${value[language]}`),
    ].join(between)
  return text(of('zh', '：', '；'), of('en', ': ', '; '))
}

/** A key into a register is shown by the name that the server put beside it (`enterprise` by `enterpriseName`). */
const named = (data: Record<string, unknown>, name: string): unknown =>
  data[`${name}Name`] ?? data[name]

const plainFields = (fact: Pick<StoredFact, 'type' | 'data'>): FactField[] => {
  const fields = new Map(verbOf(fact.type)?.fields.map((field) => [field.name, field]))
  return Object.entries(fact.data)
    .filter(
      ([name, value]) =>
        (fields.has(name) || name === 'assignee' || name === 'reason') && value !== '',
    )
    .map(([name, value]) => ({
      name,
      label:
        fields.get(name)?.words ??
        (name === 'reason' ? text('理由', 'Reason') : text('办理人', 'Handler')),
      value:
        fields.get(name)?.choices?.[String(value)] ??
        verbWords(fields.get(name), named(fact.data, name) ?? value),
    }))
}

const verbWords = (field: Field | undefined, value: unknown): Text =>
  field?.kind === 'files' || field?.kind === 'moment' ? valueWords(field, value) : plainWords(value)

const plainWords = (value: unknown): Text =>
  isText(value) ? value : text(String(value), String(value))

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
