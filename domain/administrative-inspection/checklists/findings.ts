// What has a visit found: the questions answered with no, and what was seen beside them?
import { type Text, text } from '../../language/words.ts'
import { type ChecklistId, checklistNames } from './checklist.ts'
import { allQuestions, questions } from './questions.ts'

type Answers = Readonly<Record<string, unknown>>

/** Findings beside the questions: what all phones together may note, and what the record has room for. */
export const mostOthers = 40

/** Their names, in the order in which they are written. */
const others = Array.from({ length: mostOthers }, (_, at) => `other${at + 1}`)

const linesOf = (answers: Answers): string[] => {
  const lines = answers.otherFindings
  return Array.isArray(lines)
    ? lines.filter((one) => typeof one === 'string').slice(0, mostOthers)
    : []
}

/** By name, in the order of the list. */
export const findingsIn = (answers: Answers): string[] => [
  ...allQuestions.flatMap(({ id }) => (answers[id] === 'no' ? [id] : [])),
  ...linesOf(answers).map((_, at) => others[at] ?? ''),
]

/** How many findings stand beside the questions. */
export const othersIn = (answers: Answers): number => linesOf(answers).length

const numbered = (name: string): Text => {
  const nth = others.indexOf(name) + 1
  return text(`其他问题${nth}`, `Other finding ${nth}`)
}

/** All that may be found, so that a form may name each. */
export const possibleFindings: Record<string, Text> = Object.fromEntries([
  ...allQuestions.map(({ id, words }) => [id, words] as const),
  ...others.map((name) => [name, numbered(name)] as const),
])

const articleOf = new Map(allQuestions.map(({ id, article }) => [id, article]))

/** The articles that these findings offend, each once. */
export const findingArticles = (names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => articleOf.get(name) ?? [])),
]

/** More a visit does not find. */
export const mostFindings = Object.keys(possibleFindings).length

/** What a finding is called in this case: the question with its article, or what was written. */
export const findingWords = (name: string, answers: Answers): Text => {
  const words = possibleFindings[name] ?? numbered(name)
  const article = articleOf.get(name)
  if (article !== undefined) return text(`${words.zh}（${article}）`, words.en)
  const line = linesOf(answers)[others.indexOf(name)]
  return line === undefined ? words : text(line, line)
}

/** The list that a visit goes by; an unknown one is the general one. */
export const checklistOf = (answers: Answers | undefined): ChecklistId =>
  checklistNames.find((one) => one === answers?.checklist) ?? 'general'

/** What a list asks, by name. */
export const askedBy = (list: ChecklistId): ReadonlySet<string> =>
  new Set(questions[list].map(({ id }) => id))
