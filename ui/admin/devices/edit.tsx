// What of an enrolled device can be changed, and what only by another enrolment?
import { createResource, createSignal, Show, Suspense } from 'solid-js'
import type { RegistryDeviceSettings } from '../../../domain/duty/registry-views.ts'
import { settingsAsTyped } from '../../../domain/duty/setting-keys.ts'
import { registryApi } from '../../client/devices/registry.ts'
import { t } from '../../client/words.ts'
import type { KeyOf } from '../../reading/requests.ts'
import { Skeleton } from '../../screen/states.tsx'
import { Field, ReasonForm, Tick } from './form.tsx'
import { Hearing } from './hearing.tsx'
import { type DeviceLine, sendDevice } from './one-line.ts'
import { editWords as e } from './words/edit-words.ts'
import { registryWords as w } from './words/words.ts'

const lineOf = (one: RegistryDeviceSettings): DeviceLine => ({
  name: one.name,
  enterprise: one.enterprise ?? '',
  region: one.region,
  synthetic: one.synthetic,
  lon: one.lon === null ? '' : String(one.lon),
  lat: one.lat === null ? '' : String(one.lat),
  connection: { secret: '', hosts: one.hosts.join(' '), dialect: settingsAsTyped(one.dialect) },
})

const Form = (props: { one: RegistryDeviceSettings; onDone: () => void }) => {
  const [line, setLine] = createSignal(lineOf(props.one))
  const set = (change: Partial<DeviceLine>) => setLine({ ...line(), ...change })
  const { feed, protocol, key } = props.one
  const moves = () =>
    line().region.trim() !== props.one.region ||
    line().enterprise.trim() !== (props.one.enterprise ?? '')
  const send = (reason: string, keyOf: KeyOf) =>
    sendDevice({ feed, protocol, key }, line(), { reason, stands: true }, keyOf)
  return (
    <ReasonForm label={t(w.save)} send={send} onDone={props.onDone}>
      <p class="muted">{`${feed} · ${key} · ${protocol}`}</p>
      <p class="muted">{t(e.keyText)}</p>
      <Field label={t(w.deviceName)} value={line().name} onInput={(name) => set({ name })} />
      <Field
        label={t(w.enterpriseCode)}
        value={line().enterprise}
        onInput={(enterprise) => set({ enterprise })}
      />
      <Field label={t(w.regionCode)} value={line().region} onInput={(region) => set({ region })} />
      <Show when={moves()}>
        <p class="notice warn">{t(e.moveText)}</p>
      </Show>
      <Field label={t(e.lon)} value={line().lon} onInput={(lon) => set({ lon })} />
      <Field label={t(e.lat)} value={line().lat} onInput={(lat) => set({ lat })} />
      <Tick
        label={t(w.exercise)}
        on={line().synthetic}
        onChange={(synthetic) => set({ synthetic })}
      />
      <Hearing
        protocol={protocol}
        connection={line().connection}
        stands={props.one.hasSecret ? 'secret' : 'none'}
        onChange={(connection) => set({ connection })}
      />
    </ReasonForm>
  )
}

export const EditDevice = (props: { id: string; onDone: () => void }) => {
  const [one] = createResource(() => props.id, registryApi.device)
  return (
    <Suspense fallback={<Skeleton rows={6} />}>
      <Show when={!one.error} fallback={<p class="bad-words">{t(e.notRead)}</p>}>
        <Show when={one()}>{(found) => <Form one={found()} onDone={props.onDone} />}</Show>
      </Show>
    </Suspense>
  )
}
