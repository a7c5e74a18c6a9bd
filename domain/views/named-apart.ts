// How are acts of one name told apart that an item offers at several of its tasks?
import type { ActView } from '../engine/judging/act-view.ts'
import { text } from '../language/words.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'

/** One that is offered at two tasks says at which: 催办：复查整改. */
export const namedApart = (
  { words }: Pick<ProcessDefinition, 'words'>,
  { openTasks }: Pick<CaseRecord, 'openTasks'>,
  acts: readonly ActView[],
): ActView[] =>
  acts.map((act) => {
    const twice = acts.some(({ type, taskId }) => type === act.type && taskId !== act.taskId)
    const task =
      twice && act.taskId !== null ? words.tasks[openTasks[act.taskId]?.task ?? ''] : null
    if (!task) return act
    const { zh, en } = act.words
    return { ...act, words: text(`${zh}：${task.zh}`, `${en}: ${task.en}`) }
  })
