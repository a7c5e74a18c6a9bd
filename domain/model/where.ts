// Does what a form says so far meet a condition on its answers?

/**
 * Any of the cases; in each every named answer is one of the values, or holds one of them; `''` stands for one left open.
 * `[{}]` is always met, `[]` never.
 * Plain JSON, so that forms and rules read the same declaration.
 */
export type Where = readonly Readonly<Record<string, readonly string[]>>[]

/** On which other answers of its form a field depends. */
export type ConditionalField = {
  /** Asked for and taken only where they meet this; absent: always. */
  where?: Where
  /** Needed where they meet this, though not always. Of files: of whoever applies for himself; a window takes down what came on paper. */
  needed?: Where
  /** Where they meet this it goes on as the licence held says it, so that nobody types it again; asked for only while that is not known. */
  carried?: Where
}

/** Total. A form keeps several choices a line each, a statement keeps them as a list: both are understood. */
export const meets = (where: Where, answers: Readonly<Record<string, unknown>>): boolean =>
  where.some((one) =>
    Object.entries(one).every(([name, wanted]) =>
      entries(answers[name]).some((value) => wanted.includes(value)),
    ),
  )

const entries = (value: unknown): string[] => {
  const all = Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string')
    : []
  if (typeof value === 'string') return value.split('\n')
  return all.length > 0 ? all : ['']
}
