// How does the report of somebody nameless go out once, and is what was registered what he wrote last?
import { createSignal } from 'solid-js'
import { asRefusal, type Refusal } from '../client/client.ts'
import { citizen } from '../client/public.ts'
import { isUnclear } from '../reading/requests.ts'
import type { Receipt } from './question.ts'

type Data = Record<string, unknown>
/** `late`: what was registered is an earlier submission, whose answer was lost. */
export type Sent = { receipt: Receipt; late: boolean }

/** One key from the opened form to the stored case; what was sent and got no answer is asked for again as it was. */
export const useSending = (process: () => string, firstTicket: string, key: string) => {
  const [busy, setBusy] = createSignal(false)
  let ticket = firstTicket
  let unanswered: Data[] = []
  const post = (data: Data, website: string) =>
    citizen.report({ process: process(), data, ticket, website, key })
  const postEarlier = async (website: string, reused: Refusal): Promise<Receipt> => {
    for (const data of unanswered) {
      const receipt = await post(data, website).catch((error: unknown) => {
        if (asRefusal(error).code !== 'key-reused') throw error
      })
      if (receipt) return receipt
    }
    throw reused
  }
  const attempt = async (data: Data, website: string): Promise<Sent> => {
    try {
      return { receipt: await post(data, website), late: false }
    } catch (error) {
      const refusal = asRefusal(error)
      if (refusal.code === 'key-reused')
        return { receipt: await postEarlier(website, refusal), late: true }
      if (isUnclear(refusal)) unanswered = [...unanswered, data]
      throw refusal
    }
  }
  const send = async (data: Data, website: string): Promise<Sent | Refusal> => {
    setBusy(true)
    try {
      return await attempt(data, website)
    } catch (error) {
      const refusal = asRefusal(error)
      if (refusal.code === 'invalid-input')
        void citizen.processes().then(
          (fresh) => (ticket = fresh.ticket),
          () => undefined,
        )
      return refusal
    } finally {
      setBusy(false)
    }
  }
  return { busy, send }
}
