// What are the documents of an enforcement case called, by the act that makes each?
import { type Text, text } from '../../language/words.ts'

const receipt = text('文书送达回执', 'Receipt of service')

export const documentWords = {
  'approve-filing': text('立案审批表', 'Approval of the filing'),
  'withdraw-case': text('撤销案件审批表', 'Approval of the withdrawal'),
  'decide-no-penalty': text('不予行政处罚决定书', 'Decision not to punish'),
  'decide-transfer': text('涉嫌犯罪案件移送书', 'Letter of transfer to the police'),
  'notify-penalty': text('行政处罚告知书', 'Notice of the planned penalty'),
  'serve-notice': receipt,
  'notify-hearing': text('听证会通知书', 'Notice of the hearing'),
  'close-hearing': text('听证笔录', 'Record of the hearing'),
  'give-legal-opinion': text('法制审核意见书', 'Legal opinion'),
  'record-discussion': text('行政处罚集体讨论记录', 'Minutes of the discussion'),
  'decide-penalty': text('行政处罚决定书', 'Decision on the penalty'),
  'serve-decision': receipt,
  'grant-deferral': text('延期（分期）缴纳罚款批准书', 'Approval of a later payment'),
  'approve-closing': text('结案审批表', 'Approval of the closing'),
} as const satisfies Record<string, Text>

export const hearingNotice = text('听证告知书', 'Notice of the right to a hearing')
