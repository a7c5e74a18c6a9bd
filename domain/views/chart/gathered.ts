// How are things gathered under their keys where the browser is too old to do it itself?

/** Keys in the order in which they first appear. */
export const gathered = <One>(
  all: readonly One[],
  key: (one: One) => string,
): [string, One[]][] => {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const known = groups.get(key(one))
    if (known) known.push(one)
    else groups.set(key(one), [one])
  }
  return [...groups]
}
