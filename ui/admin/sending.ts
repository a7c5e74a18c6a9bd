// How is a form sent once, and how do refusals come back as lines?
import { createSignal } from 'solid-js'
import { asRefusal, type Refusal } from '../client/client.ts'
import { linesOf, type Mistake } from '../form/error-summary.tsx'
import { createAttempts, type KeyOf } from '../reading/requests.ts'
import { adminWords } from './words.ts'

/** What a refusal says; a key that came with other words says that the first ones arrived. */
const refusalTexts = (refusal: Refusal) =>
  refusal.code === 'key-reused' ? [adminWords.arrivedBefore] : linesOf(refusal)

/** A lost answer leaves the request as it was; after a clear one the next request is another. */
export const useSending = () => {
  const [busy, setBusy] = createSignal(false)
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const attempt = createAttempts()
  const send = async (
    found: Mistake[],
    work: (keyOf: KeyOf) => Promise<unknown>,
  ): Promise<boolean> => {
    setMistakes(found)
    if (found.length > 0 || busy()) return false
    setBusy(true)
    try {
      await attempt(work)
      return true
    } catch (error) {
      setMistakes(refusalTexts(asRefusal(error)).map((words) => ({ field: null, words })))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, mistakes, send, clear: () => setMistakes([]) }
}

export type Sending = ReturnType<typeof useSending>
