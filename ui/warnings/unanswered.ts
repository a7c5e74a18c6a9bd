// Which warnings were sent and had no answer, so that nobody sends a second one unknowingly?
import { createSignal } from 'solid-js'
import type { WarningOrder } from '../../contract/devices/warnings.ts'
import { type Form, orderFrom } from './form-state.ts'

type Sent = { form: string; order: WarningOrder }

const holds = ({ expires }: WarningOrder, now: number) =>
  expires === null || Date.parse(expires) > now

export const createUnanswered = () => {
  const [lost, setLost] = createSignal<Sent[]>([])
  const asBefore = (form: Form, now: number) =>
    lost().find((one) => one.form === JSON.stringify(form) && holds(one.order, now))?.order
  return {
    /** The same words are the same warning, to the second at which it ends. */
    orderOf: (form: Form, now: number): WarningOrder => asBefore(form, now) ?? orderFrom(form, now),
    note: (form: Form, order: WarningOrder, unclear: boolean): void => {
      const others = lost().filter((one) => one.order !== order)
      setLost(unclear ? [...others, { form: JSON.stringify(form), order }] : others)
    },
    itself: (order: WarningOrder): boolean => lost().some((one) => one.order === order),
    others: (order: WarningOrder): boolean => lost().some((one) => one.order !== order),
  }
}
