// What do the acts ask for from the report of a rectification to the end of the case?
import * as v from 'valibot'
import { text } from '../language/words.ts'
import { civilDate, documentField, documentNumber, field, files, itemAnswers, opinion, opinionField, words } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import { photosField, resultsField, withItems } from './fields.ts'
import { documents } from './papers/documents.ts'
import { enterprise } from './regions/addresses.ts'

/** What the enterprise says is done; only the re-check says that it passes. */
const done = { passed: text('已整改', 'Done'), failed: text('未整改', 'Not done') }

const rectifiedFields = [
  field('description', 'long-text', '整改情况', 'What was done'),
  { ...resultsField, choices: done },
  photosField(text('建议附整改前后对比照片', 'Photos before and after help the re-check')),
]

const reportRectified: EventDefinition = {
  words: text('上报整改完成', 'Report as rectified'),
  party: text('整改情况已上报，等待检查员复查。', 'The rectification is reported and waits for the re-check.'),
  schema: v.strictObject({ description: words(4000), results: v.optional(itemAnswers), photos: v.optional(files) }),
  fields: rectifiedFields,
  fieldsFor: withItems(rectifiedFields),
  by: 'task',
  audience: 'party',
  show: { party: ['description', 'results', 'photos'], public: [] },
}

const applicationFields = [
  ...rectifiedFields,
  field('assessment', 'long-text', '评估报告结论', 'Conclusion of the assessment', {
    hint: text('治理后由专家或者安全评价机构评估', 'Assessed by experts or an evaluation agency after the governance'),
  }),
  field('reports', 'files', '评估报告', 'Assessment report', { required: false }),
  field('resume', 'boolean', '同时申请恢复生产', 'Apply to resume production as well', { required: false }),
]

/** 令16 第23条: a listed or stopped hazard is assessed first, then applied for in writing. */
const applyAcceptance: EventDefinition = {
  words: text('申请验收和恢复生产', 'Apply for acceptance and resumption'),
  party: text('验收申请已提交，等待现场审查。', 'The application is made and waits for the review on site.'),
  schema: v.strictObject({
    description: words(4000),
    results: v.optional(itemAnswers),
    photos: v.optional(files),
    assessment: words(4000),
    reports: v.optional(files),
    resume: v.optional(v.boolean()),
  }),
  fields: applicationFields,
  fieldsFor: withItems(applicationFields),
  by: 'task',
  audience: 'party',
  show: { party: ['description', 'results', 'photos', 'assessment', 'reports', 'resume'], public: [] },
}

const passedFields = [
  field('findings', 'long-text', '复查情况（企业可见）', 'Findings (read by the enterprise)'),
  resultsField,
  photosField(),
  documentField(documents['re-check-passed']),
  opinionField,
]

const recheckPassed: EventDefinition = {
  words: text('复查合格', 'Re-check passed'),
  party: text('复查合格。', 'The re-check was passed.'),
  schema: v.strictObject({
    findings: words(4000),
    results: v.optional(itemAnswers),
    photos: v.optional(files),
    document: documentNumber,
    opinion,
  }),
  fields: passedFields,
  fieldsFor: withItems(passedFields),
  by: 'task',
  audience: 'party',
  show: { party: ['findings', 'results', 'photos', 'document'], public: [] },
}

const failedFields = [
  field('reasons', 'long-text', '不合格原因（企业可见）', 'Why it failed (read by the enterprise)'),
  field('dueDate', 'date', '新的整改期限', 'Rectify by', { hint: text('晚于今日，一年以内', 'After today, within a year') }),
  resultsField,
  photosField(),
  documentField(documents['re-check-passed']),
  opinionField,
]

const recheckFailed: EventDefinition = {
  words: text('复查不合格', 'Re-check failed'),
  party: text(
    '复查不合格，请在{dueDate}（含当日）前继续整改并重新上报。',
    'The re-check failed: go on rectifying and report again by {dueDate}, that day included.',
  ),
  schema: v.strictObject({
    reasons: words(4000),
    dueDate: civilDate,
    results: v.optional(itemAnswers),
    photos: v.optional(files),
    document: documentNumber,
    opinion,
  }),
  fields: failedFields,
  fieldsFor: withItems(failedFields),
  by: 'task',
  audience: 'party',
  show: { party: ['reasons', 'dueDate', 'results', 'photos', 'document'], public: [] },
  notify: enterprise,
}

const approveResume: EventDefinition = {
  words: text('同意恢复生产', 'Approve resumption'),
  party: text('已同意恢复生产。', 'Production may be resumed.'),
  schema: v.strictObject({ document: documentNumber, reply: words(2000), opinion }),
  fields: [documentField(documents['approve-resume']), field('reply', 'long-text', '批复内容', 'Reply'), opinionField],
  by: 'task',
  audience: 'party',
  show: { party: ['document', 'reply'], public: [] },
  consequence: {
    effect: text('停产措施解除，企业可以恢复生产经营。', 'The stop is lifted and the enterprise may produce again.'),
    article: '《安全生产法》（2021）第六十五条第一款第三项；总局令第16号第二十三条',
  },
  notify: enterprise,
}

const writeOff: EventDefinition = {
  words: text('隐患核销公示', 'Write off and publish'),
  party: text('隐患已隐患核销公示，事项已办结。', 'The hazard is written off and published; the matter is closed.'),
  schema: v.strictObject({ publicSummary: words(1000), document: documentNumber, opinion }),
  fields: [
    field('publicSummary', 'long-text', '公示内容', 'Published summary', {
      hint: text('向社会公开，不得含报告人信息', 'Read by everybody: nothing about who reported it'),
    }),
    documentField(documents['write-off']),
    opinionField,
  ],
  by: 'task',
  audience: 'public',
  show: { party: ['publicSummary', 'document'], public: ['publicSummary'] },
  publishes: true,
  consequence: {
    effect: text('案件办结，督办解除，公示内容向社会公开。', 'The case is closed, supervision is lifted and the summary is published.'),
    article: '《安全生产事故隐患排查治理暂行规定》（总局令第16号）第二十三条',
  },
  notify: enterprise,
}

export const acceptanceActs = {
  'report-rectified': reportRectified,
  'apply-acceptance': applyAcceptance,
  're-check-passed': recheckPassed,
  're-check-failed': recheckFailed,
  'approve-resume': approveResume,
  'write-off': writeOff,
}
