// Which days of an entry are still open, and which of them is the first?
import { type Text, text } from '../language/words.ts'
import type { Day } from '../time/days.ts'
import { rowsIn } from '../views/answers/value-words.ts'
import type { DueDay, Register, RegisterFace } from './define.ts'
import { type EntryData, isOver } from './entry.ts'
import { dayIn } from './reckoning.ts'

/** A day by which something is to be done, out of a field; from the day `until` on nobody needs to do it any more. */
export type Due = { field: string; day: Day; until?: Day }

/** What is to be done of an entry and by when, as far as the entry itself says it: which of it is open follows from the day of reading. */
export const duesOf = (
  register: Pick<RegisterFace, 'due' | 'standings'>,
  { data, standing }: { data: EntryData; standing: string },
): Due[] => (isOver(register, standing) ? [] : duesIn(register, data))

/** The same of what is only proposed: also what is to be kept for the record only is to be dealt with until somebody confirms that it is. */
export const duesIn = ({ due = [] }: Pick<RegisterFace, 'due'>, data: EntryData): Due[] =>
  due
    .flatMap((one) => daysOf(one, data))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))

const daysOf = ({ field, column, until, open = () => true }: DueDay, data: EntryData): Due[] => {
  const found = column === undefined ? [{ said: data, name: field }] : cellsOf(data, field, column)
  const settled = until === undefined ? null : dayIn(data, until)
  return found.flatMap(({ said, name }) => {
    const day = dayIn(said, name)
    return day === null || !open(said)
      ? []
      : [{ field, day, ...(settled === null ? {} : { until: settled }) }]
  })
}

const cellsOf = (data: EntryData, field: string, column: string) =>
  rowsIn(data[field]).map((row) => ({ said: row as EntryData, name: column }))

/** Whether a day is still to be kept: what ended by itself is nobody's any more. */
export const isOpenOn = ({ until }: Due, today: Day): boolean =>
  until === undefined || until > today

/** The first day still open; null: nothing is to be done. */
export const firstOpen = (dues: readonly Due[], today: Day): Due | null =>
  dues.find((one) => isOpenOn(one, today)) ?? null

const nextDue = text('最近期限', 'Next due')

/** What the days of a register are called together; null: its entries have none. */
export const dueWords = ({
  due = [],
  fields,
}: Pick<RegisterFace, 'due' | 'fields'>): Text | null => {
  const [first, ...rest] = due
  if (!first) return null
  return rest.length === 0 ? (fields[first.field]?.form?.words ?? nextDue) : nextDue
}

/** What is due by such a day. */
export const dueFieldWords = ({ fields }: Pick<Register, 'fields'>, field: string): Text =>
  fields[field]?.form?.words ?? nextDue
