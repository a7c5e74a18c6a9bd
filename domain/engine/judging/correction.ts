// What does a correction make of the statement it corrects, and does that still fit its form?
import { safeParse } from 'valibot'
import type { LookedUp } from '../../model/decision-context.ts'
import type { Field, ProcessDefinition } from '../../model/process.ts'
import { definitionOf } from '../../model/process.ts'
import type { Instant } from '../../time/instant.ts'
import { outOfPlace } from './applicable-fields.ts'

type Fact = NonNullable<LookedUp['fact']>

/** The field with its new value, of the kind that its form asks for; null when the form would not take it, or there is none. */
export const corrected = (
  process: ProcessDefinition,
  fact: Fact,
  correction: Record<string, unknown>,
  at: Instant,
): Record<string, unknown> | null => {
  const name = String(correction.field)
  const definition = definitionOf(process, fact.type)
  if (!definition) return null
  const field = definition.fields.find((one) => one.name === name)
  const wanted = { [name]: typed(field?.kind, String(correction.value)) }
  const { signatures: _, ...rest } = fact.data
  const all = { ...rest, ...wanted }
  // What follows from an entry of a register is chosen anew, never written over.
  if (definition.entry && [definition.entry.field, ...definition.entry.kept].includes(name))
    return null
  if (outOfPlace(definition.fields, all).some((one) => one.field.name === name)) return null
  // What cannot be said at the start cannot be made of it later either.
  if (fact.type === process.start.type && process.start.refuses?.(all, at)) return null
  const { issues = [] } = safeParse(definition.schema, all)
  return issues.some(({ path }) => path?.[0]?.key === name) ? null : wanted
}

const typed = (kind: Field['kind'] | undefined, value: string): unknown => {
  if (kind === 'choices' || kind === 'lines')
    return value.split(/[；\n]/).flatMap((one) => one.trim() || [])
  return kind === 'number'
    ? Number(value)
    : kind === 'boolean'
      ? ['true', '是'].includes(value)
      : value
}
