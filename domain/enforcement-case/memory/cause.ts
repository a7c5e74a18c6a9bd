// What does a case keep of the cause that its notice names, and of the step of its standard?
import { stringIn } from '../../model/event-reading.ts'
import type { CaseEvent } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { EnforcementContext } from './context.ts'
import { remembered } from './penalties.ts'

type Notice = Pick<CaseEvent, 'data'>
type Kept = Required<Pick<EnforcementContext, 'cause' | 'otherAct' | 'standard'>>

/** Whether a case has fined a violation of the register, and the fine stands. */
export const isFined = ({ process, snapshot }: CaseRecord): boolean => {
  const { cause, decidedOn, imposed, annulled } = remembered(snapshot.context)
  return (
    process === 'enforcement-case' &&
    Boolean(cause) &&
    decidedOn !== null &&
    imposed > 0 &&
    annulled !== true
  )
}

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
