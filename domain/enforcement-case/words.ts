// What are the states and tasks of an enforcement case called, for the office and for the party?
import { type Text, text } from '../language/words.ts'
import type { ProcessWords } from '../model/process.ts'
import { documentWords } from './acts/document-words.ts'
import type { AgreementTask } from './agreements/agreement.ts'
import type { PartyAgreementTask } from './agreements/party-agreement.ts'
import type { ClosureTask } from './closure/closure.ts'
import type { CorrectionTask } from './corrections/correction.ts'
import type { CounselTask } from './counsel/counsel.ts'
import type { MeasureTask } from './measures/measure.ts'
import type { PartyTask } from './parties/party.ts'
import type { PartyRemedyTask } from './party-remedies/party-remedy.ts'
import type { EnforcementCaseState, EnforcementCaseTask } from './statechart.ts'

const none = text('无', 'None')

const states = {
  handling: text('办理', 'Handling'),
  'handling.filing': text('待立案审批', 'To be filed'),
  'handling.telling': text('待当场告知', 'To be told on the spot'),
  'handling.punishing': text('待当场决定', 'To be decided on the spot'),
  'handling.investigating': text('调查取证', 'Under investigation'),
  'handling.reviewing': text('案件审理', 'Report under review'),
  'handling.exiting': text('待决定处理结果', 'Outcome to be decided'),
  'handling.transferring': text('待移送公安机关', 'To be handed to the police'),
  'handling.at-police': text('公安机关审查中', 'With the police'),
  'handling.police-refused': text('公安机关不予立案', 'Not filed by the police'),
  'handling.reconsidering': text('公安机关复议中', 'The police reconsider'),
  'handling.supervising': text('检察机关立案监督中', 'The procuratorate supervises'),
  'handling.prosecuted': text('公安机关已立案，待刑事处理', 'Filed by the police'),
  'handling.closing-transferred': text('待审批以移送结案', 'Closing as transferred'),
  'handling.notifying': text('待拟定告知', 'Notice to be made'),
  'handling.serving-notice': text('告知书送达中', 'Notice to be served'),
  'handling.awaiting': text('待陈述申辩', 'Party to be heard'),
  'handling.preparing-hearing': text('待通知听证', 'Hearing to be told of'),
  'handling.hearing': text('待举行听证', 'Hearing to be held'),
  'handling.weighing': text('复核陈述申辩', 'Defence under examination'),
  'handling.legal-review': text('法制审核', 'Legal review'),
  'handling.discussing': text('集体讨论', 'Discussion of the leaders'),
  'handling.deciding': text('待作出决定', 'To be decided'),
  'handling.serving': text('决定书送达中', 'Decision to be served'),
  'handling.performing': text('待履行', 'To be performed'),
  'handling.refunding': text('待退还罚款', 'To be returned'),
  'handling.terminating': text('待决定终结执行', 'End of the enforcement to be decided'),
  'handling.proposing-closing': text('待提请结案', 'Closing to be proposed'),
  'handling.closing': text('待审批结案', 'Closing to be approved'),
  'handling.not-filed': text('不予立案', 'Not filed'),
  'handling.withdrawn': text('已撤案', 'Withdrawn'),
  'handling.not-punished': text('不予处罚', 'Not punished'),
  'handling.transferred': text('已移送公安机关', 'Handed to the police'),
  'handling.closed': text('已结案', 'Closed'),
  payment: text('罚款缴纳', 'Payment of the fine'),
  'payment.none': none,
  'payment.owed': text('待缴纳', 'To be paid'),
  'payment.asked': text('待审批延期缴纳', 'Later payment to be decided'),
  'payment.settled': text('已缴清', 'Paid'),
  'payment.given-up': text('终结执行', 'Enforced no more'),
  'payment.annulled': text('决定已撤销', 'The decision was annulled'),
  'payment.ended': text('已结束', 'Over'),
  remedy: text('复议与诉讼', 'Remedies'),
  'remedy.none': none,
  'remedy.answering': text('待答复（答辩）', 'To be answered'),
  'remedy.pending': text('复议、诉讼审理中', 'Remedy pending'),
  'remedy.annulled': text('决定被撤销', 'Annulled'),
  'remedy.ended': text('已结束', 'Over'),
  compulsion: text('催告与强制执行', 'Demand and enforcement'),
  'compulsion.none': none,
  'compulsion.demanding': text('待催告', 'To be demanded'),
  'compulsion.serving-demand': text('催告书送达中', 'Demand to be served'),
  'compulsion.demanded': text('催告期内', 'Demanded'),
  'compulsion.applying': text('待申请法院强制执行', 'Court to be asked'),
  'compulsion.applied': text('待法院受理', 'Before the court'),
  'compulsion.accepted': text('待法院裁定', 'Court to rule'),
  'compulsion.enforced': text('法院执行中', 'Enforced by the court'),
  'compulsion.refused': text('法院不予执行', 'Not enforced by the court'),
  'compulsion.lapsed': text('申请强制执行期限已过', 'Too late for the court'),
  'compulsion.settled': text('已了结', 'Settled'),
  'compulsion.ended': text('已结束', 'Over'),
  publication: text('公示', 'Publication'),
  'publication.none': none,
  'publication.due': text('待公示', 'To be published'),
  'publication.published': text('已公示', 'Published'),
  'publication.withdrawing': text('待撤回公示', 'Publication to be withdrawn'),
  'publication.dropped': text('不再公示', 'No longer published'),
  'publication.ended': text('已结束', 'Over'),
  reporting: text('当场处罚备案', 'Report for the record'),
  'reporting.none': none,
  'reporting.due': text('待备案', 'To be reported'),
  'reporting.reported': text('已备案', 'Reported'),
  'reporting.ended': text('已结束', 'Over'),
  cash: text('当场收缴的罚款', 'Cash taken on the spot'),
  'cash.none': none,
  'cash.held': text('待交回', 'To be handed in'),
  'cash.handed-in': text('待缴付银行', 'To be remitted'),
  'cash.remitted': text('已缴付', 'Remitted'),
  'cash.ended': text('已结束', 'Over'),
} as const satisfies Record<EnforcementCaseState, Text>

