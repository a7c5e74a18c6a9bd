// Which enterprise, and which colleague? Choices that the server holds.

import { createSignal } from 'solid-js'
import type { Field } from '../../domain/model/process.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { enterprisesLike, officersFor, peopleFor } from './choosing.ts'
import { type Chosen, Combobox, type Option } from './combobox.tsx'
import type { Form } from './form.ts'

type Props = { field: Field; form: Form; describedBy: string | undefined }

const chosenOf = ({ field: { name }, form }: Props): Chosen | null => {
  const id = form.values()[name]
  return typeof id === 'string' && id !== '' ? { id, label: form.labelOf(name) || id } : null
}

export const EnterpriseField = (props: Props) => {
  const [sought, setSought] = createSignal('')
  const found = useQuery(() => enterprisesLike(sought()))
  const options = (): Option[] =>
    found.isSuccess
      ? found.data.items.map((one) => ({
          id: one.id,
          label: one.name,
          detail: `${one.code} · ${t(one.region)}`,
        }))
      : []
  return (
    <Combobox
      id={`field-${props.field.name}`}
      label={t(props.field.words)}
      chosen={chosenOf(props)}
      options={options()}
      busy={found.isFetching}
      describedBy={props.describedBy}
      invalid={props.form.mistakeOf(props.field.name) !== undefined}
      onType={setSought}
      onChoose={(option) => props.form.choose(props.field.name, option)}
    />
  )
}

export const ColleagueField = (
  props: Props & { caseId: string; verb: string; task: string | null },
) => {
  const [sought, setSought] = createSignal('')
  const people = useQuery(() =>
    props.field.people
      ? officersFor(props.caseId, props.verb)
      : peopleFor(props.caseId, props.verb, props.task),
  )
  const options = (): Option[] => {
    const all = people.isSuccess
      ? people.data.items.map((one) => ({
          id: one.id,
          label: one.name,
          detail: `${t(one.office)} · ${t(one.role)}`,
        }))
      : []
    return all.filter((one) => `${one.label}${one.detail}`.includes(sought().trim())).slice(0, 30)
  }
  return (
    <Combobox
      id={`field-${props.field.name}`}
      label={t(props.field.words)}
      chosen={chosenOf(props)}
      options={options()}
      busy={people.isFetching}
      describedBy={props.describedBy}
      invalid={props.form.mistakeOf(props.field.name) !== undefined}
      onType={setSought}
      onChoose={(option) => props.form.choose(props.field.name, option)}
    />
  )
}
