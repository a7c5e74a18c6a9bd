// How is a form sent once, and how do refusals come back as lines?
import { createSignal } from 'solid-js'
import { asRefusal, newKey } from '../client.ts'
import type { Mistake } from '../parts/error-summary.tsx'

/** One key from the opened form to the answer; after an answer the next wish is another one. */
export const useSending = () => {
  const [busy, setBusy] = createSignal(false)
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  let key = newKey()
  const send = async (found: Mistake[], work: (key: string) => Promise<unknown>): Promise<boolean> => {
    setMistakes(found)
    if (found.length > 0 || busy()) return false
    setBusy(true)
    try {
      await work(key)
      key = newKey()
      return true
    } catch (error) {
      const { status, reasons, title } = asRefusal(error)
      if (status !== 0) key = newKey()
      setMistakes((reasons.length > 0 ? reasons : [title]).map((words) => ({ field: null, words })))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, mistakes, send }
}

export type Sending = ReturnType<typeof useSending>
