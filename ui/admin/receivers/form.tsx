// How is a receiver enrolled or changed, or the office in whose name warnings leave?
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { OfficeView } from '../../../contract/devices/receivers.ts'
import { isRegion, regions } from '../../../domain/organisation/regions.ts'
import type { ReceiverView } from '../../../domain/warning/views.ts'
import { receiversApi } from '../../client/devices/receivers.ts'
import { t } from '../../client/words.ts'
import { levelWords } from '../../clock/level-words.ts'
import type { KeyOf } from '../../reading/requests.ts'
import { Field, ReasonForm, Tick } from '../devices/form.tsx'
import { receiverWords as w } from './words.ts'

const blank: ReceiverView = {
  id: '',
  name: '',
  url: 'https://',
  format: 'cap',
  signed: false,
  regions: [],
  leastLevel: 2,
  exercises: false,
  enabled: true,
  waiting: 0,
  last: null,
}

const Choices = (props: { one: ReceiverView; set: (change: Partial<ReceiverView>) => void }) => {
  const [format, level] = [createUniqueId(), createUniqueId()]
  const turned = (code: string, on: boolean) =>
    props.set({
      regions: on ? [...props.one.regions, code] : props.one.regions.filter((one) => one !== code),
    })
  return (
    <>
      <label for={format}>{t(w.format)}</label>
      <select
        id={format}
        value={props.one.format}
        onChange={(event) =>
          props.set({ format: event.currentTarget.value === 'geojson' ? 'geojson' : 'cap' })
        }
      >
        <option value="cap">CAP 1.2</option>
        <option value="geojson">GeoJSON</option>
      </select>
      <label for={level}>{t(w.leastLevel)}</label>
      <select
        id={level}
        value={String(props.one.leastLevel)}
        onChange={(event) =>
          props.set({ leastLevel: Number(event.currentTarget.value) as ReceiverView['leastLevel'] })
        }
      >
        <For each={Object.entries(levelWords)}>
          {([value, words]) => <option value={value}>{t(words)}</option>}
        </For>
      </select>
      <fieldset class="receiver-regions">
        <legend>{t(w.regions)}</legend>
        <For each={Object.keys(regions).filter(isRegion)}>
          {(code) => (
            <Tick
              label={t(regions[code].name)}
              on={props.one.regions.includes(code)}
              onChange={(on) => turned(code, on)}
            />
          )}
        </For>
      </fieldset>
    </>
  )
}

/** `receiver` null: a new one. */
export const ReceiverForm = (props: { receiver: ReceiverView | null; onDone: () => void }) => {
  const [one, setOne] = createSignal(props.receiver ?? blank)
  const [secret, setSecret] = createSignal('')
  const set = (change: Partial<ReceiverView>) => setOne({ ...one(), ...change })
  const isSwitchingOff = () => props.receiver?.enabled === true && !one().enabled
  const send = (reason: string, keyOf: KeyOf) => {
    const { id, name, url, format, regions: districts, leastLevel, exercises, enabled } = one()
    const body = {
      name: name.trim(),
      url: url.trim(),
      format,
      regions: districts,
      leastLevel,
      exercises,
      enabled,
      reason,
    }
    const wanted = { ...body, ...(secret() === '' ? {} : { secret: secret() }) }
    return receiversApi.save(id.trim(), wanted, keyOf(id.trim(), wanted))
  }
  return (
    <ReasonForm label={t(isSwitchingOff() ? w.save : w.propose)} send={send} onDone={props.onDone}>
      <Show when={!props.receiver}>
        <Field label={t(w.id)} value={one().id} onInput={(id) => set({ id })} />
      </Show>
      <Field label={t(w.name)} value={one().name} onInput={(name) => set({ name })} />
      <Field label={t(w.url)} value={one().url} onInput={(url) => set({ url })} type="url" />
      <Field label={t(w.secret)} value={secret()} onInput={setSecret} type="password" />
      <Choices one={one()} set={set} />
      <Tick
        label={t(w.exercises)}
        on={one().exercises}
        onChange={(exercises) => set({ exercises })}
      />
      <Tick label={t(w.enabled)} on={one().enabled} onChange={(enabled) => set({ enabled })} />
    </ReasonForm>
  )
}

const noOffice: OfficeView = {
  region: '330800',
  organisation: '',
  unit: '',
  extension: '00',
  sender: '',
  name: '',
}
const officeFields = ['name', 'sender', 'region', 'organisation', 'unit', 'extension'] as const
const officeLabels = { ...w, name: w.officeName, region: w.regionCode }

export const OfficeForm = (props: { office: OfficeView | null; onDone: () => void }) => {
  const [one, setOne] = createSignal(props.office ?? noOffice)
  const send = (reason: string, keyOf: KeyOf) => {
    const wanted = { ...one(), reason }
    return receiversApi.office(wanted, keyOf(wanted))
  }
  return (
    <ReasonForm label={t(w.save)} send={send} onDone={props.onDone}>
      <For each={officeFields}>
        {(name) => (
          <Field
            label={t(officeLabels[name])}
            value={one()[name]}
            onInput={(value) => setOne({ ...one(), [name]: value.trim() })}
          />
        )}
      </For>
    </ReasonForm>
  )
}
