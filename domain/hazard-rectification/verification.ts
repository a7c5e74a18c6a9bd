// What do the acts ask for by which a reported hazard is verified and graded, or leaves the office again?
import * as v from 'valibot'
import { text } from '../language/words.ts'
import { criteriaChoices } from '../law/criteria/grading.ts'
import { grades } from '../law/criteria/hazard-kinds.ts'
import { act } from '../model/act.ts'
import { field } from '../model/field.ts'
import { words } from '../model/fields.ts'
import { enterprise } from '../organisation/addresses.ts'
import { regions } from '../organisation/regions.ts'
import { photos } from './fields.ts'
import { documents } from './papers/documents.ts'
import { sectionChief } from './regions/addresses.ts'

const verify = act({
  words: text('核实属实并定级', 'Verify and grade'),
  party: text(
    '两名检查员已核实该隐患并确定等级。',
    'Two inspectors have verified the hazard and graded it.',
  ),
  fields: {
    criteria: field
      .choices(criteriaChoices, '判定情形', 'Criteria', 20)
      .optional()
      .hint('勾选符合的重大隐患判定情形', 'Tick the criteria of a major hazard that are met')
      .shownTo('party'),
    grade: field
      .choice(grades, '隐患等级', 'Grade')
      .hint('重大隐患按行业判定标准认定', 'Major as the criteria of the sector say')
      .shownTo('party'),
    enterprise: field
      .text('责任企业', 'Enterprise responsible', 64)
      .optional()
      .perCase(({ owner }) => (owner === null ? { required: true } : null)),
    /** From the register of enterprises. */
    enterpriseName: field.filled(v.optional(words(200))),
    findings: field
      .longText('现场核实情况', 'Findings on the spot', 4000)
      .hint('不向企业公开', 'Not shown to the enterprise'),
    photos,
    document: field.document(documents.verify),
    opinion: field.opinion(),
  },
  moves: ({ enterprise }) => (typeof enterprise === 'string' ? { owner: enterprise } : {}),
  notify: enterprise,
})

const reject = act({
  words: text('不予认定', 'Reject'),
  party: text(
    '经两名检查员核实，该报告不属于事故隐患，已办结。',
    'Two inspectors found that this is not a hazard; the matter is closed.',
  ),
  fields: {
    reason: field.longText('理由（企业可见）', 'Reason (read by the enterprise)').shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '案件即告办结，不再要求整改。',
      'The case is closed and nobody has to rectify anything.',
    ),
    article: '《安全生产法》（2021）第四十一条第三款',
  },
  notify: enterprise,
})

const withdraw = act({
  words: text('撤回报告', 'Withdraw the report'),
  party: text(
    '报告已由报告人撤回，事项已办结。',
    'The report was withdrawn by whoever made it; the matter is closed.',
  ),
  fields: { reason: field.longText('撤回理由', 'Reason', 1000).shownTo('party') },
  by: enterprise,
})

const join = act({
  words: text('并入已有案件', 'Join to another case'),
  party: text(
    '同一隐患已在{mainCase}号案件办理，本件并入。',
    'The same hazard is handled as {mainCase}; this report is joined to it.',
  ),
  fields: {
    mainCase: field
      .caseNumber('主案编号', 'Number of the main case')
      .hint('例如 柯城隐患〔2026〕12号', 'As printed on the main case')
      .shownTo('party'),
    reason: field.longText('认定为同一隐患的理由', 'Why it is the same hazard', 1000),
  },
  by: [sectionChief],
  refersTo: 'mainCase',
  consequence: {
    effect: text(
      '本件即告办结，整改在主案中继续。',
      'This case is closed; the rectification goes on in the main case.',
    ),
    article: '《安全生产法》（2021）第四十一条第三款',
  },
  notify: enterprise,
})

const places = {
  ...Object.fromEntries(
    Object.entries(regions).flatMap(([code, { level, name }]) =>
      level === 'county' ? [[code, name]] : [],
    ),
  ),
  outside: text('市外或其他部门', 'Another city or authority'),
}

const transferAct = act({
  words: text('移送', 'Hand over'),
  party: text(
    '该隐患已移送有管辖权的机关办理。',
    'The hazard was handed to the authority that is competent.',
  ),
  fields: {
    to: field.choice(places, '移送至', 'To').shownTo('party'),
    authority: field
      .text('接收机关', 'Authority')
      .optional()
      .hint('移送市外或其他部门时填写', 'When it leaves the city or the bureau')
      .shownTo('party'),
    reason: field.longText('移送理由', 'Reason', 1000),
  },
  by: [sectionChief],
  moves: ({ to }) => (typeof to === 'string' && to !== 'outside' ? { region: to } : {}),
  notify: enterprise,
})

export const verificationActs = { verify, reject, withdraw, join, 'hand-over': transferAct }
