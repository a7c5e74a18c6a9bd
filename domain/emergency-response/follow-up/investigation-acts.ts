// What do the acts ask for by which an accident is investigated, replied to and followed up?
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { documents } from '../papers/names.ts'
import {
  cityChief,
  cityLeader,
  citySupervisor,
  countyChief,
  countyLeader,
  countySupervisor,
  enterprise,
  leaders,
} from '../regions/addresses.ts'

const openInvestigation = act({
  words: text('成立事故调查组', 'Open the investigation'),
  party: text('已依法成立事故调查组。', 'The accident is being investigated.'),
  fields: {
    head: field.text('调查组组长', 'Head of the group', 100),
    members: field.lines('成员单位', 'Members', 20, 200),
    document: field.text('成立文号', 'Number of the document', 100).optional(),
  },
  by: leaders,
  consequence: {
    effect: text(
      '调查组自事故发生之日起在法定期限内提交调查报告。',
      'The group hands in its report within the period of the law, counted from the accident.',
    ),
    article: '国务院令第493号第十九条、第二十九条',
  },
  notify: [countyChief, cityChief, ...enterprise],
})

const noInvestigation = act({
  words: text('不组织调查', 'No investigation'),
  party: text('不构成事故，不组织事故调查。', 'It was no accident: it is not investigated.'),
  fields: { reason: field.longText('理由', 'Reason', 1000) },
  notify: leaders,
})

const submitReport = act({
  words: text('提交调查报告', 'Submit the report'),
  party: text('事故调查报告已提交。', 'The report of the investigation was submitted.'),
  fields: {
    cause: field.longText('事故原因和性质', 'Cause and nature', 4000),
    responsibility: field.longText('责任认定和处理建议', 'Who is responsible, and proposals', 4000),
    measures: field.longText('防范和整改措施', 'Measures against it', 4000),
    rescue: field.longText('应急救援评估', 'Evaluation of the rescue', 4000),
    files: field.files('调查报告', 'The report').optional(),
  },
  notify: leaders,
})

const reply = act({
  words: text('批复', 'Reply'),
  party: text('事故调查报告已批复：{document}', 'The report was replied to: {document}'),
  fields: {
    decision: field.longText('批复意见', 'Reply', 4000).shownTo('party'),
    document: field.document(documents.reply).shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '有关机关按批复处理，并在法定期限内评估整改和防范措施落实情况。',
      'The authorities act on it, and evaluate the follow-up within the period of the law.',
    ),
    article: '国务院令第493号第三十二条；《安全生产法》（2021）第八十六条',
  },
  notify: [countySupervisor, citySupervisor, countyLeader, cityLeader, ...enterprise],
})

/** 退回补充调查: what the report leaves open is investigated before there is a reply. */
const returnReport = act({
  words: text('退回补充调查', 'Send the report back'),
  party: text('事故调查报告已退回补充调查。', 'The report is completed by further investigation.'),
  fields: {
    missing: field.lines('需要补充调查的内容', 'What is to be investigated', 20, 500),
    dueDate: field.date('补充调查期限', 'To be handed in by'),
    document: field.document(documents['return-report']),
  },
  consequence: {
    effect: text(
      '批复期限终止；重新提交调查报告后另行计算。',
      'The period of the reply ends; it begins anew with the next report.',
    ),
    article: '国务院令第493号第三十二条',
  },
  notify: [countyChief, cityChief, countyLeader, cityLeader],
})

const evaluate = act({
  words: text('整改评估', 'Evaluate the follow-up'),
  party: text('整改和防范措施落实情况已评估。', 'The follow-up was evaluated.'),
  fields: {
    findings: field.longText('落实情况', 'What was done', 4000).shownTo('party'),
    conclusion: field.longText('评估结论', 'Conclusion', 2000).shownTo('party'),
    document: field.document(documents.evaluate).shownTo('party'),
  },
  notify: [countyLeader, cityLeader, ...enterprise],
})

export const investigationActs = {
  'open-investigation': openInvestigation,
  'no-investigation': noInvestigation,
  'submit-report': submitReport,
  reply,
  'return-report': returnReport,
  evaluate,
}
