// What do the acts ask for by which an enterprise is ordered to rectify, asks for more time, and tells how far it is?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { civilDate, documentField, documentNumber, field, files, keysOf, lines, opinion, opinionField, words } from '../model/fields.ts'
import type { EventDefinition, Field } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { itemsField, moment, photosField, serviceField, services } from './fields.ts'
import { documents } from './papers/documents.ts'
import { citySupervisor, countyLeader, decidersOfExtension, enterprise, inspectors, sectionChief } from './regions/addresses.ts'

const issueOrder: EventDefinition = {
  words: text('责令限期整改', 'Order to rectify'),
  party: text(
    '已责令限期整改：请在{dueDate}（含当日）前完成整改并上报。',
    'You are ordered to rectify: finish and report by {dueDate}, that day included.',
  ),
  schema: v.strictObject({
    dueDate: civilDate,
    items: v.optional(lines(30, 200)),
    requirements: words(4000),
    measures: v.optional(words(4000)),
    service: v.optional(v.picklist(keysOf(services))),
    document: documentNumber,
    opinion,
  }),
  fields: [
    field('dueDate', 'date', '整改期限', 'Rectify by', { hint: text('晚于今日，一年以内', 'After today, within a year') }),
    itemsField,
    field('requirements', 'long-text', '整改要求', 'What must be done'),
    field('measures', 'long-text', '整改期间的防范措施', 'Precautions meanwhile', { required: false }),
    serviceField,
    documentField(documents['issue-order']),
    opinionField,
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['dueDate', 'items', 'requirements', 'measures', 'document'], public: [] },
  consequence: {
    effect: text(
      '企业须在期限内整改；逾期将亮红牌，并逐级提请市、省督办。',
      'The enterprise must rectify by the date; after it the hazard goes red, then to city and province supervision.',
    ),
    article: '《安全生产法》（2021）第六十五条第一款第三项',
  },
  notify: enterprise,
}

const methods = {
  direct: text('直接送达', 'In person'),
  left: text('留置送达', 'Left at the place'),
  post: text('邮寄送达', 'By post'),
  electronic: text('电子送达', 'Electronically'),
  announcement: text('公告送达', 'By public notice'),
} as const satisfies Record<string, Text>

const serve: EventDefinition = {
  words: text('送达', 'Serve'),
  party: text(
    '整改文书已于{servedOn}送达，期限自送达起约束企业。',
    'The order was served on {servedOn}; from then on its date binds the enterprise.',
  ),
  schema: v.strictObject({ method: v.picklist(keysOf(methods)), servedOn: civilDate, receiver: words(100), receipt: v.optional(files) }),
  fields: [
    field('method', 'choice', '送达方式', 'How', { choices: methods }),
    field('servedOn', 'date', '送达日期', 'Served on'),
    field('receiver', 'text', '收件人', 'Received by'),
    field('receipt', 'files', '送达回执', 'Receipt', { required: false }),
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['method', 'servedOn', 'receiver'], public: [] },
  notify: enterprise,
}

const reportProgress: EventDefinition = {
  words: text('报告进度', 'Report progress'),
  party: text('整改进度已上报。', 'The progress of the rectification was reported.'),
  schema: v.strictObject({
    description: words(2000),
    percent: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
    place: v.optional(words(200)),
    takenAt: v.optional(moment),
    photos: v.optional(files),
  }),
  fields: [
    field('description', 'long-text', '进展情况', 'Progress'),
    field('percent', 'number', '完成比例（%）', 'Done (%)'),
    field('place', 'place', '拍摄地点', 'Where', { required: false }),
    field('takenAt', 'moment', '拍摄时间', 'When', { required: false }),
    photosField(text('现场照片，注明时间和地点', 'Photos of the place, with time and place')),
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['description', 'percent', 'place', 'takenAt', 'photos'], public: [] },
}

const requestExtension: EventDefinition = {
  words: text('申请延期', 'Ask for more time'),
  party: text('延期申请已提交：申请延至{until}，等待答复。', 'More time was asked for, until {until}; the answer is awaited.'),
  schema: v.strictObject({ until: civilDate, reason: words(2000), evidence: v.optional(files) }),
  fields: [
    field('until', 'date', '申请延至', 'Until'),
    field('reason', 'long-text', '不可抗力情形及理由', 'Force majeure and reasons', {
      hint: text(
        '一般整改指令仅限不可抗力，期满前10日内提出；挂牌隐患须提前20个工作日',
        'An ordinary order: force majeure only, in its last 10 days. A listed hazard: 20 working days before',
      ),
    }),
    field('evidence', 'files', '证明材料', 'Evidence', { required: false }),
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['until', 'reason', 'evidence'], public: [] },
  notify: [sectionChief, inspectors],
  notifyFor: decidersOfExtension,
}

const decisionFields: Field[] = [
  field('dueDate', 'date', '延至', 'New date'),
  field('reason', 'long-text', '答复意见', 'Answer'),
  documentField(documents['grant-extension']),
  opinionField,
]

/** The date that the enterprise has asked for stands in the form of whoever decides. */
const filledIn = (fields: Field[], { data }: CaseRecord): Field[] => {
  const until = data['request-extension']?.until
  return typeof until === 'string' ? fields.map((one) => (one.name === 'dueDate' ? { ...one, value: until } : one)) : fields
}

/** Where the window does not bind nothing is refused by itself: whoever decides reads the warning. */
const warned =
  (fields: Field[]) =>
  ({ snapshot }: CaseRecord): Field[] =>
    snapshot.context.extensionOutside === true ? fields.map((one) => (one.name === 'reason' ? { ...one, hint: outside } : one)) : fields

const outside = text(
  '注意：该申请不在规定的申请期内；所依据的条款尚未经确认，或者该日期为暂估（工作日安排尚未公布），请人工判断',
  'Note: the request came outside its window; the article is not confirmed, or the date an estimate (its days not decreed yet), so decide yourself',
)

const grantExtension: EventDefinition = {
  words: text('同意延期', 'Grant more time'),
  party: text('已同意延期至{dueDate}（含当日）。', 'More time is granted until {dueDate}, that day included.'),
  schema: v.strictObject({ dueDate: civilDate, reason: words(2000), document: documentNumber, opinion }),
  fields: decisionFields,
  fieldsFor: (record) => filledIn(warned(decisionFields)(record), record),
  by: 'task',
  audience: 'party',
  show: { party: ['dueDate', 'reason', 'document'], public: [] },
  notify: [...enterprise, inspectors, countyLeader, citySupervisor],
}

const refusalFields = decisionFields.slice(1)
const refuseExtension: EventDefinition = {
  words: text('不同意延期', 'Refuse more time'),
  party: text('不同意延期，请按原期限完成整改。', 'More time is refused: the old date stands.'),
  schema: v.strictObject({ reason: words(2000), document: documentNumber, opinion }),
  fields: refusalFields,
  fieldsFor: warned(refusalFields),
  by: 'task',
  audience: 'party',
  show: { party: ['reason', 'document'], public: [] },
  notify: enterprise,
}

export const orderActs = {
  'issue-order': issueOrder,
  serve,
  'report-progress': reportProgress,
  'request-extension': requestExtension,
  'grant-extension': grantExtension,
  'refuse-extension': refuseExtension,
}
