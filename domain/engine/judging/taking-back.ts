// May this person take back what he has just done?

import { type Text, text } from '../../language/words.ts'
import type { CaseRecord, OpenTask, Undo } from '../../model/record.ts'
import type { Actor } from '../../organisation/actor.ts'
import { type Judgement, refused } from './judgement.ts'

/** What has gone out cannot be as if it had never been. */
const sealedWords: Record<NonNullable<Undo['sealed']>, Text> = {
  served: text(
    '该文书已送达或者当事人已查阅，不能撤回；需要变更的，请另行制发文书',
    'The document has been served or opened: it is not taken back; change it by a new document',
  ),
  void: text(
    '原文书已随之作废，不能撤回',
    'Documents have become void with it: it is not taken back',
  ),
}

export const mayTakeBack = (record: CaseRecord, by: Actor): Judgement => {
  if (!record.undo || by.kind !== 'person' || record.undo.by !== by.id)
    return refused(
      'not-allowed',
      text('只有刚刚办理的人可以撤回', 'Only the person who has just acted can take it back'),
    )
  const { openTasks, signedTask, sealed } = record.undo
  if (sealed) return refused('not-allowed', sealedWords[sealed])
  const isNext = ({ id, signers }: OpenTask) =>
    signedTask === undefined
      ? openTasks[id] === undefined
      : id === signedTask && signers.mode === 'sequence'
  const opened = Object.values(record.openTasks).some(
    (task) => isNext(task) && (task.seenAt ?? task.claimedAt),
  )
  return opened
    ? refused(
        'not-allowed',
        text('下一环节已经查阅，不能撤回', 'The next person has already opened it'),
      )
    : { allowed: true }
}
