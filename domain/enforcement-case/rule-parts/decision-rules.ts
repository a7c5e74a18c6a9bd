// What is asked of whoever weighs the defence, reviews in law, discusses and decides?
import { type Text, text } from '../../language/words.ts'
import { personIn } from '../../model/event-reading.ts'
import type { Verdict } from '../../model/process.ts'
import { branch, every } from '../../model/rule.ts'
import type { Punished, PunishedRule } from '../memory/context.ts'
import { heavier, penaltyIn } from '../memory/kinds.ts'
import { reckoned, reviewOf } from '../memory/penalties.ts'
import { decidedWithinStandard } from './discretion-rules.ts'
import { punishable } from './notice-rules.ts'

type Input = Parameters<PunishedRule>[0]

const reviewNeeded = ({ context, event }: Input): boolean =>
  reviewOf(context, event).legalReview.required
const discussionNeeded = ({ context, event }: Input): boolean =>
  reviewOf(context, event).collectiveDiscussion.required

/** 处罚法 45: what was said is answered. */
export const weighLawful: PunishedRule = ({ context, event: { data } }) => {
  if (data.outcome === undefined) return true
  return (
    context.defended === (data.outcome !== 'none') ||
    (context.defended
      ? text(
          '当事人已陈述申辩或者参加听证，须逐项复核（《行政处罚法》第四十五条）',
          'The party has spoken: what it said is examined (Penalty Law art. 45)',
        )
      : text('当事人未陈述申辩', 'The party has said nothing'))
  )
}

/** 处罚法 58: whoever has investigated the case does not review it. */
export const reviewerLawful: PunishedRule = ({ context, event }) =>
  !context.investigators.includes(personIn(event) ?? '') ||
  text(
    '调查人员不得担任本案法制审核人员（《行政处罚法》第五十八条）',
    'Whoever has investigated the case does not review it in law (Penalty Law art. 58)',
  )

/** 处罚法 57: minutes with the votes of those who were there. */
const voteLawful: PunishedRule = ({ event: { data } }) => {
  if (data.attendees === undefined) return true
  const present = Array.isArray(data.attendees) ? new Set(data.attendees).size : 0
  const [agree, against] = [Number(data.agree ?? 0), Number(data.against ?? 0)]
  if (present < 3)
    return text(
      '集体讨论的负责人不得少于三人',
      'Three leaders at least take part in the discussion',
    )
  if (agree + against !== present)
    return text('表决票数与参加人数不符', 'The votes are not as many as the people')
  return (
    agree > against ||
    text(
      '未获多数同意，请退回重新办理（《行政处罚法》第五十七条）',
      'There is no majority for it: send it back (Penalty Law art. 57)',
    )
  )
}

const decidedByAnother: PunishedRule = ({ context, event }) => {
  const person = personIn(event)
  return (
    person === null ||
    (!context.investigators.includes(person) && person !== context.reviewer) ||
    text(
      '调查人员、法制审核人员不得作出决定',
      'Whoever investigated or reviewed the case may not decide it',
    )
  )
}

/** 处罚法 44, 45, 62: without a notice that was served and a party that was heard there is no decision. */
export const heardFirst: PunishedRule = ({ context }) =>
  (context.noticeServedOn !== null && context.weighed) ||
  text(
    '未告知或者未听取陈述、申辩的，不得作出处罚决定（《行政处罚法》第六十二条）',
    'Without notice and hearing the party nothing is decided (Penalty Law art. 62)',
  )

/** 处罚法 57, 58. */
export const reviewedFirst: PunishedRule = (input) => {
  const reckoning = reviewOf(input.context, input.event)
  const missing =
    (reckoning.legalReview.required && input.context.reviewer === null) ||
    (reckoning.collectiveDiscussion.required && !input.context.discussed)
  return !missing || reckoned(reckoning)
}

/** Heavier than what was notified it is notified again. */
export const notHeavier: PunishedRule = ({ context, event: { data } }) => {
  if (data.penalties === undefined) return true
  const decided = penaltyIn(data)
  if (decided.penalties.length === 0)
    return text('须选择处罚种类；不予处罚的请另行决定', 'A penalty has a kind')
  if (decided.penalties.includes('fine') !== decided.fine > 0)
    return text('罚款须填写数额', 'A fine has an amount')
  return (
    !heavier(decided, context) ||
    text(
      '处罚重于已告知的内容，须退回重新告知（《行政处罚法》第四十四条、第四十五条）',
      'Heavier than what was notified: send it back and notify anew (Penalty Law art. 44, 45)',
    )
  )
}

/** 处罚法 33(1), 30–33: what spares the party is named; a case that must be punished is not let go. */
const noPenaltyLawful: PunishedRule = (input) => {
  const may = decidedByAnother(input)
  if (may !== true || input.event.data.ground !== 'minor') return may
  return (
    input.context.spared ||
    text(
      '调查报告未认定违法行为轻微、及时改正且没有危害后果（《行政处罚法》第三十三条）',
      'The report has not found it minor, corrected in time and without harm (Penalty Law art. 33)',
    )
  )
}

const elsewhere = text('按审核要求进入其他环节', 'It goes another way')
const otherWay = (lawful: PunishedRule, here: (input: Input) => boolean): PunishedRule =>
  branch<Punished>(lawful, here, elsewhere as Text)

export const decisionRules = {
  weighedToReview: otherWay(weighLawful, reviewNeeded),
  weighedToDiscussion: otherWay(
    weighLawful,
    (input): boolean => !reviewNeeded(input) && discussionNeeded(input),
  ),
  weighedToDecision: otherWay(
    weighLawful,
    (input) => !reviewNeeded(input) && !discussionNeeded(input),
  ),
  reviewedToDiscussion: otherWay(reviewerLawful, discussionNeeded),
  reviewedToDecision: otherWay(reviewerLawful, (input) => !discussionNeeded(input)),
  voteLawful,
  decidedByAnother,
  penaltyLawful: every<Punished>(
    decidedByAnother,
    heardFirst,
    reviewedFirst,
    ({ context, event }): Verdict => punishable(context, event),
    notHeavier,
    decidedWithinStandard,
  ),
  noPenaltyLawful,
} satisfies Record<string, PunishedRule>
