// What does the law allow on the spot: this fine, and its cash?
import { type Text, text } from '../../language/words.ts'
import { askLaw } from '../../law/calculations/ask.ts'
import { onTheSpotLimit } from '../../law/calculations/penalty/on-the-spot-limit.ts'
import type { EnforcementContext } from './context.ts'
import { penaltyIn } from './kinds.ts'
import { type At, todayOf } from './penalties.ts'

/** 处罚法 51, 68: by the amounts of the day. */
export const onTheSpotOf = (
  { individual }: Pick<EnforcementContext, 'individual'>,
  fine: number,
  at: At,
  cash: { hardToCollectLater?: boolean } = {},
) =>
  askLaw(
    onTheSpotLimit,
    { party: individual ? 'individual' : 'organisation', fine, date: todayOf(at), ...cash },
    at,
  )

/** The sentence that names the largest fine. */
export const limitOf = (context: Pick<EnforcementContext, 'individual'>, at: At): Text =>
  onTheSpotOf(context, 0, at).reckoning[0] ?? text('', '')

/** Nothing of it is owed any more: the officers have it. */
export const takenInCash = (data: Record<string, unknown>): boolean =>
  data.collection === 'cash' && penaltyIn(data).fine > 0
