// Which ways may an emergency go, and what may nobody do with it? A rule answers yes, or the reason why not.

import { type Text, text } from '../language/words.ts'
import { casualtyFreeze } from '../law/calculations/emergency/casualty-freeze.ts'
import { isCivilDate } from '../model/fields.ts'
import type { Verdict } from '../model/process.ts'
import { every } from '../model/rule.ts'
import { toMillis } from '../time/days.ts'
import { decreeCalendars } from '../time/decrees.ts'
import { civilDate } from '../time/instant.ts'
import { type EmergencyContext, type EmergencyRule, momentIn } from './context.ts'
import { areaIn, figuresIn, responseLevelIn, responseOf, responseWords } from './event/figures.ts'
import { countedAs } from './event/kinds.ts'
import { plannedLawful } from './plan/course.ts'

const when =
  (holds: (context: EmergencyContext) => boolean, otherwise: Text): EmergencyRule =>
  ({ context }): Verdict =>
    holds(context) || otherwise

/** What is said to have happened has happened: not before the event itself, and not in the future. Buttons ask before a form is filled. */
const happened =
  (name: string, from: (context: EmergencyContext) => string): EmergencyRule =>
  ({ context, event }) => {
    const value = event.data[name]
    if (value === undefined) return true
    const at = typeof value === 'string' ? toMillis(value) : null
    if (at === null) return text('时刻无效', 'This is no moment')
    if (at > Date.parse(event.at)) return text('时刻不得晚于现在', 'It may not lie in the future')
    return (
      at >= Date.parse(from(context)) ||
      text('时刻不得早于事件发生', 'It may not lie before the event')
    )
  }

// ── the response ────────────────────────────────────────────────────────────────────────────────────────────────────

/** 预案: a level graver than the known numbers reach is anybody's to decide; a lighter one says less than what is known. */
const notBelowNumbers: EmergencyRule = ({ context, event }) => {
  const level = responseLevelIn(event.data.level)
  if (level === null) return true
  const { figures } = context
  const spread = areaIn(event.data.spread) ?? context.spread
  const capability = areaIn(event.data.capability) ?? context.capability
  const reached = responseOf({ ...figures, ...figuresIn(event.data) }, { spread, capability })
  if (level <= reached.level) return true
  const [words, why] = [responseWords[reached.level], reached.reckoning[0]]
  return text(
    `按已知情况达到${words.zh}，不得低于该级别（${why?.zh ?? ''}）`,
    `What is known reaches ${words.en}: no lower level may be set (${why?.en ?? ''})`,
  )
}

const changesLevel: EmergencyRule = ({ context, event }) =>
  responseLevelIn(event.data.level) !== context.responseLevel ||
  text('与现行响应级别相同', 'That is the present level')

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

