// What does the clock say about a hazard that is late, and how do superiors answer?
import { text } from '../language/words.ts'
import { act, clockAct } from '../model/act.ts'
import { field } from '../model/field.ts'
import { citySupervisor, countyLeader, inspectors } from '../organisation/addresses.ts'
import { supervisionLevel } from './listing.ts'
import { cityLeader, provinceSupervisor, sectionChief } from './regions/addresses.ts'

const acknowledge = act({
  words: text('签收督办', 'Acknowledge supervision'),
  party: text('督办已签收。', 'The supervision was acknowledged.'),
  fields: { measures: field.longText('督办措施（内部）', 'Measures (internal)') },
  audience: 'internal',
  acknowledges: true,
})

const raiseSupervision = act({
  words: text('督办', 'Supervise'),
  party: text('该隐患已被列为上级督办。', 'The hazard is now supervised from above.'),
  fields: {
    level: supervisionLevel.shownTo('party'),
    reason: field.longText('督办理由和要求（内部）', 'Reasons and demands (internal)'),
  },
  by: [countyLeader, citySupervisor, cityLeader, provinceSupervisor],
  notify: [sectionChief, countyLeader, citySupervisor],
})

const instruct = act({
  words: text('批示', 'Instruct'),
  fields: {
    instruction: field.longText('批示内容', 'Instruction'),
    dueDate: field.date('答复期限', 'Answer by'),
  },
  by: [countyLeader, cityLeader, citySupervisor, provinceSupervisor],
  notify: [sectionChief, inspectors],
})

const answerInstruction = act({
  words: text('答复批示', 'Answer the instruction'),
  fields: { answer: field.longText('办理情况', 'What was done', 4000) },
  notify: [countyLeader, cityLeader, citySupervisor],
})

/** Read by whoever has reported, with number and code; the enterprise learns nothing of him. */
const answerReporter = act({
  words: text('答复举报人', 'Answer the reporter'),
  fields: {
    answer: field
      .longText('答复内容（举报人可见）', 'Answer (read by the reporter)')
      .hint('不得含企业商业秘密', 'No business secrets of the enterprise')
      .shownTo('reporter'),
  },
})

export const supervisionActs = {
  'raise-supervision': raiseSupervision,
  instruct,
  'answer-instruction': answerInstruction,
  'answer-reporter': answerReporter,
  /* Whom to notify is on the levels of the escalation policy, see clocks.ts. */
  'rectification-overdue': clockAct(
    '整改逾期',
    'Rectification overdue',
    text(
      '整改期限已过，请立即完成整改并上报。',
      'The date for rectification has passed: rectify and report at once.',
    ),
  ),
  'supervise-red': clockAct(
    '亮红牌（县级督办）',
    'Red card (county supervision)',
    text(
      '整改逾期，已由县级亮红牌督办。',
      'Rectification is late: the county has shown the red card and supervises.',
    ),
  ),
  'supervise-city': clockAct(
    '市级挂牌督办',
    'City supervision',
    text(
      '整改仍未完成，已升级为市级挂牌督办。',
      'Rectification is still missing: the city now supervises.',
    ),
  ),
  'supervise-province': clockAct(
    '省级挂牌督办',
    'Province supervision',
    text(
      '整改仍未完成，已升级为省级挂牌督办。',
      'Rectification is still missing: the province now supervises.',
    ),
  ),
  'extension-unanswered': clockAct(
    '延期申请逾期未答复',
    'Request for more time not answered in time',
    text(
      '延期申请逾期未答复，不视为同意；整改期限继续计算，请继续整改。',
      'Your request for more time was not answered in time, which is no consent: the date counts on, so go on rectifying.',
    ),
  ),
  acknowledge,
}
