// How is one of several words picked in the form of a warning?
import { For } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { Labelled } from '../admin/field.tsx'
import { t } from '../client/words.ts'

type Props = {
  name: string
  label: Text
  value: string
  options: [string, Text][]
  fixed?: boolean
  onPick: (value: string) => void
}

export const Select = (props: Props) => (
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
