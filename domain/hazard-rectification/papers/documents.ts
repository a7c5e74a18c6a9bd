// Which documents (文书) do the acts on a hazard make or bring? What they say is in papers.ts.
import { type Text, text } from '../../language/words.ts'

const recheck = text('整改复查意见书', 'Opinion on the re-check')

export const documents = {
  report: text('隐患登记表', 'Hazard registration form'),
  verify: text('现场检查记录', 'Record of the inspection'),
  'take-measures': text('现场处理措施决定书', 'Decision on measures on the spot'),
  'file-plan': text('重大事故隐患治理方案', 'Governance plan of a major hazard'),
  'list-hazard': text('挂牌督办通知书', 'Notice of listing'),
  'issue-order': text('责令限期整改指令书', 'Order to rectify by a date'),
  serve: text('文书送达回执', 'Receipt of service'),
  'request-extension': text('延期申请', 'Request for more time'),
  'grant-extension': text('延期批复', 'Answer to the request for more time'),
  'refuse-extension': text('延期批复', 'Answer to the request for more time'),
  'apply-acceptance': text('恢复生产申请、评估报告', 'Application to resume, with the assessment'),
  'approve-resume': text('恢复生产批复', 'Approval to resume'),
  're-check-passed': recheck,
  're-check-failed': recheck,
  'order-stop': text('停产停业整顿决定书', 'Decision to stop production'),
  'notify-power-cut': text('停止供电（供应）通知书', 'Notice of the cut of supply'),
  'closure-report': text(
    '提请关闭后续情况报告',
    'Report on what has become of a proposal to close',
  ),
  'propose-closure': text('提请关闭报告', 'Proposal to close'),
  'de-list': text('核销（摘牌）决定', 'Decision to de-list'),
  'write-off': text('隐患核销决定', 'Decision to write off'),
  'publish-listing': text('挂牌公告', 'Public notice of the listing'),
  'publish-delisting': text('摘牌公告', 'Public notice of the de-listing'),
} satisfies Record<string, Text>
