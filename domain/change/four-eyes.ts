// Who may decide about what somebody else has proposed?
import { DomainError } from '../language/errors.ts'
import { type Text, text } from '../language/words.ts'

export type Decision = 'approve' | 'reject' | 'withdraw'
export const decisionOutcomes = {
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
} as const

/** Under which part of an address each is asked for. */
export const decisionPaths = {
  approve: 'approval',
  reject: 'rejection',
  withdraw: 'withdrawal',
} as const
export type DecisionPath = (typeof decisionPaths)[Decision]

const anotherAdministrator = text('须由另一名管理员批准', 'another administrator does')

/** Refuses a second decision, one's own approval, and somebody else's withdrawal. `second`: who approves instead. */
export const judgeFourEyes = (
  decision: Decision,
  by: { id: string },
  one: { decided: boolean; proposedBy: string },
  second: Text = anotherAdministrator,
): void => {
  if (one.decided)
    throw new DomainError('not-possible-now', [
      text('该提议已经处理过', 'The proposal has been decided already'),
    ])
  const own = one.proposedBy === by.id
  if (decision === 'withdraw' && !own)
    throw new DomainError('not-allowed', [
      text('只有提议人可以撤回', 'Only who proposed may withdraw'),
    ])
  if (decision === 'reject' && own)
    throw new DomainError('not-allowed', [
      text('提议人请使用撤回', 'Who proposed withdraws instead'),
    ])
  if (decision === 'approve' && own)
    throw new DomainError('not-allowed', [
      text(`提议人不能批准自己的提议，${second.zh}`, `Who proposed may not approve: ${second.en}`),
    ])
}
