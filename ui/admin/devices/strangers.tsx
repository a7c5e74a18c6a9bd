// Who speaks without being registered, and how is he enrolled?
import { createSignal, For, Show } from 'solid-js'
import type { RegistryView } from '../../../contract/devices/registry.ts'
import { fill } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import type { KeyOf } from '../../reading/requests.ts'
import { Dialog } from '../../screen/dialog.tsx'
import { Scroll } from '../../screen/scroll.tsx'
import { showMoment } from '../../screen/time.ts'
import { Field, ReasonForm, Tick } from './form.tsx'
import { Hearing, noSettings } from './hearing.tsx'
import { type DeviceLine, sendDevice } from './one-line.ts'
import { registryWords as w } from './words/words.ts'

type Stranger = RegistryView['unknown'][number]

const blank: DeviceLine = {
  name: '',
  enterprise: '',
  region: '',
  lon: '',
  lat: '',
  synthetic: false,
  connection: noSettings,
}

const Enrol = (props: { one: Stranger; protocol: string; onDone: () => void }) => {
  const [line, setLine] = createSignal(blank)
  const set = (change: Partial<DeviceLine>) => setLine({ ...line(), ...change })
  const send = (reason: string, keyOf: KeyOf) => {
    const which = { feed: props.one.feed, protocol: props.protocol, key: props.one.device }
    return sendDevice(which, line(), { reason, stands: false }, keyOf)
  }
  return (
    <ReasonForm label={t(w.enrol)} send={send} onDone={props.onDone}>
      <Field label={t(w.deviceName)} value={line().name} onInput={(name) => set({ name })} />
      <Field
        label={t(w.enterpriseCode)}
        value={line().enterprise}
        onInput={(enterprise) => set({ enterprise })}
      />
      <Field label={t(w.regionCode)} value={line().region} onInput={(region) => set({ region })} />
      <Tick
        label={t(w.exercise)}
        on={line().synthetic}
        onChange={(synthetic) => set({ synthetic })}
      />
      <Hearing
        protocol={props.protocol}
        connection={line().connection}
        onChange={(connection) => set({ connection })}
      />
    </ReasonForm>
  )
}

export const Strangers = (props: {
  unknown: Stranger[]
  feeds: RegistryView['feeds']
  onChanged: () => void
}) => {
  const [open, setOpen] = createSignal<Stranger | null>(null)
  const done = () => {
    setOpen(null)
    props.onChanged()
  }
  const protocolOf = ({ feed }: Stranger) =>
    props.feeds.find(({ id }) => id === feed)?.protocol ?? ''
  return (
    <section class="block" aria-labelledby="registry-unknown">
      <h2 id="registry-unknown">{t(w.unknown)}</h2>
      <p class="muted">{t(w.unknownText)}</p>
      <Show when={props.unknown.length > 0} fallback={<p>✓ {t(w.noUnknown)}</p>}>
        <Scroll name={w.unknown}>
          <table class="plain-table">
            <thead>
              <tr>
                <For each={[w.device, w.feeds, w.peer, w.times, w.last]}>
                  {(head) => <th scope="col">{t(head)}</th>}
                </For>
                <td />
              </tr>
            </thead>
            <tbody>
              <For each={props.unknown}>
                {(one) => (
                  <tr>
                    <th scope="row">{one.device}</th>
                    <td>{one.feed}</td>
                    <td>{one.peer}</td>
                    <td>{one.count}</td>
                    <td>{showMoment(one.lastAt)}</td>
                    <td>
                      <button
                        type="button"
                        class="button small"
                        aria-label={t(fill(w.enrolOf, { device: one.device }))}
                        onClick={() => setOpen(one)}
                      >
                        {t(w.enrol)}
                      </button>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </Scroll>
      </Show>
      <Dialog
        open={open() !== null}
        title={t(fill(w.enrolOf, { device: open()?.device ?? '' }))}
        onClose={() => setOpen(null)}
      >
        <Show when={open()}>
          {(one) => <Enrol one={one()} protocol={protocolOf(one())} onDone={done} />}
        </Show>
      </Dialog>
    </section>
  )
}
