// What does a page for everybody ask, and keep of what it has asked? (without the query library: nothing here is shared between pages)
import { createSignal } from 'solid-js'
import type { FollowReceipt } from '../../contract/parts/facts.ts'

export type Receipt = FollowReceipt

let passedReceipt: Receipt | null = null
/** From the confirmation to the page that follows, without ever standing in an address. */
export const passReceipt = (receipt: Receipt | null): void => {
  passedReceipt = receipt
}
export const takeOver = (): Receipt | null => {
  const receipt = passedReceipt
  passedReceipt = null
  return receipt
}

/** What somebody has typed into the field of that name. */
export const typedInto = (
  event: SubmitEvent & { currentTarget: HTMLFormElement },
  name: string,
): string => String(new FormData(event.currentTarget).get(name) ?? '').trim()

/** The last answer stays while it is asked again; of two questions at once the later one counts. */
export const createQuestion = <Input, Answer>(ask: (input: Input) => Promise<Answer>) => {
  const [state, setState] = createSignal<{
    answer: Answer | null
    error: unknown
    busy: boolean
    at: number
  }>({
    answer: null,
    error: null,
    busy: false,
    at: 0,
  })
  let questionCount = 0
  const again = async (input: Input): Promise<void> => {
    questionCount += 1
    const mine = questionCount
    setState((old) => ({ ...old, busy: true }))
    const next = await ask(input).then(
      (answer) => ({ answer, error: null, at: Date.now() }),
      (error: unknown) => ({ error }),
    )
    if (mine === questionCount) setState((old) => ({ ...old, ...next, busy: false }))
  }
  const forget = () => {
    questionCount += 1
    setState({ answer: null, error: null, busy: false, at: 0 })
  }
  return { state, again, forget }
}
