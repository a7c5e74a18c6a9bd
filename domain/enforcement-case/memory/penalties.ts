// What does the law ask of a penalty that is planned: hearing, review, discussion, and whether the act is too old?
import { type Text, text } from '../../language/words.ts'
import { type AskedBy, askLaw } from '../../law/calculations/ask.ts'
import { hearingRight } from '../../law/calculations/penalty/hearing-right.ts'
import { limitation } from '../../law/calculations/penalty/limitation.ts'
import { requiredReview } from '../../law/calculations/penalty/required-review.ts'
import { stringIn } from '../../model/event-reading.ts'
import { civilDate } from '../../time/instant.ts'
import type { EnforcementContext, EnforcementEvent, Punished, PunishedRule } from './context.ts'

/** A moment and the books of it: an event, or the form before it. */
export type At = Pick<EnforcementEvent, 'at'> & AskedBy

/** 处罚法 63: whether the party is told of its right to a hearing, step by step. */
export const hearingOf = (
  { individual, fine, penalties }: Pick<Punished, 'individual' | 'fine' | 'penalties'>,
  at: At,
) =>
  askLaw(
    hearingRight,
    {
      party: individual ? 'individual' : 'organisation',
      fine,
      penalties: penalties.filter((kind) => !['warning', 'fine', 'suspend-licence'].includes(kind)),
      date: todayOf(at),
    },
    at,
  )

/** 处罚法 57, 58: whether legal review and a discussion of the leaders come before the decision. */
export const reviewOf = (context: Punished, at: At) =>
  askLaw(
    requiredReview,
    {
      fine: context.fine,
      penalties: context.penalties,
      hearingHeld: context.hearingHeld,
      majorPublicInterest: context.majorInterest,
      complex: context.complex,
      date: todayOf(at),
    },
    at,
  )

/** As soon as the report has found what the penalty is, it is known that it must be reviewed or discussed. */
export const reviewForeseen: PunishedRule = ({ context, event }) => {
  const { legalReview, collectiveDiscussion } = reviewOf(context, event)
  return (
    (context.actEnded !== null && (legalReview.required || collectiveDiscussion.required)) ||
    text(
      '尚不能确定须经法制审核、集体讨论',
      'Nothing says yet that it must be reviewed in law or discussed',
    )
  )
}

type Act = { actEnded: string; discovered: string; seriousHarm: boolean }

/** 处罚法 36: whether the act is too old to be punished. */
export const limitationOf = (act: Act, by: AskedBy) => askLaw(limitation, act, by)

/** What was reckoned, in one hint: sentences become parts of one. */
export const reckoned = ({ reckoning, reasons }: { reckoning: Text[]; reasons: Text[] }): Text =>
  text(
    [...reckoning, ...reasons].map(({ zh }) => zh.replace(/。$/u, '')).join('；'),
    [...reckoning, ...reasons].map(({ en }) => en.replace(/\.$/u, '')).join('; '),
  )

/** What the chart remembers, as the hint of a form. */
export const remembered = (context: Record<string, unknown>): EnforcementContext =>
  context as EnforcementContext

export const todayOf = ({ at }: Pick<EnforcementEvent, 'at'>): string => civilDate(at)

/** Of which day the party was told last, and who presides then (处罚法 64). */
export const hearingTold = (
  event: EnforcementEvent,
): Pick<EnforcementContext, 'hearingOn' | 'hearingChair'> => ({
  hearingOn: stringIn(event, 'heldOn'),
  hearingChair: stringIn(event, 'chairId'),
})
