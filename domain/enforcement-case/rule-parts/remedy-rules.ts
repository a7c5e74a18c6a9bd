// When may a remedy be recorded, what does its outcome change, and what is paid back?
import { spellYuan } from '../../language/money.ts'
import { text } from '../../language/words.ts'
import { stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import type { CaseEvent, Rule, Verdict } from '../../model/process.ts'
import { branch, every } from '../../model/rule.ts'
import type { EnforcementContext, EnforcementRule } from '../memory/context.ts'
import { todayOf } from '../memory/penalties.ts'
import { standing } from '../memory/remedies.ts'
import { isOwing } from '../memory/surcharge.ts'

/** Known days in their order, none after today. */
export const inOrder =
  <Context>(
    after: (input: Parameters<Rule<Context>>[0]) => string | null,
    ...names: string[]
  ): Rule<Context> =>
  (input): Verdict => {
    let before = after(input)
    for (const name of names) {
      const day = stringIn(input.event, name)
      if (day === null) continue
      if (!isCivilDate(day) || day > todayOf(input.event))
        return text('日期不得晚于今日', 'The day may not lie in the future')
      if (before !== null && day < before)
        return text(`日期不得早于${before}`, `The day may not lie before ${before}`)
      before = day
    }
    return true
  }

const served: EnforcementRule = ({ context }) =>
  (context.decisionServedOn !== null && !context.annulled) ||
  text('没有已送达且有效的处罚决定', 'No decision has been served that still stands')

/** 复议法 63: it may not be changed to the disadvantage of whoever has sought it. */
export const lighterThan = (imposed: number, { newFine }: Record<string, unknown>): Verdict =>
  newFine === undefined ||
  (typeof newFine === 'number' && newFine < imposed) ||
  text(
    '变更后的罚款应当低于原罚款，不得作出更为不利的变更（《行政复议法》第六十三条）',
    'The changed fine is lower: nobody fares worse for a remedy (Reconsideration Law art. 63)',
  )

const lighter: EnforcementRule = ({ context, event }) => lighterThan(context.imposed, event.data)

/** What went back for one outcome is not lost among what goes back for the next. */
const refundGiven: EnforcementRule = ({ context: { refundDue } }) =>
  refundDue === null ||
  text(
    `此前应退还的${spellYuan(refundDue)}元尚未登记退还，请先办理`,
    `${spellYuan(refundDue)} yuan that were to be returned before have not been: return them first`,
  )

const outcomeLawful = every<EnforcementContext>(
  refundGiven,
  inOrder<EnforcementContext>(({ context }) => context.pendingSince, 'decidedOn'),
)

/** In yuan; neither more nor less goes back than was paid in vain. */
export const refundRight = ({
  context: { refundDue },
  event: { data },
}: {
  context: { refundDue: number | null }
  event: Pick<CaseEvent, 'data'>
}): Verdict =>
  data.refunded === undefined ||
  data.refunded === refundDue ||
  text(
    `应退还${spellYuan(refundDue ?? 0)}元`,
    `${spellYuan(refundDue ?? 0)} yuan are to be returned`,
  )

const refundLawful = every<EnforcementContext>(
  refundRight,
  inOrder<EnforcementContext>(({ context }) => context.outcomeOn, 'refundedOn'),
)

type Input = Parameters<EnforcementRule>[0]
/** 强制法 40: what was given up is not enforced again because money went back. */
const stillOwes = ({ context }: Input): boolean => isOwing(context) && context.givenUp !== true
const stillOwed = text('罚款尚未缴清', 'The fine has not been paid in full')
const nothingOwedAnyMore = text('没有待缴罚款', 'No fine is to be paid')

const refundOwed: EnforcementRule = ({ context }) =>
  context.refundDue !== null || text('没有应退还的款项', 'Nothing is to be returned')

const changeLawful = every<EnforcementContext>(outcomeLawful, lighter)

/** What was paid already is as much as the fine that it becomes, with what that has cost (处罚法 72). */
const paysUp = ({ context, event }: Input): boolean => {
  const { newFine } = event.data
  return (
    typeof newFine === 'number' &&
    !isOwing({ ...context, ...standing({ context, event }, newFine) })
  )
}

export const remedyRules = {
  remedyLawful: every<EnforcementContext>(
    served,
    inOrder<EnforcementContext>(({ context }) => context.decisionServedOn, 'filedOn', 'receivedOn'),
  ),
  notStayed: ({ context }) => !context.stayed || text('已停止执行', 'It is stayed already'),
  isStayed: ({ context }) => context.stayed || text('未停止执行', 'It is not stayed'),
  outcomeLawful,
  changeLawful,
  changeLeavesSome: branch(changeLawful, (input) => !paysUp(input), nothingOwedAnyMore),
  changePaysUp: branch(changeLawful, paysUp, stillOwed),
  isAnnulled: ({ context }) =>
    context.annulled || text('决定未被撤销', 'The decision was not annulled'),
  isNotAnnulled: ({ context }) =>
    !context.annulled || text('决定已被撤销', 'The decision was annulled'),
  refundOwed,
  refundedMeanwhile: every<EnforcementContext>(refundOwed, refundLawful),
  refundedAndOwing: branch(refundLawful, stillOwes, nothingOwedAnyMore),
  refundedAndPaid: branch(refundLawful, (input) => !stillOwes(input), stillOwed),
  /** 复议法 20, 行诉法 46: only of a decision that stands is a closed case taken up again, be it that on a person. */
  reopenLawful: (input) =>
    (input.context.fines ?? []).some(({ annulled }) => !annulled) || served(input),
} satisfies Record<string, EnforcementRule>
