// What has been asked of the reckoner, and what did it answer?
import { createSignal } from 'solid-js'
import type { TimeLimit } from '../../domain/law/compute.ts'
import { asRefusal } from '../client/client.ts'
import {
  type ComputeExtension,
  type ComputeInput,
  type ComputePause,
  type ComputeUnit,
  reckon,
} from '../client/law.ts'
import type { Mistake } from '../form/error-summary.tsx'
import { today } from '../screen/time.ts'
import { limitWords as w } from './words.ts'

export type Question = {
  rule: string
  start: string
  unit: ComputeUnit
  n: string
  roll: boolean
  pauses: ComputePause[]
  extensions: ComputeExtension[]
}

/** `id@version` of the chosen rule splits into its two parts. */
const inputOf = (question: Question): ComputeInput => {
  const [rule = '', version] = question.rule.split('@')
  const own =
    rule === 'adhoc' ? { unit: question.unit, n: Number(question.n), roll: question.roll } : {}
  return {
    rule,
    ...(version ? { version } : {}),
    start: question.start.length > 10 ? `${question.start}:00+08:00` : question.start,
    ...own,
    pauses: question.pauses.filter((pause) => pause.from && pause.to),
    extensions: question.extensions.filter((extension) => extension.at && extension.by > 0),
  }
}

const mistakesIn = (question: Question): Mistake[] => [
  ...(question.rule ? [] : [{ field: 'rule', words: w.ruleMissing }]),
  ...(question.start ? [] : [{ field: 'start', words: w.startMissing }]),
  ...(question.rule === 'adhoc' && !(Number(question.n) > 0)
    ? [{ field: 'n', words: w.numberMissing }]
    : []),
]

/** `rule`: `id@version` that a link has chosen. */
export const createReckoner = (rule = '') => {
  const [question, setQuestion] = createSignal<Question>({
    rule,
    start: today(),
    unit: 'WD',
    n: '20',
    roll: true,
    pauses: [],
    extensions: [],
  })
  const [answer, setAnswer] = createSignal<TimeLimit | null>(null)
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const [busy, setBusy] = createSignal(false)
  const change = (part: Partial<Question>) => setQuestion((known) => ({ ...known, ...part }))
  const compute = async () => {
    const found = mistakesIn(question())
    setMistakes(found)
    if (found.length > 0 || busy()) return
    setBusy(true)
    try {
      setAnswer(await reckon(inputOf(question())))
    } catch (error) {
      const refusal = asRefusal(error)
      setAnswer(null)
      setMistakes([refusal.title, ...refusal.reasons].map((words) => ({ field: null, words })))
    } finally {
      setBusy(false)
    }
  }
  return { question, change, compute, answer, mistakes, busy }
}

export type Reckoner = ReturnType<typeof createReckoner>
