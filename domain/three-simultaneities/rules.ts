// Who may not do what with a project, and what must be there before it goes on?

import { text } from '../language/words.ts'
import { barredBy } from '../licensing/bar.ts'
import { approvalLawful, licensingRules, movesOnlyTo } from '../licensing/rules.ts'
import type { Rule } from '../model/process.ts'
import { every } from '../model/rule.ts'
import { civilDate } from '../time/instant.ts'
import type { ProjectContext } from './context.ts'
import {
  acceptanceLawful,
  beginningLawful,
  begunInTime,
  finishedLawful,
  trialEndedLawful,
  trialLastedLongEnough,
  trialLawful,
} from './dates.ts'
import { bureauAcceptsOn, isReviewed, isTrialFiledOn } from './kinds.ts'

export type ProjectRule = Rule<ProjectContext>

// ── applications ────────────────────────────────────────────────────────────────────────────────────────────────────

/** By this project, or by another of the same builder. */
const notBarred: ProjectRule = ({ context: { barred }, event: { past = [] } }) => {
  if (barred !== null)
    return text(
      '再次申请的限制尚未届满（《行政许可法》第七十八条）',
      'The bar on applying again has not ended yet (Licensing Law art. 78)',
    )
  return past.map(barredBy).find((reason) => reason !== null) ?? true
}

const isHazchem: ProjectRule = ({ context }) =>
  context.kind === 'hazchem' ||
  text(
    '安全条件审查仅适用于危险化学品建设项目（总局令第45号）',
    'The safety conditions are reviewed of hazardous chemicals projects only (Order 45)',
  )

const isOtherReviewed: ProjectRule = ({ context }) => {
  if (context.kind === 'hazchem')
    return text(
      '危险化学品建设项目应先通过安全条件审查',
      'A hazardous chemicals project passes the review of its conditions first',
    )
  return isReviewed(context.kind) || needless
}

const needless = text(
  '本类项目不需要审查，设计和验收资料由建设单位存档备查',
  'No review is needed: the builder keeps the papers for inspection',
)
const reviewed: ProjectRule = ({ context }) => isReviewed(context.kind) || needless

const opinionStands: ProjectRule = ({ context }) =>
  !context.opinionExpired ||
  text(
    '安全条件审查意见书有效期已届满，待审查机关确认其是否失效',
    'The opinion on the safety conditions has run out: the authority says first whether it is void',
  )

// ── review and decision ─────────────────────────────────────────────────────────────────────────────────────────────

/** 许可法 45: the applicant is told in writing before the experts begin. */
const toldBeforehand: ProjectRule = ({ event }) => {
  const { toldOn } = event.data
  return (
    toldOn === undefined ||
    String(toldOn) <= civilDate(event.at) ||
    text(
      '须先书面告知申请人评审所需时间，再组织专家评审（《行政许可法》第四十五条）',
      'The applicant is told in writing how long it takes before the experts begin (Licensing Law art. 45)',
    )
  )
}

const conditionsNotExtended: ProjectRule = ({ context }) =>
  context.phase !== 'conditions' ||
  context.jointWith.length > 0 ||
  text(
    '安全条件审查的四十五日期限没有延长的规定（总局令第45号第十二条）',
    'Nothing provides for more than the forty-five days of the review of conditions (Order 45 art. 12)',
  )

const opinionHasExpired: ProjectRule = ({ context }) =>
  context.opinionExpired ||
  text('安全条件审查意见书未届满', 'The opinion on the safety conditions has not run out')

const somethingApproved: ProjectRule = ({ context }) =>
  context.opinionOn !== null ||
  context.designOn !== null ||
  text('尚无可以撤销的许可', 'Nothing has been approved that could be annulled')

/** 许可法 69, 79: also of a project in use; what was given up or annulled holds nothing more. */
const stillStands: ProjectRule = ({ context }) =>
  context.ended === null ||
  context.ended === 'in-use' ||
  text('项目已终止或者审查意见已撤销', 'The project was given up, or its approval annulled already')

/** What brings a project in use back is that something was approved which may have to be annulled. */
const isInUse: ProjectRule = ({ context }) =>
  context.ended === 'in-use' ||
  text('仅已投入使用的项目可以重新办理', 'Only a project in use is taken up again')

