// Which lines are registered, and how is one changed?
import { createSignal, For, Show } from 'solid-js'
import { fill } from '../../../domain/case/words.ts'
import type { RegistryFeed } from '../../../domain/duty/views.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Scroll } from '../../parts/scroll.tsx'
import type { KeyOf } from '../../parts/wishes.ts'
import { t } from '../../words.ts'
import { registryApi } from './client.ts'
import { Field, ReasonForm, Tick } from './form.tsx'
import { registryWords as w } from './words.ts'

const Change = (props: { feed: RegistryFeed; onDone: () => void }) => {
  const [name, setName] = createSignal(props.feed.name)
  const [silence, setSilence] = createSignal(String(props.feed.silenceSeconds))
  const [enabled, setEnabled] = createSignal(props.feed.enabled)
  const send = (reason: string, keyOf: KeyOf) => {
    const wanted = { name: name().trim(), silenceSeconds: Number(silence()), enabled: enabled(), reason }
    return registryApi.feed(props.feed.id, wanted, keyOf(wanted))
  }
  return (
    <ReasonForm label={t(w.save)} send={send} onDone={props.onDone}>
      <Field label={t(w.name)} value={name()} onInput={setName} />
      <Field label={t(w.silence)} value={silence()} onInput={setSilence} type="number" />
      <Tick label={t(w.enabled)} on={enabled()} onChange={setEnabled} />
    </ReasonForm>
  )
}

export const Feeds = (props: { feeds: RegistryFeed[]; onChanged: () => void }) => {
  const [open, setOpen] = createSignal<RegistryFeed | null>(null)
  const done = () => {
    setOpen(null)
    props.onChanged()
  }
  return (
    <section class="block" aria-labelledby="registry-feeds">
      <h2 id="registry-feeds">{t(w.feeds)}</h2>
      <Scroll name={w.feeds}>
        <table class="plain-table">
          <thead>
            <tr>
              <For each={[w.id, w.name, w.protocol, w.region, w.port, w.silence, w.devices, w.state]}>
                {(head) => <th scope="col">{t(head)}</th>}
              </For>
              <td />
            </tr>
          </thead>
          <tbody>
            <For each={props.feeds}>
              {(one) => (
                <tr>
                  <th scope="row">{one.id}</th>
                  <td>{one.name}</td>
                  <td>{one.protocol}</td>
                  <td>{t(one.region)}</td>
                  <td>{one.port ?? '–'}</td>
                  <td>{one.silenceSeconds}</td>
                  <td>{one.devices}</td>
                  <td>{t(one.enabled ? w.on : w.off)}</td>
                  <td>
                    <button
                      type="button"
                      class="button small"
                      aria-label={t(fill(w.changeOf, { name: one.name }))}
                      onClick={() => setOpen(one)}
                    >
                      {t(w.change)}
                    </button>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroll>
      <Dialog open={open() !== null} title={t(fill(w.changeOf, { name: open()?.name ?? '' }))} onClose={() => setOpen(null)}>
        <Show when={open()}>{(one) => <Change feed={one()} onDone={done} />}</Show>
      </Dialog>
    </section>
  )
}
