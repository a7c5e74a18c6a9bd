// How is an alarm acknowledged from the list, once, and what is said of it?
import { createSignal } from 'solid-js'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { fill } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { dutyApi } from '../client/duty.ts'
import { t } from '../client/words.ts'
import { noSending } from '../reading/live.ts'
import { createKeys } from '../reading/requests.ts'
import { dutyWords as w } from './words/words.ts'

/** No optimism: the row says 提交中 until the server has written it down. A second try is the same request. */
export const useAcknowledging = (announce: (words: string) => void, renew: () => unknown) => {
  const [sending, setSending] = createSignal<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = createSignal('')
  const keys = createKeys()
  const mark = (id: string, on: boolean) => {
    const next = new Set(sending())
    if (on) next.add(id)
    else next.delete(id)
    setSending(next)
  }
  const acknowledge = async (row: AlarmRow, measures = ''): Promise<void> => {
    if (sending().has(row.id)) return
    const failed = (reason: string): void =>
      void setFailure(t(fill(w.failedAck, { name: row.name, reason })))
    if (row.noAcknowledging) return failed(t(row.noAcknowledging))
    if (noSending()) return failed(t(w.noLink))
    setFailure('')
    const request = [row.id, row.seq, measures] as const
    mark(row.id, true)
    await dutyApi.acknowledge(...request, keys.of(...request)).then(
      async () => {
        keys.answered(...request)
        await renew()
        announce(t(fill(w.done, { name: row.name })))
      },
      (error: unknown) => {
        const refusal = asRefusal(error)
        failed([t(refusal.title), ...refusal.reasons.map(t)].join(' '))
      },
    )
    mark(row.id, false)
  }
  return { sending, failure, acknowledge }
}
