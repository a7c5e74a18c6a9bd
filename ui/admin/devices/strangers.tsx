// Who speaks without being registered, and how is he enrolled?
import { createSignal, For, Show } from 'solid-js'
import { fill } from '../../../domain/case/words.ts'
import { typedDialect } from '../../../domain/duty/device-settings.ts'
import type { RegistryView } from '../../../domain/duty/views.ts'
import { Refusal } from '../../client.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Scroll } from '../../parts/scroll.tsx'
import { showMoment } from '../../parts/time.ts'
import type { KeyOf } from '../../parts/wishes.ts'
import { t } from '../../words.ts'
import { csvOf, registryApi } from './client.ts'
import { Field, ReasonForm, Tick } from './form.tsx'
import { Hearing, nothingSaid } from './hearing.tsx'
import { registryWords as w } from './words.ts'

type Stranger = RegistryView['unknown'][number]

/** One line of the same sheet that many are enrolled by. */
const Enrol = (props: { one: Stranger; protocol: string; onDone: () => void }) => {
  const [name, setName] = createSignal('')
  const [enterprise, setEnterprise] = createSignal('')
  const [region, setRegion] = createSignal('')
  const [synthetic, setSynthetic] = createSignal(false)
  const [said, setSaid] = createSignal(nothingSaid)
  const send = async (reason: string, keyOf: KeyOf) => {
    const { secret, hosts, dialect } = said()
    const parameters = typedDialect(props.protocol, dialect)
    const content = csvOf([
      ['feed', 'deviceKey', 'deviceName', 'enterprise', 'region', 'synthetic', 'secret', 'hosts', 'dialect'],
      [
        ...[props.one.feed, props.one.device, name().trim(), enterprise().trim(), region().trim(), synthetic() ? 'yes' : 'no'],
        ...[secret, hosts.trim(), Object.keys(parameters).length > 0 ? JSON.stringify(parameters) : ''],
      ],
    ])
    const sheet = { format: 'csv' as const, content, apply: true, reason }
    const { applied, faults } = await registryApi.sheet(sheet, keyOf(sheet))
    if (!applied) throw new Refusal(422, { code: 'invalid-input', title: w.enrol, reasons: faults.map(({ words }) => words) })
  }
  return (
    <ReasonForm label={t(w.enrol)} send={send} onDone={props.onDone}>
      <Field label={t(w.deviceName)} value={name()} onInput={setName} />
      <Field label={t(w.enterpriseCode)} value={enterprise()} onInput={setEnterprise} />
      <Field label={t(w.regionCode)} value={region()} onInput={setRegion} />
      <Tick label={t(w.exercise)} on={synthetic()} onChange={setSynthetic} />
      <Hearing protocol={props.protocol} said={said()} onChange={setSaid} />
    </ReasonForm>
  )
}

export const Strangers = (props: { unknown: Stranger[]; feeds: RegistryView['feeds']; onChanged: () => void }) => {
  const [open, setOpen] = createSignal<Stranger | null>(null)
  const done = () => {
    setOpen(null)
    props.onChanged()
  }
  const protocolOf = ({ feed }: Stranger) => props.feeds.find(({ id }) => id === feed)?.protocol ?? ''
  return (
    <section class="block" aria-labelledby="registry-unknown">
      <h2 id="registry-unknown">{t(w.unknown)}</h2>
      <p class="muted">{t(w.unknownSays)}</p>
      <Show when={props.unknown.length > 0} fallback={<p>✓ {t(w.noUnknown)}</p>}>
        <Scroll name={w.unknown}>
          <table class="plain-table">
            <thead>
              <tr>
                <For each={[w.device, w.feeds, w.peer, w.times, w.last]}>{(head) => <th scope="col">{t(head)}</th>}</For>
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
      <Dialog open={open() !== null} title={t(fill(w.enrolOf, { device: open()?.device ?? '' }))} onClose={() => setOpen(null)}>
        <Show when={open()}>{(one) => <Enrol one={one()} protocol={protocolOf(one())} onDone={done} />}</Show>
      </Dialog>
    </section>
  )
}
