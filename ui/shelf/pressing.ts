// How is one press on something of the shelf sent once, and what went wrong shown?
import { createSignal } from 'solid-js'
import { newKey } from '../client/client.ts'

/** `readAnew`: what the press has changed, whether it was taken or not. */
export const createPressing = (readAnew: () => Promise<void>) => {
  const [busy, setBusy] = createSignal(false)
  const [failed, setFailed] = createSignal<unknown>(null)
  /** Answers whether it was taken. */
  const send = async (work: (key: string) => Promise<unknown>): Promise<boolean> => {
    if (busy()) return false
    setBusy(true)
    setFailed(null)
    const done = await work(newKey()).then(
      () => true,
      (error: unknown) => {
        setFailed(error)
        return false
      },
    )
    setBusy(false)
    await readAnew()
    return done
  }
  return { busy, failed, send }
}
