// What do the acts ask for by which an accepted application is checked on site, looked at by experts and given an opinion on?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import {
  civilDate,
  documentField,
  documentNumber,
  field,
  itemAnswers,
  keysOf,
  lines,
  opinion,
  opinionField,
  words,
} from '../model/fields.ts'
import type { EventDefinition, Field } from '../model/process.ts'
import { enterprise, leader, reviewers, sectionChief } from './addresses.ts'
import { answersField, itemsField, optionalFiles, photosField, withAsked } from './fields.ts'
import { isJoint } from './joint-rules.ts'

type Parts = Pick<EventDefinition, 'words' | 'party' | 'schema' | 'fields'> & { shown: string[] } & Partial<EventDefinition>

const ofTheParty = ({ shown, ...parts }: Parts): EventDefinition => ({
  by: 'task',
  audience: 'party',
  show: { party: shown, public: [] },
  ...parts,
})
const inside = (parts: Omit<Parts, 'shown' | 'party'>): EventDefinition => ({
  by: 'task',
  audience: 'internal',
  party: text('', ''),
  show: { party: [], public: [] },
  ...parts,
})

const findings = field('findings', 'long-text', '核查情况', 'Findings', {
  hint: text('仅监管部门内部可见', 'Read inside the authorities only'),
})
const record = { findings: words(4000), photos: optionalFiles, document: documentNumber, opinion }
const recordFields = (documents: Documents) => [findings, photosField, documentField(documents['site-check-passed']), opinionField]

const siteChecks = ({ documents, siteCheckBegun, reworkWanted }: Review) => ({
  'begin-site-check': ofTheParty({
    words: text('开始现场核查', 'Begin the site check'),
    party: siteCheckBegun,
    schema: v.strictObject({ reason: words(1000) }),
    fields: [field('reason', 'long-text', '核查内容', 'What is checked')],
    shown: ['reason'],
    notify: enterprise,
  }),
  'waive-site-check': inside({
    words: text('不作现场核查', 'Do without a site check'),
    schema: v.strictObject({ reason: words(1000), opinion }),
    fields: [field('reason', 'long-text', '理由', 'Reason'), opinionField],
  }),
  'site-check-passed': ofTheParty({
    words: text('现场核查符合条件', 'Site check passed'),
    party: text('两名审查人员已完成现场核查。', 'Two reviewers have checked the site.'),
    schema: v.strictObject(record),
    fields: recordFields(documents),
    shown: [],
  }),
  'site-check-failed': inside({
    words: text('现场核查不符合条件', 'Site check failed'),
    schema: v.strictObject(record),
    fields: recordFields(documents),
  }),
  'site-check-rework': ofTheParty({
    words: text('现场核查须整改', 'Rework after the site check'),
    party: reworkWanted,
    schema: v.strictObject({ items: lines(30, 200), reason: words(2000), photos: optionalFiles, opinion }),
    fields: [
      itemsField('须整改的事项', 'What must be put right'),
      field('reason', 'long-text', '整改要求（申请人可见）', 'What is required (read by the applicant)'),
      photosField,
      opinionField,
    ],
    shown: ['items', 'reason', 'photos'],
    notify: enterprise,
  }),
})

const reworkFields = [answersField(text('逐项整改情况', 'Item by item'), text('已整改', 'Done'), text('未整改', 'Not done'))]

const rework = {
  'report-rework': ofTheParty({
    words: text('报告整改完成', 'Report the rework'),
    party: text('整改情况已收到，等待再次核查。', 'The rework is reported and waits for another check.'),
    schema: v.strictObject({ answers: itemAnswers }),
    fields: reworkFields,
    fieldsFor: withAsked(reworkFields),
    shown: ['answers'],
  }),
} satisfies Record<string, EventDefinition>

