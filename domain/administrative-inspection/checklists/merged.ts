// What do the notes of all phones come to, question by question and finding by finding, and what is left for a person to decide?
import { type Answer, answers, type Question } from './checklist.ts'
import { possibleFindings } from './findings.ts'
import { allQuestions } from './questions.ts'

/** One note, arrived or still on a phone, in the order in which it was written. */
export type VisitNote = {
  id: string
  person: string
  by: string
  of: string | null
  note: string | null
  answers: Readonly<Record<string, string>>
}
type Join = { into: string; entries: readonly string[] }

/** Who has answered what last; `answer` null: nobody has, or they differ. `asked` false: an earlier answer says otherwise now, and what was noted stays in sight. */
export type MergedQuestion = {
  question: Question
  asked: boolean
  answer: Answer | null
  disputed: boolean
  given: { person: string; by: string; answer: Answer }[]
}

/** A finding beside the questions; `joined`: those that a person has joined into it. */
export type MergedFinding = { id: string; words: string; by: string[]; joined: string[] }

export type MergedVisit = { questions: MergedQuestion[]; findings: MergedFinding[] }

const asAnswer = (value: string | undefined): Answer | undefined =>
  value !== undefined && Object.hasOwn(answers, value) ? (value as Answer) : undefined

/** Each person's last word counts; two of one name are two. */
const givenTo = (id: string, notes: readonly VisitNote[]): MergedQuestion['given'] => {
  const last = new Map<string, MergedQuestion['given'][number]>()
  for (const { person, by, answers: said } of notes) {
    const answer = said.question === id ? asAnswer(said.answer) : undefined
    if (answer) last.set(person, { person, by, answer })
  }
  return [...last.values()]
}

const mergedQuestion = (
  question: Question,
  asked: boolean,
  notes: readonly VisitNote[],
  joins: readonly Join[],
): MergedQuestion => {
  const given = givenTo(question.id, notes)
  const found = joins.some(({ into }) => into === question.id) ? (['no'] as const) : []
  const said = new Set<Answer>([...given.map(({ answer }) => answer), ...found])
  const [answer = null] = said.size === 1 ? said : []
  return { question, asked, answer, disputed: said.size > 1, given }
}

/** In the order of the list; what follows from an answer is asked only after it, and nothing that was noted is left out. */
const questionsIn = (
  asked: ReadonlySet<string>,
  notes: readonly VisitNote[],
  joins: readonly Join[],
): MergedQuestion[] => {
  const merged = new Map<string, MergedQuestion>()
  for (const question of allQuestions) {
    const { id, after } = question
    const before = after && merged.get(after.question)
    const follows = !after || (before?.asked === true && before.answer === after.answer)
    const isAsked = asked.has(id) && follows
    if (isAsked || notes.some(({ answers: said }) => said.question === id))
      merged.set(id, mergedQuestion(question, isAsked, notes, joins))
  }
  return [...merged.values()]
}

const findingsOf = (notes: readonly VisitNote[], joins: readonly Join[]): MergedFinding[] => {
  const found = notes.filter(({ answers: said }) => said.finding !== undefined)
  const goneInto = new Map(joins.flatMap(({ into, entries }) => entries.map((one) => [one, into])))
  const headOf = (id: string, seen: readonly string[] = []): string => {
    const next = goneInto.get(id)
    return next === undefined || seen.includes(id) ? id : headOf(next, [...seen, id])
  }
  return found
    .filter(({ id }) => !goneInto.has(id))
    .map(({ id, answers: said }) => {
      const same = found.filter((one) => headOf(one.id) === id)
      return {
        id,
        words: said.finding ?? '',
        by: [...new Map(same.map(({ person, by }) => [person, by])).values()],
        joined: same.flatMap((one) => (one.id === id ? [] : [one.answers.finding ?? ''])),
      }
    })
}

/** `asked`: what the list of the visit asks. */
export const mergeVisit = (
  asked: ReadonlySet<string>,
  notes: readonly VisitNote[],
  joins: readonly Join[],
): MergedVisit => ({
  questions: questionsIn(asked, notes, joins),
  findings: findingsOf(notes, joins),
})

/** What the form of the record begins with: what all agree on, each finding once, and what was said of each. */
export const recordFrom = (
  { questions, findings }: MergedVisit,
  notes: readonly VisitNote[],
): Record<string, string> => {
  const about = ({ of, answers: { question, finding } }: VisitNote): string => {
    const named = question ? possibleFindings[question]?.zh : undefined
    const other = finding ?? notes.find(({ id }) => id === of)?.answers.finding
    return [named ?? other].flatMap((one) => (one ? [`${one}：`] : [])).join('')
  }
  const said = notes.flatMap((one) => (one.note ? [`${about(one)}${one.note}`] : []))
  const words = {
    otherFindings: findings.map((one) => one.words).join('\n'),
    situation: [...said.join('\n')].slice(0, 4_000).join(''),
  }
  return {
    ...Object.fromEntries(
      questions.flatMap(({ question, asked, answer }) =>
        asked && answer ? [[question.id, answer]] : [],
      ),
    ),
    ...Object.fromEntries(Object.entries(words).filter(([, value]) => value !== '')),
  }
}
