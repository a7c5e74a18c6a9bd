// What does a confidential answer say to somebody whose look at it is on record?
import { secretAnswersOf } from '../model/confidential.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { FactField, FileView } from './answers/fact-views.ts'
import { partsOf, valueWords } from './answers/value-words.ts'

/** What the field says, for the answer to a recorded unmasking and nothing else. */
export const unmasked = (
  process: ProcessDefinition,
  record: CaseRecord,
  name: string,
  item?: unknown,
  find: (ids: string[]) => FileView[] = () => [],
): FactField[] =>
  secretAnswersOf(process, record, item)
    .filter(({ field }) => field.name === name)
    .map(({ field, value }) => ({
      name,
      label: field.words,
      value: valueWords(field, value),
      ...(field.kind === 'files' ? partsOf(field, value, find) : {}),
    }))
