// By what is a register searched?
import { For, Show } from 'solid-js'
import type { RegisterView } from '../../contract/registers/registers.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import type { EntriesSought } from '../client/registers.ts'
import { t } from '../client/words.ts'
import { registerWords as w } from './words.ts'

const monthsOffered = [1, 3, 6, 12]

type Option = { value: string; words: Text }

const Select = (props: {
  name: string
  label: Text
  any: Text
  chosen: string
  options: Option[]
}) => (
  <label class="field">
    <span class="field-label">{t(props.label)}</span>
    <select name={props.name}>
      <option value="">{t(props.any)}</option>
      <For each={props.options}>
        {({ value, words }) => (
          <option value={value} selected={props.chosen === value}>
            {t(words)}
          </option>
        )}
      </For>
    </select>
  </label>
)

export const Filters = (props: {
  register: RegisterView
  sought: EntriesSought
  onSeek: (sought: EntriesSought) => void
}) => {
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const valueFor = (name: string) => String(data.get(name) ?? '').trim()
    props.onSeek({
      q: valueFor('q'),
      standing: valueFor('standing'),
      region: valueFor('region'),
      within: valueFor('within'),
    })
  }
  const standings = () =>
    props.register.standings.map(({ name, words }) => ({ value: name, words }))
  const regions = () =>
    props.register.regions.map(({ code, name }) => ({ value: code, words: name }))
  const months = monthsOffered.map((n) => ({ value: String(n), words: fill(w.months, { n }) }))
  return (
    <form class="block register-filter" onSubmit={submit}>
      <label class="field">
        <span class="field-label">{t(w.search)}</span>
        <input name="q" type="search" value={props.sought.q} />
      </label>
      <Select
        name="standing"
        label={w.standing}
        any={w.anyStanding}
        chosen={props.sought.standing}
        options={standings()}
      />
      <Show when={regions().length > 1}>
        <Select
          name="region"
          label={w.region}
          any={w.anyRegion}
          chosen={props.sought.region}
          options={regions()}
        />
      </Show>
      <Show when={props.register.due}>
        {(due) => (
          <Select
            name="within"
            label={due()}
            any={w.anyTime}
            chosen={props.sought.within}
            options={months}
          />
        )}
      </Show>
      <button type="submit" class="button primary">
        {t(w.show)}
      </button>
    </form>
  )
}
