// What does a button of the roster do while it waits, and where does it say what went wrong?
import { createSignal } from 'solid-js'
import { asRefusal } from '../client/client.ts'
import { t } from '../client/words.ts'
import { noSending } from '../reading/live.ts'
import { client } from '../reading/queries.ts'

export const readRostersAgain = (): void => {
  for (const name of ['rosters', 'roster-mine', 'roster-month'])
    void client.invalidateQueries({ queryKey: [name] })
}

/** Runs one request at a time; a refusal is told in all its reasons. */
export const useRequest = () => {
  const [busy, setBusy] = createSignal(false)
  const [wrong, setWrong] = createSignal<string[]>([])
  const run = async <Answer>(
    request: () => Promise<Answer>,
    onDone: (answer: Answer) => void,
  ): Promise<void> => {
    if (busy() || noSending() !== null) return
    setBusy(true)
    setWrong([])
    await request().then(onDone, (error: unknown) => {
      const refusal = asRefusal(error)
      setWrong([t(refusal.title), ...refusal.reasons.map(t)])
    })
    setBusy(false)
  }
  return { busy, wrong, setWrong, run }
}
