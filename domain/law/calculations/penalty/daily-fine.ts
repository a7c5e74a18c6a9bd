// What does a refusal to correct cost by daily continuous fine?

import * as v from 'valibot'
import { DomainError } from '../../../language/errors.ts'
import { spellFen, spellYuan } from '../../../language/money.ts'
import { text } from '../../../language/words.ts'
import { addDays, daysBetween } from '../../../time/days.ts'
import { day, fineYuan, invalid, message } from '../../parse.ts'
import { order18Day } from '../../rules/terms.ts'
import { calculation, doubt } from '../calculation.ts'
import { toFen, toYuan } from '../money.ts'

const schema = v.strictObject({
  fine: v.pipe(
    fineYuan,
    v.minValue(0.01, message('罚款必须大于零', 'The fine must be more than zero')),
    v.description('the original fine, yuan'),
  ),
  ordered: v.pipe(day, v.description('day of the order to correct (责令改正之日)')),
  until: v.pipe(
    day,
    v.description(
      'last day on which it was still not corrected, included (the re-check that found the refusal)',
    ),
  ),
})

const inForce = '2021-09-01'

/** 安全法 112: from the day after the order, the original amount for every day; each day through `until` is counted [D]. */
export const dailyFine = calculation(
  'daily-fine',
  text('按日连续处罚', 'Daily continuous fine'),
  [['safety', '112']],
  schema,
  ({ fine, ordered, until }) => {
    if (ordered < inForce)
      throw new DomainError(
        'rule-not-in-force',
        [text(`按日连续处罚自${inForce}起施行`, `Daily fines exist since ${inForce}`)],
        {
          pointer: '/ordered',
        },
      )
    if (until < ordered)
      throw invalid('/until', {
        pointer: '/until',
        reason: text('截止日早于责令改正之日', 'It ends before the order'),
      })
    const from = addDays(ordered, 1)
    const days = daysBetween(ordered, until)
    const total = toFen(fine) * days
    return {
      from,
      until,
      days,
      perDay: fine,
      amount: toYuan(total),
      totalWithOriginal: toYuan(total + toFen(fine)),
      reckoning: [
        text(
          `自责令改正之日（${ordered}）的次日${from}起，按原处罚数额${spellYuan(fine)}元按日连续处罚（安全生产法第112条）`,
          `From ${from}, the day after the order (${ordered}), ${spellYuan(fine)} yuan a day (Work Safety Law art. 112)`,
        ),
        text(
          `${from}至${until}共${days}日：${days}×${spellYuan(fine)}=${spellFen(total)}元`,
          `${from} to ${until}, ${days} days: ${days} × ${spellYuan(fine)} = ${spellFen(total)} yuan`,
        ),
      ],
      ...doubt(
        until >= order18Day
          ? text(
              '应急令18号的复查与按日计罚规则尚未载入',
              'The re-check and counting rules of Order 18 are not loaded',
            )
          : null,
      ),
    }
  },
)
