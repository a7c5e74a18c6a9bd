// Has another case fined the party for the same act already?
import { text } from '../../language/words.ts'
import { stringIn } from '../../model/event-reading.ts'
import type { CaseRecord } from '../../model/record.ts'
import { isFined } from '../memory/cause.ts'
import type { EnforcementContext, EnforcementRule } from '../memory/context.ts'
import { penaltyIn } from '../memory/kinds.ts'
import { remembered, todayOf } from '../memory/penalties.ts'

type Act = { cause: string; actEnded: string }

/** What is seen and told on the spot goes on until then. */
const endOf = ({ actEnded, onTheSpot, noticedOn }: EnforcementContext): string | null =>
  actEnded ?? (onTheSpot ? noticedOn : null)

/** A fine that stands, for the same violation and the same day on which it ended. */
const hasFined = (record: CaseRecord, act: Act): boolean => {
  const context = remembered(record.snapshot.context)
  return isFined(record) && context.cause === act.cause && endOf(context) === act.actEnded
}

const once =
  (
    isAnother: (context: EnforcementContext, data: Record<string, unknown>) => boolean,
  ): EnforcementRule =>
  ({ context, event }) => {
    const { daily, onTheSpot } = context
    const actEnded = endOf(context) ?? (onTheSpot ? todayOf(event) : null)
    const cause = stringIn(event, 'cause') ?? context.cause ?? null
    const fine = event.data.penalties === undefined ? context.fine : penaltyIn(event.data).fine
    // 安全法 112: a fine repeated day by day is one of other days.
    if (daily || cause === null || actEnded === null || fine <= 0) return true
    if (isAnother(context, event.data)) return true
    const fined = event.past?.find((one) => hasFined(one, { cause, actEnded }))
    return (
      fined === undefined ||
      text(
        `${fined.number}已就同一违法行为（${actEnded}终了）给予罚款，同一违法行为不得给予两次以上罚款（《行政处罚法》第二十九条）；不是同一违法行为的，须在告知时说明理由`,
        `${fined.number} has fined the same violation that ended on ${actEnded}: one act is not fined twice (Penalty Law art. 29); if it is another act, the notice has to say why`,
      )
    )
  }

/** 处罚法 29, across the cases of one party. */
export const noticeOnce = once((_, { otherAct }) => otherAct !== undefined)
export const penaltyOnce = once(({ otherAct }) => otherAct === 'stated')
