// What do the acts ask for by which an accepted application is checked on site, looked at by experts and given an opinion on?
import { type Text, text } from '../language/words.ts'
import { act } from '../model/act.ts'
import { type FieldBuilder, field } from '../model/field.ts'
import { enterprise } from '../organisation/addresses.ts'
import { leader, reviewers, sectionChief } from './addresses.ts'
import { documentOf, photos, reworkAnswered, wantedItems } from './fields.ts'
import { isJoint } from './joint-rules.ts'

const record = {
  findings: field
    .longText('核查情况', 'Findings', 4000)
    .hint('仅监管部门内部可见', 'Read inside the authorities only'),
  photos,
  document: documentOf('site-check-passed'),
  opinion: field.opinion(),
}

const siteChecks = ({ siteCheckBegun, reworkWanted }: Review) => ({
  'begin-site-check': act({
    words: text('开始现场核查', 'Begin the site check'),
    party: siteCheckBegun,
    fields: { reason: field.longText('核查内容', 'What is checked', 1000).shownTo('party') },
    notify: enterprise,
  }),
  'waive-site-check': act({
    words: text('不作现场核查', 'Do without a site check'),
    fields: { reason: field.longText('理由', 'Reason', 1000), opinion: field.opinion() },
  }),
  'site-check-passed': act({
    words: text('现场核查符合条件', 'Site check passed'),
    party: text('两名审查人员已完成现场核查。', 'Two reviewers have checked the site.'),
    fields: record,
  }),
  'site-check-failed': act({
    words: text('现场核查不符合条件', 'Site check failed'),
    fields: record,
  }),
  'site-check-rework': act({
    words: text('现场核查须整改', 'Rework after the site check'),
    party: reworkWanted,
    fields: {
      items: wantedItems('须整改的事项', 'What must be put right'),
      reason: field
        .longText('整改要求（申请人可见）', 'What is required (read by the applicant)')
        .shownTo('party'),
      photos: photos.shownTo('party'),
      opinion: field.opinion(),
    },
    notify: enterprise,
  }),
})

const reportRework = act({
  words: text('报告整改完成', 'Report the rework'),
  party: text(
    '整改情况已收到，等待再次核查。',
    'The rework is reported and waits for another check.',
  ),
  fields: { answers: reworkAnswered },
})

const endRework = act({
  words: text('逾期未整改，恢复审查', 'Not put right: the review goes on'),
  party: text(
    '未在合理期限内报告整改，审查恢复进行。',
    'No rework was reported in time: the review goes on.',
  ),
  fields: { reason: field.longText('情况说明', 'What has happened', 1000).shownTo('party') },
  by: [reviewers, sectionChief],
  notify: [...enterprise, reviewers],
})

/** 许可法 45: the applicant is told in writing how long it takes. */
const beginExpertReview = ({ expertNoticeFields = {} }: Review) =>
  act({
    words: text('组织专家评审', 'Begin the expert review'),
    party: text(
      '申请须经专家评审，预计至{until}；所需时间不计入审查期限（{document}，《行政许可法》第四十五条）。',
      'Experts review the application, as planned until {until}; the time is not counted ({document}, Licensing Law art. 45).',
    ),
    fields: {
      reason: field.longText('评审事项', 'What is reviewed', 1000).shownTo('party'),
      until: field.date('预计评审至', 'Planned until').shownTo('party'),
      document: documentOf('begin-expert-review').shownTo('party'),
      opinion: field.opinion(),
      ...expertNoticeFields,
    },
    by: [reviewers, sectionChief],
    notify: enterprise,
  })

const endExpertReview = act({
  words: text('专家评审结束', 'End the expert review'),
  party: text(
    '专家评审已结束，审查期限继续计算。',
    'The expert review has ended; the clock runs again.',
  ),
  fields: {
    conclusion: field.longText('评审结论', 'Conclusion', 4000),
    reports: field.files('评审报告', 'Report').optional(),
    opinion: field.opinion(),
  },
  notify: enterprise,
})

const advices = {
  grant: text('建议准予', 'Grant'),
  refuse: text('建议不予', 'Refuse'),
} as const satisfies Record<string, Text>

const submitOpinion = act({
  words: text('提交审查意见', 'Submit the opinion'),
  fields: {
    advice: field.choice(advices, '审查结论', 'Advice'),
    findings: field.longText('审查情况', 'Findings', 4000),
    document: documentOf('submit-opinion'),
    opinion: field.opinion(),
  },
})

const extendReview = act({
  words: text('延长审查期限', 'Extend the review'),
  party: text(
    '审查期限经批准延长{by}个工作日（{document}）。理由：{reason}',
    'The review was extended by {by} working days, with approval ({document}). Reason: {reason}',
  ),
  fields: {
    by: field
      .integer('延长工作日数', 'Working days', 1, 60)
      .hint('上限以规则库为准', 'At most what the rule book allows')
      .shownTo('party'),
    governmentApproval: field
      .text('本级人民政府负责人批准文号', "Number of the government's approval", 60)
      .optional()
      .hint(
        '联合办理的必填（《行政许可法》第四十二条第二款）',
        'Needed for joint handling (Licensing Law art. 42(2))',
      )
      .perCase(({ snapshot }) => (isJoint(snapshot.context) ? { required: true } : null))
      .shownTo('party'),
    reason: field
      .longText('延长理由（告知申请人）', 'Reason (told to the applicant)', 1000)
      .shownTo('party'),
    document: documentOf('extend-review').shownTo('party'),
    opinion: field.opinion(),
  },
  by: [leader],
  consequence: {
    effect: text(
      '审查期限延长，只能延长一次，理由告知申请人。',
      'The review gets longer, once only, and the applicant is told why.',
    ),
    article: '《行政许可法》第四十二条',
  },
  notify: enterprise,
})

/** What differs from one kind of licence to the other: what its own order says of the time of checks, rework and experts. */
export type Review = {
  siteCheckBegun: Text
  reworkWanted: Text
  expertNoticeFields?: Record<string, FieldBuilder>
}

/** 许可法 34, 42, 45: two or more on site, experts beside the clock, an opinion of two, endorsed by a third. */
export const reviewOf = (review: Review) => ({
  ...siteChecks(review),
  'report-rework': reportRework,
  'end-rework': endRework,
  'begin-expert-review': beginExpertReview(review),
  'end-expert-review': endExpertReview,
  'submit-opinion': submitOpinion,
  endorse: act({ words: text('复核同意', 'Endorse'), fields: { opinion: field.opinion() } }),
  'extend-review': extendReview,
})
