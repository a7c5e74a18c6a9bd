// How are several orders of a plan given with one press, each by itself and once, with an outcome for each?
import { createSignal } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { PlannedView } from '../../contract/case/items.ts'
import type { Text } from '../../domain/language/words.ts'
import { caseApi } from '../client/case/cases.ts'
import { asRefusal } from '../client/client.ts'
import { linesOf } from '../form/error-summary.tsx'
import { refreshAfter } from '../reading/queries.ts'
import { isUnclear } from '../reading/requests.ts'

/** `unclear`: it was sent and nobody knows what became of it; sent again under its key it happens once. */
export type Outcome = { state: 'sending' | 'given' | 'refused' | 'unclear'; reasons: Text[] }
type Sent = { key: string; data: Record<string, unknown> }

/** What can be given without a person choosing first: its time has not passed, and somebody holds its post. */
export const canBeGiven = ({ state, post, vacant }: PlannedView): boolean =>
  state === 'ready' && post !== null && !vacant

export const createGiving = (view: () => CaseView, type: () => string) => {
  const [outcomes, setOutcomes] = createSignal<Record<string, Outcome>>({})
  const [busy, setBusy] = createSignal(false)
  const sent = new Map<string, Sent>()
  const note = (key: string, state: Outcome['state'], reasons: Text[] = []) =>
    setOutcomes((before) => ({ ...before, [key]: { state, reasons } }))
  const giveOne = async (one: PlannedView): Promise<number> => {
    const order = sent.get(one.key) ?? { key: crypto.randomUUID(), data: one.form }
    sent.set(one.key, order)
    note(one.key, 'sending')
    try {
      const { id, material } = view()
      const answer = await caseApi.act({ id, type: type(), taskId: null, material, ...order })
      // Given again after it was taken back it is another order.
      sent.delete(one.key)
      note(one.key, 'given')
      return answer.revision
    } catch (error) {
      const refusal = asRefusal(error)
      const unclear = isUnclear(refusal)
      if (!unclear) sent.delete(one.key)
      note(one.key, unclear ? 'unclear' : 'refused', linesOf(refusal))
      return 0
    }
  }
  /** One after the other, in the order of the plan: what is refused holds up nothing. */
  const give = async (orders: readonly PlannedView[]) => {
    if (busy()) return
    setBusy(true)
    let revision = 0
    for (const one of orders) revision = Math.max(revision, await giveOne(one))
    setBusy(false)
    if (revision > 0) refreshAfter(view().id, revision)
  }
  return { outcomes, busy, give }
}
