// What does a confidential answer say to somebody whose look at it is on record?
import { secretAnswers } from '../model/confidential.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { FactField } from './fact-views.ts'
import { valueWords } from './value-words.ts'

/** What the field says, for the answer to a recorded unmasking and nothing else. */
export const unmasked = (
  process: ProcessDefinition,
  record: CaseRecord,
  name: string,
): FactField[] =>
  secretAnswers(process, record.data)
    .filter(({ field }) => field.name === name)
    .map(({ field, value }) => ({ name, label: field.words, value: valueWords(field, value) }))
