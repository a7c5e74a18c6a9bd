// Which of the plans in force for this event does the response start from?
import { For, Show } from 'solid-js'
import { askEntriesToChoose } from '../client/case/items.ts'
import { t } from '../client/words.ts'
import { fieldId } from '../form/inputs.tsx'
import type { OwnField } from '../list/additions.ts'
import { useQuery } from '../reading/query.ts'
import { emergencyWords as w } from './words.ts'

const PlanField: OwnField = (props) => {
  const plans = useQuery(() => ({
    queryKey: ['case', props.case.id, 'entries', 'start-response'],
    queryFn: () => askEntriesToChoose(props.case.id, 'start-response'),
  }))
  const items = () => (plans.isSuccess ? plans.data.items : [])
  const chosen = () => props.form.values()[props.field.name]
  return (
    <>
      <select
        id={fieldId(props.field)}
        aria-describedby={props.describedBy}
        aria-invalid={props.form.mistakeOf(props.field.name) !== undefined}
        onChange={(event) => props.form.set(props.field.name, event.currentTarget.value)}
      >
        <option value="">{t(w.noPlan)}</option>
        <For each={items()}>
          {(one) => (
            <option value={one.number} selected={chosen() === one.number}>
              {[one.name, one.owner ?? '', one.number].filter(Boolean).join(' · ')}
            </option>
          )}
        </For>
      </select>
      <Show when={plans.isSuccess && items().length === 0}>
        <p class="muted">{t(w.noPlanFits)}</p>
      </Show>
      <Show when={plans.isError}>
        <p class="muted" role="status">
          {t(w.plansUnknown)}
        </p>
      </Show>
    </>
  )
}

export default PlanField
