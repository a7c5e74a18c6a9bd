// What does the chart remember of the notes from the place, so that the record leaves nothing of them out in silence?

/** `unmet`: questions that somebody has noted as not met. `seen`: findings beside them that stand for themselves, by the names that phones gave them. */
export type Noted = { unmet: string[]; seen: string[]; pictured: boolean }

export const nothingNoted: Noted = { unmet: [], seen: [], pictured: false }

const withOne = (names: readonly string[], name: string): string[] =>
  [...new Set([...names, name])].sort()

const isWord = (value: unknown): value is string => typeof value === 'string'

/** After one more note. */
export const noting = (
  noted: Noted,
  { question, answer, finding, entry, photos }: Readonly<Record<string, unknown>>,
): Noted => ({
  unmet: answer === 'no' && isWord(question) ? withOne(noted.unmet, question) : noted.unmet,
  seen: isWord(finding) && isWord(entry) ? withOne(noted.seen, entry) : noted.seen,
  pictured: noted.pictured || (Array.isArray(photos) && photos.length > 0),
})

/** After a person has joined some: what they went into stands for them. */
export const joining = (noted: Noted, into: string, entries: readonly string[]): Noted => ({
  ...noted,
  seen: noted.seen.filter((one) => !entries.includes(one)),
  unmet: noted.seen.includes(into) ? noted.unmet : withOne(noted.unmet, into),
})
