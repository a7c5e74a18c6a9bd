// Which revisions of cases are remembered as heard of, in a page that stands open for weeks?

/** More cases nobody has before him at once. */
export const mostChanges = 500

/** The newest revision per case; what was heard of longest ago is forgotten first. */
export const withChange = (
  known: ReadonlyMap<string, number>,
  { id, revision }: { id: string; revision: number },
): Map<string, number> => {
  const next = new Map(known)
  next.delete(id)
  next.set(id, Math.max(known.get(id) ?? 0, revision))
  const [oldest] = next.keys()
  if (next.size > mostChanges && oldest !== undefined) next.delete(oldest)
  return next
}
