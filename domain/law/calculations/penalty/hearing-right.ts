// Must the party be told that it may ask for a hearing?

import * as v from 'valibot'
import { spellFen, spellYuan } from '../../../language/money.ts'
import { text } from '../../../language/words.ts'
import type { Day } from '../../../time/days.ts'
import { numberAt } from '../../amounts/amount.ts'
import { day, fineYuan, yuan } from '../../parse.ts'
import { penalty2021Day } from '../../rules/terms.ts'
import { type CountingLaw, calculation, doubt } from '../calculation.ts'
import { toFen, toYuan } from '../money.ts'
import { penaltyWords } from './penalty-words.ts'

const sinceLaw1996 = ['stop-production', 'revoke-licence'] as const
const sinceLaw2021 = ['confiscation', 'downgrade', 'closure', 'career-ban'] as const

const schema = v.strictObject({
  party: v.picklist(['individual', 'organisation']),
  fine: v.optional(yuan, 0),
  penalties: v.optional(
    v.pipe(v.array(v.picklist([...sinceLaw1996, ...sinceLaw2021])), v.maxLength(20)),
    [],
  ),
  date: v.optional(day),
  /** 较大数额罚款 of the province, yuan: prevails over the ministry's number. */
  largeFineFrom: v.optional(fineYuan),
})
type Input = v.InferOutput<typeof schema>

/** 处罚法 63 (1996: 42); the larger fine is a parameter: provinces set it. */
export const hearingRight = calculation(
  'hearing-right',
  text('听证权利', 'Right to a hearing'),
  [
    ['penalty2021', '63'],
    ['order77', ''],
  ],
  schema,
  (input, law) => {
    const on = input.date ?? law.today ?? penalty2021Day
    const fen = thresholdOf(input, law, on)
    const large = input.fine > 0 && toFen(input.fine) >= fen
    const kinds = input.penalties.filter(
      (kind) => on >= penalty2021Day || kind === 'stop-production' || kind === 'revoke-licence',
    )
    const noticeRequired = large || kinds.length > 0
    return {
      hearing: noticeRequired,
      threshold: toYuan(fen),
      because: [...(large ? ['large-fine'] : []), ...kinds],
      reckoning: [
        text(
          `较大数额罚款：${spellFen(fen)}元以上（含）；拟罚${spellYuan(input.fine)}元`,
          `Large fine: ${spellFen(fen)} yuan or more; planned ${spellYuan(input.fine)}`,
        ),
        ...kinds.map((kind) =>
          text(
            `处罚种类“${penaltyWords[kind].zh}”属于听证范围`,
            `The penalty (${penaltyWords[kind].en}) carries the right`,
          ),
        ),
        noticeRequired
          ? text('应当告知听证权利', 'The party must be told the right')
          : text('不属于法定听证范围', 'No statutory right to a hearing'),
      ],
      ...doubt(null),
    }
  },
)

/** The province's own number where it is said, else that of the ministry. */
const thresholdOf = ({ party, largeFineFrom }: Input, law: CountingLaw, on: Day): number =>
  toFen(largeFineFrom ?? numberAt(law.amount('hearing-right.large-fine', on), party))
