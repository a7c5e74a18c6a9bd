// What does a table say under a key that a stranger wrote?

/** What the table itself holds; never what every object has by birth, such as `constructor`. */
export const look = <Value>(
  table: Readonly<Record<string, Value>>,
  key: string | undefined,
): Value | undefined => (key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined)
