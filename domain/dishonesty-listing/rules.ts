// What may nobody do with a listing? A rule answers yes, or the reason why not; it never throws, also without data.
import { servedLawfully } from '../documents/service-day.ts'
import { text } from '../language/words.ts'
import { returnsTo } from '../model/chart.ts'
import { personIn } from '../model/event-reading.ts'
import { branch, every, type Rule } from '../model/rule.ts'
import { unpaidOf } from '../penalties/unpaid.ts'
import { civilDate } from '../time/instant.ts'
import type { ListingContext, ListingRule } from './context.ts'

/** What was said is answered. */
const weighLawful: ListingRule = ({ context, event: { data } }) =>
  data.outcome === undefined ||
  context.stated === (data.outcome !== 'none') ||
  (context.stated
    ? text('当事人已陈述申辩，须予复核', 'The party has spoken: what it said is examined')
    : text('当事人未陈述申辩', 'The party has said nothing'))

const byAnother =
  (who: 'weigher' | 'examiner'): ListingRule =>
  ({ context, event }) => {
    const person = personIn(event)
    return (
      person === null ||
      person !== context[who] ||
      text('复核、核实人员不得作出决定', 'Whoever has examined it may not decide it')
    )
  }

/** 应急令11号: without a notice and the party's word nobody is listed. */
const noticedFirst: ListingRule = ({ context }) =>
  context.noticeServedOn !== null ||
  text('未告知当事人的，不得作出列入决定', 'Nobody is listed without a notice')

const untilRight: ListingRule = ({ context, event: { data } }) =>
  data.publicUntil === undefined ||
  data.publicUntil === context.until ||
  text(`管理期限至${context.until}`, `The term lasts until ${context.until}`)

/** 应急令11号: twelve months after the decision, or after it was reinstated. */
const removalOpen: ListingRule = ({ context, event }) =>
  (context.removableFrom !== null && civilDate(event.at) >= context.removableFrom) ||
  text(
    `${context.removableFrom ?? ''}起可以申请提前移出（列入满十二个月）`,
    `Early removal may be applied for from ${context.removableFrom ?? ''} on (twelve months)`,
  )

/** What was found not to stand is not granted; who thinks otherwise has it examined anew. */
const foundMet: ListingRule = ({ context }) =>
  context.conclusion === 'met' ||
  text(
    '核实结论为不符合提前移出条件，不得准予；认为核实有误的，退回重新核实',
    'The conditions were found not to be met: it is refused, or sent back to be examined anew',
  )

/** 应急令11号: who applies has performed what the penalty has ordered. Where nobody has looked its case up, nothing is said. */
const penaltyPaid: ListingRule = ({ context, event }) => {
  const penalty = event.past?.find(({ number }) => number === context.penaltyCase)
  const unpaid = penalty ? unpaidOf(penalty) : 0
  return (
    unpaid === 0 ||
    text(
      `处罚案件${context.penaltyCase}尚有${unpaid}元罚款未缴清，不得准予提前移出`,
      `${unpaid} yuan of the fine of ${context.penaltyCase} are unpaid: early removal is not granted`,
    )
  )
}

const noticeServiceLawful: ListingRule = ({ context, event }) =>
  servedLawfully(event, context.noticedOn)

/** What it has done without while the notice was being served it need not be waited for afterwards. */
const servedAfterWaiver = branch<ListingContext>(
  noticeServiceLawful,
  ({ context }) => typeof context.waivedAt === 'string',
  text('当事人未放弃陈述申辩', 'The party has not done without a statement'),
)

export const rules = {
  noticeServiceLawful,
  servedAfterWaiver,
  weighLawful,
  listingLawful: every<ListingContext>(byAnother('weigher'), noticedFirst),
  notListedLawful: byAnother('weigher'),
  listingServiceLawful: every<ListingContext>(
    ({ context, event }) => servedLawfully(event, context.decidedOn),
    untilRight,
  ),
  removalOpen,
  repairByAnother: byAnother('examiner'),
  repairEarned: every<ListingContext>(byAnother('examiner'), foundMet, penaltyPaid),
  untilRight,
  returnsTo,
} satisfies Record<string, Rule<never>>
