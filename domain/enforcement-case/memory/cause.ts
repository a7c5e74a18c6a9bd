// What does a case keep of the cause that its notice names, and of the step of its standard?
import { stringIn } from '../../model/event-reading.ts'
import type { CaseEvent } from '../../model/process.ts'
import type { EnforcementContext } from './context.ts'

type Notice = Pick<CaseEvent, 'data'>
type Kept = Required<Pick<EnforcementContext, 'cause' | 'otherAct' | 'standard'>>

/** As long as nothing is notified. */
export const noCause = { cause: null, otherAct: null, standard: null } as const satisfies Kept

/** The figures that the product has written beside the step; null: the notice names none. */
export const standardOf = ({ data }: Notice, fine: number): Kept['standard'] => {
  const { rangeFrom: from, rangeTo: to } = data
  if (typeof from !== 'number' || typeof to !== 'number') return null
  return { from, to, reasonedFor: data.departure === undefined ? null : fine }
}

/** `fine`: the one that is notified. */
export const causeOf = (event: Notice, fine: number): Kept => ({
  cause: stringIn(event, 'cause'),
  otherAct: event.data.otherAct === undefined ? null : 'stated',
  standard: standardOf(event, fine),
})
