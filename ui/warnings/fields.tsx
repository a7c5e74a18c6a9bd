// What is asked of whoever warns others?
import { For, type JSX, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { regions } from '../../domain/organisation/regions.ts'
import { eventKinds } from '../../domain/warning/event-kinds.ts'
import { Labelled, Line } from '../admin/field.tsx'
import { t } from '../client/words.ts'
import { levelWords } from '../clock/level-words.ts'
import type { Begun, Form } from './form-state.ts'
import { certaintyWords, responseWords, warningWords as w } from './words.ts'

type SelectProps = {
  name: string
  label: Text
  value: string
  options: [string, Text][]
  fixed?: boolean
  onPick: (value: string) => void
}

const Select = (props: SelectProps) => (
  <Labelled name={props.name} label={props.label}>
    {(attributes) => (
      <select
        {...attributes}
        disabled={props.fixed ?? false}
        onChange={(event) => props.onPick(event.currentTarget.value)}
      >
        <For each={props.options}>
          {([value, words]) => (
            <option value={value} selected={props.value === value}>
              {t(words)}
            </option>
          )}
        </For>
      </select>
    )}
  </Labelled>
)

const optionsOf = (words: Record<string, Text>): [string, Text][] => Object.entries(words)
const kinds = optionsOf(
  Object.fromEntries(Object.entries(eventKinds).map(([kind, { words }]) => [kind, words])),
)
const holds: [string, Text][] = [
  ['', w.holdUntilEnded],
  ...[1, 2, 4, 8, 24].map((n): [string, Text] => [String(n), fill(w.hours, { n })]),
]

type Props = {
  form: Form
  fixed: Begun['fixed']
  regions: string[]
  set: (change: Partial<Form>) => void
}

const Where = (props: Props) => (
  <>
    <Select
      name="region"
      label={w.region}
      value={props.form.region}
      fixed={props.fixed.region}
      options={props.regions.map((code): [string, Text] => [
        code,
        regions[code as keyof typeof regions].name,
      ])}
      onPick={(region) => props.set({ region })}
    />
    <Select
      name="placed"
      label={w.area}
      value={props.form.placed ? 'around' : 'whole'}
      options={[
        ['whole', w.wholeOf],
        ['around', w.aroundPlace],
      ]}
      onPick={(value) => props.set({ placed: value === 'around' })}
    />
    <Show when={props.form.placed}>
      <div class="warning-place">
        <Line
          name="lon"
          label={w.lon}
          value={props.form.lon}
          onInput={(lon) => props.set({ lon })}
        />
        <Line
          name="lat"
          label={w.lat}
          value={props.form.lat}
          onInput={(lat) => props.set({ lat })}
        />
        <Line name="km" label={w.km} value={props.form.km} onInput={(km) => props.set({ km })} />
      </div>
    </Show>
  </>
)

const Judgement = (props: Props) => (
  <>
    <Select
      name="level"
      label={w.level}
      value={String(props.form.level)}
      options={optionsOf(levelWords)}
      onPick={(level) => props.set({ level: Number(level) as Form['level'] })}
    />
    <Select
      name="kind"
      label={w.kind}
      value={props.form.kind}
      options={kinds}
      onPick={(kind) => props.set({ kind: kind as Form['kind'] })}
    />
    <Show when={!props.form.ended}>
      <Select
        name="response"
        label={w.response}
        value={props.form.response}
        options={optionsOf(responseWords)}
        onPick={(response) => props.set({ response: response as Form['response'] })}
      />
      <Select
        name="certainty"
        label={w.certainty}
        value={props.form.certainty}
        options={optionsOf(certaintyWords)}
        onPick={(certainty) => props.set({ certainty: certainty as Form['certainty'] })}
      />
      <Select
        name="hours"
        label={w.hold}
        value={props.form.hours}
        options={holds}
        onPick={(hours) => props.set({ hours })}
      />
    </Show>
  </>
)

const Exercise = (props: Props) => (
  <p class="warning-exercise">
    <input
      id="field-exercise"
      type="checkbox"
      checked={props.form.exercise}
      disabled={props.fixed.exercise}
      onChange={(event) => props.set({ exercise: event.currentTarget.checked })}
    />{' '}
    <label for="field-exercise">{t(w.isExercise)}</label>
    <Show when={props.fixed.exercise}>
      {' '}
      <span class="muted">{t(w.exerciseFixed)}</span>
    </Show>
  </p>
)

export const Fields = (props: Props): JSX.Element => (
  <>
    <Exercise {...props} />
    <Judgement {...props} />
    <Line
      name="headline"
      label={w.headline}
      value={props.form.headline}
      onInput={(headline) => props.set({ headline })}
    />
    <Line
      name="description"
      label={w.description}
      rows={4}
      value={props.form.description}
      onInput={(description) => props.set({ description })}
    />
    <Show when={!props.form.ended}>
      <Line
        name="instruction"
        label={w.instruction}
        optional
        rows={3}
        value={props.form.instruction}
        onInput={(instruction) => props.set({ instruction })}
      />
    </Show>
    <Where {...props} />
  </>
)
