// How is a feed enrolled, or its port and settings changed?
import { createSignal, For, Show } from 'solid-js'
import type { RegistryFeed } from '../../../contract/devices/registry.ts'
import { feedKeysOf, feedProtocols, feedWayOf } from '../../../domain/duty/feed-settings.ts'
import { settingsAsTyped, typedSettings } from '../../../domain/duty/setting-keys.ts'
import { isRegion, regions } from '../../../domain/organisation/regions.ts'
import { registryApi } from '../../client/devices/registry.ts'
import { t } from '../../client/words.ts'
import type { KeyOf } from '../../reading/requests.ts'
import { Field, ReasonForm, Tick } from './form.tsx'
import { Choice, Parameters } from './parameters.tsx'
import { feedFormWords as f } from './words/feed-form-words.ts'
import { registryWords as w } from './words/words.ts'

const portOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed))
const protocols = Object.entries(feedProtocols).map(([id, { label }]): [string, string] => [
  id,
  t(label),
])
const districts = Object.keys(regions)
  .filter(isRegion)
  .filter((code) => regions[code].level !== 'province')
  .map((code): [string, string] => [code, t(regions[code].name)])

const blank = {
  id: '',
  protocol: '',
  name: '',
  region: '',
  silence: '300',
  port: '',
  secret: '',
  synthetic: false,
}

type FeedForm = typeof blank & { typed: Record<string, string> }

const Way = (props: { protocol: string }) => (
  <Show when={feedWayOf(props.protocol) === 'dials'}>
    <p class="notice warn">{t(f.dialsText)}</p>
  </Show>
)

const Port = (props: { protocol: string; value: string; onInput: (port: string) => void }) => (
  <Show when={feedWayOf(props.protocol) === 'listens'}>
    <Field label={t(f.port)} value={props.value} onInput={props.onInput} type="number" />
  </Show>
)

const Basics = (props: { form: FeedForm; set: (change: Partial<FeedForm>) => void }) => (
  <>
    <Field label={t(f.id)} value={props.form.id} onInput={(id) => props.set({ id })} max={40} />
    <Field
      label={t(w.name)}
      value={props.form.name}
      onInput={(name) => props.set({ name })}
      max={80}
    />
    <Choice
      label={t(w.region)}
      blank={t(w.pick)}
      options={districts}
      value={props.form.region}
      onPick={(region) => props.set({ region })}
    />
    <Field
      label={t(w.silence)}
      value={props.form.silence}
      onInput={(silence) => props.set({ silence })}
      type="number"
    />
  </>
)

export const NewFeed = (props: { onDone: () => void }) => {
  const [form, setForm] = createSignal<FeedForm>({ ...blank, typed: {} })
  const set = (change: Partial<FeedForm>) => setForm({ ...form(), ...change })
  const way = () => feedWayOf(form().protocol)
  const send = (reason: string, keyOf: KeyOf) => {
    const { id, protocol, name, region, silence, port, secret, synthetic, typed } = form()
    const settings = typedSettings(feedKeysOf(protocol), typed)
    const own = {
      settings,
      secret: secret === '' || way() === 'listens' ? null : secret,
      synthetic,
    }
    const body = {
      id: id.trim(),
      protocol,
      name: name.trim(),
      region,
      silenceSeconds: Number(silence),
      ...own,
      reason,
    }
    const wanted = { ...body, port: way() === 'listens' ? portOf(port) : null }
    return registryApi.enrolFeed(wanted, keyOf(wanted))
  }
  return (
    <ReasonForm
      label={t(way() === 'dials' ? f.propose : f.enrol)}
      send={send}
      onDone={props.onDone}
    >
      <Choice
        label={t(w.protocol)}
        blank={t(w.pick)}
        options={protocols}
        value={form().protocol}
        onPick={(protocol) => set({ protocol, typed: {} })}
      />
      <Way protocol={form().protocol} />
      <Basics form={form()} set={set} />
      <Port protocol={form().protocol} value={form().port} onInput={(port) => set({ port })} />
      <Parameters
        keys={feedKeysOf(form().protocol)}
        values={form().typed}
        onChange={(typed) => set({ typed })}
      />
      <Show when={way() !== null && way() !== 'listens'}>
        <Field
          label={t(f.secret)}
          value={form().secret}
          onInput={(secret) => set({ secret })}
          type="password"
          max={8_000}
        />
        <Tick
          label={t(w.exercise)}
          on={form().synthetic}
          onChange={(synthetic) => set({ synthetic })}
        />
      </Show>
      <Show when={way() === 'listens'}>
        <p class="muted">{t(f.secretsOfDevices)}</p>
      </Show>
    </ReasonForm>
  )
}

export const FeedSettings = (props: { feed: RegistryFeed; onDone: () => void }) => {
  const { id, protocol, settings, port: stands } = props.feed
  const [port, setPort] = createSignal(stands === null ? '' : String(stands))
  const [typed, setTyped] = createSignal(settingsAsTyped(settings))
  const send = (reason: string, keyOf: KeyOf) => {
    const wanted = {
      port: portOf(port()),
      settings: typedSettings(feedKeysOf(protocol), typed()),
      reason,
    }
    return registryApi.setFeed(id, wanted, keyOf(wanted))
  }
  return (
    <ReasonForm
      label={t(feedWayOf(protocol) === 'dials' ? f.propose : w.save)}
      send={send}
      onDone={props.onDone}
    >
      <Way protocol={protocol} />
      <Port protocol={protocol} value={port()} onInput={setPort} />
      <Parameters keys={feedKeysOf(protocol)} values={typed()} onChange={setTyped} />
      <p class="muted">{t(f.secretElsewhere)}</p>
    </ReasonForm>
  )
}

/** What is wanted of a feed, as one reads it before agreeing. */
export const SettingLines = (props: { protocol: string; settings: Record<string, unknown> }) => (
  <dl class="registry-certificate registry-settings">
    <For each={Object.entries(settingsAsTyped(props.settings))}>
      {([name, value]) => (
        <>
          <dt>{t(feedKeysOf(props.protocol)[name]?.label ?? { zh: name, en: name })}</dt>
          <dd>
            <code>{value}</code>
          </dd>
        </>
      )}
    </For>
  </dl>
)
