// Which rules of the Administrative Licensing Law bind whoever receives, reviews and decides on an application?

import { provenLawfully } from '../documents/service-proof.ts'
import { type Text, text } from '../language/words.ts'
import { returnsTo } from '../model/chart.ts'
import { answersEach, answersIn, personIn } from '../model/event-reading.ts'
import { isCivilDate } from '../model/fields.ts'
import type { Rule } from '../model/process.ts'
import { every } from '../model/rule.ts'
import { daysBetween } from '../time/days.ts'
import { civilDate } from '../time/instant.ts'
import type { Application } from './context.ts'
import { type Hearing, hearingRules, notChair, signedByNoChair } from './hearing-rules.ts'
import { allAnswered, approvedByWhoMay, type Joint, jointRules } from './joint-rules.ts'

type ApplicationRule = Rule<Application>

const leastDaysToAnswer = 15

/** Between the city and the county of the case, and nowhere else. */
export const movesOnlyTo =
  (refused: Text): ApplicationRule =>
  ({ context, event: { data } }) => {
    if (data.to === undefined) return true
    if (data.to === context.authority)
      return text('案件已在该机关', 'The case lies with that authority already')
    return data.to === '330800' || data.to === context.county || refused
  }

const extendedOnce: ApplicationRule = ({ context }) =>
  !context.extended ||
  text(
    '审查期限只能延长一次（《行政许可法》第四十二条）',
    'The review is extended once only (Licensing Law art. 42)',
  )

const decidedByAnother: ApplicationRule = (input) => {
  const person = personIn(input.event)
  return (
    person === null ||
    (person !== input.context.endorser && !input.context.reviewers.includes(person)) ||
    text('审查、复核人员不得作出许可决定', 'Whoever reviewed or endorsed it may not decide')
  )
}

/** Four eyes over the opinion, and again over the decision. */
const notReviewer: ApplicationRule = (input) =>
  !input.context.reviewers.includes(personIn(input.event) ?? '') ||
  text('审查人员不得复核自己的审查意见', 'Whoever reviewed it may not endorse the opinion')

/** 许可法 38: what was found on site not to meet the conditions is not approved on paper. */
const checkStands: ApplicationRule = ({ context }) =>
  !context.checkFailed ||
  text(
    '最近一次现场核查不符合条件，重新核查符合条件后方可准予（《行政许可法》第三十八条）',
    'The last site check has failed: nothing is approved before a new one has passed (Licensing Law art. 38)',
  )

/** 许可法 45: of what lies behind nobody can be told beforehand. */
const plannedAhead: ApplicationRule = ({ event: { at, data } }) =>
  data.until === undefined ||
  String(data.until) >= civilDate(at) ||
  text('预计评审结束日期不得早于今日', 'The planned end may not lie before today')

