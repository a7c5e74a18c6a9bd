// What do the acts ask for from the report of a rectification to the end of the case?
import { text } from '../language/words.ts'
import { act } from '../model/act.ts'
import { field } from '../model/field.ts'
import { enterprise } from '../organisation/addresses.ts'
import { followersOfClosure } from './closure.ts'
import { photos, results } from './fields.ts'
import { documents } from './papers/documents.ts'

/** What the enterprise says is done; only the re-check says that it passes. */
const done = { passed: text('已整改', 'Done'), failed: text('未整改', 'Not done') }

const rectified = {
  description: field.longText('整改情况', 'What was done', 4000).shownTo('party'),
  results: results.with({ choices: done }).shownTo('party'),
  photos: photos
    .hint('建议附整改前后对比照片', 'Photos before and after help the re-check')
    .shownTo('party'),
}

const reportRectified = act({
  words: text('上报整改完成', 'Report as rectified'),
  party: text(
    '整改情况已上报，等待检查员复查。',
    'The rectification is reported and waits for the re-check.',
  ),
  fields: rectified,
})

/** 令16 第23条: a listed or stopped hazard is assessed first, then applied for in writing. */
const applyAcceptance = act({
  words: text('申请验收和恢复生产', 'Apply for acceptance and resumption'),
  party: text(
    '验收申请已提交，等待现场审查。',
    'The application is made and waits for the review on site.',
  ),
  fields: {
    ...rectified,
    assessment: field
      .longText('评估报告结论', 'Conclusion of the assessment', 4000)
      .hint(
        '治理后由专家或者安全评价机构评估',
        'Assessed by experts or an evaluation agency after the governance',
      )
      .shownTo('party'),
    reports: field.files('评估报告', 'Assessment report').optional().shownTo('party'),
    resume: field
      .boolean('同时申请恢复生产', 'Apply to resume production as well')
      .optional()
      .shownTo('party'),
  },
})

const recheckPassed = act({
  words: text('复查合格', 'Re-check passed'),
  party: text('复查合格。', 'The re-check was passed.'),
  fields: {
    findings: field
      .longText('复查情况（企业可见）', 'Findings (read by the enterprise)', 4000)
      .shownTo('party'),
    results: results.shownTo('party'),
    photos: photos.shownTo('party'),
    document: field.document(documents['re-check-passed']).shownTo('party'),
    opinion: field.opinion(),
  },
})

const recheckFailed = act({
  words: text('复查不合格', 'Re-check failed'),
  party: text(
    '复查不合格，请在{dueDate}（含当日）前继续整改并重新上报。',
    'The re-check failed: go on rectifying and report again by {dueDate}, that day included.',
  ),
  fields: {
    reasons: field
      .longText('不合格原因（企业可见）', 'Why it failed (read by the enterprise)', 4000)
      .shownTo('party'),
    dueDate: field
      .date('新的整改期限', 'Rectify by')
      .hint('晚于今日，一年以内', 'After today, within a year')
      .shownTo('party'),
    results: results.shownTo('party'),
    photos: photos.shownTo('party'),
    document: field.document(documents['re-check-passed']).shownTo('party'),
    opinion: field.opinion(),
  },
  notify: enterprise,
})

const approveResume = act({
  words: text('同意恢复生产', 'Approve resumption'),
  party: text('已同意恢复生产。', 'Production may be resumed.'),
  fields: {
    document: field.document(documents['approve-resume']).shownTo('party'),
    reply: field.longText('批复内容', 'Reply').shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '停产措施解除，企业可以恢复生产经营。',
      'The stop is lifted and the enterprise may produce again.',
    ),
    article: '《安全生产法》（2021）第六十五条第一款第三项；总局令第16号第二十三条',
  },
  notify: enterprise,
})

const writeOff = act({
  words: text('隐患核销公示', 'Write off and publish'),
  party: text(
    '隐患已隐患核销公示，事项已办结。',
    'The hazard is written off and published; the matter is closed.',
  ),
  fields: {
    publicSummary: field
      .longText('公示内容', 'Published summary', 1000)
      .hint('向社会公开，不得含报告人信息', 'Read by everybody: nothing about who reported it')
      .shownTo('party', 'public'),
    document: field.document(documents['write-off']).shownTo('party'),
    opinion: field.opinion(),
  },
  audience: 'public',
  publishes: true,
  consequence: {
    effect: text(
      '案件办结，督办解除，公示内容向社会公开。',
      'The case is closed, supervision is lifted and the summary is published.',
    ),
    article: '《安全生产事故隐患排查治理暂行规定》（总局令第16号）第二十三条',
  },
  notify: enterprise,
  notifyFor: followersOfClosure,
})

export const acceptanceActs = {
  'report-rectified': reportRectified,
  'apply-acceptance': applyAcceptance,
  're-check-passed': recheckPassed,
  're-check-failed': recheckFailed,
  'approve-resume': approveResume,
  'write-off': writeOff,
}
