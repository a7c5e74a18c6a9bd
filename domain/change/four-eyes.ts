// Who may decide about what somebody else has proposed?
import { DomainError } from '../language/errors.ts'
import { text } from '../language/words.ts'

export type Decision = 'approve' | 'reject' | 'withdraw'
export const decisionOutcomes = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const

/** Refuses a second decision, one's own approval, and somebody else's withdrawal. */
export const judgeFourEyes = (decision: Decision, by: { id: string }, one: { decided: boolean; proposedBy: string }): void => {
  if (one.decided) throw new DomainError('not-possible-now', [text('该提议已经处理过', 'The proposal has been decided already')])
  const own = one.proposedBy === by.id
  if (decision === 'withdraw' && !own) throw new DomainError('not-allowed', [text('只有提议人可以撤回', 'Only who proposed may withdraw')])
  if (decision === 'reject' && own) throw new DomainError('not-allowed', [text('提议人请使用撤回', 'Who proposed withdraws instead')])
  if (decision === 'approve' && own)
    throw new DomainError('not-allowed', [
      text('提议人不能批准自己的提议，须由另一名管理员批准', 'Who proposed may not approve: another administrator does'),
    ])
}