// ── construction, trial and completion ──────────────────────────────────────────────────────────────────────────────

const unreviewedKind: ProjectRule = ({ context }) =>
  !isReviewed(context.kind) ||
  text(
    '安全设施设计未经审查批准，不得开工（《安全生产法》第三十三条）',
    'Nothing is built before the design has been approved (Work Safety Law art. 33)',
  )

const withTrial: ProjectRule = ({ event }) =>
  event.data.trial !== false || text('不需要试运行', 'Without a trial run')
const withoutTrial: ProjectRule = ({ event }) =>
  event.data.trial === false || text('需要试运行', 'With a trial run')

const trialIsFiled: ProjectRule = ({ context, event }) => {
  if (context.trialFiled) return text('试生产方案已备案', 'The plan has been filed')
  return (
    isTrialFiledOn(context.kind, civilDate(event.at)) ||
    text(
      '2015年7月1日起试生产方案不再备案，由建设单位组织专家论证（总局令第79号）',
      'Since 1 July 2015 the plan is not filed: the builder has experts look at it (Order 79)',
    )
  )
}

const filedWhereNeeded: ProjectRule = ({ context, event }) =>
  context.trialFiled ||
  !isTrialFiledOn(context.kind, civilDate(event.at)) ||
  text(
    '试生产前须将试生产方案备案（总局令第45号）',
    'The plan is filed before the trial production begins (Order 45)',
  )

const passed: ProjectRule = ({ event }) =>
  event.data.result !== 'failed' || text('试运行不合格', 'The trial run has failed')
/** Before the form is filled in either end is open. */
const trialFailed: ProjectRule = ({ event }) =>
  event.data.result === undefined ||
  event.data.result === 'failed' ||
  text('试运行合格', 'The trial run has passed')

const bureauAccepts: ProjectRule = ({ context, event }) =>
  bureauAcceptsOn(context.kind, civilDate(event.at)) ||
  text(
    '安全设施由建设单位组织竣工验收，不再申请行政验收（《安全生产法》第三十四条）',
    'The builder organises the acceptance; the authority no longer decides on it (Work Safety Law art. 34)',
  )

/** Neither on the day of the report nor on that of the acceptance itself, which lies before it. */
const builderAccepts: ProjectRule = ({ context, event }) =>
  ![civilDate(event.at), event.data.acceptedOn].some(
    (on) => typeof on === 'string' && bureauAcceptsOn(context.kind, on),
  ) ||
  text(
    '按当时规定，竣工验收由安全监管部门决定',
    'By the norm of that day the authority decides on the completion',
  )

export const rules = {
  ...licensingRules,
  approvalLawful,
  authorityLawful: movesOnlyTo(
    text(
      '只能移交市级或者项目所在县级审查机关',
      'Only the city or the county of the project can review it',
    ),
  ),
  conditionsFirst: every(isHazchem, notBarred),
  designFirst: every(isOtherReviewed, notBarred),
  mayApplyDesign: every(opinionStands, notBarred),
  changeLawful: every(reviewed, notBarred),
  expertsMayReview: every(licensingRules.expertsMayReview, toldBeforehand),
  mayExtend: every(conditionsNotExtended, licensingRules.mayExtend),
  opinionHasExpired,
  annulmentLawful: every(somethingApproved, stillStands),
  reopenLawful: every(isInUse, somethingApproved),
  notBegun: ({ context }) => context.startedOn === null || text('已经开工', 'It has begun'),
  needsNoReview: every(unreviewedKind, begunInTime),
  beginningLawful: every(opinionStands, beginningLawful),
  trialIsFiled,
  needsTrial: every(finishedLawful, withTrial),
  needsNoTrial: every(finishedLawful, withoutTrial),
  trialLawful: every(filedWhereNeeded, trialLawful),
  trialPassed: every(passed, trialEndedLawful, trialLastedLongEnough),
  trialFailed: every(trialFailed, trialEndedLawful),
  bureauAccepts: every(bureauAccepts, notBarred),
  builderAccepts: every(builderAccepts, acceptanceLawful),
} satisfies Record<string, ProjectRule>
