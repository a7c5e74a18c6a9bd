// Which certificates have servers shown, who answers for one, and how is that taken back?
import { createSignal, For, Show } from 'solid-js'
import type { CertificateView } from '../../../contract/devices/feeds.ts'
import { typedSigns } from '../../../domain/duty/feed-views.ts'
import { fill } from '../../../domain/language/words.ts'
import { registryApi } from '../../client/devices/registry.ts'
import { t } from '../../client/words.ts'
import { Dialog } from '../../screen/dialog.tsx'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showMoment, showStamp } from '../../screen/time.ts'
import { Field, ReasonForm } from './form.tsx'
import { SignedLine } from './signed-line.tsx'
import { validityWords, feedWords as w } from './words/feed-words.ts'

type One = { one: CertificateView }
const heads = [w.feed, w.subject, w.thumbprint, w.validity, w.lastPresented, w.trust, w.acts]
/** In groups of four, as one reads it out. */
const grouped = (hex: string) => hex.replace(/.{4}(?=.)/g, '$& ')
const titleOf = ({ trusted, feed }: CertificateView) =>
  t(fill(trusted ? w.withdrawOf : w.trustOf, { feed }))

const Period = (props: One) => (
  <>
    <span class={props.one.validity === 'valid' ? '' : 'bad-words'}>
      {t(validityWords[props.one.validity])}
    </span>
    <p class="muted">
      {t(fill(w.period, { from: showStamp(props.one.from), to: showStamp(props.one.to) }))}
    </p>
  </>
)

/** Comes from the other side: text that is shown and never believed. */
const Trust = (props: One & { onDone: () => void }) => {
  const [typed, setTyped] = createSignal('')
  const rows = () => [
    [w.thumbprint, grouped(props.one.thumbprint)] as const,
    [w.sha256, grouped(props.one.sha256)] as const,
    [w.subject, props.one.subject] as const,
    [w.issuer, props.one.issuer] as const,
    [w.names, props.one.names] as const,
  ]
  return (
    <>
      <p>{t(fill(w.trustText, { n: typedSigns }))}</p>
      <dl class="registry-certificate">
        <For each={rows()}>
          {([name, value]) => (
            <>
              <dt>{t(name)}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </>
          )}
        </For>
      </dl>
      <ReasonForm
        label={t(w.trust)}
        send={(reason, keyOf) =>
          registryApi.trust(
            props.one.feed,
            props.one.thumbprint,
            { reason, typed: typed() },
            keyOf(reason, typed()),
          )
        }
        onDone={props.onDone}
      >
        <Field label={t(fill(w.typed, { n: typedSigns }))} value={typed()} onInput={setTyped} />
      </ReasonForm>
    </>
  )
}

const Withdraw = (props: One & { onDone: () => void }) => (
  <>
    <p>{t(w.withdrawText)}</p>
    <ReasonForm
      label={t(w.withdraw)}
      send={(reason, keyOf) =>
        registryApi.withdraw(props.one.feed, props.one.thumbprint, reason, keyOf(reason))
      }
      onDone={props.onDone}
    />
  </>
)

const Row = (props: One & { onAct: () => void }) => (
  <tr>
    <th scope="row">{props.one.feed}</th>
    <td>{props.one.subject}</td>
    <td>
      <code class="registry-thumbprint">{grouped(props.one.thumbprint)}</code>
    </td>
    <td>
      <Period one={props.one} />
    </td>
    <td>{showMoment(props.one.lastAt)}</td>
    <td>
      <span class={props.one.trusted ? '' : 'bad-words'}>
        {t(props.one.trusted ? w.trusted : w.waiting)}
      </span>
      <SignedLine of={props.one.trusted} />
    </td>
    <td>
      <button
        type="button"
        class="button small"
        aria-label={titleOf(props.one)}
        onClick={() => props.onAct()}
      >
        {t(props.one.trusted ? w.withdraw : w.trust)}
      </button>
    </td>
  </tr>
)

export const Certificates = (props: { certificates: CertificateView[]; onChanged: () => void }) => {
  const [open, setOpen] = createSignal<CertificateView | null>(null)
  const done = () => {
    setOpen(null)
    props.onChanged()
  }
  return (
    <section class="block" aria-labelledby="feed-certificates">
      <h2 id="feed-certificates">{t(w.certificates)}</h2>
      <p class="muted">{t(w.certificatesText)}</p>
      <Show
        when={props.certificates.length > 0}
        fallback={<p class="muted">{t(w.noCertificates)}</p>}
      >
        <PlainTable name={w.certificates} heads={heads}>
          <For each={props.certificates}>
            {(one) => <Row one={one} onAct={() => setOpen(one)} />}
          </For>
        </PlainTable>
      </Show>
      <Dialog
        open={open() !== null}
        title={open() ? titleOf(open()!) : ''}
        onClose={() => setOpen(null)}
      >
        <Show when={open()}>
          {(one) => (
            <Show when={one().trusted} fallback={<Trust one={one()} onDone={done} />}>
              <Withdraw one={one()} onDone={done} />
            </Show>
          )}
        </Show>
      </Dialog>
    </section>
  )
}
