// What may nobody do with this matter? A rule answers yes, or the reason why not; it never throws, also without data.

import { text } from '../../../../domain/language/words.ts'
import { isCivilDate } from '../../../../domain/model/fields.ts'
import type { Rule } from '../../../../domain/model/process.ts'
import { civilDate } from '../../../../domain/time/instant.ts'

/** Buttons ask before a form is filled: without a date there is nothing to refuse yet. */
const laterDate: Rule = ({ event }) => {
  const { dueDate } = event.data
  if (dueDate === undefined) return true
  return (
    (isCivilDate(dueDate) && dueDate > civilDate(event.at)) ||
    text('新的日期必须晚于今日', 'The new date must be after today')
  )
}

export const rules = { laterDate } satisfies Record<string, Rule>
