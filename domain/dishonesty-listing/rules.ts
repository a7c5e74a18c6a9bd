// What may nobody do with a listing? A rule answers yes, or the reason why not; it never throws, also without data.
import { servedLawfully } from '../documents/service-day.ts'
import { text } from '../language/words.ts'
import { returnsTo } from '../model/chart.ts'
import { personIn } from '../model/event-reading.ts'
import { every, type Rule } from '../model/rule.ts'
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

const noticeServiceLawful: ListingRule = ({ context, event }) =>
  servedLawfully(event, context.noticedOn)

export const rules = {
  noticeServiceLawful,
  weighLawful,
  listingLawful: every<ListingContext>(byAnother('weigher'), noticedFirst),
  notListedLawful: byAnother('weigher'),
  listingServiceLawful: every<ListingContext>(
    ({ context, event }) => servedLawfully(event, context.decidedOn),
    untilRight,
  ),
  removalOpen,
  repairByAnother: byAnother('examiner'),
  untilRight,
  returnsTo,
} satisfies Record<string, Rule<never>>
