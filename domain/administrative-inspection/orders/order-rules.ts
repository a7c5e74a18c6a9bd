// When may an order of an inspection be found carried out or not, and when is more time given (安全法 65, 处罚办法 16)?
import { limitFor } from '../../engine/clocks/limit.ts'
import { text } from '../../language/words.ts'
import { binds } from '../../law/compute.ts'
import { onGround } from '../../law/rules/norms.ts'
import { stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import { type CaseEvent, every, type Verdict } from '../../model/rule.ts'
import { certificatesShownOn } from '../../registers/officer-certificate/shown.ts'
import { addDays } from '../../time/days.ts'
import { civilDate } from '../../time/instant.ts'
import type { OrderContext, OrderRule } from './order-context.ts'

const checkedInTime: OrderRule = ({ context: { orderedOn }, event }) => {
  const { checkedOn } = event.data
  if (checkedOn === undefined) return true
  if (!isCivilDate(checkedOn) || checkedOn > civilDate(event.at))
    return text('复查日期不得晚于今日', 'It cannot be re-checked in the future')
  return (
    orderedOn === null ||
    checkedOn >= orderedOn ||
    text(
      `复查日期不得早于作出之日${orderedOn}`,
      `It is not re-checked before it was ordered on ${orderedOn}`,
    )
  )
}

/** Who still has time has not failed; what is done before may be found done. */
const overdue: OrderRule = ({ context: { correctBy }, event }) => {
  const checkedOn = stringIn(event, 'checkedOn') ?? civilDate(event.at)
  return (
    correctBy === null ||
    checkedOn > correctBy ||
    text(
      `整改期限至${correctBy}（含当日），届满后复查方可认定逾期未改`,
      `It may be put right until ${correctBy}, that day included: nobody has failed before`,
    )
  )
}

const recheckLawful = every<OrderContext>(checkedInTime, certificatesShownOn('checkedOn'))

/** 处罚办法 16: asked for in the last days before it ends; where that window is not confirmed, whoever decides judges. */
const inWindow = (event: CaseEvent, correctBy: string, askedOn: string): Verdict => {
  const limit = limitFor(event, 'inspection.extension-request', correctBy)
  const first = limit.window?.from ?? limit.due
  const { zh, en } = onGround(limit.rule.articleText)
  const late = askedOn > correctBy
  if (!late && (askedOn >= first || !binds(limit))) return true
  return text(
    `延期须在期满前10日内（${first}至${correctBy}）申请${zh}`,
    `More time is asked for within the last 10 days, ${first} to ${correctBy}${en}`,
  )
}

const askedInTime: OrderRule = ({ context: { correctBy }, event }) => {
  const { askedOn } = event.data
  if (askedOn === undefined || correctBy === null) return true
  if (!isCivilDate(askedOn) || askedOn > civilDate(event.at))
    return text('申请日期不得晚于今日', 'It was not asked for in the future')
  return inWindow(event, correctBy, askedOn)
}

/** The enterprise asks today, for a day after the one it has. */
const asksLawfully: OrderRule = ({ context: { correctBy }, event }) => {
  if (correctBy === null) return true
  const inTime = inWindow(event, correctBy, civilDate(event.at))
  const { until } = event.data
  if (inTime !== true || until === undefined) return inTime
  return (
    (isCivilDate(until) && until > correctBy && until <= addDays(correctBy, 366)) ||
    text(
      `申请延至的日期须晚于原期限${correctBy}，一年以内`,
      `By a day after the old one, ${correctBy}, and within a year`,
    )
  )
}

/** What the enterprise has asked for is answered before it is found to have failed. */
const nothingAsked: OrderRule = ({ context: { asked } }) =>
  asked === null ||
  text(
    `企业已于${asked.on}申请延期，答复后方可认定逾期未改`,
    `More time was asked for on ${asked.on}: answer that first`,
  )

/** A granted date lies after the one it replaces, and is still to come. */
const extendsLawfully: OrderRule = ({ context, event }) => {
  const { correctBy } = event.data
  if (correctBy === undefined) return true
  const today = civilDate(event.at)
  if (!isCivilDate(correctBy) || correctBy <= today || correctBy > addDays(today, 366))
    return text('延期后的期限须晚于今日，一年以内', 'By a day after today and within a year')
  return (
    context.correctBy === null ||
    correctBy > context.correctBy ||
    text(
      `延期后的期限须晚于原期限${context.correctBy}`,
      `The new date must be after the old one, ${context.correctBy}`,
    )
  )
}

export const orderRules = {
  recheckLawful,
  failLawful: every<OrderContext>(nothingAsked, overdue, recheckLawful),
  asksLawfully,
  extensionLawful: every<OrderContext>(askedInTime, extendsLawfully),
} satisfies Record<string, OrderRule>
