// What does an entry say that nobody types, because it follows from the rest of it?
import { type Text, text } from '../language/words.ts'
import { invalid } from '../law/parse.ts'
import type { Day } from '../time/days.ts'
import type { ProposedEntry } from './change.ts'
import type { ReckoningContext, Register } from './define.ts'
import { type EntryData, isOver } from './entry.ts'

const suppliedNames = ({ fields }: Register): string[] =>
  Object.entries(fields).flatMap(([name, { form }]) => (form?.systemSupplied ? [name] : []))

/** The data as they are kept: what was typed, and what follows from it today. Refuses with `invalid-input` what nothing follows from. */
export const reckonedData = (
  register: Register,
  { data, region, standing }: Pick<ProposedEntry, 'data' | 'region' | 'standing'>,
  books: Pick<ReckoningContext, 'calendars' | 'rules' | 'amounts' | 'today'>,
): EntryData => {
  const supplied = suppliedNames(register)
  const typed = Object.fromEntries(
    Object.entries(data).filter(([name]) => !supplied.includes(name)),
  )
  const over = isOver(register, standing)
  const found = register.reckon?.(typed, { ...books, region, standing, over }) ?? {}
  return {
    ...typed,
    ...Object.fromEntries(
      Object.entries(found).filter(
        ([name, value]) => supplied.includes(name) && value !== undefined && value !== null,
      ),
    ),
  }
}

/** A day that a form has taken; null: it was left open. */
export const dayIn = (data: EntryData, name: string): Day | null => {
  const value = data[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** What is wrong with a field, or with a cell of its rows, under its JSON pointer. */
export type EntryFault = { pointer: string; reason: Text }

export const refuseFaults = (faults: readonly EntryFault[]): void => {
  if (faults[0]) throw invalid(faults[0].pointer, ...faults)
}

type DayCheck = {
  label: Text
  notBefore?: { day: Day | null; label: Text } | undefined
  today: Day
}

/** Whether a day that is past by its nature has come, and comes after the one that it follows. */
export const dayFaults = (
  data: EntryData,
  name: string,
  { label, notBefore, today }: DayCheck,
): EntryFault[] => {
  const day = dayIn(data, name)
  if (day === null) return []
  const pointer = `/${name}`
  if (day > today)
    return [
      {
        pointer,
        reason: text(`${label.zh}不能晚于今天`, `${label.en}: not after today`),
      },
    ]
  if (notBefore?.day && day < notBefore.day)
    return [
      {
        pointer,
        reason: text(
          `${label.zh}不能早于${notBefore.label.zh}`,
          `${label.en}: not before ${notBefore.label.en}`,
        ),
      },
    ]
  return []
}
