// Into which sections does a long application fall, and how far is each?

import type { Text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { filledRows, isUploads, itemName, mistakesIn, type Values } from '../form/form-values.ts'

export type Section = { id: string; words: Text; fields: Field[] }
export type SectionState = 'todo' | 'optional' | 'begun' | 'sending' | 'done'
export type Standing = { state: SectionState; filled: number; all: number }

/** In the order of the form; none where the process names no sections, for a short form is one page. */
export const sectionsOf = (fields: Field[]): Section[] => {
  const sections: Section[] = []
  for (const field of fields) {
    if (!field.section) continue
    const known = sections.find(({ words }) => words.zh === field.section?.zh)
    if (known) known.fields.push(field)
    else
      sections.push({ id: `section-${sections.length + 1}`, words: field.section, fields: [field] })
  }
  return sections.length > 1 ? sections : []
}

/** How far a section is: `sending` while files are on their way; `done` once all that must be there is. */
export const standingOf = ({ fields }: Section, values: Values): Standing => {
  const filled = fields.filter((field) => isFilled(field, values)).length
  const missing = fields.flatMap((field) => mistakesIn(field, values))
  const sending = fields.some(
    ({ name }) => isUploads(values[name]) && values[name].some(({ status }) => status !== 'stored'),
  )
  const state = sending
    ? 'sending'
    : missing.length > 0
      ? filled > 0
        ? 'begun'
        : 'todo'
      : filled > 0
        ? 'done'
        : 'optional'
  return { state, filled, all: fields.length }
}

const isFilled = (field: Field, values: Values): boolean => {
  if (field.kind === 'items')
    return (field.items ?? []).some((item) => Boolean(values[itemName(field.name, item, 'passed')]))
  if (field.kind === 'rows') return filledRows(field, values).length > 0
  const value = values[field.name]
  return isUploads(value)
    ? value.length > 0
    : typeof value === 'string'
      ? value.trim() !== ''
      : value === true
}
