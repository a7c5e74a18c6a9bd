// What does a form hold, what is wrong with it, and what is sent?
import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { Field } from '../../domain/case/process.ts'
import { fill, type Text } from '../../domain/case/words.ts'
import type { Refusal } from '../client.ts'
import { dropDraft, keepDraft, readDraft } from './drafts.ts'
import type { Mistake } from './error-summary.tsx'
import { formWords as w } from './form-words.ts'
import type { Upload } from './upload.ts'

export type Value = string | boolean | Upload[] | undefined
export type Values = Record<string, Value>

const isUploads = (value: Value): value is Upload[] => Array.isArray(value)
const empty = (value: Value) => value === undefined || value === '' || (isUploads(value) && value.length === 0)

const missingWords = (field: Field): Text => {
  const template = field.kind === 'choice' ? w.missingChoice : field.kind === 'files' ? w.missingFiles : w.missing
  return { zh: template.zh.replace('{name}', field.words.zh), en: template.en.replace('{name}', field.words.en) }
}

const mistakeIn = (field: Field, value: Value): Mistake | null => {
  if (field.kind === 'boolean') return null
  if (empty(value) || (typeof value === 'string' && value.trim() === ''))
    return field.required ? { field: field.name, words: missingWords(field) } : null
  if (field.kind === 'number' && !Number.isFinite(Number(value))) {
    return {
      field: field.name,
      words: { zh: fill(w.notNumber, { name: field.words.zh }).zh, en: fill(w.notNumber, { name: field.words.en }).en },
    }
  }
  if (isUploads(value) && value.some((one) => one.status === 'uploading')) return { field: field.name, words: w.uploading }
  return null
}

/** Only what was filled is sent; numbers as numbers, files by their id. */
const payloadOf = (fields: Field[], values: Values): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const value = values[field.name]
      if (field.kind === 'boolean') return value === true ? [[field.name, true]] : []
      if (empty(value)) return []
      if (isUploads(value)) return [[field.name, value.flatMap((one) => one.stored?.id ?? [])]]
      return [[field.name, field.kind === 'number' ? Number(value) : String(value).trim()]]
    }),
  )

const typed = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => (typeof value === 'string' && value !== '') || value === true))

/** The words typed so far, kept on this device a moment after the last key. */
const createDraft = (name: Accessor<string>) => {
  const found = readDraft(name())
  const [savedAt, setSavedAt] = createSignal<string | null>(found?.at ?? null)
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    found: (found?.data ?? {}) as Values,
    savedAt,
    keep: (values: Values) => {
      clearTimeout(timer)
      timer = setTimeout(() => setSavedAt(keepDraft(name(), typed(values))), 600)
    },
    drop: () => {
      clearTimeout(timer)
      dropDraft(name())
    },
  }
}

/** State of one form: values, mistakes, the draft on this device. */
export const createForm = (fields: Accessor<Field[]>, draftName: Accessor<string>) => {
  const draft = createDraft(draftName)
  const [values, setValues] = createSignal<Values>(draft.found)
  const [labels, setLabels] = createSignal<Record<string, string>>({})
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const mistakeOf = createMemo(() => new Map(mistakes().map((one) => [one.field, one.words])))
  const set = (name: string, value: Value) => {
    const next = { ...values(), [name]: value }
    setValues(next)
    draft.keep(next)
  }
  const check = () => {
    const found = fields().flatMap((field) => mistakeIn(field, values()[field.name]) ?? [])
    setMistakes(found)
    return found.length === 0
  }
  return {
    values,
    set,
    check,
    savedAt: draft.savedAt,
    mistakes,
    /** The words of a looked-up value, whose id nobody could read. */
    labelOf: (name: string) => labels()[name],
    choose: (name: string, option: { id: string; label: string } | null) => {
      setLabels({ ...labels(), [name]: option?.label ?? '' })
      set(name, option?.id)
    },
    mistakeOf: (name: string) => mistakeOf().get(name),
    refuse: (refusal: Refusal) => setMistakes(refusalMistakes(refusal, fields())),
    payload: () => payloadOf(fields(), values()),
    done: draft.drop,
  }
}

export type Form = ReturnType<typeof createForm>

/** The server's words; where it names a field, the line leads there. */
const refusalMistakes = (refusal: Refusal, fields: Field[]): Mistake[] => {
  const named = Object.entries(refusal.details.fields ?? {}).flatMap(([name, words]) =>
    fields.some((field) => field.name === name) ? [{ field: name, words }] : [],
  )
  const reasons = refusal.reasons.map((words) => ({ field: null, words }))
  return named.length + reasons.length > 0 ? [...named, ...reasons] : [{ field: null, words: refusal.title }]
}
