// Who takes warnings, in whose name do they leave, and what has each receiver answered last?
import { createSignal, For, Show } from 'solid-js'
import type { OfficeView, ReceiversView } from '../../../contract/devices/receivers.ts'
import { fill } from '../../../domain/language/words.ts'
import { faultWords } from '../../../domain/warning/delivery-words.ts'
import type { ReceiverView } from '../../../domain/warning/views.ts'
import { asRefusal, newKey } from '../../client/client.ts'
import { receiversApi } from '../../client/devices/receivers.ts'
import { t } from '../../client/words.ts'
import { levelWords } from '../../clock/level-words.ts'
import { Dialog } from '../../screen/dialog.tsx'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showMoment } from '../../screen/time.ts'
import { DeliveryMark } from '../../warnings/states.tsx'
import { Changes } from '../devices/changes.tsx'
import { Register } from '../devices/register.tsx'
import { OfficeForm, ReceiverForm } from './form.tsx'
import { Proposals } from './proposals.tsx'
import { receiverWords as w } from './words.ts'

const Office = (props: { office: OfficeView | null; onChange: () => void }) => (
  <section class="block" aria-labelledby="warning-office">
    <h2 id="warning-office">{t(w.office)}</h2>
    <Show when={props.office} fallback={<p class="notice warn">{t(w.noOffice)}</p>}>
      {(one) => (
        <p>{`${one().name} · ${one().sender} · ${one().region}${one().organisation}${one().unit}${one().extension}`}</p>
      )}
    </Show>
    <button type="button" class="button small" onClick={() => props.onChange()}>
      {t(w.changeOffice)}
    </button>
  </section>
)

type RowProps = { one: ReceiverView; onChange: () => void; onTest: () => void }

const Row = (props: RowProps) => (
  <tr>
    <th scope="row">{props.one.name}</th>
    <td class="receiver-url">{props.one.url}</td>
    <td>{props.one.format === 'cap' ? 'CAP 1.2' : 'GeoJSON'}</td>
    <td>{t(props.one.signed ? w.yes : w.no)}</td>
    <td>{t(levelWords[props.one.leastLevel])}</td>
    <td>{t(props.one.exercises ? w.yes : w.no)}</td>
    <td>
      {t(props.one.enabled ? w.on : w.off)}
      <Show
        when={props.one.waiting > 0}
      >{` · ${t(fill(w.waiting, { n: props.one.waiting }))}`}</Show>
    </td>
    <td>
      <Show when={props.one.last} fallback={<span class="muted">{t(w.never)}</span>}>
        {(last) => (
          <>
            <DeliveryMark state={last().state} /> {showMoment(last().at)}{' '}
            <Show when={last().error}>{(error) => t(faultWords[error()])}</Show>
          </>
        )}
      </Show>
    </td>
    <td>
      <button
        type="button"
        class="button small"
        aria-label={t(fill(w.changeOf, { name: props.one.name }))}
        onClick={() => props.onChange()}
      >
        {t(w.change)}
      </button>{' '}
      <Show when={props.one.enabled}>
        <button
          type="button"
          class="button small"
          aria-label={t(fill(w.testOf, { name: props.one.name }))}
          onClick={() => props.onTest()}
        >
          {t(w.test)}
        </button>
      </Show>
    </td>
  </tr>
)

const heads = [w.name, w.url, w.format, w.signed, w.leastLevel, w.exercise, w.state, w.last, w.acts]

const useTesting = (onDone: () => void) => {
  const [text, setText] = createSignal('')
  const test = (one: ReceiverView) =>
    receiversApi.test(one.id, newKey()).then(
      ({ identifier }) => {
        setText(t(fill(w.tested, { identifier })))
        onDone()
      },
      (error: unknown) => {
        const { title, reasons } = asRefusal(error)
        setText(t(fill(w.failed, { reason: [title, ...reasons].map(t).join(' ') })))
      },
    )
  return { text, test }
}

const Kept = (props: { view: ReceiversView; onChanged: () => void }) => {
  const [open, setOpen] = createSignal<ReceiverView | 'new' | 'office' | null>(null)
  const testing = useTesting(() => props.onChanged())
  const done = () => {
    setOpen(null)
    props.onChanged()
  }
  const receiver = () => {
    const one = open()
    return typeof one === 'object' ? one : null
  }
  const title = () =>
    open() === 'office'
      ? t(w.changeOffice)
      : receiver()
        ? t(fill(w.changeOf, { name: receiver()!.name }))
        : t(w.add)
  return (
    <>
      <Office office={props.view.office} onChange={() => setOpen('office')} />
      <Proposals all={props.view.proposals} onDone={() => props.onChanged()} />
      <section class="block" aria-labelledby="receivers">
        <h2 id="receivers">{t(w.receivers)}</h2>
        <p role="status">{testing.text()}</p>
        <Show when={props.view.receivers.length > 0} fallback={<p class="muted">{t(w.none)}</p>}>
          <PlainTable name={w.receivers} heads={heads}>
            <For each={props.view.receivers}>
              {(one) => (
                <Row
                  one={one}
                  onChange={() => setOpen(one)}
                  onTest={() => void testing.test(one)}
                />
              )}
            </For>
          </PlainTable>
        </Show>
        <button type="button" class="button" onClick={() => setOpen('new')}>
          {t(w.add)}
        </button>
      </section>
      <Changes changes={props.view.changes} />
      <Dialog open={open() !== null} title={title()} onClose={() => setOpen(null)}>
        <Show when={open() === 'office'}>
          <OfficeForm office={props.view.office} onDone={done} />
        </Show>
        <Show when={open() === 'new' || receiver()}>
          <ReceiverForm receiver={receiver()} onDone={done} />
        </Show>
      </Dialog>
    </>
  )
}

const Receivers = () => (
  <Register words={w} name="receivers" read={receiversApi.all} everyMs={10_000} class="receivers">
    {(view, again) => <Kept view={view()} onChanged={again} />}
  </Register>
)

export default Receivers
