// What does a fine remember of a later payment that was asked for, and granted (处罚法 66, 72)?
import { limitFor } from '../../engine/clocks/limit.ts'
import { stringIn } from '../../model/event-reading.ts'
import { withStay } from './after-remedy.ts'
import type { EnforcementEvent, Punished } from './context.ts'
import { workingDayFrom } from './last-day.ts'
import { todayOf } from './penalties.ts'

type Asked = Pick<Punished, 'deferralAskedOn'>
type Before = Asked & Pick<Punished, 'deferredTo' | 'payBy' | 'stays'>
type Granted = Asked & Partial<Pick<Punished, 'deferredTo' | 'payBy' | 'stays'>>

/** 处罚法 66, 67: until when it may be paid, by the period of the law or the deferral, whichever ends later; `limit`: that of the law. */
export const lastDayToPay = (
  { deferredTo }: Pick<Punished, 'deferredTo'>,
  served: string,
  law: Parameters<typeof limitFor>[0],
) => {
  const limit = limitFor(law, 'enforcement-case.payment', served)
  const deferred = deferredTo === null ? null : workingDayFrom(deferredTo, law)
  return { limit, on: deferred !== null && deferred > limit.due ? deferred : limit.due }
}

type Kept = Pick<Punished, 'deferredTo' | 'payBy'>

/** 处罚法 67: served later than was written down, the party has longer by the law than by a deferral that ends before that; such a one counts no more. Empty: all count. */
export const deferralsOutlasted = (
  { deferredTo, payBy }: Kept,
  served: string,
  law: Parameters<typeof limitFor>[0],
): Partial<Kept> => {
  const { limit } = lastDayToPay({ deferredTo: null }, served, law)
  return {
    ...(deferredTo !== null && deferredTo < limit.due ? { deferredTo: null } : {}),
    ...(payBy !== null && payBy < limit.due ? { payBy: null } : {}),
  }
}

/** Only of one that is asked for late the day counts. */
export const deferralAsked = (isOverdue: boolean, event: EnforcementEvent): Asked => ({
  deferralAskedOn: isOverdue ? todayOf(event) : null,
})

export const deferralRefused: Asked = { deferralAskedOn: null }

/** From when nothing grows; null: it was asked for before the fine was ever late. Asked for within days that a late application has won, they only go on. */
const from = ({ deferralAskedOn, deferredTo, payBy }: Before): string | null =>
  deferralAskedOn ?? (deferredTo === payBy ? null : deferredTo)

/**
 * 处罚法 66, 72: asked for in time the new day takes the place of the old one. Asked for late, nothing grows from the day of the application until the new
 * day; what had grown before stays owed, since only the agreement of 强制法 42 reduces it.
 */
export const deferralGranted = (before: Before, event: EnforcementEvent): Granted => {
  const to = stringIn(event, 'dueDate')
  if (to === null) return deferralRefused
  const granted = { ...deferralRefused, deferredTo: to }
  const lateFrom = from(before)
  return lateFrom === null
    ? { ...granted, payBy: to }
    : { ...granted, stays: withStay(before.stays, { from: lateFrom, to, kind: 'deferral' }) }
}
