// Which criteria of a major hazard are met: first the sector, then its chapters?
import { createMemo, For, Show } from 'solid-js'
import { places } from '../../domain/law/criteria/criterion.ts'
import { citeNorm, criterionOf } from '../../domain/law/criteria/grading.ts'
import { t } from '../client/words.ts'
import { ChoiceGroups } from '../form/choice-groups.tsx'
import type { Form } from '../form/form.ts'
import type { OwnField } from '../list/additions.ts'
import { formWords } from '../screen/form-words.ts'
import { today } from '../screen/time.ts'
import { asksPlace, groupsOf, placeName, sectorName, sectorsOffered } from './guided.ts'
import { hazardWords as w } from './words.ts'

type SelectProps = {
  form: Form
  name: string
  label: string
  choices: [value: string, words: string][]
}

const Select = (props: SelectProps) => (
  <label>
    {props.label}
    <select onChange={(event) => props.form.set(props.name, event.currentTarget.value)}>
      <option value="">{t(formWords.choose)}</option>
      <For each={props.choices}>
        {([value, words]) => (
          <option value={value} selected={props.form.values()[props.name] === value}>
            {words}
          </option>
        )}
      </For>
    </select>
  </label>
)

const wordsOf = (code: string) => {
  const found = criterionOf(code)
  return found
    ? { zh: `${found.group.zh}：${found.words.zh}`, en: `${found.group.en}: ${found.words.en}` }
    : { zh: code, en: code }
}

const CriteriaField: OwnField = (props) => {
  const sectors = createMemo(() => sectorsOffered(today()))
  const sector = createMemo(() =>
    sectors().find((one) => one.sector === props.form.values()[sectorName(props.field.name)]),
  )
  return (
    <>
      <div class="choice-steps">
        <Select
          form={props.form}
          name={sectorName(props.field.name)}
          label={t(w.sector)}
          choices={sectors().map((one) => [one.sector, t(one.words)])}
        />
        <Show when={asksPlace(sector())}>
          <Select
            form={props.form}
            name={placeName(props.field.name)}
            label={t(w.place)}
            choices={Object.entries(places).map(([place, words]) => [place, t(words)])}
          />
        </Show>
      </div>
      <Show when={sector()}>{(one) => <p class="hint">{t(citeNorm(one().norm))}</p>}</Show>
      <ChoiceGroups
        field={props.field}
        form={props.form}
        groups={sector() ? groupsOf(sector()!) : []}
        wordsOf={wordsOf}
      />
    </>
  )
}

export default CriteriaField
