// What are the states and tasks of an enforcement case called, for the office and for the party?
import { type Text, text } from '../language/words.ts'
import type { ProcessWords } from '../model/process.ts'
import { documentWords } from './acts/document-words.ts'
import type { EnforcementCaseState, EnforcementCaseTask } from './statechart.ts'

const none = text('无', 'None')

const states = {
  handling: text('办理', 'Handling'),
  'handling.filing': text('待立案审批', 'To be filed'),
  'handling.investigating': text('调查取证', 'Under investigation'),
  'handling.reviewing': text('案件审理', 'Report under review'),
  'handling.exiting': text('待决定处理结果', 'Outcome to be decided'),
  'handling.transferring': text('待移送公安机关', 'To be handed to the police'),
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
  'payment.ended': text('已结束', 'Over'),
  publication: text('公示', 'Publication'),
  'publication.none': none,
  'publication.due': text('待公示', 'To be published'),
  'publication.published': text('已公示', 'Published'),
  'publication.ended': text('已结束', 'Over'),
} as const satisfies Record<EnforcementCaseState, Text>

const unsaid = text('', '')
const investigated = text('调查中', 'Under investigation')
const beingDecided = text('审核决定中', 'Being decided')
const beingClosed = text('已履行，待结案', 'Performed, to be closed')

/** What the office thinks before it tells the party is its own business. */
const partyStates: Record<EnforcementCaseState, Text> = {
  ...states,
  'handling.filing': text('线索核查中', 'A lead is examined'),
  'handling.investigating': investigated,
  'handling.reviewing': investigated,
  'handling.exiting': investigated,
  'handling.transferring': investigated,
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
  'publication.none': unsaid,
  'publication.due': unsaid,
}

const tasks: Record<EnforcementCaseTask, Text> = {
  'approve-filing': text('审批立案', 'Decide on the filing'),
  investigate: text('调查取证', 'Investigate'),
  'review-report': text('审理调查报告', 'Review the report'),
  'decide-exit': text('决定处理结果', 'Decide the outcome'),
  'hand-over-police': text('移送公安机关', 'Hand over to the police'),
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
}

export const words: ProcessWords = { states, partyStates, tasks, documents: documentWords }
