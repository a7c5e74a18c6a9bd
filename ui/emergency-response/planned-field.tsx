// Which order of the plan is it? Chosen, it fills in the form; what was typed before it stays only where the plan says nothing.
import { useSearchParams } from '@solidjs/router'
import { createEffect, on, untrack } from 'solid-js'
import type { PlannedView } from '../../contract/case/items.ts'
import { proposedValues } from '../case/proposed-values.ts'
import { ChoiceList } from '../form/inputs.tsx'
import { itemsOf } from '../items/asking.ts'
import type { OwnField } from '../list/additions.ts'
import { useQuery } from '../reading/query.ts'

/** What the plan says of an order; the rest is for whoever gives it. */
const ofThePlan = ['to', 'task', 'details', 'finishBy']

const PlannedField: OwnField = (props) => {
  const [search] = useSearchParams()
  const items = useQuery(() => itemsOf(props.case.id))
  const act = () => props.case.acts.find(({ fields }) => fields.includes(props.field))
  const chosen = () => String(props.form.values()[props.field.name] ?? '')
  const planned = (key: string) =>
    items.isSuccess ? items.data.planned.find((one) => one.key === key) : undefined
  const fillIn = (one: PlannedView) => {
    const values = proposedValues(act()?.fields ?? [], one.form, [])
    for (const name of ofThePlan) props.form.set(name, values[name] ?? '')
  }
  let filled: string | null = null
  /** A link that names an order means that one, whatever a draft of another says; a draft of the same stays as it was typed. */
  const begin = () => {
    const wanted = search[props.field.name]
    const before = chosen()
    if (typeof wanted === 'string' && wanted !== before && props.field.choices?.[wanted])
      props.form.set(props.field.name, wanted)
    else if (props.form.values().task) filled = before
  }
  createEffect(on(props.form.ready, (ready) => ready && begin()))
  createEffect(() => {
    const [ready, key] = [props.form.ready(), chosen()]
    const one = planned(key)
    if (!ready || !one || filled === key) return
    filled = key
    untrack(() => fillIn(one))
  })
  return <ChoiceList field={props.field} form={props.form} describedBy={props.describedBy} />
}

export default PlannedField
