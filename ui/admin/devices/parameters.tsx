// How are the parameters of a device or a feed asked for, each by its kind?
import { createUniqueId, For, Match, Switch } from 'solid-js'
import type { SettingKey } from '../../../domain/duty/setting-keys.ts'
import { t } from '../../client/words.ts'
import { Field } from './form.tsx'
import { registryWords as w } from './words/words.ts'

type ChoiceProps = {
  label: string
  options: [value: string, shown: string][]
  value: string
  blank?: string
  onPick: (value: string) => void
}

export const Choice = (props: ChoiceProps) => {
  const id = createUniqueId()
  return (
    <>
      <label for={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        onChange={(event) => props.onPick(event.currentTarget.value)}
      >
        <option value="">{props.blank ?? t(w.asStandard)}</option>
        <For each={props.options}>{([value, label]) => <option value={value}>{label}</option>}</For>
      </select>
    </>
  )
}

const Lines = (props: { label: string; value: string; onInput: (value: string) => void }) => {
  const id = createUniqueId()
  return (
    <>
      <label for={id}>{props.label}</label>
      <textarea
        id={id}
        rows="4"
        maxlength="20000"
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </>
  )
}

const Parameter = (props: {
  known: SettingKey
  value: string
  onChange: (value: string) => void
}) => {
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
        <Choice
          label={label()}
          options={options()}
          value={props.value}
          {...(props.known.wanted ? { blank: t(w.pick) } : {})}
          onPick={props.onChange}
        />
      </Match>
      <Match when={props.known.kind === 'lines'}>
        <Lines label={label()} value={props.value} onInput={props.onChange} />
      </Match>
    </Switch>
  )
}

type Props = {
  keys: Readonly<Record<string, SettingKey>>
  values: Record<string, string>
  onChange: (values: Record<string, string>) => void
}

/** As they are typed; what is left empty says nothing. */
export const Parameters = (props: Props) => (
  <For each={Object.entries(props.keys)}>
    {([name, known]) => (
      <Parameter
        known={known}
        value={props.values[name] ?? ''}
        onChange={(value) => props.onChange({ ...props.values, [name]: value })}
      />
    )}
  </For>
)
