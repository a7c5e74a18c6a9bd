// What do rules and charts read alike of an event: who has done it, and how each item was answered?
import type { CaseEvent } from './process.ts'

/** Who has done it; null: the clock or a machine. */
export const personIn = ({ by }: Pick<CaseEvent, 'by'>): string | null =>
  by.kind === 'person' ? by.id : null

export type ItemAnswer = { item: string; passed: boolean }

/** The answer to each item as a form gives it; empty when there is none. */
export const answersIn = (data: Record<string, unknown>, name = 'answers'): ItemAnswer[] => {
  const given = data[name]
  return Array.isArray(given)
    ? given.flatMap((one: unknown) => {
        const { item, passed } = (one ?? {}) as Partial<ItemAnswer>
        return typeof item === 'string' ? [{ item, passed: passed === true }] : []
      })
    : []
}

export type Form = Pick<CaseEvent, 'data'> | undefined

/** What a form says under a name, if it says anything in words. */
export const stringIn = (form: Form, name: string): string | null => {
  const value = form?.data[name]
  return typeof value === 'string' ? value : null
}

/** Each item has an answer, and nothing else has. */
export const answersEach = (items: readonly string[], answers: readonly ItemAnswer[]): boolean => {
  const named = new Set(answers.map(({ item }) => item))
  return items.every((item) => named.has(item)) && named.size === items.length
}
