// What do the acts ask for by which a reported hazard is verified and graded, or leaves the office again?
import * as v from 'valibot'
import { text } from '../language/words.ts'
import { documentField, documentNumber, field, files, keysOf, opinion, opinionField, words } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import { regions } from '../organisation/regions.ts'
import { criteriaChoices } from './criteria/grading.ts'
import { grades } from './criteria/kinds.ts'
import { photosField } from './fields.ts'
import { documents } from './papers/documents.ts'
import { enterprise, sectionChief } from './regions/addresses.ts'

const verifyFields = [
  field('criteria', 'choices', '判定情形', 'Criteria', {
    choices: criteriaChoices,
    required: false,
    hint: text('勾选符合的重大隐患判定情形', 'Tick the criteria of a major hazard that are met'),
  }),
  field('grade', 'choice', '隐患等级', 'Grade', {
    choices: grades,
    hint: text('重大隐患按行业判定标准认定', 'Major as the criteria of the sector say'),
  }),
  field('enterprise', 'text', '责任企业', 'Enterprise responsible', { required: false }),
  field('findings', 'long-text', '现场核实情况', 'Findings on the spot', { hint: text('不向企业公开', 'Not shown to the enterprise') }),
  photosField(),
  documentField(documents.verify),
  opinionField,
]

const verify: EventDefinition = {
  words: text('核实属实并定级', 'Verify and grade'),
  party: text('两名检查员已核实该隐患并确定等级。', 'Two inspectors have verified the hazard and graded it.'),
  schema: v.strictObject({
    grade: v.picklist(keysOf(grades)),
    criteria: v.optional(v.pipe(v.array(v.picklist(keysOf(criteriaChoices))), v.maxLength(20))),
    enterprise: v.optional(words(64)),
    /** Filled by the server from its register of enterprises. */
    enterpriseName: v.optional(words(200)),
    findings: words(4000),
    photos: v.optional(files),
    document: documentNumber,
    opinion,
  }),
  fields: verifyFields,
  fieldsFor: ({ owner }) =>
    verifyFields.flatMap((one) => (one.name !== 'enterprise' ? [one] : owner === null ? [{ ...one, required: true }] : [])),
  by: 'task',
  audience: 'party',
  show: { party: ['grade', 'criteria'], public: [] },
  moves: ({ enterprise }) => (typeof enterprise === 'string' ? { owner: enterprise } : {}),
  notify: enterprise,
}

const reject: EventDefinition = {
  words: text('不予认定', 'Reject'),
  party: text('经两名检查员核实，该报告不属于事故隐患，已办结。', 'Two inspectors found that this is not a hazard; the matter is closed.'),
  schema: v.strictObject({ reason: words(2000), opinion }),
  fields: [field('reason', 'long-text', '理由（企业可见）', 'Reason (read by the enterprise)'), opinionField],
  by: 'task',
  audience: 'party',
  show: { party: ['reason'], public: [] },
  consequence: {
    effect: text('案件即告办结，不再要求整改。', 'The case is closed and nobody has to rectify anything.'),
    article: '《安全生产法》（2021）第四十一条第三款',
  },
  notify: enterprise,
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

const join: EventDefinition = {
  words: text('并入已有案件', 'Join to another case'),
  party: text('同一隐患已在{mainCase}号案件办理，本件并入。', 'The same hazard is handled as {mainCase}; this report is joined to it.'),
  schema: v.strictObject({ mainCase: v.pipe(v.string(), v.regex(/〔\d{4}〕/), v.maxLength(60)), reason: words(1000) }),
  fields: [
    field('mainCase', 'text', '主案编号', 'Number of the main case', {
      hint: text('例如 柯城隐患〔2026〕12号', 'As printed on the main case'),
    }),
    field('reason', 'long-text', '认定为同一隐患的理由', 'Why it is the same hazard'),
  ],
  by: [sectionChief],
  audience: 'party',
  show: { party: ['mainCase'], public: [] },
  refersTo: 'mainCase',
  consequence: {
    effect: text('本件即告办结，整改在主案中继续。', 'This case is closed; the rectification goes on in the main case.'),
    article: '《安全生产法》（2021）第四十一条第三款',
  },
  notify: enterprise,
}

const places = {
  ...Object.fromEntries(Object.entries(regions).flatMap(([code, { level, name }]) => (level === 'county' ? [[code, name]] : []))),
  outside: text('市外或其他部门', 'Another city or authority'),
}

const handOver: EventDefinition = {
  words: text('移送', 'Hand over'),
  party: text('该隐患已移送有管辖权的机关办理。', 'The hazard was handed to the authority that is competent.'),
  schema: v.strictObject({ to: v.picklist(keysOf(places)), authority: v.optional(words(200)), reason: words(1000) }),
  fields: [
    field('to', 'choice', '移送至', 'To', { choices: places }),
    field('authority', 'text', '接收机关', 'Authority', {
      required: false,
      hint: text('移送市外或其他部门时填写', 'When it leaves the city or the bureau'),
    }),
    field('reason', 'long-text', '移送理由', 'Reason'),
  ],
  by: [sectionChief],
  audience: 'party',
  show: { party: ['to', 'authority'], public: [] },
  moves: ({ to }) => (typeof to === 'string' && to !== 'outside' ? { region: to } : {}),
  notify: enterprise,
}

export const verificationActs = { verify, reject, withdraw, join, 'hand-over': handOver } satisfies Record<string, EventDefinition>