/** 指令: it ends after it begins, and both lie ahead. */
const orderInTime: EmergencyRule = ({ event: { data, at } }) => {
  const [startBy, finishBy] = [momentIn({ data }, 'startBy'), momentIn({ data }, 'finishBy')]
  if (finishBy !== null && finishBy <= at)
    return text('完成时限须在此刻之后', 'It must be done at a moment that lies ahead')
  return (
    startBy === null ||
    finishBy === null ||
    startBy <= finishBy ||
    text('计划开始不得晚于完成时限', 'It cannot begin after it is to be done')
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

// ── casualties ──────────────────────────────────────────────────────────────────────────────────────────────────────

const someNumber: EmergencyRule = ({ event }) =>
  event.data.asOf === undefined ||
  Object.keys(figuresIn(event.data)).length > 0 ||
  text('请至少填写一项数字', 'Give one number at least')

/** 493号 13: what changes after the last day no longer counts. */
const countsStill: EmergencyRule = ({ context, event }) => {
  const { asOf } = event.data
  if (asOf === undefined) return true
  if (!isCivilDate(asOf)) return text('日期无效', 'This is no date')
  if (asOf > civilDate(event.at)) return text('日期不得晚于今日', 'It may not lie in the future')
  if (asOf < context.accidentOn)
    return text('日期不得早于事件发生之日', 'It may not lie before the event')
  const { counts, reckoning } = casualtyFreeze.run(
    { accidentAt: context.accidentOn, kind: countedAs(context.kind), diedAt: asOf },
    event.calendars ?? decreeCalendars,
  )
  return counts !== false || (reckoning.at(-1) ?? text('不计入', 'It does not count'))
}

// ── reports ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const countyHolds = when(
  ({ reached }) => reached === 'county',
  text('市级已经接报', 'The city has been told'),
)
const notYetProvince = when(
  ({ reached }) => reached !== 'province',
  text('已经报告省级，有新情况的请续报', 'The province has been told: report further instead'),
)
const graveOnly = when(
  ({ grave }) => grave,
  text('较大以上事故、较大涉险事故才须电话快报省级', 'Only larger accidents are telephoned'),
)
/** By what is known, and what the event says of it. */
const harms = ({ context, event }: Parameters<EmergencyRule>[0]): boolean => {
  const { dead, seriouslyHurt } = { ...context.figures, ...figuresIn(event.data) }
  return Boolean(dead) || Boolean(seriouslyHurt)
}
const reportOwed: EmergencyRule = (input) =>
  (input.context.reportWaived && harms(input)) ||
  text('不影响已作出的不需上报的结论', 'Nothing is to be reported still')
const investigationOwed: EmergencyRule = (input) =>
  (input.context.investigationWaived && harms(input)) ||
  text('不影响已作出的不组织调查的结论', 'It is not investigated still')
const notGrave = when(
  ({ grave, figures }) => !grave && !figures.dead && !figures.seriouslyHurt,
  text('已造成人员伤亡或者达到较大以上，应当上报', 'There are casualties: it has to be reported'),
)
const nobodyHarmed = when(
  ({ figures }) => !figures.dead && !figures.seriouslyHurt,
  text('已造成人员伤亡，应当组织事故调查', 'People were harmed: it has to be investigated'),
)
const isHandled = when(
  ({ handled }) => handled,
  text('处置尚未结束，不能终报', 'The handling is not over: no final report yet'),
)
const reportedFarEnough = when(
  ({ grave, reached, origin }) =>
    grave ? reached === 'province' : reached !== 'county' || origin === 'city',
  text('应当上报的级别尚未上报', 'A level that must be told has not been told'),
)
const reportedUp = when(
  ({ reached, origin }) => reached !== origin,
  text('尚未上报', 'Nothing has been reported yet'),
)
const finallyReported = when(
  ({ finallyReported: final }) => final,
  text('尚未终报', 'There is no final report yet'),
)
const unitSilent = when(
  ({ unitReportedAt }) => unitReportedAt === null,
  text('已登记事发单位报告', 'The unit’s report is registered'),
)

const isDrill = when(({ drill }) => drill, text('不是演练', 'This is no exercise'))
const isReal = when(
  ({ drill }) => !drill,
  text('演练不进行事故调查', 'An exercise is not investigated'),
)
export const rules = {
  startLawful: notBelowNumbers,
  changeLawful: every(changesLevel, notBelowNumbers),
  endLawful: every(nobodyInDanger, noOrderOpen),
  orderLawful: every(orderInTime, ({ context, event }) => plannedLawful(context.plan, event.data)),
  logLawful: every(
    happened('happenedAt', ({ happenedAt }) => happenedAt),
    beforeTheEnd,
  ),
  roomForMore,
  isOpen,
  allGivenBack,
  countLawful: every(countsStill, someNumber),
  countyHolds,
  notYetProvince,
  countyPhoneLawful: every(
    graveOnly,
    happened('phonedAt', ({ receivedAt }) => receivedAt),
  ),
  cityPhoneLawful: every(
    graveOnly,
    when(
      ({ cityReceivedAt }) => cityReceivedAt !== null,
      text('市级尚未接报', 'The city is not told yet'),
    ),
    happened('phonedAt', ({ receivedAt }) => receivedAt),
  ),
  noReportLawful: notGrave,
  finalLawful: every(isHandled, reportedFarEnough),
  reportedUp,
  finallyReported,
  nobodyHarmed,
  reportOwed,
  investigationOwed,
  unitReportLawful: every(
    unitSilent,
    happened('reportedAt', ({ happenedAt }) => happenedAt),
  ),
  isDrill,
  isReal,
} satisfies Record<string, EmergencyRule>
