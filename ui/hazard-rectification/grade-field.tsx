// Which grade is it, and what do the criteria ticked suggest?
import { createMemo, For, Show } from 'solid-js'
import type { Suggestion } from '../../domain/law/criteria/grading.ts'
import { t } from '../client/words.ts'
import { Choice } from '../form/inputs.tsx'
import type { OwnField } from '../list/additions.ts'
import { today } from '../screen/time.ts'
import { suggestionsFor } from './guided.ts'
import { hazardWords as w } from './words.ts'

const titleOf = ({ grade, provisional }: Suggestion) => {
  if (grade === 'major') return provisional ? w.suggestMajor : w.isMajor
  return provisional ? w.suggestGeneral : w.isGeneral
}

/** The criteria stand in a field of their own; this one only reads them. */
const GradeField: OwnField = (props) => {
  const found = createMemo(() => suggestionsFor({ name: 'criteria' }, props.form.values(), today()))
  return (
    <>
      <Choice field={props.field} form={props.form} describedBy={props.describedBy} />
      <div role="status">
        <For each={found()}>
          {(one) => (
            <div class={`notice suggestion ${one.provisional ? 'warn' : ''}`}>
              <strong>{t(titleOf(one))}</strong>
              <Show when={one.because.length > 0}>
                <ul>
                  <For each={one.because}>{(reason) => <li>{t(reason)}</li>}</For>
                </ul>
              </Show>
            </div>
          )}
        </For>
      </div>
    </>
  )
}

export default GradeField
