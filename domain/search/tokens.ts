// Into which tokens is a text cut, so that any piece of it is found by an index?

/** As texts and words are compared: one width, one case, one kind of space. */
export const plainOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** Radicals belong to the script and are signs of no word. */
const runs = /(?:(?=[\p{L}\p{N}])\p{Script=Han})+|[\p{L}\p{N}]+/gu
/** Runs of letters end where Chinese begins: the second alternative would swallow it. */
const cut = (plain: string): string[] =>
  (plain.match(runs) ?? []).flatMap(
    (run) => run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [],
  )
const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run)

const longestText = 20_000
const longestRun = 64
const shortestEnd = 2

/** Chinese in overlapping pairs and its last sign alone; letters and digits with each of their ends: any piece begins a token. */
export const tokensOf = (text: string): string[] => [
  ...new Set(cut(plainOf(text.slice(0, longestText))).flatMap(piecesOf)),
]

const piecesOf = (run: string): string[] => {
  const signs = [...run]
  if (isHan(run)) return signs.map((sign, at) => sign + (signs[at + 1] ?? ''))
  const known = signs.slice(0, longestRun)
  return known.flatMap((_, at) =>
    at === 0 || known.length - at >= shortestEnd ? [known.slice(at).join('')] : [],
  )
}

export const longestQuestion = 100
const mostWords = 5

/** The words of a question, each of which must be found; nothing but spaces asks nothing. */
export const wordsOf = (question: string): string[] =>
  [...new Set(plainOf(question.slice(0, longestQuestion)).split(' '))]
    .filter((word) => word !== '')
    .slice(0, mostWords)

/** What the index is asked: tokens, or beginnings of tokens. None when the words hold nothing that it keeps. */
export type Term = { token: string; begins: boolean }

const mostTerms = 8
/** Every number of a case holds a year: what all have tells nothing, unless nothing else was asked. */
const isYear = (run: string): boolean => /^(19|20)\d\d$/.test(run)

export const termsOf = (words: string[]): Term[] => {
  const found = words.flatMap(cut)
  const distinctive = found.filter((run) => !isYear(run))
  const terms = (distinctive.length > 0 ? distinctive : found).flatMap(termsIn)
  return terms
    .sort((a, b) => Number(a.begins) - Number(b.begins) || b.token.length - a.token.length)
    .slice(0, mostTerms)
}

const termsIn = (run: string): Term[] => {
  const signs = [...run]
  if (!isHan(run))
    return signs.length < shortestEnd
      ? []
      : [{ token: signs.slice(0, longestRun).join(''), begins: true }]
  if (signs.length === 1) return [{ token: run, begins: true }]
  return signs.slice(0, -1).map((sign, at) => ({ token: sign + signs[at + 1], begins: false }))
}
