// How do the questions of the checklists stand in the form of the record?
import { text } from '../../language/words.ts'
import { type FieldBuilder, field } from '../../model/field.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Where } from '../../model/where.ts'
import { answers, type Question } from './checklist.ts'
import { askedBy, checklistOf } from './findings.ts'
import { allQuestions } from './questions.ts'

const formOfCase = ({ data }: CaseRecord) => checklistOf(data['plan-inspection'])

/** Asked where its list is gone through, and where the question before it was answered so. */
const asked = ({ id, words, article, after }: Question): FieldBuilder => {
  const open = field
    .choice(answers, words.zh, words.en)
    .optional()
    .with({ hint: text(article, article) })
    .shownTo('party')
  const where: Where = after ? [{ [after.question]: [after.answer] }] : [{}]
  return open
    .with(after ? { where } : {})
    .perCase((record) => (askedBy(formOfCase(record)).has(id) ? { needed: where } : null))
}

export const questionFields: Record<string, FieldBuilder> = Object.fromEntries(
  allQuestions.map((question) => [question.id, asked(question)]),
)

/** 拍照取证: whatever is not met, or is found beside the questions, is photographed. */
export const photographed: Where = allQuestions.map(({ id }) => ({ [id]: ['no'] }))
