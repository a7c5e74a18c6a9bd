// Which warnings were sent and had no answer, so that nobody sends a second one unknowingly?
import { createSignal } from 'solid-js'
import type { WarningGiven } from '../../contract/devices/warnings.ts'
import { type Form, givenBy } from './form-state.ts'

type Sent = { form: string; given: WarningGiven }

const holds = ({ expires }: WarningGiven, now: number) =>
  expires === null || Date.parse(expires) > now

export const createUnanswered = () => {
  const [lost, setLost] = createSignal<Sent[]>([])
  const asBefore = (form: Form, now: number) =>
    lost().find((one) => one.form === JSON.stringify(form) && holds(one.given, now))?.given
  return {
    /** The same words are the same warning, to the second at which it ends. */
    givenOf: (form: Form, now: number): WarningGiven => asBefore(form, now) ?? givenBy(form, now),
    note: (form: Form, given: WarningGiven, unclear: boolean): void => {
      const others = lost().filter((one) => one.given !== given)
      setLost(unclear ? [...others, { form: JSON.stringify(form), given }] : others)
    },
    itself: (given: WarningGiven): boolean => lost().some((one) => one.given === given),
    others: (given: WarningGiven): boolean => lost().some((one) => one.given !== given),
  }
}
