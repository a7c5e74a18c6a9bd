// How is a version of an amount entered, tried out and proposed? (S16)
import { useSearchParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import type { EnterableAmount } from '../../../contract/change/changes.ts'
import type { Text } from '../../../domain/language/words.ts'
import { amountUnits, valuesInWords } from '../../../domain/law/amounts/in-words.ts'
import { t } from '../../client/words.ts'
import { useQuery } from '../../reading/query.ts'
import Missing from '../../screen/missing.tsx'
import { usePage } from '../../screen/page.ts'
import { Failure, Skeleton } from '../../screen/states.tsx'
import { changeQueries } from '../changes/client.ts'
import {
  EntryColumns,
  EntryField,
  GroundFields,
  IncludedFields,
  isWrong,
  RegionField,
} from '../entries/fields.tsx'
import { entryWords as e } from '../entries/words.ts'
import { Line } from '../field.tsx'
import { type AmountForm, createAmountForm, named } from './form-state.ts'
import { amountWords as w } from './words.ts'

type Props = { form: AmountForm; amount: EnterableAmount }

const labelOf = ({ words, unit }: EnterableAmount['steps'][number]): Text =>
  amountUnits[unit].zh === '' ? words : named(w.stepIn, { step: words, unit: amountUnits[unit] })

const Numbers = (props: Props) => (
  <For each={props.amount.steps}>
    {(step, index) => (
      <Line
        name={`value-${index()}`}
        label={labelOf(step)}
        {...(step.optional ? { hint: w.leaveEmpty } : {})}
        wrong={isWrong(props.form, `value-${index()}`)}
        value={props.form.typed().values[index()] ?? ''}
        onInput={(value) => props.form.setValue(index(), value)}
      />
    )}
  </For>
)

const Form = (props: { amount: EnterableAmount }) => {
  const form = createAmountForm(props.amount)
  return (
    <EntryColumns form={form} graded={() => true}>
      <h2>{t(props.amount.title)}</h2>
      <p class="muted">
        {t(named(w.now, { values: valuesInWords(stepsOf(props.amount), props.amount.values) }))} ·{' '}
        {t(props.amount.article)}
      </p>
      <RegionField form={form} />
      <Numbers form={form} amount={props.amount} />
      <EntryField form={form} name="from" label={e.from} type="date" />
      <GroundFields form={form} />
      <EntryField form={form} name="source" label={e.source} />
      <IncludedFields form={form} words={{ title: w.casesTitle, yes: w.included, no: w.onlyNew }} />
    </EntryColumns>
  )
}

const stepsOf = ({ steps }: EnterableAmount) =>
  steps.map(({ key, words, unit }) => ({ key, words, unit }))

const AmountNew = () => {
  const [query] = useSearchParams<{ amount?: string }>()
  const amounts = useQuery(changeQueries.amounts)
  usePage(() => t(w.formTitle))
  const chosen = () => amounts.data?.items.find(({ amount }) => amount === query.amount)
  return (
    <>
      <h1>{t(w.formTitle)}</h1>
      <p class="lead">{t(w.formLead)}</p>
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={amounts.isError && !amounts.data}>
          <Failure error={amounts.error} what={w.title} onRetry={() => void amounts.refetch()} />
        </Match>
        <Match when={amounts.isSuccess}>
          <Show when={chosen()} keyed fallback={<Missing />}>
            {(amount) => <Form amount={amount} />}
          </Show>
        </Match>
      </Switch>
    </>
  )
}

export default AmountNew
