// Which licence does the enterprise hold that it applies about, and what does it say? Nobody should have to copy it from paper.
import { createEffect, For, Show } from 'solid-js'
import type { LicenceRow } from '../../contract/licences/licences.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { meets } from '../../domain/model/where.ts'
import type { ProcessView } from '../../domain/views/chart/chart-views.ts'
import { licencesApi } from '../client/licences.ts'
import { t } from '../client/words.ts'
import type { Form } from '../form/form.ts'
import { Line } from '../form/inputs.tsx'
import type { Guide } from '../list/additions.ts'
import { useQuery } from '../reading/query.ts'
import { reportWords as w } from './words.ts'

type Props = {
  field: Field
  form: Form
  describedBy: string | undefined
  process: Pick<ProcessView, 'id' | 'start'>
  fromHeld: Guide['fromHeld']
}

const HeldCard = (props: { licence: LicenceRow }) => {
  const rows = (): [Text, string][] => [
    [w.heldPremises, props.licence.premises],
    [w.heldMode, props.licence.mode],
    [w.heldScope, props.licence.scope],
    [w.heldUntil, props.licence.validUntil ?? ''],
  ]
  return (
    <section class="enterprise-card" aria-labelledby="held-title">
      <h3 id="held-title">{t(w.heldText)}</h3>
      <dl class="summary compact">
        <For each={rows()}>
          {([label, value]) => (
            <div>
              <dt>{t(label)}</dt>
              <dd>{value}</dd>
            </div>
          )}
        </For>
      </dl>
      <p class="hint">{t(w.heldHint)}</p>
    </section>
  )
}

const HeldField = (props: Props) => {
  const held = useQuery(() => ({
    queryKey: ['held', props.process.id],
    queryFn: () => licencesApi.held(props.process.id),
    staleTime: 60_000,
  }))
  const all = () => (held.isSuccess ? held.data.items : [])
  const named = () =>
    all().find(
      ({ number }) => number === String(props.form.values()[props.field.name] ?? '').trim(),
    )
  const goesOn = () =>
    props.process.start.fields.some(
      ({ carried }) => carried && meets(carried, props.form.values() as never),
    )
  const offered = () => all().filter((one) => one !== named())
  const fromLicence = (licence: LicenceRow) =>
    props.fromHeld?.(licence, props.process.start.fields) ?? {}
  // What it says stays known while the answers are checked and this field is not there.
  createEffect(() => {
    const licence = named()
    props.form.setHeld(licence ? fromLicence(licence) : null)
  })
  const take = (licence: LicenceRow) => {
    props.form.set(props.field.name, licence.number)
    if (goesOn()) return
    for (const [name, value] of Object.entries(fromLicence(licence)))
      if (!props.form.values()[name]) props.form.set(name, value)
  }
  return (
    <>
      <Line field={props.field} form={props.form} describedBy={props.describedBy} />
      <For each={offered()}>
        {(licence) => (
          <button type="button" class="button small quiet held" onClick={() => take(licence)}>
            {t(fill(w.held, { number: licence.number, until: licence.validUntil ?? '' }))}
          </button>
        )}
      </For>
      <Show when={goesOn() ? named() : undefined}>
        {(licence) => <HeldCard licence={licence()} />}
      </Show>
    </>
  )
}

export default HeldField
