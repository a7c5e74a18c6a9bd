// Which signature does a person use, how does he change it, and what was it before?

import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { SignatureVersion, SignatureView } from '../../contract/writing/signature.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { asRefusal, newKey } from '../client/client.ts'
import { t } from '../client/words.ts'
import { saveSignature, withdrawSignature } from '../client/writing.ts'
import { client } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { Scroll } from '../screen/scroll.tsx'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showStamp } from '../screen/time.ts'
import { signatureQuery } from './asking.ts'
import { SignaturePad } from './pad.tsx'
import './signature.css'
import { signatureWords as w } from './signature-words.ts'

const ways: Record<SignatureVersion['way'], Text> = {
  drawn: w.drawn,
  uploaded: w.uploaded,
  withdrawn: w.stopped,
}

const Picture = (props: { of: SignatureVersion }) => (
  <Show when={props.of.url}>
    {(url) => (
      <img
        class="signature"
        src={url()}
        alt={t(fill(w.mine, { n: props.of.version }))}
        height={40}
      />
    )}
  </Show>
)

const History = (props: { versions: SignatureVersion[] }) => (
  <details class="signature-history">
    <summary>{t(w.history)}</summary>
    <Scroll name={w.history}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{t(w.version)}</th>
            <th scope="col">{t(w.picture)}</th>
            <th scope="col">{t(w.how)}</th>
            <th scope="col">{t(w.since)}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.versions}>
            {(one) => (
              <tr>
                <th scope="row">{one.version}</th>
                <td>
                  <Picture of={one} />
                </td>
                <td>{t(ways[one.way])}</td>
                <td>{showStamp(one.at)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  </details>
)

/** Each change is told in place, whether it was done or refused. */
const useSignature = () => {
  const query = useQuery(signatureQuery)
  const [busy, setBusy] = createSignal(false)
  const [message, setMessage] = createSignal<Text | null>(null)
  const doing = async (work: () => Promise<unknown>, words: Text) => {
    if (busy()) return
    setBusy(true)
    const refusal = await work().then(
      () => null,
      (error: unknown) => asRefusal(error),
    )
    setMessage(refusal ? (refusal.reasons[0] ?? refusal.title) : words)
    await client.invalidateQueries({ queryKey: ['signature'] })
    setBusy(false)
  }
  return { query, busy, message, doing }
}

const Now = (props: { view: SignatureView }) => (
  <Show when={props.view.current} fallback={<p>{t(w.none)}</p>}>
    {(current) => (
      <figure class="signature-now">
        <Picture of={current()} />
        <figcaption class="muted">{t(fill(w.current, { n: current().version }))}</figcaption>
      </figure>
    )}
  </Show>
)

export const SignatureSettings = () => {
  const mine = useSignature()
  const view = () => (mine.query.isSuccess ? mine.query.data : undefined)
  return (
    <section class="block" aria-labelledby="me-signature">
      <h2 id="me-signature">{t(w.title)}</h2>
      <p class="muted">{t(w.lead)}</p>
      <Switch fallback={<Skeleton rows={4} />}>
        <Match when={mine.query.isError && !mine.query.data}>
          <Failure
            error={mine.query.error}
            what={w.title}
            onRetry={() => void mine.query.refetch()}
          />
        </Match>
        <Match when={view()}>
          {(known) => (
            <>
              <Now view={known()} />
              <Show when={known().current}>
                <button
                  type="button"
                  class="button small"
                  onClick={() => void mine.doing(withdrawSignature, w.withdrawn)}
                >
                  {t(w.withdraw)}
                </button>
              </Show>
              <SignaturePad
                replaces={known().current !== null}
                busy={mine.busy()}
                onSave={(picture, way) =>
                  void mine.doing(() => saveSignature(picture, way, newKey()), w.saved)
                }
              />
              <p role="status">{mine.message() ? t(mine.message()!) : ''}</p>
              <Show when={known().versions.length > 0}>
                <History versions={known().versions} />
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </section>
  )
}
