// Which ways may an emergency go, and what may nobody do with it? A rule answers yes, or the reason why not.

import { text } from '../language/words.ts'
import { every } from '../model/rule.ts'
import { toMillis } from '../time/days.ts'
import { falseAlarmLawful, referralLawful, takingUpAgainLawful } from './closing-rules.ts'
import {
  type EmergencyContext,
  type EmergencyRule,
  isKnownToCity,
  levelOfAuthor,
} from './context.ts'
import { noInject } from './drill/course.ts'
import { type Figures, figuresIn } from './event/figures.ts'
import { foundOut, wronglyNamed } from './event/found-out.ts'
import { isHarm, isToInvestigate, isToReport } from './event/waivers.ts'
import {
  inquiryLawful,
  inquiryOutgrown,
  notOutgrown,
  ofInvestigator,
  supplementLawful,
  takenUpLawful,
} from './inquiry-rules.ts'
import { joinedRules } from './joined.ts'
import { joinLawful } from './joining/join-rules.ts'
import { changeLawful, noResponseLawful, notBelowNumbers, resumeLawful } from './level-rules.ts'
import {
  arrivalLawful,
  callBackLawful,
  isNoLift,
  noSpecialAccident,
  passengersOut,
  releaseLawful,
} from './lift-rules.ts'
import { countedOnly, countLawful, reportedFarEnough } from './number-rules.ts'
import { orderInTime } from './orders/order-rules.ts'
import { plannedLawful } from './plan/course.ts'
import { happened, when } from './rule-parts.ts'
import { reportingParts, standingRules } from './standing.ts'
import { channelLawful } from './upwards/channel.ts'
import { someoneLeft } from './upwards/informed.ts'
import { unreceivedRules } from './upwards/unreceived.ts'

// ── the response ────────────────────────────────────────────────────────────────────────────────────────────────────

/** 应急条例 25: it ends when what threatens is controlled or gone. */
const nobodyInDanger: EmergencyRule = ({ context: { figures } }) =>
  ((figures.trapped ?? 0) === 0 && (figures.missing ?? 0) === 0) ||
  text(
    '尚有被困或者失联人员，不得终止响应；情况已变的先更新人员数字',
    'People are still trapped or missing: it cannot end; if that has changed, record the numbers first',
  )

/** 应急条例 24: the log goes on; after the end only what happened before it is still written down. */
const beforeTheEnd: EmergencyRule = ({ context, event }) => {
  const { happenedAt } = event.data
  if (context.endedAt === null || typeof happenedAt !== 'string') return true
  return (
    (toMillis(happenedAt) ?? 0) <= Date.parse(context.endedAt) ||
    text('响应终止后发生的事项不记入处置日志', 'It happened after the end of the response')
  )
}

/** Somebody is still out there. */
const noOrderOpen: EmergencyRule = ({ event: { openItems = {} } }) => {
  const { order: open = 0 } = openItems
  return (
    open === 0 ||
    text(
      `尚有${open}件指令未完成，请等待完成或者收回后再终止响应`,
      `Orders still open: ${open}. They are done or recalled before the response ends`,
    )
  )
}

/** 安全法 86: what is still open cannot be evaluated as done. */
const measuresDone: EmergencyRule = ({ event: { openItems = {} } }) => {
  const { measure: open = 0 } = openItems
  return (
    open === 0 ||
    text(
      `尚有${open}项整改措施未完成，请核实完成或者注明不再执行`,
      `Measures still open: ${open}. Each is found done or dropped first`,
    )
  )
}
/** 493号 34: after the evaluation nobody could do it any more. */
const publishedFirst = when(
  ({ published }) => published,
  text(
    '处理情况尚未向社会公布，请先公布（依法应当保密的内容除外）',
    'The outcome is not published yet: that comes first, without what the law keeps secret',
  ),
)
const notPublished = when(
  ({ published }) => !published,
  text('处理情况已经公布', 'The outcome is published already'),
)

