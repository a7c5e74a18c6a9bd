// How is what a client sends checked, and how does it learn which part is wrong?
import { validator } from 'hono-openapi'
import type * as v from 'valibot'
import { DomainError } from '../../domain/language/errors.ts'
import { faultWords, type RawFault } from '../../domain/language/faults.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'

/** Checks body, query or path parameters against a schema and describes them in the OpenAPI document. */
export const checked = <Schema extends v.GenericSchema, Target extends 'json' | 'query' | 'param'>(
  target: Target,
  schema: Schema,
) =>
  validator(target, schema, (result) => {
    const odd = target === 'json' ? unfit(result.data, '', 1) : null
    if (odd) throw invalid([odd])
    if (!result.success) throw invalid(issuesOf(result.error))
  })

/** `words`: what is wrong, where the schema library has said it. */
export type Issue = { path: string; message: string; words?: Text }

/** Behind one of these an eye reads other words than those that are kept. */
const turning = /[\u202a-\u202e\u2066-\u2069]/
const seen = /[^\s\p{Default_Ignorable_Code_Point}]/u

/** What an eye cannot check is no answer: text that turns round, and text of which nothing is seen. Blanks alone are what the schema makes of them. */
const unreadable = (value: string, path: string): Issue | null => {
  if (turning.test(value))
    return {
      path,
      message: 'turns the direction of text',
      words: text(
        '含有改变文字方向的控制符，请删去后重新填写',
        'holds marks that turn the direction of text: take them out',
      ),
    }
  return value.trim() === '' || seen.test(value)
    ? null
    : {
        path,
        message: 'holds nothing that is seen',
        words: text('没有可见的文字', 'holds nothing that is seen'),
      }
}

const inherited = new Set(['__proto__', 'constructor', 'prototype'])
const deepest = 20

/** What a schema lets through in silence: lists in place of objects, names that every object has, nesting without end, words nobody can check. */
const unfit = (value: unknown, path: string, depth: number): Issue | null => {
  if (typeof value === 'string') return unreadable(value, path)
  if (typeof value !== 'object' || value === null) return null
  if (Array.isArray(value) && (path === '' || path === 'data'))
    return { path, message: 'must be an object' }
  if (depth > deepest) return { path: path.slice(0, 80), message: 'is nested too deeply' }
  for (const [key, part] of Object.entries(value)) {
    const place = path === '' ? key : `${path}.${key}`
    const found = inherited.has(key)
      ? { path: place, message: 'is not a name for a field' }
      : unfit(part, place, depth + 1)
    if (found) return found
  }
  return null
}

/**
 * `details.fields` names each wrong field in words, `details.issues` says the same for machines, and `details.errors` with JSON
 * pointers: of rows, `/substances/3/quantity`.
 */
export const invalid = (issues: Issue[], fields: Field[] = []): DomainError => {
  const faults = issues.map(({ path, message, words = text('填写不符合要求', message) }) => ({
    pointer: pointerTo(path),
    words,
    ...placeOf(path, fields),
  }))
  const errors = faults.map(({ pointer, label, words }) => ({
    pointer,
    reason: wrong(label, words),
  }))
  return new DomainError(
    'invalid-input',
    errors.map(({ reason }) => reason),
    {
      issues: issues.map(({ words: _, ...issue }) => issue),
      fields: Object.fromEntries(faults.map(({ name, words }) => [name, words])),
      pointer: errors[0]?.pointer ?? '',
      errors,
    },
  )
}

const pointerTo = (path: string): string =>
  path === '' ? '' : `/${path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('.', '/')}`

/** Under which name a fault is told, and how that is called: a field, or one cell of its rows. */
const placeOf = (path: string, fields: Field[]): { name: string; label: Text } => {
  const field = fields.find(({ name }) => path === name || path.startsWith(`${name}.`))
  if (!field) return { name: path, label: text(path, path) }
  const [row, column] = path.slice(field.name.length + 1).split('.')
  if (field.kind !== 'rows' || !row) return { name: field.name, label: field.words }
  const cell = field.columns?.find(({ name }) => name === column)?.words ?? text('', '')
  const n = Number(row) + 1
  return {
    name: column === undefined ? `${field.name}.${row}` : `${field.name}.${row}.${column}`,
    label: text(
      `${field.words.zh}第${n}行${cell.zh}`,
      `${field.words.en}, row ${n}${cell.en === '' ? '' : `, ${cell.en}`}`,
    ),
  }
}

const wrong = ({ zh, en }: Text, fault: Text): Text =>
  text(`${zh}：${fault.zh}`, `${en}: ${fault.en}`)

type Step = PropertyKey | { key?: unknown }

/** A schema library's issues as paths and messages. */
export const issuesOf = (
  issues: readonly (RawFault & { path?: readonly Step[] | undefined })[],
): Issue[] =>
  issues.map((issue) => ({
    path: (issue.path ?? [])
      .map((step) => String(typeof step === 'object' ? step.key : step))
      .join('.'),
    message: issue.message,
    words: faultWords(issue),
  }))
