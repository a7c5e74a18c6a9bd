// What does each act on a hazard ask for, who may do it, and who may read what of it?
import * as v from 'valibot'
import type { EventDefinition } from '../case/process.ts'
import { text } from '../case/words.ts'
import { enterprise } from './addresses.ts'
import { civilDate, field, files, grades, keysOf, opinion, opinionField, photosField, words } from './fields.ts'

const verify: EventDefinition = {
  words: text('核实属实并定级', 'Verify and grade'),
  party: text('两名检查员已核实该隐患并确定等级。', 'Two inspectors have verified the hazard and graded it.'),
  schema: v.strictObject({ grade: v.picklist(keysOf(grades)), findings: words(4000), photos: v.optional(files), opinion }),
  fields: [
    field('grade', 'choice', '隐患等级', 'Grade', {
      choices: grades,
      hint: text('重大隐患按行业判定标准认定', 'Major as the criteria of the sector say'),
    }),
    field('findings', 'long-text', '现场核实情况', 'Findings on the spot', { hint: text('不向企业公开', 'Not shown to the enterprise') }),
    photosField(),
    opinionField,
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['grade'], public: [] },
  tell: enterprise,
}

const reject: EventDefinition = {
  words: text('不予认定', 'Reject'),
  party: text('经两名检查员核实，该报告不属于事故隐患，已办结。', 'Two inspectors found that this is not a hazard; the matter is closed.'),
  schema: v.strictObject({ reason: words(2000), opinion }),
  fields: [field('reason', 'long-text', '理由（企业可见）', 'Reason (read by the enterprise)'), opinionField],
  by: 'task',
  audience: 'party',
  show: { party: ['reason'], public: [] },
  grave: {
    effect: text('案件即告办结，不再要求整改。', 'The case is closed and nobody has to rectify anything.'),
    article: '《安全生产法》（2021）第四十一条第三款',
  },
  tell: enterprise,
}

const withdraw: EventDefinition = {
  words: text('撤回报告', 'Withdraw the report'),
  party: text('报告已由报告人撤回，事项已办结。', 'The report was withdrawn by whoever made it; the matter is closed.'),
  schema: v.strictObject({ reason: words(1000) }),
  fields: [field('reason', 'long-text', '撤回理由', 'Reason')],
  by: enterprise,
  audience: 'party',
  show: { party: ['reason'], public: [] },
}

const issueOrder: EventDefinition = {
  words: text('责令限期整改', 'Order to rectify'),
  party: text(
    '已责令限期整改：请在{dueDate}（含当日）前完成整改并上报。',
    'You are ordered to rectify: finish and report by {dueDate}, that day included.',
  ),
  schema: v.strictObject({ dueDate: civilDate, requirements: words(4000), measures: v.optional(words(4000)), opinion }),
  fields: [
    field('dueDate', 'date', '整改期限', 'Rectify by', { hint: text('晚于今日，一年以内', 'After today, within a year') }),
    field('requirements', 'long-text', '整改要求', 'What must be done'),
    field('measures', 'long-text', '整改期间的防范措施', 'Precautions meanwhile', { required: false }),
    opinionField,
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['dueDate', 'requirements', 'measures'], public: [] },
  grave: {
    effect: text(
      '企业须在期限内整改；逾期将亮红牌，并逐级提请市、省督办。',
      'The enterprise must rectify by the date; after it the hazard goes red, then to city and province supervision.',
    ),
    article: '《安全生产法》（2021）第六十五条第一款第三项',
  },
  tell: enterprise,
}

const reportRectified: EventDefinition = {
  words: text('上报整改完成', 'Report as rectified'),
  party: text('整改情况已上报，等待检查员复查。', 'The rectification is reported and waits for the re-check.'),
  schema: v.strictObject({ description: words(4000), photos: v.optional(files) }),
  fields: [
    field('description', 'long-text', '整改情况', 'What was done'),
    photosField(text('建议附整改前后对比照片', 'Photos before and after help the re-check')),
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['description', 'photos'], public: [] },
}

const recheckPassed: EventDefinition = {
  words: text('复查合格', 'Re-check passed'),
  party: text('复查合格，等待核销。', 'The re-check was passed; the hazard waits to be written off.'),
  schema: v.strictObject({ findings: words(4000), photos: v.optional(files), opinion }),
  fields: [field('findings', 'long-text', '复查情况（企业可见）', 'Findings (read by the enterprise)'), photosField(), opinionField],
  by: 'task',
  audience: 'party',
  show: { party: ['findings', 'photos'], public: [] },
}

const recheckFailed: EventDefinition = {
  words: text('复查不合格', 'Re-check failed'),
  party: text(
    '复查不合格，请在{dueDate}（含当日）前继续整改并重新上报。',
    'The re-check failed: go on rectifying and report again by {dueDate}, that day included.',
  ),
  schema: v.strictObject({ reasons: words(4000), dueDate: civilDate, photos: v.optional(files), opinion }),
  fields: [
    field('reasons', 'long-text', '不合格原因（企业可见）', 'Why it failed (read by the enterprise)'),
    field('dueDate', 'date', '新的整改期限', 'Rectify by', { hint: text('晚于今日，一年以内', 'After today, within a year') }),
    photosField(),
    opinionField,
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['reasons', 'dueDate', 'photos'], public: [] },
  tell: enterprise,
}

const writeOff: EventDefinition = {
  words: text('核销并公示', 'Write off and publish'),
  party: text('隐患已核销并公示，事项已办结。', 'The hazard is written off and published; the matter is closed.'),
  schema: v.strictObject({ publicSummary: words(1000), opinion }),
  fields: [
    field('publicSummary', 'long-text', '公示内容', 'Published summary', {
      hint: text('向社会公开，不得含报告人信息', 'Read by everybody: nothing about who reported it'),
    }),
    opinionField,
  ],
  by: 'task',
  audience: 'public',
  show: { party: ['publicSummary'], public: ['publicSummary'] },
  grave: {
    effect: text('案件办结，督办解除，公示内容向社会公开。', 'The case is closed, supervision is lifted and the summary is published.'),
    article: '《安全生产事故隐患排查治理暂行规定》（总局令第16号）第二十三条',
  },
  tell: enterprise,
}

export const handlingEvents = {
  verify,
  reject,
  withdraw,
  'issue-order': issueOrder,
  'report-rectified': reportRectified,
  're-check-passed': recheckPassed,
  're-check-failed': recheckFailed,
  'write-off': writeOff,
} satisfies Record<string, EventDefinition>
