// Which fields does a form ask for by the answers so far, and what is missing from it or has no place in it?

import { type Text, text } from '../../language/words.ts'
import type { Field } from '../../model/process.ts'
import { meets } from '../../model/where.ts'

type Answers = Readonly<Record<string, unknown>>
/** What is wrong with one field, in words. */
export type FieldFault = { field: Field; words: Text }

const isOpen = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

const isApplicable = ({ where }: Field, answers: Answers): boolean =>
  !where || meets(where, answers)
const isCarried = ({ carried }: Field, answers: Answers): boolean =>
  carried !== undefined && meets(carried, answers)

const musts = new WeakMap<Field, Field>()
/** The same object each time, so that an input on a screen keeps its focus. */
const asMust = (field: Field): Field => {
  const known = musts.get(field) ?? { ...field, required: true }
  musts.set(field, known)
  return known
}

/**
 * The fields that a form asks for now, in their order, with what it needs marked. `held`: what the licence held says, where it is known;
 * none of that is asked, and where it goes on it counts as answered.
 */
export const applicableFields = (
  fields: readonly Field[],
  answers: Answers,
  held: Answers | null = null,
): Field[] => {
  const known = held ? { ...answers, ...goingOn(fields, answers, held) } : answers
  return fields.flatMap((field) => {
    if (!isApplicable(field, known)) return []
    if (isCarried(field, known)) return held ? [] : [field]
    return [!field.required && field.needed && meets(field.needed, known) ? asMust(field) : field]
  })
}

const goingOn = (fields: readonly Field[], answers: Answers, held: Answers): Answers =>
  Object.fromEntries(
    fields.filter((field) => isCarried(field, answers)).map(({ name }) => [name, held[name]]),
  )

/** Answers to what a form like this does not ask for. */
export const outOfPlace = (fields: readonly Field[], answers: Answers): FieldFault[] =>
  fields.flatMap((field) =>
    isOpen(answers[field.name]) || isApplicable(field, answers) ? [] : [{ field, words: foreign }],
  )

/** What a form like this needs and leaves open. `party`: somebody applies for himself; a window that takes down an application has its papers before it and sends none. */
export const lacking = (fields: readonly Field[], answers: Answers, party: boolean): FieldFault[] =>
  fields.flatMap((field) => {
    const { kind, needed, name } = field
    if (
      !needed ||
      !isOpen(answers[name]) ||
      !isApplicable(field, answers) ||
      !meets(needed, answers)
    )
      return []
    return kind === 'files' && !party ? [] : [{ field, words: kind === 'files' ? noFile : empty }]
  })

/** Answers that are none of those that this case leaves to choose from. */
export const notOffered = (fields: readonly Field[], answers: Answers): FieldFault[] =>
  fields.flatMap((field) => {
    const { kind, choices, name } = field
    const value = answers[name]
    if (kind !== 'choices' || !choices || !Array.isArray(value)) return []
    const other = value.filter((one) => !Object.hasOwn(choices, String(one)))
    return other.length > 0 ? [{ field, words: unoffered(other.map(String).join('；')) }] : []
  })

const foreign = text('本事项不需要填写，请删去', 'is not asked for here: leave it out')
const empty = text('所选申请类型必须填写', 'is needed for an application of this kind')
const noFile = text('必传，请上传后再提交', 'is a paper that must be uploaded')
const unoffered = (other: string): Text =>
  text(`不在可选范围内：${other}`, `not among what can be chosen: ${other}`)
