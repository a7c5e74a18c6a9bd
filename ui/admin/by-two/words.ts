// Which words say how one person proposes and another decides?
import type { ProposalByTwo } from '../../../contract/parts/by-two.ts'
import type { Text } from '../../../domain/language/words.ts'

export const byTwoWords = {
  history: { zh: '提议与经过', en: 'Proposals and history' },
  noHistory: { zh: '还没有人提议修改', en: 'Nobody has proposed a change yet' },
  proposedBy: { zh: '{name} 于 {time} 提议', en: 'proposed by {name}, {time}' },
  decidedBy: { zh: '{name} 于 {time} {what}', en: '{what} by {name}, {time}' },
  opinionWas: { zh: '意见：{text}', en: 'Opinion: {text}' },
  cannot: { zh: '您现在不能批准', en: 'You cannot approve this now' },
  opinion: { zh: '意见', en: 'Opinion' },
  approve: { zh: '批准', en: 'Approve' },
  reject: { zh: '驳回', en: 'Reject' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  missing: { zh: '请填写：{name}', en: 'Enter: {name}' },
} satisfies Record<string, Text>

export const byTwoStatusWords: Record<ProposalByTwo['status'], Text> = {
  proposed: { zh: '待批准', en: 'waiting for approval' },
  approved: { zh: '已批准', en: 'approved' },
  rejected: { zh: '已驳回', en: 'rejected' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}
