// Which documents does a project go through, and which act issues or brings each of them?
import { type Text, text } from '../case/words.ts'

const receipt = text('申请材料接收凭证', 'Receipt of the application')

export const documents = {
  'apply-conditions': receipt,
  'apply-design': receipt,
  'apply-change': text('变更设计审查申请材料接收凭证', 'Receipt of the application for the change'),
  'apply-completion': receipt,
  accept: text('受理通知书', 'Notice of acceptance'),
  'require-supplement': text('补正告知书', 'Notice to supplement'),
  'refuse-acceptance': text('不予受理决定书', 'Decision not to accept'),
  'site-check-passed': text('现场核查记录', 'Record of the site check'),
  'begin-expert-review': text('专家评审时间告知书', 'Notice of the time of the expert review'),
  'extend-review': text('延长审查期限告知书', 'Notice of extension'),
  'submit-opinion': text('审查意见书', 'Opinion of the review'),
  'tell-hearing-right': text('听证告知书', 'Notice of the right to a hearing'),
  'notify-hearing': text('听证通知书', 'Notice of the hearing'),
  'close-hearing': text('听证笔录', 'Record of the hearing'),
  'pass-conditions': text('建设项目安全条件审查意见书', 'Opinion on the safety conditions of the project'),
  'refuse-conditions': text('建设项目安全条件审查意见书（不予通过）', 'Opinion on the safety conditions of the project (not passed)'),
  'approve-design': text('建设项目安全设施设计审查意见书', 'Opinion on the design of the safety facilities'),
  'refuse-design': text('不予批准决定书', 'Decision not to approve'),
  'pass-completion': text('建设项目安全设施竣工验收意见书', 'Opinion on the completion of the safety facilities'),
  'refuse-completion': text('竣工验收不予通过意见书', 'Opinion on the completion (not passed)'),
  'declare-void': text('安全条件审查意见书失效告知书', 'Notice that the opinion is void'),
  'annul-approval': text('撤销行政许可决定书', 'Decision to annul'),
  'confirm-filing': text('试生产（使用）方案备案告知书', 'Notice that the trial plan is filed'),
  'report-completion': text('安全设施竣工验收报告', 'Report on the acceptance of the safety facilities'),
  'spot-check-passed': text('监督核查记录', 'Record of the spot check'),
} as const satisfies Record<string, Text>
