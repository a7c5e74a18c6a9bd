// What do the acts ask for by which an enterprise is ordered to rectify, asks for more time, and tells how far it is?
import { servedStated } from '../documents/service-day.ts'
import { serviceFields } from '../documents/service-form.ts'
import { text } from '../language/words.ts'
import { act } from '../model/act.ts'
import { field } from '../model/field.ts'
import { citySupervisor, countyLeader, enterprise, inspectors } from '../organisation/addresses.ts'
import { items, photos, service } from './fields.ts'
import { documents } from './papers/documents.ts'
import { decidersOfExtension, sectionChief } from './regions/addresses.ts'

const issueOrder = act({
  words: text('责令限期整改', 'Order to rectify'),
  party: text(
    '已责令限期整改：请在{dueDate}（含当日）前完成整改并上报。',
    'You are ordered to rectify: finish and report by {dueDate}, that day included.',
  ),
  fields: {
    dueDate: field
      .date('整改期限', 'Rectify by')
      .hint('晚于今日，一年以内', 'After today, within a year')
      .shownTo('party'),
    items: items.shownTo('party'),
    requirements: field.longText('整改要求', 'What must be done', 4000).shownTo('party'),
    measures: field
      .longText('整改期间的防范措施', 'Precautions meanwhile', 4000)
      .optional()
      .shownTo('party'),
    service,
    document: field.document(documents['issue-order']).shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '企业须在期限内整改；逾期将亮红牌，并逐级提请市、省督办。',
      'The enterprise must rectify by the date; after it the hazard goes red, then to city and province supervision.',
    ),
    article: '《安全生产法》（2021）第六十五条第一款第三项',
  },
  notify: enterprise,
})

const serve = act({
  words: text('送达', 'Serve'),
  party: text(
    '整改文书已于{servedOn}送达，期限自送达起约束企业。',
    'The order was served on {servedOn}; from then on its date binds the enterprise.',
  ),
  states: servedStated,
  fields: serviceFields,
  notify: enterprise,
})

const reportProgress = act({
  words: text('报告进度', 'Report progress'),
  party: text('整改进度已上报。', 'The progress of the rectification was reported.'),
  fields: {
    description: field.longText('进展情况', 'Progress').shownTo('party'),
    percent: field.integer('完成比例（%）', 'Done (%)', 0, 100).shownTo('party'),
    place: field.place('拍摄地点', 'Where').optional().shownTo('party'),
    takenAt: field.moment('拍摄时间', 'When').optional().shownTo('party'),
    photos: photos
      .hint('现场照片，注明时间和地点', 'Photos of the place, with time and place')
      .shownTo('party'),
  },
})

const requestExtension = act({
  words: text('申请延期', 'Ask for more time'),
  party: text(
    '延期申请已提交：申请延至{until}，等待答复。',
    'More time was asked for, until {until}; the answer is awaited.',
  ),
  fields: {
    until: field.date('申请延至', 'Until').shownTo('party'),
    reason: field
      .longText('不可抗力情形及理由', 'Force majeure and reasons')
      .hint(
        '一般整改指令仅限不可抗力，期满前10日内提出；挂牌隐患须提前20个工作日',
        'An ordinary order: force majeure only, in its last 10 days. A listed hazard: 20 working days before',
      )
      .shownTo('party'),
    evidence: field.files('证明材料', 'Evidence').optional().shownTo('party'),
  },
  notify: [sectionChief, inspectors],
  notifyFor: decidersOfExtension,
})

const outside = text(
  '注意：该申请不在规定的申请期内；所依据的条款尚未经确认，或者该日期为暂估（工作日安排尚未公布），请人工判断',
  'Note: the request came outside its window; the article is not confirmed, or the date an estimate (its days not decreed yet), so decide yourself',
)

const decision = {
  /** Where the window does not bind nothing is refused by itself: whoever decides reads the warning. */
  reason: field
    .longText('答复意见', 'Answer')
    .shownTo('party')
    .perCase(({ snapshot }) =>
      snapshot.context.extensionOutside === true ? { hint: outside } : {},
    ),
  document: field.document(documents['grant-extension']).shownTo('party'),
  opinion: field.opinion(),
}

const grantExtension = act({
  words: text('同意延期', 'Grant more time'),
  party: text(
    '已同意延期至{dueDate}（含当日）。',
    'More time is granted until {dueDate}, that day included.',
  ),
  fields: {
    /** Begins with what the enterprise has asked for. */
    dueDate: field
      .date('延至', 'New date')
      .shownTo('party')
      .perCase(({ data }) => {
        const until = data['request-extension']?.until
        return typeof until === 'string' ? { value: until } : {}
      }),
    ...decision,
  },
  notify: [...enterprise, inspectors, countyLeader, citySupervisor],
})

const refuseExtension = act({
  words: text('不同意延期', 'Refuse more time'),
  party: text('不同意延期，请按原期限完成整改。', 'More time is refused: the old date stands.'),
  fields: decision,
  notify: enterprise,
})

export const orderActs = {
  'issue-order': issueOrder,
  serve,
  'report-progress': reportProgress,
  'request-extension': requestExtension,
  'grant-extension': grantExtension,
  'refuse-extension': refuseExtension,
}
