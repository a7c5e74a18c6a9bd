// What do officers write down at the place, each on his own phone, before the record is made of it?
import { notedAt, noteFields } from '../../field-notes/note.ts'
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { answers, isChecklist } from '../checklists/checklist.ts'
import { askedBy, mostOthers, possibleFindings } from '../checklists/findings.ts'
import { allQuestions } from '../checklists/questions.ts'
import { remembered } from '../memory/context.ts'
import { cityInspectors } from '../posts/addresses.ts'

const by = [inspectors, cityInspectors]

const questions = Object.fromEntries(allQuestions.map(({ id, words }) => [id, words]))

/** Adds to what is known and decides nothing: as right an hour later, and by two phones at once. */
const noteVisit = act({
  words: text('现场记录', 'Write down at the place'),
  fields: {
    question: field
      .choice(questions, '检查项', 'Question')
      .optional()
      .perCase(({ snapshot }) => {
        const { checklist } = remembered({ snapshot })
        if (!isChecklist(checklist)) return {}
        const asked = askedBy(checklist)
        return {
          choices: Object.fromEntries(Object.entries(questions).filter(([id]) => asked.has(id))),
        }
      }),
    answer: field.choice(answers, '检查结果', 'Answer').optional(),
    finding: field.text('检查表以外发现的问题', 'What else was found', 200).optional(),
    ...noteFields,
  },
  by,
  appendsOnly: true,
  happenedIn: notedAt,
  deferrable: true,
  fieldNote: 'note',
})

/** A person says that two of them found the same: from then on it is one, and leads to one matter. */
const joinFindings = act({
  words: text('合并相同问题', 'Join what is the same'),
  fields: {
    into: field
      .text('保留的问题', 'The one that stays', 64)
      .hint('问题编号或者检查项', 'A finding or a question'),
    entries: field.lines('并入的问题', 'Those that go into it', mostOthers, 64),
  },
  by,
  appendsOnly: true,
  fieldNote: 'join',
})

export const notingActs = { 'note-visit': noteVisit, 'join-findings': joinFindings }

/** What a note may be joined into by its own name: a question of the lists. */
export const isQuestion = (name: string): boolean =>
  Object.hasOwn(questions, name) && Object.hasOwn(possibleFindings, name)
