// What does a correction make of the statement it corrects, and does that still fit its form?
import { safeParse } from 'valibot'
import type { LookedUp } from '../../model/decision-context.ts'
import type { EventDefinition, Field, ProcessDefinition } from '../../model/process.ts'
import { definitionOf } from '../../model/process.ts'
import type { Instant } from '../../time/instant.ts'
import { lacking, outOfPlace } from './applicable-fields.ts'

type Fact = NonNullable<LookedUp['fact']>

/** The field with its new value and whatever depends on it, each of the kind that its form asks for; null when the form would not take it, or there is none. */
export const corrected = (
  process: ProcessDefinition,
  fact: Fact,
  correction: Record<string, unknown>,
  at: Instant,
): Data | null => {
  const name = String(correction.field)
  const definition = definitionOf(process, fact.type)
  if (!definition) return null
  const field = definition.fields.find((one) => one.name === name)
  const wanted = { [name]: typedAnswer(field?.kind, String(correction.value)) }
  const { signatures: _, ...rest } = fact.data
  const along = carriedAlong(definition.fields, rest, { ...rest, ...wanted }, correction.dependent)
  if (!along) return null
  const all = { ...rest, ...wanted, ...along }
  if (isChosen(definition, name)) return null
  if (outOfPlace(definition.fields, all).some((one) => one.field.name === name)) return null
  // What cannot be said at the start cannot be made of it later either.
  if (fact.type === process.start.type && process.start.refuses?.(all, at)) return null
  const { issues = [] } = safeParse(definition.schema, all)
  const stated = [name, ...Object.keys(along).filter((one) => along[one] !== null)]
  return issues.some(({ path }) => stated.includes(String(path?.[0]?.key)))
    ? null
    : { ...wanted, ...along }
}

/** What follows from an entry of a register, or from who was named, is chosen anew, never written over. */
export const isChosen = ({ entry, officer }: EventDefinition, name: string): boolean =>
  [entry?.field, ...(entry?.kept ?? []), officer?.field, officer?.id].includes(name)

type Data = Record<string, unknown>

/**
 * What a form like this no longer asks for goes, and what it needs now comes, of which a correction brings one at most; null where it does not.
 * What is confidential is never carried along in the open.
 */
const carriedAlong = (
  fields: readonly Field[],
  was: Data,
  is: Data,
  dependent: unknown,
): Data | null => {
  const foreign = outOfPlace(fields, was).map(({ field }) => field)
  const gone = outOfPlace(fields, is).flatMap(({ field }) =>
    foreign.includes(field) ? [] : [[field.name, null] as const],
  )
  const open = lacking(fields, was, false).map(({ field }) => field)
  const [needed, ...others] = lacking(fields, is, false)
    .map(({ field }) => field)
    .filter((field) => !open.includes(field) && !field.confidential)
  const brings = typeof dependent === 'string' && dependent !== ''
  if (others.length > 0 || brings !== (needed !== undefined)) return null
  return {
    ...Object.fromEntries(gone),
    ...(needed ? { [needed.name]: typedAnswer(needed.kind, String(dependent)) } : {}),
  }
}

/** What was sent as one text, as the kind of its field has it. */
export const typedAnswer = (kind: Field['kind'] | undefined, value: string): unknown => {
  if (kind === 'choices' || kind === 'lines')
    return value.split(/[；\n]/).flatMap((one) => one.trim() || [])
  return kind === 'number'
    ? Number(value)
    : kind === 'boolean'
      ? ['true', '是'].includes(value)
      : value
}