const roomForMore = when(
  ({ requisitions }) => requisitions.length < 20,
  text('未归还的征用已达20项，请先归还', '20 requisitions are open: give some back first'),
)

const isOpen: EmergencyRule = ({ context, event }) => {
  if (context.requisitions.length === 0)
    return text('没有未归还的征用财产', 'Nothing requisitioned is still to be given back')
  return (
    event.data.no === undefined ||
    context.requisitions.some(({ no }) => String(no) === String(event.data.no)) ||
    text('没有这一项未归还的征用', 'No such requisition is open')
  )
}

const allGivenBack = when(
  ({ requisitions }) => requisitions.length === 0,
  text('征用财产尚未全部归还', 'Not everything requisitioned has been given back'),
)

// ── reports ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const notYetProvince = when(
  ({ reached }) => reached !== 'province',
  text('已经报告省级，有新情况的请续报', 'The province has been told: report further instead'),
)
const graveOnly = when(
  ({ grave }) => grave,
  text('较大以上事故、较大涉险事故才须电话快报省级', 'Only larger accidents are telephoned'),
)
/** By what is known, and what the event says of it. */
const withSaid = ({ context, event }: Parameters<EmergencyRule>[0]): Figures => ({
  ...context.figures,
  ...figuresIn(event.data),
})
const reportOwed: EmergencyRule = (input) =>
  (input.context.reportWaived && isToReport(withSaid(input), input.context)) ||
  text('不影响已作出的不需上报的结论', 'Nothing is to be reported still')
const investigationOwed: EmergencyRule = (input) =>
  (input.context.investigationWaived && isToInvestigate(withSaid(input), input.context)) ||
  text('不影响已作出的不组织调查的结论', 'It is not investigated still')
const notGrave = when(
  ({ grave, figures }) => !grave && !isHarm(figures),
  text('已造成人员伤亡或者达到较大以上，应当上报', 'There are casualties: it has to be reported'),
)
const nobodyHarmed = when(
  ({ figures }) => !isHarm(figures),
  text('已造成人员伤亡，应当组织事故调查', 'People were harmed: it has to be investigated'),
)
const notLarger = when(
  ({ accidentLevel }) => accidentLevel === 'general',
  text(
    '已达到较大以上事故，应当组织事故调查',
    'It is a larger accident: it has to be investigated',
  ),
)
const isHandled = when(
  ({ handled }) => handled,
  text('处置尚未结束，不能终报', 'The handling is not over: no final report yet'),
)
const reportedUp = when(
  ({ reported }) => reported,
  text('尚未上报', 'Nothing has been reported yet'),
)
const finallyReported = when(
  ({ finallyReported: final }) => final,
  text('尚未终报', 'There is no final report yet'),
)
const sentBack = when(
  ({ sentBack: back }) => back,
  text('终报没有被要求补充', 'The final report was not sent back'),
)
/** What was final goes on where the corrected numbers must go further up. */
const goesFurther: EmergencyRule = (input) =>
  reportedFarEnough(input) !== true ||
  text('更正后不需再向上报告', 'Corrected, it need not go further up')
const unitSilent = when(
  ({ unitReportedAt }) => unitReportedAt === null,
  text('已登记事发单位报告', 'The unit’s report is registered'),
)

const cityKnows = when(isKnownToCity, text('市级尚未接报', 'The city is not told yet'))
const toldSince = happened('reportedAt', ({ receivedAt }) => receivedAt)
const informedSince = happened('informedAt', ({ receivedAt }) => receivedAt)
const leftByCounty = someoneLeft('countyInformed', text('县级', 'The county'))
const leftByCity = someoneLeft('cityInformed', text('市级', 'The city'))

const reportWaived = when(
  ({ reportWaived: waived }) => waived,
  text('尚未作出不需上报的结论', 'It was not found that nothing is to be reported'),
)
const investigationWaived = when(
  ({ investigationWaived: waived }) => waived,
  text('尚未作出不组织调查的结论', 'It was not found that nothing is investigated'),
)
/** 越级上报、续报、终报、更正: the city hears of what a county has sent past it. */
const cityIsBetween: EmergencyRule = ({ context, event }) =>
  (context.reached === 'province' && levelOfAuthor(event) === 'county') ||
  text('没有需要市级另行签收的报告', 'The city has nothing of its own to receive')
