// To which case of the same event is this one joined?
import { For, Show } from 'solid-js'
import type { CaseToName } from '../../contract/case/others.ts'
import { askCasesToName } from '../client/case/others.ts'
import { t } from '../client/words.ts'
import { fieldId } from '../form/inputs.tsx'
import type { OwnField } from '../list/additions.ts'
import { useQuery } from '../reading/query.ts'
import { showMoment } from '../screen/time.ts'
import { joinWords as w } from './join-words.ts'

const optionText = ({ number, title, openedAt, site }: CaseToName): string =>
  [number, title, site ?? '', showMoment(openedAt)].filter(Boolean).join(' · ')

const MainCaseField: OwnField = (props) => {
  const others = useQuery(() => ({
    queryKey: ['case', props.case.id, 'others', 'join-case'],
    queryFn: () => askCasesToName(props.case.id, 'join-case'),
  }))
  const items = () => (others.isSuccess ? others.data.items : [])
  const chosen = () => props.form.values()[props.field.name]
  const groups = () => [
    { label: w.likely, of: items().filter(({ likely }) => likely) },
    { label: w.others, of: items().filter(({ likely }) => !likely) },
  ]
  return (
    <>
      <select
        id={fieldId(props.field)}
        aria-describedby={props.describedBy}
        aria-required={props.field.required}
        aria-invalid={props.form.mistakeOf(props.field.name) !== undefined}
        onChange={(event) => props.form.set(props.field.name, event.currentTarget.value)}
      >
        <option value="">{t(w.choose)}</option>
        <For each={groups()}>
          {(group) => (
            <Show when={group.of.length > 0}>
              <optgroup label={t(group.label)}>
                <For each={group.of}>
                  {(one) => (
                    <option value={one.number} selected={chosen() === one.number}>
                      {optionText(one)}
                    </option>
                  )}
                </For>
              </optgroup>
            </Show>
          )}
        </For>
      </select>
      <Show when={others.isSuccess && items().length === 0}>
        <p class="muted" role="status">
          {t(w.none)}
        </p>
      </Show>
      <Show when={others.isError}>
        <p class="muted" role="status">
          {t(w.unknown)}
        </p>
      </Show>
    </>
  )
}

export default MainCaseField
