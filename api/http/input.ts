// How is what a client sends checked, and how does it learn which part is wrong?
import { validator } from 'hono-openapi'
import * as v from 'valibot'
import { DomainError } from '../../domain/language/errors.ts'
import { faultWords, type RawFault } from '../../domain/language/faults.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { isDay, toMillis } from '../../domain/time/days.ts'

/** Checks body, query or path parameters against a schema and describes them in the OpenAPI document. */
export const checked = <Schema extends v.GenericSchema, Target extends 'json' | 'query' | 'param'>(target: Target, schema: Schema) =>
  validator(target, schema, (result) => {
    const odd = target === 'json' ? unfit(result.data, '', 1) : null
    if (odd) throw invalid([odd])
    if (!result.success) throw invalid(issuesOf(result.error))
  })

/** `words`: what is wrong, where the schema library has said it. */
export type Issue = { path: string; message: string; words?: Text }

const inherited = new Set(['__proto__', 'constructor', 'prototype'])
const deepest = 20

/** What a schema lets through in silence: lists in place of objects, names that every object has, nesting without end. */
const unfit = (value: unknown, path: string, depth: number): Issue | null => {
  if (typeof value !== 'object' || value === null) return null
  if (Array.isArray(value) && (path === '' || path === 'data')) return { path, message: 'must be an object' }
  if (depth > deepest) return { path: path.slice(0, 80), message: 'is nested too deeply' }
  for (const [key, part] of Object.entries(value)) {
    const place = path === '' ? key : `${path}.${key}`
    const found = inherited.has(key) ? { path: place, message: 'is not a name for a field' } : unfit(part, place, depth + 1)
    if (found) return found
  }
  return null
}

/** `details.fields` names each wrong field in words, `details.issues` says the same for machines. */
export const invalid = (issues: Issue[], fields: Field[] = []): DomainError => {
  const known = (path: string) => fields.find(({ name }) => path === name || path.startsWith(`${name}.`))
  const said = issues.map(({ path, message, words = text('填写不符合要求', message) }) => ({ path, words, name: known(path) }))
  const reasons = said.map(({ path, words, name }) => wrong(name?.words ?? text(path, path), words))
  const named = said.map(({ path, words, name }) => [name?.name ?? path, words])
  return new DomainError('invalid-input', reasons, {
    issues: issues.map(({ words: _, ...issue }) => issue),
    fields: Object.fromEntries(named),
  })
}

const wrong = ({ zh, en }: Text, fault: Text): Text => text(`${zh}：${fault.zh}`, `${en}: ${fault.en}`)

type Step = PropertyKey | { key?: unknown }

/** A schema library's issues as paths and messages. */
export const issuesOf = (issues: readonly (RawFault & { path?: readonly Step[] | undefined })[]): Issue[] =>
  issues.map((issue) => ({
    path: (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
    message: issue.message,
    words: faultWords(issue),
  }))

/** A page's size, from 1 to 200. */
export const limit = v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(200)), '50')
export const shortText = v.pipe(v.string(), v.maxLength(200))
export const cursor = v.optional(v.pipe(v.string(), v.maxLength(400)))
export const minRevision = v.optional(v.pipe(v.string(), v.regex(/^(?:[\w-]{1,64}:)?\d{1,9}$/)))
export const paged = { limit, cursor, minRevision }

const lastYear = '2200'

/** A day that the calendar has; a year without end is a slip that no count of days comes back from. */
export const day = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((value) => isDay(value) && value.slice(0, 4) <= lastYear, 'is no day of the calendar'),
)

/** A moment with its offset. ISO 8601 knows more ways to write one than a clock can read: hours alone, basic form, 31 February. */
export const moment = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((value) => toMillis(value) !== null && value.slice(0, 4) <= lastYear, 'is no moment that a clock shows'),
)

/** A form's data: an object whose shape the act itself decides. */
export const data = v.optional(v.record(v.string(), v.unknown()), {})
