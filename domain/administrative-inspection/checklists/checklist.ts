// Which questions does a visit ask, by which article, and what is asked next after which answer? Data: forms and rules read it alike.
import { type Text, text } from '../../language/words.ts'

export const answers = {
  yes: text('符合', 'Met'),
  no: text('不符合', 'Not met'),
  none: text('不涉及', 'Does not apply'),
} as const satisfies Record<string, Text>
export type Answer = keyof typeof answers

/** `after`: asked only where an earlier question of the same list was answered so. */
export type Question = {
  id: string
  words: Text
  article: string
  after?: { question: string; answer: Answer }
}

export const checklists = {
  general: text('通用检查表', 'General'),
  hazchem: text('危险化学品检查表', 'Hazardous chemicals'),
  trade: text('工贸重点领域检查表', 'Industry and trade'),
} as const satisfies Record<string, Text>
export type ChecklistId = keyof typeof checklists

export const checklistNames = Object.keys(checklists) as ChecklistId[]

export const isChecklist = (name: unknown): name is ChecklistId =>
  (checklistNames as readonly unknown[]).includes(name)
