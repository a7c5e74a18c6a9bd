// Which answers in forms are kept secret, and how is one spoken of to whoever has no business with it?

import { type Text, text } from '../language/words.ts'
import {
  definitionOf,
  definitionsOf,
  type EventDefinition,
  type Field,
  type ProcessDefinition,
} from './process.ts'
import type { CaseRecord } from './record.ts'

type Data = Record<string, unknown>

/** What stands in the place of a confidential answer of the handling offices wherever it is read. */
export const maskedWords: Text = text(
  '保密（承办人、承办机构科长登记后可查看）',
  'Confidential (the handler and the section chief may see it, on record)',
)

/** What stands in the place of the answer to a confidential field. */
export const maskOf = ({ confidential }: Pick<Field, 'confidential'>): Text =>
  typeof confidential === 'object' ? confidential.mask : maskedWords

/** The same on paper, where nobody can ask for it. */
const maskedOnPaper = '（保密）'

export const isAnswered = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0)

export const secretFields = (definition: Pick<EventDefinition, 'fields'> | undefined): Field[] =>
  (definition?.fields ?? []).filter(({ confidential }) => confidential !== undefined)

/** The form without its confidential answers. */
export const withoutSecrets = (
  definition: Pick<EventDefinition, 'fields'> | undefined,
  data: Data,
): Data => {
  const hidden = secretFields(definition).map(({ name }) => name)
  return hidden.length === 0
    ? data
    : Object.fromEntries(Object.entries(data).filter(([name]) => !hidden.includes(name)))
}

/** The form as a document may quote it. */
export const onPaper = (process: ProcessDefinition, type: string, data: Data): Data => {
  const hidden = secretFields(definitionOf(process, type)).filter(({ name }) =>
    isAnswered(data[name]),
  )
  return hidden.length === 0
    ? data
    : { ...data, ...Object.fromEntries(hidden.map(({ name }) => [name, maskedOnPaper])) }
}

/** A confidential answer of a case, with the form that it was given in. */
export type SecretAnswer = { type: string; field: Field; value: unknown }

/** The confidential answers that a case holds, as they stand now. */
export const secretAnswers = (
  process: ProcessDefinition,
  answers: Record<string, Data>,
): SecretAnswer[] =>
  Object.entries(answers).flatMap(([type, data]) =>
    secretFields(definitionOf(process, type)).flatMap((field) =>
      isAnswered(data[field.name]) ? [{ type, field, value: data[field.name] }] : [],
    ),
  )

/**
 * Those that the case itself was told, or one of its items when it was opened, as they stand now; `item`: its number. Also of an item that
 * has ended.
 */
export const secretAnswersOf = (
  process: ProcessDefinition,
  { data, itemSecrets = {} }: Pick<CaseRecord, 'data' | 'itemSecrets'>,
  item?: unknown,
): SecretAnswer[] => {
  const kinds = process.items ?? []
  if (item === undefined) {
    const own = Object.entries(data).filter(([type]) => !kinds.some(({ opens }) => opens === type))
    return secretAnswers(process, Object.fromEntries(own))
  }
  const found = Object.hasOwn(itemSecrets, String(item)) ? itemSecrets[String(item)] : undefined
  const opens = kinds.find(({ kind }) => kind === found?.kind)?.opens
  return found && opens ? secretAnswers(process, { [opens]: found.answers }) : []
}

/** Every field that some form of the process keeps secret. */
export const secretFieldsOf = (process: ProcessDefinition): Field[] =>
  definitionsOf(process).flatMap(([, one]) => secretFields(one))

/** The field of this name, if some form of the process keeps it secret: a correction names the field and brings its new value. */
export const secretNamed = (process: ProcessDefinition, name: unknown): Field | undefined =>
  secretFieldsOf(process).find((field) => field.name === name)

/** Whether what a fact says holds a confidential answer, so that its hash alone could give it away. */
export const holdsSecret = (process: ProcessDefinition, type: string, data: Data): boolean =>
  secretFields(definitionOf(process, type)).some(({ name }) => isAnswered(data[name])) ||
  (type === 'request-correction' && secretNamed(process, data.field) !== undefined) ||
  (type === 'approve-correction' &&
    Array.isArray(data.fields) &&
    data.fields.some((name) => secretNamed(process, name) !== undefined))