const unsaid = text('', '')
const investigated = text('调查中', 'Under investigation')
/** Whether a crime is suspected is not for the party to learn from here: it reads what it read before. */
const withOthers = investigated
const beingDecided = text('审核决定中', 'Being decided')
const beingClosed = text('已履行，待结案', 'Performed, to be closed')

/** What the office thinks before it tells the party is its own business. */
const partyStates: Record<EnforcementCaseState, Text> = {
  ...states,
  'handling.filing': text('线索核查中', 'A lead is examined'),
  'handling.telling': text('现场告知', 'You are told on the spot'),
  'handling.punishing': text('当场决定中', 'Being decided on the spot'),
  'handling.investigating': investigated,
  'handling.reviewing': investigated,
  'handling.exiting': investigated,
  'handling.transferring': withOthers,
  'handling.at-police': withOthers,
  'handling.police-refused': withOthers,
  'handling.reconsidering': withOthers,
  'handling.supervising': withOthers,
  'handling.prosecuted': withOthers,
  'handling.closing-transferred': withOthers,
  'handling.transferred': text('案件已办结', 'The case is over'),
  'handling.notifying': investigated,
  'handling.serving-notice': text('告知书送达中', 'A notice is being served'),
  'handling.awaiting': text('请陈述申辩', 'Please state your case'),
  'handling.preparing-hearing': text('听证准备中', 'The hearing is being prepared'),
  'handling.hearing': text('等待举行听证', 'The hearing is to be held'),
  'handling.weighing': text('陈述申辩复核中', 'What you said is examined'),
  'handling.legal-review': beingDecided,
  'handling.discussing': beingDecided,
  'handling.deciding': beingDecided,
  'handling.performing': text('请履行处罚决定', 'Please perform the penalty'),
  'handling.proposing-closing': beingClosed,
  'handling.closing': beingClosed,
  'payment.none': unsaid,
  'payment.owed': text('请缴纳罚款', 'Please pay the fine'),
  'payment.asked': text('延期缴纳审批中', 'Your application is being decided'),
  'handling.terminating': text('终结执行审批中', 'The end of the enforcement is decided'),
  'handling.refunding': text('罚款退还中', 'What you paid is returned'),
  'remedy.none': unsaid,
  'remedy.answering': text('复议、诉讼审理中', 'Your remedy is pending'),
  'compulsion.none': unsaid,
  'compulsion.demanding': text('罚款已逾期', 'The fine is overdue'),
  'compulsion.serving-demand': text('罚款已逾期', 'The fine is overdue'),
  'compulsion.demanded': text('催告期内，请缴纳', 'Please pay: it was demanded'),
  'compulsion.applying': text('催告期满未缴纳', 'Not paid after the demand'),
  'compulsion.lapsed': text('罚款逾期未缴', 'The fine is overdue'),
  'publication.none': unsaid,
  'publication.due': unsaid,
  'reporting.none': unsaid,
  'reporting.due': unsaid,
  'reporting.reported': unsaid,
  'reporting.ended': unsaid,
  'cash.none': unsaid,
  'cash.held': unsaid,
  'cash.handed-in': unsaid,
  'cash.remitted': unsaid,
  'cash.ended': unsaid,
}

