// What does a page for everybody keep of what it has asked? (without the query library: nothing here is shared between pages)
import { createSignal } from 'solid-js'
import type { FollowTold } from '../../contract/parts/facts.ts'

export type Told = FollowTold

let handed: Told | null = null
/** From the confirmation to the page that follows, without ever standing in an address. */
export const handOver = (told: Told | null): void => {
  handed = told
}
export const takeOver = (): Told | null => {
  const told = handed
  handed = null
  return told
}

/** The last answer stays while it is asked again; of two questions at once the later one counts. */
export const createAsked = <Input, Answer>(ask: (input: Input) => Promise<Answer>) => {
  const [state, setState] = createSignal<{
    answer: Answer | null
    error: unknown
    busy: boolean
    at: number
  }>({
    ...{ answer: null, error: null, busy: false, at: 0 },
  })
  let asked = 0
  const again = async (input: Input): Promise<void> => {
    asked += 1
    const mine = asked
    setState((old) => ({ ...old, busy: true }))
    const next = await ask(input).then(
      (answer) => ({ answer, error: null, at: Date.now() }),
      (error: unknown) => ({ error }),
    )
    if (mine === asked) setState((old) => ({ ...old, ...next, busy: false }))
  }
  const forget = () => {
    asked += 1
    setState({ answer: null, error: null, busy: false, at: 0 })
  }
  return { state, again, forget }
}
