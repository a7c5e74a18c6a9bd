// How is a form sent once, however often the network or the browser fails between?
import { createSignal } from 'solid-js'
import { asRefusal, type Refusal } from '../client/client.ts'
import { noSending } from './live.ts'
import { isUnclear } from './requests.ts'

/** What it takes of a form: whether it may be sent, a new key for it, and where the refusal is shown. */
type Sendable = {
  check: () => boolean
  settle: () => Promise<unknown>
  refuse: (refusal: Refusal) => void
}

/**
 * One key from the opened form to what is stored: what was refused gets a new one, what had no answer keeps its own.
 * Answers of `submit`: whether it was done. `mayBegin`: of a form that is checked elsewhere, or sent as it was.
 */
export const createSubmitting = (form: Sendable) => {
  const [busy, setBusy] = createSignal(false)
  const submit = async (
    work: () => Promise<void>,
    mayBegin: () => boolean = form.check,
  ): Promise<boolean> => {
    if (busy() || noSending() || !mayBegin()) return false
    setBusy(true)
    try {
      await work()
      return true
    } catch (error) {
      const refusal = asRefusal(error)
      if (!isUnclear(refusal)) void form.settle()
      form.refuse(refusal)
      return false
    } finally {
      setBusy(false)
    }
  }
  /** Nothing may be sent now. */
  const blocked = () => busy() || noSending() !== null
  return { busy, blocked, submit }
}
