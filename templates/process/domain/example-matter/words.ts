// What are the states and tasks of this matter called, for the office and for the enterprise?

import { type Text, text } from '../../../../domain/language/words.ts'
import type { ProcessWords } from '../../../../domain/model/process.ts'
import { letterOfAnswer } from './documents.ts'
import type { ExampleMatterState, ExampleMatterTask } from './statechart.ts'

const states = {
  open: text('待答复', 'To be answered'),
  answered: text('已答复', 'Answered'),
} as const satisfies Record<ExampleMatterState, Text>

const tasks: Record<ExampleMatterTask, Text> = { answer: text('答复', 'Answer') }

export const words: ProcessWords = {
  states,
  partyStates: states,
  tasks,
  documents: { answer: letterOfAnswer },
}
