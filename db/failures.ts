// Did the database not serve, or would the same be refused for ever?

/** SQLSTATE classes of content and integrity: the same row would fail for ever. */
const permanentClasses = ['22', '23', '42']

export const sqlState = (error: unknown): string | null => {
  const found = (error as { code?: unknown; cause?: unknown } | null) ?? {}
  if (typeof found.code === 'string' && /^[0-9A-Z]{5}$/.test(found.code)) return found.code
  return found.cause === undefined ? null : sqlState(found.cause)
}

/**
 * A table, a column or a right that is not there lies in the database and not in the row: an update is under way, or somebody mends something.
 * What is refused for it waits, and is taken when it is back.
 */
const ofTheDatabase = ['42P01', '42703', '42501', '3F000']

/** It lies in what was to be stored, and not in the tables. */
export const isUnstorable = (error: unknown): boolean => sqlState(error)?.startsWith('22') ?? false

/** Null: it is nothing that PostgreSQL said. */
export const failsForEver = (error: unknown): boolean | null => {
  const code = sqlState(error)
  return code === null
    ? null
    : permanentClasses.includes(code.slice(0, 2)) && !ofTheDatabase.includes(code)
}
