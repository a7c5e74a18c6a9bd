// Is the form of an act filled in as its schema and the case at hand want it?
import { safeParse } from 'valibot'
import { type Text, text } from '../../language/words.ts'
import type { FormLaw } from '../../model/decision-context.ts'
import type { EventDefinition, Field } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Actor } from '../../organisation/actor.ts'
import { lacking, notOffered, outOfPlace } from './applicable-fields.ts'
import { type Judgement, refused } from './judgement.ts'
import { isParty } from './party-sight.ts'

/** The schema, and what the form as this case needs it asks for, needs and leaves to choose from. */
export const judgeForm = (
  definition: EventDefinition,
  record: CaseRecord,
  by: Actor,
  { data, law }: { data: Record<string, unknown>; law: FormLaw },
): Judgement => {
  const parsed = safeParse(definition.schema, data)
  if (!parsed.success)
    return illFilled(
      parsed.issues.map((issue) => {
        const pointer = `/${(issue.path ?? []).map((part) => String((part as { key: unknown }).key)).join('/')}`
        return {
          pointer,
          message: issue.message,
          words: pointAt(definition, pointer, issue.message),
        }
      }),
    )
  const fields = definition.fieldsFor?.(record, law) ?? definition.fields
  const faults = [
    ...outOfPlace([...fields, ...notApplicableTo(definition, fields)], data),
    ...lacking(fields, data, isParty(by)),
    ...notOffered(fields, data),
  ]
  return faults.length === 0
    ? { allowed: true }
    : illFilled(
        faults.map(({ field: { name, words }, words: fault }) => ({
          pointer: `/${name}`,
          message: fault.en,
          words: text(`${words.zh}：${fault.zh}`, `${words.en}: ${fault.en}`),
        })),
      )
}

/** What the form of this act has and this case is not asked. */
const notApplicableTo = (definition: EventDefinition, fields: readonly Field[]): Field[] =>
  definition.fields
    .filter(({ name }) => !fields.some((one) => one.name === name))
    .map((one) => ({ ...one, where: [] }))

const illFilled = (issues: { pointer: string; message: string; words: Text }[]): Judgement =>
  ({
    ...refused('invalid-input', ...issues.map(({ words }) => words)),
    details: { issues: issues.map(({ words: _, ...issue }) => issue) },
  }) as Judgement

const pointAt = (definition: EventDefinition, pointer: string, message: string): Text => {
  const field = definition.fields.find(
    ({ name }) => `/${name}` === pointer || pointer.startsWith(`/${name}/`),
  )
  return text(
    `${field?.words.zh ?? pointer}：填写不符合要求`,
    `${field?.words.en ?? pointer}: ${message}`,
  )
}
