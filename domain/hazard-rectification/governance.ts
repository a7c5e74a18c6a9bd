// What do the acts ask for by which a major hazard is secured on the spot and its governance is planned?
import { isRunning } from '../engine/clocks/obligations.ts'
import { type Text, text } from '../language/words.ts'
import { act } from '../model/act.ts'
import { field } from '../model/field.ts'
import type { CaseRecord } from '../model/record.ts'
import { countyLeader, enterprise, inspectors } from '../organisation/addresses.ts'
import { photos } from './fields.ts'
import { documents } from './papers/documents.ts'

const measures = {
  none: text('无须采取现场措施', 'None needed'),
  evacuate: text('撤出作业人员', 'Evacuate the workers'),
  'stop-part': text('局部停产停业、停止使用', 'Stop in part'),
  'stop-all': text('全部停产停业', 'Stop everything'),
} as const satisfies Record<string, Text>

const takeMeasures = act({
  words: text('现场处理', 'Measures on the spot'),
  party: text(
    '已对重大隐患作出现场处理决定。',
    'Measures on the spot were decided for the major hazard.',
  ),
  fields: {
    measures: field.choice(measures, '现场处理措施', 'Measures').shownTo('party'),
    scope: field.longText('范围和要求', 'Extent and demands', 1000).shownTo('party'),
    until: field
      .date('措施期限', 'Until')
      .optional()
      .hint(
        '暂时停产停业一般不超过六个月；更长的，由局领导在确认措施时判断',
        'A temporary stop normally lasts six months at most; a longer one is for the leader to judge who confirms it',
      )
      .shownTo('party'),
    photos,
    document: field.document(documents['take-measures']).shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '企业须立即撤人或者停产，经审查同意后方可恢复。',
      'The enterprise evacuates or stops at once and resumes only after approval.',
    ),
    article: '《安全生产法》（2021）第六十五条第一款第三项',
  },
  notify: [...enterprise, countyLeader],
})

/** The leader takes back what was imposed on the spot. */
const ended = (zh: string, en: string, party: Text) =>
  act({
    words: text(zh, en),
    party,
    fields: {
      reason: field.longText('理由', 'Reason').shownTo('party'),
      opinion: field.opinion(),
    },
    by: [countyLeader],
    notify: enterprise,
  })

/** A stop longer than the law normally allows was not refused, for that text does not bind yet: whoever confirms it reads so. */
const warnOfLongStop = ({ data, obligations }: CaseRecord): { hint?: Text } => {
  const until = data['take-measures']?.until
  const longest = obligations.findLast((one) => one.clock === 'temporary-stop' && isRunning(one))
  if (!longest || typeof until !== 'string' || until <= longest.due) return {}
  const hint = text(
    `注意：停产期限${until}超过一般最长期限${longest.due}，依据${longest.article}；该条款尚未经确认，请人工判断`,
    `Note: the stop until ${until} is longer than it normally lasts (${longest.due}, ${longest.article}); the article is not confirmed, so decide yourself`,
  )
  return { hint }
}

const confirmMeasures = act({
  words: text('确认现场措施', 'Confirm the measures'),
  party: text(
    '现场处理措施已确认；停产停业的，经审查同意后方可恢复。',
    'The measures on the spot are confirmed; what is stopped resumes only after approval.',
  ),
  fields: { opinion: field.opinion().perCase(warnOfLongStop) },
  notify: enterprise,
})

/** 五落实: 责任、措施、资金、时限、预案. */
const filePlan = act({
  words: text('报送治理方案', 'File the governance plan'),
  party: text('治理方案已报送，等待审查。', 'The governance plan is filed and waits for review.'),
  fields: {
    goals: field.longText('治理目标和任务', 'Goals and tasks').shownTo('party'),
    methods: field.longText('治理方法和措施', 'Methods and measures', 4000).shownTo('party'),
    funds: field.longText('经费和物资', 'Funds and material', 1000).shownTo('party'),
    responsible: field
      .text('责任机构和人员', 'Office and people responsible', 500)
      .shownTo('party'),
    until: field.date('治理时限', 'To be finished by').shownTo('party'),
    emergency: field
      .longText('安全措施和应急预案', 'Safety measures and emergency plan')
      .shownTo('party'),
    files: field.files('方案文件', 'Documents').optional().shownTo('party'),
  },
  notify: [inspectors],
})

const approvePlan = act({
  words: text('同意治理方案', 'Approve the plan'),
  party: text(
    '治理方案已审查同意，提请挂牌督办。',
    'The governance plan is approved; the hazard is proposed for listing.',
  ),
  fields: {
    findings: field
      .longText('审查意见（企业可见）', 'Findings (read by the enterprise)')
      .shownTo('party'),
    opinion: field.opinion(),
  },
  notify: enterprise,
})

export const governanceActs = {
  'take-measures': takeMeasures,
  'confirm-measures': confirmMeasures,
  'revoke-measures': ended(
    '撤销现场措施',
    'Revoke the measures',
    text('现场处理措施已撤销。', 'The measures on the spot were revoked.'),
  ),
  'lift-measures': ended(
    '解除现场措施',
    'Lift the measures',
    text('现场处理措施已解除。', 'The measures on the spot were lifted.'),
  ),
  'file-plan': filePlan,
  'approve-plan': approvePlan,
}
