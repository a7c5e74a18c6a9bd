// Which answers that several forms ask for has somebody changed since a form was opened?
import { type Text, text } from '../../language/words.ts'
import type { Act } from '../../model/command.ts'
import { type Draft, touch } from '../../model/draft.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord, Snapshot } from '../../model/record.ts'

type Answers = Readonly<Record<string, unknown>>

const answersOf = (
  { sharedAnswers }: ProcessDefinition,
  { context }: Pick<Snapshot, 'context'>,
): Answers => sharedAnswers?.(context) ?? {}

/** Beside the regions of the chart: the answer of this name has a revision of its own. */
const revisionName = (name: string): string => `answers.${name}`

/** Marks those that differ from what was known before, whichever act has changed them. */
export const touchAnswers = (
  process: ProcessDefinition,
  before: Pick<Snapshot, 'context'>,
  draft: Draft,
): Draft => {
  const [was, is] = [answersOf(process, before), answersOf(process, draft.record.snapshot)]
  const changed = Object.keys({ ...was, ...is }).filter((name) => was[name] !== is[name])
  return changed.length > 0 ? touch(draft, ...changed.map(revisionName)) : draft
}

/** What an act would write over that its author has not seen, each in words; one that says the same is no conflict. */
export const newerAnswers = (
  process: ProcessDefinition,
  record: CaseRecord,
  { type, data }: Pick<Act, 'type' | 'data'>,
  ifMatch: number | null,
): Text[] => {
  if (ifMatch === null || !process.sharedAnswers || !Object.hasOwn(process.events, type)) return []
  const known = answersOf(process, record.snapshot)
  return (process.events[type]?.fields ?? []).flatMap(({ name, words }) => {
    const [mine, now] = [data[name], known[name]]
    const isNewer = (record.material[revisionName(name)] ?? 0) > ifMatch
    return isNewer && mine !== undefined && mine !== now ? [changedTo(words, mine, now)] : []
  })
}

const changedTo = ({ zh, en }: Text, mine: unknown, now: unknown): Text =>
  text(
    `${zh}在您打开表单后已改为${now ?? '不明'}，您填写的是${mine}；请核对后再提交`,
    `${en} has been changed to ${now ?? 'unknown'} since you opened the form, and yours says ${mine}: compare before you send it`,
  )
