// What does the record say of a correction: which answer was to be what, and what it was?
import { type Text, text } from '../../language/words.ts'
import type { Audience } from '../../model/audience.ts'
import type { StoredFact } from '../../model/chain.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { FactField } from '../answers/fact-views.ts'
import { correctedWords } from './correction-view.ts'

type Fact = Pick<StoredFact, 'type' | 'data'>

/** Its own fields in words: the answer by its name on the form, its value as the form shows it; what is confidential stays so. */
export const correctionFields = (
  process: ProcessDefinition,
  { type, data }: Fact,
  fields: FactField[],
  reader: Audience,
): FactField[] => {
  // A party may not have read what was corrected: who has reported it decides that.
  if (reader !== 'internal') return fields
  if (type === 'approve-correction') return [...fields, ...approvedFields(process, data)]
  if (type === 'refuse-correction') return [...fields, ...refusedFields(process, data)]
  if (type !== 'request-correction') return fields
  const { label, value, confidential } = correctedWords(
    process,
    data.about,
    String(data.field),
    data.value,
  )
  return fields.map((one) => {
    if (one.name === 'field') return { ...one, value: label }
    if (one.name !== 'value') return one
    return { ...one, value, ...(confidential ? { confidential } : {}) }
  })
}

/** Which answers stay as they are. */
const refusedFields = (
  process: ProcessDefinition,
  { about, fields }: StoredFact['data'],
): FactField[] => {
  const names = Array.isArray(fields) ? fields.map(String) : []
  const labels = names.map((name) => correctedWords(process, about, name, null).label)
  const value = text(labels.map(({ zh }) => zh).join('、'), labels.map(({ en }) => en).join(', '))
  return [{ name: 'field', label: text('更正内容', 'What is corrected'), value }]
}

/** Each answer as it was and as it is. */
const approvedFields = (
  process: ProcessDefinition,
  { about, fields, was, is }: StoredFact['data'],
): FactField[] => {
  const [before, now] = [was, is].map((one): unknown[] => (Array.isArray(one) ? one : []))
  const names = Array.isArray(fields) ? fields.map(String) : []
  return names.map((name, index) => {
    const [old, { label, value, confidential }] = [before?.[index], now?.[index]].map((one) =>
      correctedWords(process, about, name, one),
    ) as [Corrected, Corrected]
    return {
      name: `${name}-corrected`,
      label,
      value: confidential ? value : fromTo(old.value, value),
      ...(confidential ? { confidential } : {}),
    }
  })
}
type Corrected = ReturnType<typeof correctedWords>

const fromTo = (was: Text, is: Text): Text => text(`${was.zh} → ${is.zh}`, `${was.en} → ${is.en}`)