/** 许可法 45: the applicant is told in writing how long it takes. */
const experts = (documents: Documents) => ({
  'begin-expert-review': ofTheParty({
    words: text('组织专家评审', 'Begin the expert review'),
    party: text(
      '申请须经专家评审，预计至{until}；所需时间不计入审查期限（{document}，《行政许可法》第四十五条）。',
      'Experts review the application, as planned until {until}; the time is not counted ({document}, Licensing Law art. 45).',
    ),
    schema: v.strictObject({ reason: words(1000), until: civilDate, document: documentNumber, opinion }),
    fields: [
      field('reason', 'long-text', '评审事项', 'What is reviewed'),
      field('until', 'date', '预计评审至', 'Planned until'),
      documentField(documents['begin-expert-review']),
      opinionField,
    ],
    shown: ['reason', 'until', 'document'],
    by: [reviewers, sectionChief],
    notify: enterprise,
  }),
  'end-expert-review': ofTheParty({
    words: text('专家评审结束', 'End the expert review'),
    party: text('专家评审已结束，审查期限继续计算。', 'The expert review has ended; the clock runs again.'),
    schema: v.strictObject({ conclusion: words(4000), reports: optionalFiles, opinion }),
    fields: [
      field('conclusion', 'long-text', '评审结论', 'Conclusion'),
      field('reports', 'files', '评审报告', 'Report', { required: false }),
      opinionField,
    ],
    shown: [],
    notify: enterprise,
  }),
})

const advices = { grant: text('建议准予', 'Grant'), refuse: text('建议不予', 'Refuse') } as const satisfies Record<string, Text>

const extensionFields = (documents: Documents): Field[] => [
  field('by', 'number', '延长工作日数', 'Working days', { hint: text('上限以规则库为准', 'At most what the rule book allows') }),
  field('governmentApproval', 'text', '本级人民政府负责人批准文号', "Number of the government's approval", {
    required: false,
    hint: text('联合办理的必填（《行政许可法》第四十二条第二款）', 'Needed for joint handling (Licensing Law art. 42(2))'),
  }),
  field('reason', 'long-text', '延长理由（告知申请人）', 'Reason (told to the applicant)'),
  documentField(documents['extend-review']),
  opinionField,
]

const opinions = (documents: Documents) => ({
  'submit-opinion': inside({
    words: text('提交审查意见', 'Submit the opinion'),
    schema: v.strictObject({ advice: v.picklist(keysOf(advices)), findings: words(4000), document: documentNumber, opinion }),
    fields: [
      field('advice', 'choice', '审查结论', 'Advice', { choices: advices }),
      field('findings', 'long-text', '审查情况', 'Findings'),
      documentField(documents['submit-opinion']),
      opinionField,
    ],
  }),
  endorse: inside({
    words: text('复核同意', 'Endorse'),
    schema: v.strictObject({ opinion }),
    fields: [opinionField],
  }),
  'extend-review': ofTheParty({
    words: text('延长审查期限', 'Extend the review'),
    party: text(
      '审查期限经批准延长{by}个工作日（{document}）。理由：{reason}',
      'The review was extended by {by} working days, with approval ({document}). Reason: {reason}',
    ),
    schema: v.strictObject({
      by: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
      governmentApproval: v.optional(words(60)),
      reason: words(1000),
      document: documentNumber,
      opinion,
    }),
    fields: extensionFields(documents),
    fieldsFor: ({ snapshot }) =>
      extensionFields(documents).flatMap((one) =>
        one.name !== 'governmentApproval' ? [one] : isJoint(snapshot.context) ? [{ ...one, required: true }] : [],
      ),
    shown: ['by', 'governmentApproval', 'reason', 'document'],
    by: [leader],
    consequence: {
      effect: text('审查期限延长，只能延长一次，理由告知申请人。', 'The review gets longer, once only, and the applicant is told why.'),
      article: '《行政许可法》第四十二条',
    },
    notify: enterprise,
  }),
})

type Documents = Record<'site-check-passed' | 'begin-expert-review' | 'submit-opinion' | 'extend-review', Text>

/** What differs from one kind of licence to the other: its documents, and what its own order says of the time of checks and rework. */
export type Review = { documents: Documents; siteCheckBegun: Text; reworkWanted: Text }

/** 许可法 34, 42, 45: two or more on site, experts beside the clock, an opinion of two, endorsed by a third. */
export const reviewOf = (review: Review) => ({
  ...siteChecks(review),
  ...rework,
  ...experts(review.documents),
  ...opinions(review.documents),
})