/** Of its acceptance, its review, the service of its decision, and the bar on applying again. */
const applicationRules = {
  supplementOnce: ({ context }) =>
    !context.supplementRequested ||
    text(
      '须补正的内容只能一次告知，本件已告知过（《行政许可法》第三十二条第一款第四项）',
      'Everything missing is told once, and it has been told (Licensing Law art. 32(4))',
    ),

  /** 许可法 32(5): accepted only what is complete; before anybody has looked the act is offered. */
  checklistComplete: ({ context, event }) => {
    if (event.data.checklist === undefined) return true
    const answers = answersIn(event.data, 'checklist')
    const inOrder = new Set(answers.flatMap(({ item, passed }) => (passed ? [item] : [])))
    const missing = [...new Set([...context.necessary, ...answers.map(({ item }) => item)])].filter(
      (item) => !inOrder.has(item),
    )
    if (missing.length === 0) return true
    return context.supplementRequested
      ? text(
          `申请材料不齐全，不得受理：${missing.join('、')}；经告知仍未补正的，不予受理（《行政许可法》第三十二条）`,
          `Incomplete, so not to be accepted: ${missing.join(', ')}; what was told and still did not come is a ground to refuse (Licensing Law art. 32)`,
        )
      : text(
          `申请材料不齐全，不得受理：${missing.join('、')}；请“一次告知补正”（《行政许可法》第三十二条第一款第四项）`,
          `Incomplete, so not to be accepted: ${missing.join(', ')}; tell everything missing, once (Licensing Law art. 32(4))`,
        )
  },

  /** What is missing is asked for first; only what was asked for and, as the window finds, did not come may be held against the applicant. */
  notAcceptedLawful: ({ context, event: { data } }) => {
    if (data.ground !== 'incomplete') return true
    if (!context.supplementRequested)
      return text(
        '材料不全的应先一次告知补正，不得直接不予受理（《行政许可法》第三十二条第一款第四项）',
        'Missing papers are asked for first (Licensing Law art. 32(4))',
      )
    const missing = Array.isArray(data.missing) ? data.missing : []
    return (
      missing.every((one) => context.requestedItems.includes(one)) ||
      text(
        '只能以已一次告知而仍未补正的内容不予受理（《行政许可法》第三十二条第一款第四、五项）',
        'Only what was told, and still has not come, is a ground (Licensing Law art. 32(4), (5))',
      )
    )
  },

  /** Neither 许可法 nor its orders count these days: the applicant has them, and the authority does not wait for ever [D]. */
  answerAwaited: ({ context, event }) =>
    (context.askedOn !== null &&
      daysBetween(context.askedOn, civilDate(event.at)) >= leastDaysToAnswer) ||
    text(
      `告知未满${leastDaysToAnswer}日，应当继续等待申请人答复（本系统约定）`,
      `Asked less than ${leastDaysToAnswer} days ago: the answer is waited for (a convention of the platform)`,
    ),

  /** Nothing beside what was asked for, and all of it. */
  answersWhole: ({ context, event }) => {
    if (event.data.answers === undefined) return true
    return (
      answersEach(context.requestedItems, answersIn(event.data)) ||
      text('请只就告知的事项逐项答复', 'Answer each thing that was asked for, and nothing else')
    )
  },

  visited: ({ context }) =>
    context.visited || text('尚未完成现场核查', 'The site has not been checked yet'),
  notVisited: ({ context }) =>
    !context.visited || text('现场核查已完成', 'The site has been checked'),

  /** Service is a fact of the past, and comes after what is served. */
  serviceLawful: ({ context, event }) => {
    const { servedOn } = event.data
    if (servedOn === undefined) return true
    if (!isCivilDate(servedOn))
      return text('送达日期不是有效日期', 'The date of service is not a date')
    if (servedOn > civilDate(event.at))
      return text('送达日期不得晚于今日', 'The date of service may not lie in the future')
    if (context.decidedOn !== null && servedOn < context.decidedOn)
      return text('送达日期不得早于决定日期', 'The date of service may not lie before the decision')
    return provenLawfully(event, context.electronic)
  },

  falseAtIntake: ({ event }) =>
    event.data.ground === 'false-material' || text('不涉及虚假材料', 'No false material'),
  falseAtDecision: ({ event }) =>
    event.data.falseMaterial === true || text('不涉及虚假材料', 'No false material'),
  byFraud: ({ event }) =>
    event.data.ground === 'fraud' || text('并非以欺骗手段取得', 'Not obtained by fraud'),
} satisfies Record<string, ApplicationRule>

const decisionLawful = every<Application & Hearing>(decidedByAnother, hearingRules.noHearingOpen)

/** What a refusal does not need. */
export const approvalLawful = every<Application & Hearing>(decisionLawful, checkStands)

/** What every chart of a licence asks, by the names that it uses. */
export const licensingRules = {
  ...applicationRules,
  ...hearingRules,
  ...jointRules,
  opinionLawful: every<Application & Hearing & Joint>(allAnswered, signedByNoChair),
  endorsedByAnother: every<Application & Hearing>(notReviewer, notChair),
  expertsMayReview: every<Application & Hearing>(hearingRules.noHearingOpen, plannedAhead),
  mayExtend: every<Application & Hearing & Joint>(extendedOnce, approvedByWhoMay),
  decisionLawful,
  returnsTo,
}
