// Which resource does the order call? Chosen, or named by a link, it fills in what was not written yet.
import { useSearchParams } from '@solidjs/router'
import { createEffect, For, on, Show } from 'solid-js'
import type { NearEntryView } from '../../contract/case/nearest.ts'
import { proposedValues } from '../case/proposed-values.ts'
import { t } from '../client/words.ts'
import { fieldId } from '../form/inputs.tsx'
import { nearestOf } from '../incident/asking-nearest.ts'
import type { OwnField } from '../list/additions.ts'
import { useQuery } from '../reading/query.ts'
import { emergencyWords as w } from './words.ts'

const km = 300
const opens = 'give-order'

const ResourceField: OwnField = (props) => {
  const [search] = useSearchParams()
  const wanted = () => {
    const number = search[props.field.name]
    return typeof number === 'string' ? number : null
  }
  const near = useQuery(() => nearestOf(props.case.id, { type: opens, km }))
  /** However far away it is. */
  const linked = useQuery(() => ({
    ...nearestOf(props.case.id, { type: opens, number: wanted() ?? '', km: 500 }),
    enabled: wanted() !== null,
  }))
  const act = () => props.case.acts.find(({ fields }) => fields.includes(props.field))
  const chosen = () => String(props.form.values()[props.field.name] ?? '')
  const items = (): NearEntryView[] => {
    const all = near.isSuccess ? near.data.items : []
    const one = linked.isSuccess ? linked.data.items[0] : undefined
    return one && !all.some(({ id }) => id === one.id) ? [one, ...all] : all
  }
  const choose = (number: string) => {
    props.form.set(props.field.name, number)
    const one = items().find((each) => each.number === number)
    const proposed = one ? proposedValues(act()?.fields ?? [], one.form, []) : {}
    for (const [name, value] of Object.entries(proposed))
      if (!props.form.values()[name]) props.form.set(name, value)
  }
  let begun = false
  createEffect(
    on([props.form.ready, () => linked.isSuccess], ([ready, known]) => {
      const number = wanted()
      if (begun || !ready || !known || number === null) return
      begun = true
      if (chosen() !== number) choose(number)
    }),
  )
  return (
    <>
      <select
        id={fieldId(props.field)}
        aria-describedby={props.describedBy}
        aria-invalid={props.form.mistakeOf(props.field.name) !== undefined}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{t(w.noResource)}</option>
        <For each={items()}>
          {(one) => (
            <option
              value={one.number}
              selected={chosen() === one.number}
              disabled={!one.free && chosen() !== one.number}
            >
              {[one.name, distanceOf(one), one.number].join(' · ') +
                (one.free ? '' : t(w.resourceHeld))}
            </option>
          )}
        </For>
      </select>
      <Show when={near.isError}>
        <p class="muted" role="status">
          {t(w.resourcesUnknown)}
        </p>
      </Show>
    </>
  )
}

const distanceOf = (one: NearEntryView): string =>
  one.km === null ? t(w.distanceUnknown) : `${one.km} km`

export default ResourceField
