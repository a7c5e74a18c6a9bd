// What is asked of whoever warns others?
import { type JSX, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { eventKinds } from '../../domain/warning/event-kinds.ts'
import { Line } from '../admin/field.tsx'
import { t } from '../client/words.ts'
import { levelWords } from '../clock/level-words.ts'
import type { FieldsProps } from './fields-props.ts'
import type { Form } from './form-state.ts'
import { Select } from './select.tsx'
import { Where } from './where.tsx'
import { certaintyWords, responseWords, warningWords as w } from './words.ts'

const optionsOf = (words: Record<string, Text>): [string, Text][] => Object.entries(words)
const kinds = optionsOf(
  Object.fromEntries(Object.entries(eventKinds).map(([kind, { words }]) => [kind, words])),
)
const holds: [string, Text][] = [
  ['', w.holdUntilEnded],
  ...[1, 2, 4, 8, 24].map((n): [string, Text] => [String(n), fill(w.hours, { n })]),
]

const Judgement = (props: FieldsProps) => (
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

const Exercise = (props: FieldsProps) => (
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

export const Fields = (props: FieldsProps): JSX.Element => (
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
