// From where is a device heard, with which password and parameters?
import { createUniqueId, For, Match, Show, Switch } from 'solid-js'
import { type DialectKey, dialectKeysOf, needsSecret } from '../../../domain/duty/device-settings.ts'
import { t } from '../../words.ts'
import { Field } from './form.tsx'
import { registryWords as w } from './words.ts'

/** As it is typed; what is left empty says nothing. */
export type HearingSaid = { secret: string; hosts: string; dialect: Record<string, string> }
export const nothingSaid: HearingSaid = { secret: '', hosts: '', dialect: {} }

type Props = { protocol: string; said: HearingSaid; onChange: (said: HearingSaid) => void }

const Choice = (props: { label: string; options: [value: string, shown: string][]; value: string; onPick: (value: string) => void }) => {
  const id = createUniqueId()
  return (
    <>
      <label for={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.onPick(event.currentTarget.value)}>
        <option value="">{t(w.asStandard)}</option>
        <For each={props.options}>{([value, shown]) => <option value={value}>{shown}</option>}</For>
      </select>
    </>
  )
}

const Parameter = (props: { known: DialectKey; value: string; onChange: (value: string) => void }) => {
  const label = () => t(props.known.label)
  const options = (): [string, string][] =>
    props.known.kind === 'yes'
      ? [
          ['true', t(w.yes)],
          ['false', t(w.no)],
        ]
      : (props.known.options ?? []).map((one) => [one, one])
  return (
    <Switch
      fallback={
        <Field
          label={label()}
          value={props.value}
          onInput={props.onChange}
          {...(props.known.secret ? { type: 'password' } : {})}
          max={props.known.kind === 'json' ? 8_000 : 200}
        />
      }
    >
      <Match when={props.known.kind === 'choice' || props.known.kind === 'yes'}>
        <Choice label={label()} options={options()} value={props.value} onPick={props.onChange} />
      </Match>
    </Switch>
  )
}

export const Hearing = (props: Props) => {
  const set = (change: Partial<HearingSaid>) => props.onChange({ ...props.said, ...change })
  return (
    <>
      <Field label={t(w.secret)} value={props.said.secret} onInput={(secret) => set({ secret })} type="password" max={4_000} />
      <Show when={needsSecret(props.protocol)}>
        <p class="muted">{t(w.secretNeeded)}</p>
      </Show>
      <Field label={t(w.hosts)} value={props.said.hosts} onInput={(hosts) => set({ hosts })} max={1_000} />
      <For each={Object.entries(dialectKeysOf(props.protocol))}>
        {([name, known]) => (
          <Parameter
            known={known}
            value={props.said.dialect[name] ?? ''}
            onChange={(value) => set({ dialect: { ...props.said.dialect, [name]: value } })}
          />
        )}
      </For>
    </>
  )
}
