// How are acts of one name told apart that an item offers at several of its tasks?
import { type Text, text } from '../../language/words.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'

type Offered = { type: string; taskId: string | null; words: Text }

/** One that is offered at two tasks says at which: 催办：复查整改. */
export const namedApart = <One extends Offered>(
  { words }: Pick<ProcessDefinition, 'words'>,
  { openTasks }: Pick<CaseRecord, 'openTasks'>,
  acts: readonly One[],
): One[] =>
  acts.map((act) => {
    const twice = acts.some(({ type, taskId }) => type === act.type && taskId !== act.taskId)
    const task =
      twice && act.taskId !== null ? words.tasks[openTasks[act.taskId]?.task ?? ''] : null
    if (!task) return act
    const { zh, en } = act.words
    return { ...act, words: text(`${zh}：${task.zh}`, `${en}: ${task.en}`) }
  })