const cityIsSkipped: EmergencyRule = ({ context, event }) =>
  (context.cityReceivedAt === null && levelOfAuthor(event) === 'county') ||
  text('市级已经接报', 'The city has been told')
const isDrill = when(({ drill }) => drill, text('不是演练', 'This is no exercise'))
/** Evaluated and followed up is what was planned; an exercise that nobody planned ends with itself. */
const isPlannedDrill = when(
  ({ drillCourse }) => drillCourse !== undefined,
  text('不是按演练计划实施的演练', 'This is no planned drill'),
)
const injectWaits = when(({ nextInjectAt }) => typeof nextInjectAt === 'string', noInject)
export const rules = {
  startLawful: notBelowNumbers,
  noResponseLawful,
  falseAlarmLawful,
  referralLawful,
  takingUpAgainLawful,
  inquiryOutgrown,
  resumeLawful,
  reportsAgain: every(finallyReported, resumeLawful),
  changeLawful,
  endLawful: every(nobodyInDanger, passengersOut, noOrderOpen),
  orderLawful: every<EmergencyContext>(orderInTime, ({ context, event }) =>
    plannedLawful(context.plan, event.data),
  ),
  joinLawful,
  ...joinedRules,
  ...unreceivedRules,
  measuresDone,
  publishingLawful: every(notPublished, ofInvestigator),
  evaluationLawful: every(notOutgrown, measuresDone, publishedFirst),
  logLawful: every(
    happened('happenedAt', ({ happenedAt }) => happenedAt),
    beforeTheEnd,
  ),
  meetingLawful: happened('begunAt', ({ happenedAt }) => happenedAt),
  roomForMore,
  isOpen,
  allGivenBack,
  countLawful,
  ...standingRules,
  notYetProvince,
  countyHolds: every(reportingParts.countyHolds, countedOnly),
  countedOnly,
  provinceLawful: every(notYetProvince, reportingParts.byTheCity, countedOnly),
  countyPhoneLawful: every(
    graveOnly,
    happened('phonedAt', ({ receivedAt }) => receivedAt),
  ),
  cityPhoneLawful: every(
    graveOnly,
    cityKnows,
    happened('phonedAt', ({ receivedAt }) => receivedAt),
  ),
  countyInforms: every(leftByCounty, informedSince),
  cityInforms: every(leftByCity, informedSince),
  countyTells: every(channelLawful, toldSince),
  cityTells: every(channelLawful, cityKnows, toldSince),
  noReportLawful: every(notGrave, noSpecialAccident),
  finalLawful: every(isHandled, countedOnly, reportedFarEnough),
  reportedUp,
  correctionReopens: every(reportedUp, countedOnly, finallyReported, goesFurther),
  sentBack,
  correctionLawful: every(reportedUp, countedOnly),
  finallyReported,
  inquiryLawful,
  takenUpLawful,
  ofInvestigator,
  returnLawful: every(ofInvestigator, supplementLawful),
  noInquiryLawful: every(nobodyHarmed, notLarger, noSpecialAccident),
  reportOwed,
  investigationOwed,
  foundOutLawful: every(
    foundOut,
    happened('toldAt', ({ happenedAt }) => happenedAt),
  ),
  unitCorrectionLawful: every(
    wronglyNamed,
    happened('toldAt', ({ happenedAt }) => happenedAt),
  ),
  unitReportLawful: every(
    unitSilent,
    happened('reportedAt', ({ happenedAt }) => happenedAt),
  ),
  isNoLift,
  callBackLawful,
  arrivalLawful,
  releaseLawful,
  cityIsBetween,
  cityIsSkipped,
  reportWaived,
  investigationWaived,
  isDrill,
  isPlannedDrill,
  injectWaits,
} satisfies Record<string, EmergencyRule>
