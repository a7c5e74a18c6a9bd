// May this fine be imposed on the spot, and may the cash be taken?

import * as v from 'valibot'
import { DomainError } from '../../../language/errors.ts'
import { spellFen } from '../../../language/money.ts'
import { type Text, text } from '../../../language/words.ts'
import { numberAt } from '../../amounts/amount.ts'
import { day, fineYuan } from '../../parse.ts'
import { lawOf1996, penalty2021Day } from '../../rules/terms.ts'
import { calculation, dayAsked, doubt } from '../calculation.ts'
import { toFen, toYuan } from '../money.ts'

const schema = v.strictObject({
  party: v.picklist(['individual', 'organisation']),
  fine: v.pipe(fineYuan, v.description('yuan; 0 for a mere warning')),
  /** Day of the decision; without it the law of today. */
  date: v.optional(day),
  /** Is the cash to be taken on the spot? */
  cash: v.optional(v.boolean(), false),
  /** Would it be hard to collect later (处罚法 68)? */
  hardToCollectLater: v.optional(v.boolean(), false),
})

/** The articles of the law in force on a day; its limits stand in the rule book. */
const articlesOn = (date: string): Text => {
  if (date < lawOf1996)
    throw new DomainError(
      'rule-not-in-force',
      [
        text(
          `行政处罚法在 ${date} 尚未施行`,
          `The Administrative Penalty Law was not in force on ${date}`,
        ),
      ],
      { pointer: '/date' },
    )
  return date < penalty2021Day
    ? text('行政处罚法（1996）第33、47条', 'Administrative Penalty Law (1996) art. 33, 47')
    : text('行政处罚法（2021）第51、68条', 'Administrative Penalty Law (2021) art. 51, 68')
}

/** 处罚法 51 and 68: the limits include their number (以下 in the general law, 民法典 1259). */
export const onTheSpotLimit = calculation(
  'on-the-spot-limit',
  text('当场处罚限额', 'Limit of on-the-spot penalties'),
  [['penalty2021', '51、68']],
  schema,
  (input, law) => {
    const on = dayAsked(input.date, law)
    const ofTheDay = articlesOn(on)
    const row = law.amount('on-the-spot-limit.fine', on)
    const articles = row.entered ? row.article : ofTheDay
    const fine = toFen(input.fine)
    const limit = toFen(numberAt(row, input.party))
    const cash = toFen(numberAt(law.amount('on-the-spot-limit.cash', on), 'cash'))
    const allowed = fine <= limit
    const cashAllowed = allowed && fine > 0 && (fine <= cash || input.hardToCollectLater)
    const who =
      input.party === 'individual'
        ? text('公民', 'an individual')
        : text('法人或者其他组织', 'an organisation')
    const verdict = allowed
      ? text('可以适用简易程序当场处罚', 'may be imposed on the spot')
      : text('不得当场处罚，应当立案适用普通程序', 'not on the spot: file a case')
    return {
      allowed,
      limit: toYuan(limit),
      cashAllowed,
      cashLimit: toYuan(cash),
      next: allowed ? ('on-the-spot' as const) : ('case-filing' as const),
      cashRefused: input.cash && !cashAllowed,
      reckoning: [
        text(
          `对${who.zh}当场罚款限额${spellFen(limit)}元（${articles.zh}，含本数）`,
          `Limit for ${who.en}: ${spellFen(limit)} yuan, included (${articles.en})`,
        ),
        text(
          `罚款${spellFen(fine)}元：${verdict.zh}`,
          `Fine of ${spellFen(fine)} yuan: ${verdict.en}`,
        ),
        cashExplanation(fine, cash, cashAllowed, input.hardToCollectLater),
      ],
      ...doubt(null),
    }
  },
)

const cashExplanation = (fine: number, limit: number, allowed: boolean, hard: boolean): Text => {
  const why =
    fine <= limit
      ? text(`不超过${spellFen(limit)}元`, `not over ${spellFen(limit)} yuan`)
      : hard
        ? text('事后难以执行', 'hard to collect later')
        : text(
            `超过${spellFen(limit)}元且事后不难执行`,
            `over ${spellFen(limit)} yuan and not hard to collect later`,
          )
  return text(
    `${allowed ? '可以' : '不得'}当场收缴罚款：${why.zh}`,
    `Cash on the spot ${allowed ? 'allowed' : 'not allowed'}: ${why.en}`,
  )
}
