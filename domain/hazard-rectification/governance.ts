// What do the acts ask for by which a major hazard is secured on the spot and its governance is planned?
import * as v from 'valibot'
import { isRunning } from '../engine/clocks/obligations.ts'
import { type Text, text } from '../language/words.ts'
import { civilDate, documentField, documentNumber, field, files, keysOf, opinion, opinionField, words } from '../model/fields.ts'
import type { EventDefinition, Field } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { photosField } from './fields.ts'
import { documents } from './papers/documents.ts'
import { countyLeader, enterprise, inspectors } from './regions/addresses.ts'

const measures = {
  none: text('无须采取现场措施', 'None needed'),
  evacuate: text('撤出作业人员', 'Evacuate the workers'),
  'stop-part': text('局部停产停业、停止使用', 'Stop in part'),
  'stop-all': text('全部停产停业', 'Stop everything'),
} as const satisfies Record<string, Text>

const takeMeasures: EventDefinition = {
  words: text('现场处理', 'Measures on the spot'),
  party: text('已对重大隐患作出现场处理决定。', 'Measures on the spot were decided for the major hazard.'),
  schema: v.strictObject({
    measures: v.picklist(keysOf(measures)),
    scope: words(1000),
    until: v.optional(civilDate),
    photos: v.optional(files),
    document: documentNumber,
    opinion,
  }),
  fields: [
    field('measures', 'choice', '现场处理措施', 'Measures', { choices: measures }),
    field('scope', 'long-text', '范围和要求', 'Extent and demands'),
    field('until', 'date', '措施期限', 'Until', {
      required: false,
      hint: text(
        '暂时停产停业一般不超过六个月；更长的，由局领导在确认措施时判断',
        'A temporary stop normally lasts six months at most; a longer one is for the leader to judge who confirms it',
      ),
    }),
    photosField(),
    documentField(documents['take-measures']),
    opinionField,
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['measures', 'scope', 'until', 'document'], public: [] },
  consequence: {
    effect: text(
      '企业须立即撤人或者停产，经审查同意后方可恢复。',
      'The enterprise evacuates or stops at once and resumes only after approval.',
    ),
    article: '《安全生产法》（2021）第六十五条第一款第三项',
  },
  notify: [...enterprise, countyLeader],
}

const reasoned = (zh: string, en: string, party: Text, by: EventDefinition['by'], show: 'party' | 'internal'): EventDefinition => ({
  words: text(zh, en),
  party,
  schema: v.strictObject({ reason: words(2000), opinion }),
  fields: [field('reason', 'long-text', '理由', 'Reason'), opinionField],
  by,
  audience: show,
  show: { party: show === 'party' ? ['reason'] : [], public: [] },
  ...(show === 'party' ? { notify: enterprise } : {}),
})

/** A stop longer than the law normally allows was not refused, for that text does not bind yet: whoever confirms it reads so. */
const stopWarned = ({ data, obligations }: CaseRecord): Field[] => {
  const until = data['take-measures']?.until
  const longest = obligations.findLast((one) => one.clock === 'temporary-stop' && isRunning(one))
  if (!longest || typeof until !== 'string' || until <= longest.due) return [opinionField]
  const hint = text(
    `注意：停产期限${until}超过一般最长期限${longest.due}，依据${longest.article}；该条款尚未经确认，请人工判断`,
    `Note: the stop until ${until} is longer than it normally lasts (${longest.due}, ${longest.article}); the article is not confirmed, so decide yourself`,
  )
  return [{ ...opinionField, hint }]
}

const confirmMeasures: EventDefinition = {
  words: text('确认现场措施', 'Confirm the measures'),
  party: text('', ''),
  schema: v.strictObject({ opinion }),
  fields: [opinionField],
  fieldsFor: stopWarned,
  by: 'task',
  audience: 'internal',
  show: { party: [], public: [] },
}

/** 五落实: 责任、措施、资金、时限、预案. */
const filePlan: EventDefinition = {
  words: text('报送治理方案', 'File the governance plan'),
  party: text('治理方案已报送，等待审查。', 'The governance plan is filed and waits for review.'),
  schema: v.strictObject({
    goals: words(2000),
    methods: words(4000),
    funds: words(1000),
    responsible: words(500),
    until: civilDate,
    emergency: words(2000),
    files: v.optional(files),
  }),
  fields: [
    field('goals', 'long-text', '治理目标和任务', 'Goals and tasks'),
    field('methods', 'long-text', '治理方法和措施', 'Methods and measures'),
    field('funds', 'long-text', '经费和物资', 'Funds and material'),
    field('responsible', 'text', '责任机构和人员', 'Office and people responsible'),
    field('until', 'date', '治理时限', 'To be finished by'),
    field('emergency', 'long-text', '安全措施和应急预案', 'Safety measures and emergency plan'),
    field('files', 'files', '方案文件', 'Documents', { required: false }),
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['goals', 'methods', 'funds', 'responsible', 'until', 'emergency', 'files'], public: [] },
  notify: [inspectors],
}

const approvePlan: EventDefinition = {
  words: text('同意治理方案', 'Approve the plan'),
  party: text('治理方案已审查同意，提请挂牌督办。', 'The governance plan is approved; the hazard is proposed for listing.'),
  schema: v.strictObject({ findings: words(2000), opinion }),
  fields: [field('findings', 'long-text', '审查意见（企业可见）', 'Findings (read by the enterprise)'), opinionField],
  by: 'task',
  audience: 'party',
  show: { party: ['findings'], public: [] },
  notify: enterprise,
}

export const governanceActs = {
  'take-measures': takeMeasures,
  'confirm-measures': confirmMeasures,
  'revoke-measures': reasoned(
    ...(['撤销现场措施', 'Revoke the measures'] as const),
    text('现场处理措施已撤销。', 'The measures on the spot were revoked.'),
    [countyLeader],
    'party',
  ),
  'lift-measures': reasoned(
    ...(['解除现场措施', 'Lift the measures'] as const),
    text('现场处理措施已解除。', 'The measures on the spot were lifted.'),
    [countyLeader],
    'party',
  ),
  'file-plan': filePlan,
  'approve-plan': approvePlan,
}
