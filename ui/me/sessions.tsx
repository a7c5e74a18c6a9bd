// Where is somebody signed in, and how does he end it?
import { For, Show } from 'solid-js'
import type { AccountView, SessionRow } from '../../contract/account/own-account.ts'
import { useSending } from '../admin/sending.ts'
import { accountApi } from '../client/account/account.ts'
import { t } from '../client/words.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { client } from '../reading/queries.ts'
import { PlainTable } from '../screen/plain-table.tsx'
import { showStamp } from '../screen/time.ts'
import { accountQuery } from './client.ts'
import { meWords as w } from './words.ts'

/** Browser and system as far as they name themselves. */
const deviceOf = (agent: string | null): string => {
  const browser = /(Edg|Firefox|Chrome|Safari)\/\d+/.exec(agent ?? '')?.[0].replace('Edg/', 'Edge/')
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(agent ?? '')?.[0]
  return [browser, system].filter(Boolean).join(' · ') || t(w.unknownDevice)
}

export const Sessions = (props: { account: AccountView }) => {
  const sending = useSending()
  const end = (id: string | null) =>
    void sending.send([], async () =>
      client.setQueryData(accountQuery().queryKey, await accountApi.endSession(id)),
    )
  return (
    <section class="block" aria-labelledby="own-sessions">
      <h2 id="own-sessions">{t(w.sessions)}</h2>
      <p class="muted">{t(w.sessionsText)}</p>
      <ErrorSummary mistakes={sending.mistakes()} />
      <PlainTable name={w.sessions} heads={[w.device, w.act, w.address, w.since, w.seen]}>
        <For each={props.account.sessions}>
          {(one) => <Row one={one} onEnd={() => end(one.id)} />}
        </For>
      </PlainTable>
      <Show when={props.account.sessions.length > 1}>
        <button type="button" class="button" onClick={() => end(null)}>
          {t(w.endOthers)}
        </button>
      </Show>
    </section>
  )
}

/** The button stands beside the name, where a phone shows it without scrolling. */
const Row = (props: { one: SessionRow; onEnd: () => void }) => (
  <tr>
    <th scope="row">{deviceOf(props.one.device)}</th>
    <td>
      <Show when={!props.one.here} fallback={<strong>{t(w.here)}</strong>}>
        <button type="button" class="button small" onClick={() => props.onEnd()}>
          {t(w.end)}
        </button>
      </Show>
    </td>
    <td>{props.one.address ?? t(w.unknownDevice)}</td>
    <td>{showStamp(props.one.since)}</td>
    <td>{showStamp(props.one.seen)}</td>
  </tr>
)