const tasks: Record<
  | EnforcementCaseTask
  | PartyTask
  | MeasureTask
  | CorrectionTask
  | CounselTask
  | ClosureTask
  | AgreementTask
  | PartyAgreementTask
  | PartyRemedyTask,
  Text
> = {
  'examine-party-counsel': text('核对个人的代理人', 'Examine the counsel of a person'),
  'keep-party-counsel': text(
    '个人的代理人（期满自动失效）',
    'Counsel of a person (ends by itself)',
  ),
  'examine-enterprise-counsel': text('核对单位的代理人', 'Examine the counsel of the enterprise'),
  'keep-enterprise-counsel': text(
    '单位的代理人（期满自动失效）',
    'Counsel of the enterprise (ends by itself)',
  ),
  're-check-correction': text('复查责令改正情况', 'Re-check an order to correct'),
  'approve-agreement': text('审批执行协议', 'Decide on an agreement'),
  'conclude-agreement': text('签订执行协议', 'Conclude an agreement'),
  'see-to-agreement': text('督促履行执行协议', 'See to an agreement'),
  'answer-broken-stage': text('处理执行协议逾期', 'Answer an overdue stage'),
  'approve-party-agreement': text('审批个人的执行协议', 'Decide on an agreement of a person'),
  'conclude-party-agreement': text('签订个人的执行协议', 'Conclude an agreement of a person'),
  'see-to-party-agreement': text('督促个人履行执行协议', 'See to an agreement of a person'),
  'answer-broken-party-stage': text('处理个人执行协议逾期', 'Answer an overdue stage of a person'),
  'record-closure-answer': text('登记政府对提请关闭的答复', 'Record the answer to a proposal'),
  'approve-filing': text('审批立案', 'Decide on the filing'),
  investigate: text('调查取证', 'Investigate'),
  'review-report': text('审理调查报告', 'Review the report'),
  'decide-exit': text('决定处理结果', 'Decide the outcome'),
  'hand-over-police': text('移送公安机关', 'Hand over to the police'),
  'await-police': text('登记公安机关的决定', 'Record what the police decide'),
  'answer-police-refusal': text('答复不予立案', 'Answer the refusal of the police'),
  'await-reconsideration': text('登记公安机关复议决定', 'Record the reconsideration'),
  'await-supervision': text('登记立案监督结果', 'Record what the supervision brings'),
  'await-criminal-outcome': text('登记刑事处理结果', 'Record how the criminal matter ends'),
  'approve-transfer-closing': text('审批以移送结案', 'Approve the closing as transferred'),
  'notify-penalty': text('拟定处罚告知', 'Make the notice'),
  'serve-notice': text('送达告知书', 'Serve the notice'),
  'state-defence': text('陈述申辩', 'State the case'),
  'notify-hearing': text('通知听证', 'Tell when the hearing is'),
  'hold-hearing': text('举行听证', 'Hold the hearing'),
  'weigh-defence': text('复核陈述申辩', 'Examine the defence'),
  'legal-review': text('法制审核', 'Review in law'),
  discuss: text('组织集体讨论', 'Discuss it among the leaders'),
  'decide-penalty': text('作出处罚决定', 'Decide the penalty'),
  'serve-decision': text('送达决定书', 'Serve the decision'),
  'record-performance': text('督促并登记履行', 'See to the performance'),
  'pay-fine': text('缴纳罚款', 'Pay the fine'),
  'decide-deferral': text('审批延期缴纳', 'Decide on a later payment'),
  'propose-closing': text('提请结案', 'Propose to close'),
  'approve-closing': text('审批结案', 'Approve the closing'),
  'publish-penalty': text('公示处罚信息', 'Publish the penalty'),
  'tell-party': text('当场告知', 'Tell the party on the spot'),
  'punish-on-the-spot': text('当场处罚', 'Punish on the spot'),
  'report-on-the-spot': text('当场处罚备案', 'Report it for the record'),
  'hand-in-cash': text('交回当场收缴的罚款', 'Hand in the cash'),
  'remit-cash': text('罚款缴付银行', 'Remit the cash'),
  'issue-demand': text('制作催告书', 'Make the demand'),
  'serve-demand': text('送达催告书', 'Serve the demand'),
  'answer-demand': text('对催告陈述申辩', 'Answer the demand'),
  'apply-court': text('申请法院强制执行', 'Ask the court to enforce'),
  'apply-late': text('申请强制执行期限已过', 'Too late for the court'),
  'record-acceptance': text('登记法院受理', 'Record the acceptance'),
  'record-ruling': text('登记法院裁定', 'Record the ruling'),
  'file-answer': text('提交复议答复（答辩状）', 'File the answer'),
  'record-outcome': text('登记复议、诉讼结果', 'Record the outcome'),
  'withdraw-publication': text('撤回公示', 'Withdraw the publication'),
  'record-refund': text('退还罚款', 'Return what was paid'),
  'decide-termination': text('决定终结执行', 'Decide on the end'),
  'notify-party': text('拟定个人处罚告知', 'Make the notice to a party'),
  'serve-party-notice': text('送达个人告知书', 'Serve the notice to a party'),
  'hear-party': text('听取个人陈述申辩', 'Hear a party'),
  'notify-party-hearing': text('通知个人听证', 'Tell a party of its hearing'),
  'hold-party-hearing': text('举行个人听证', 'Hold the hearing of a party'),
  'weigh-party-defence': text('复核个人陈述申辩', 'Examine the defence of a party'),
  'review-party': text('个人处罚法制审核', 'Review the penalty of a party in law'),
  'discuss-party': text('个人处罚集体讨论', 'Discuss the penalty of a party'),
  'decide-party': text('作出个人处罚决定', 'Decide the penalty of a party'),
  'serve-party-decision': text('送达个人决定书', 'Serve the decision on a party'),
  'collect-party-fine': text('登记个人缴款', 'See to the payment of a party'),
  'demand-party': text('催告个人履行', 'Demand the fine of a party'),
  'serve-party-demand': text('送达个人催告书', 'Serve the demand on a party'),
  'enforce-party': text('个人罚款强制执行', 'See to the enforcement against a party'),
  'await-party-court': text('跟进法院对个人的执行', 'See to the court’s enforcement'),
  'decide-party-deferral': text('审批个人延期缴纳', 'Decide on a later payment by a party'),
  'file-party-answer': text('对个人的复议答复（答辩）', 'Answer the remedy of a person'),
  'record-party-outcome': text('登记个人复议、诉讼结果', 'Record the outcome for a person'),
  'return-party-surplus': text('退还个人多缴款项', 'Return what a person has paid too much'),
  'record-party-refund': text('退还个人罚款', 'Return what a person has paid'),
  'approve-measure': text('审批证据保存、查封扣押', 'Approve a measure on things'),
  'carry-out-measure': text('实施证据保存、查封扣押', 'Take what was approved'),
  'confirm-measure': text('补办当场查封扣押的批准', 'Approve what was taken on the spot'),
  'decide-measure': text('决定保存、查封扣押物品的处理', 'Decide on the things taken'),
  'await-test': text('登记检测、鉴定结果', 'Record the result of the test'),
  'await-confiscation': text('待处罚决定没收（期满自动解除）', 'Await the penalty'),
  'record-confiscation': text('处理没收的财物', 'Deal with what was confiscated'),
  'return-things': text('退还物品', 'Return the things'),
}

const unpublished: EnforcementCaseState = 'publication.none'

/** 令310 11(2): a penalty that was decided stands, so its party reads on what it read of it. */
const punishedWords = {
  performance: partyStates['handling.performing'],
  closing: beingClosed,
} as const

const partyStateIn: NonNullable<ProcessWords['partyStateIn']> = (state, beside, context) => {
  if (partyStates[state as EnforcementCaseState] !== withOthers) return undefined
  const { transferredFrom } = context
  if (transferredFrom === 'performance' || transferredFrom === 'closing')
    return punishedWords[transferredFrom]
  // Of the past only the states are known: a decision is published, or is to be.
  const decided = beside.some((one) => one.startsWith('publication.') && one !== unpublished)
  if (transferredFrom === 'investigation' || !decided) return undefined
  return punishedWords[beside.includes('payment.settled') ? 'closing' : 'performance']
}

export const words: ProcessWords = {
  states,
  partyStates,
  partyStateIn,
  tasks,
  documents: documentWords,
}
