// How far has a re-assignment of many tasks come: filled in, counted, under way, done?
import { createSignal } from 'solid-js'
import type { TeamOutcome, TeamRow } from '../../contract/supervision/team.ts'
import type { Text } from '../../domain/language/words.ts'
import { asRefusal, newKey } from '../client/client.ts'
import { team, type UrgeInput } from '../client/team.ts'
import { staleFor } from '../reading/live.ts'
import { client } from '../reading/queries.ts'
import { isUnclear } from '../reading/requests.ts'
import { teamWords as w } from './words.ts'

export type BulkVerb = 'reassignments' | 'urges'
type TeamItem = UrgeInput['tasks'][number]
export type Errand = ReturnType<typeof createErrand>

/** Tasks sent in one request, so that the reader sees it go on. */
const portion = 20

const itemOf = ({ caseId, taskId, revision }: TeamRow): TeamItem[] =>
  taskId === null ? [] : [{ caseId, taskId, revision }]

const wordsOf = (error: unknown): Text => {
  const refusal = asRefusal(error)
  return isUnclear(refusal) ? w.unsure : (refusal.reasons[0] ?? refusal.title)
}

/** Steps shown to the reader, and the words he has written. */
const createSteps = () => {
  const [to, setTo] = createSignal('')
  const [reason, setReason] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [mistake, setMistake] = createSignal<Text | null>(null)
  /** What was missing has been looked at again. */
  const write = (assign: (words: string) => unknown) => (words: string) => {
    setMistake(null)
    assign(words)
  }
  const [counted, setCounted] = createSignal<TeamOutcome | null>(null)
  const [progress, setProgress] = createSignal<{ done: number; all: number } | null>(null)
  const [result, setResult] = createSignal<TeamOutcome | null>(null)
  return {
    to,
    setTo: write(setTo),
    reason,
    setReason: write(setReason),
    busy,
    setBusy,
    mistake,
    setMistake,
    counted,
    setCounted,
    progress,
    setProgress,
    result,
    setResult,
  }
}

export const createErrand = (verb: BulkVerb, rows: TeamRow[]) => {
  const steps = createSteps()
  const items = rows.flatMap(itemOf)
  let key = newKey()
  const send = (tasks: TeamItem[], dryRun: boolean, under: string) => {
    const urge = { tasks, reason: steps.reason().trim(), dryRun }
    return verb === 'reassignments'
      ? team.reassign({ ...urge, to: steps.to() }, under)
      : team.urge(urge, under)
  }
  const attempt = async (work: () => Promise<void>) => {
    if (steps.busy() || staleFor() > 0) return
    steps.setBusy(true)
    steps.setMistake(null)
    await work().catch((error: unknown) => steps.setMistake(wordsOf(error)))
    steps.setBusy(false)
  }
  const check = () => {
    const complete = steps.reason().trim() !== '' && (verb === 'urges' || steps.to() !== '')
    if (!complete) steps.setMistake(verb === 'urges' ? w.missingReason : w.missing)
    else return attempt(async () => void steps.setCounted(await send(items, true, newKey())))
  }
  const go = () =>
    attempt(async () => {
      const barred = new Set(steps.counted()?.refused.map(({ taskId }) => taskId))
      const outcome = await inPortions(items.filter(({ taskId }) => !barred.has(taskId)))
      steps.setResult(outcome)
      for (const name of ['inbox', 'peek', 'cases', 'me', 'case', 'timeline'])
        void client.invalidateQueries({ queryKey: [name] })
    }).finally(() => steps.setProgress(null))
  const inPortions = async (wanted: TeamItem[]): Promise<TeamOutcome> => {
    const outcome: TeamOutcome = { dryRun: false, would: 0, done: [], refused: [] }
    for (let from = 0; from < wanted.length; from += portion) {
      steps.setProgress({ done: from, all: wanted.length })
      const part = await send(wanted.slice(from, from + portion), false, `${key}-${from}`)
      outcome.would += part.would
      outcome.done.push(...part.done)
      outcome.refused.push(...part.refused)
    }
    return outcome
  }
  /** Other words are another request. */
  const change = () => {
    key = newKey()
    steps.setCounted(null)
  }
  return { ...steps, check, go, change }
}
