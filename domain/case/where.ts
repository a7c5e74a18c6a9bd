// Does what a form says so far meet a condition on its answers?

/**
 * Any of the cases; in each every named answer is one of the values, or holds one of them. `[{}]` is always met, `[]` never.
 * Plain JSON, so that forms and rules read the same declaration.
 */
export type Where = readonly Readonly<Record<string, readonly string[]>>[]

/** Total. A form keeps several choices a line each, a statement keeps them as a list: both are understood. */
export const meets = (where: Where, answers: Readonly<Record<string, unknown>>): boolean =>
  where.some((one) => Object.entries(one).every(([name, wanted]) => entries(answers[name]).some((value) => wanted.includes(value))))

const entries = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string')
  return typeof value === 'string' ? value.split('\n') : []
}
