// How is a version of an amount entered, tried out and proposed? (S16)
import { useSearchParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import type { EnterableAmount } from '../../../contract/change/changes.ts'
import type { Text } from '../../../domain/language/words.ts'
import { amountUnits, valuesInWords } from '../../../domain/law/amounts/in-words.ts'
import type { Confidence } from '../../../domain/law/rules/rule.ts'
import { regions } from '../../../domain/organisation/regions.ts'
import { paths } from '../../client/paths.ts'
import { t } from '../../client/words.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { useQuery } from '../../reading/query.ts'
import Missing from '../../screen/missing.tsx'
import { usePage } from '../../screen/page.ts'
import { Failure, Skeleton } from '../../screen/states.tsx'
import { changeQueries } from '../changes/client.ts'
import { Examples, Preview } from '../changes/preview.tsx'
import { SendButtons, useSending } from '../changes/sending.tsx'
import { changeWords } from '../changes/words.ts'
import { Labelled, Line } from '../field.tsx'
import { entryWords as e } from '../rules/entry-words.ts'
import { confidenceWords } from '../rules/words.ts'
import { type AmountForm, createAmountForm, named, type TypedAmount } from './form-state.ts'
import { amountWords as w } from './words.ts'
import '../../form/fields.css'
import '../calendars/calendars.css'

type Props = { form: AmountForm; amount: EnterableAmount }

const Field = (props: {
  form: AmountForm
  name: Exclude<keyof TypedAmount, 'values'>
  label: Text
  type?: 'date'
  rows?: number
  optional?: boolean
}) => (
  <Line
    {...props}
    wrong={props.form.isWrong(props.name)}
    value={String(props.form.typed()[props.name])}
    onInput={(value) => props.form.set({ [props.name]: value })}
  />
)

const labelOf = ({ words, unit }: EnterableAmount['steps'][number]): Text =>
  amountUnits[unit].zh === '' ? words : named(w.stepIn, { step: words, unit: amountUnits[unit] })

const Numbers = (props: Props) => (
  <For each={props.amount.steps}>
    {(step, index) => (
      <Line
        name={`value-${index()}`}
        label={labelOf(step)}
        {...(step.optional ? { hint: w.leaveEmpty } : {})}
        wrong={props.form.isWrong(`value-${index()}`)}
        value={props.form.typed().values[index()] ?? ''}
        onInput={(value) => props.form.setValue(index(), value)}
      />
    )}
  </For>
)

const Place = (props: { form: AmountForm }) => (
  <Labelled name="region" label={e.region}>
    {(attributes) => (
      <select
        {...attributes}
        onChange={(event) => props.form.set({ region: event.currentTarget.value })}
      >
        <option value="">{t(e.everywhere)}</option>
        <For each={Object.entries(regions).filter(([code]) => code !== '330000')}>
          {([code, { name }]) => <option value={code}>{t(name)}</option>}
        </For>
      </select>
    )}
  </Labelled>
)

const Ground = (props: { form: AmountForm }) => (
  <>
    <Field form={props.form} name="normZh" label={e.normZh} />
    <Field form={props.form} name="normEn" label={e.normEn} />
    <Field form={props.form} name="articleZh" label={e.articleZh} />
    <Field form={props.form} name="articleEn" label={e.articleEn} />
    <Labelled name="confidence" label={e.confidence}>
      {(attributes) => (
        <select
          {...attributes}
          onChange={(event) =>
            props.form.set({ confidence: event.currentTarget.value as Confidence })
          }
        >
          <For each={Object.entries(confidenceWords)}>
            {([id, label]) => <option value={id}>{t(label)}</option>}
          </For>
        </select>
      )}
    </Labelled>
    <Field form={props.form} name="source" label={e.source} />
  </>
)

const OpenCases = (props: { form: AmountForm }) => (
  <fieldset class="field">
    <legend class="field-label">{t(w.casesTitle)}</legend>
    <div class="radios">
      <For each={[false, true]}>
        {(includes) => (
          <label class="check">
            <input
              type="radio"
              name="includes"
              checked={props.form.typed().includes === includes}
              onChange={() => props.form.set({ includes })}
            />
            <span>{t(includes ? w.included : w.onlyNew)}</span>
          </label>
        )}
      </For>
    </div>
    <Show when={props.form.typed().includes}>
      <Field form={props.form} name="running" label={e.running} rows={2} />
    </Show>
  </fieldset>
)

const Form = (props: { amount: EnterableAmount }) => {
  const form = createAmountForm(props.amount)
  const sending = useSending(form)
  return (
    <div class="cal-columns">
      <form
        class="block"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void sending.propose()
        }}
      >
        <ErrorSummary mistakes={form.mistakes()} />
        <h2>{t(props.amount.title)}</h2>
        <p class="muted">
          {t(named(w.now, { values: valuesInWords(stepsOf(props.amount), props.amount.values) }))} ·{' '}
          {t(props.amount.article)}
        </p>
        <Place form={form} />
        <Numbers form={form} amount={props.amount} />
        <Field form={form} name="from" label={e.from} type="date" />
        <Ground form={form} />
        <OpenCases form={form} />
        <Field form={form} name="reason" label={e.reason} rows={2} optional />
        <SendButtons
          sending={sending}
          back={{ href: paths.rules, label: () => t(changeWords.toRules) }}
        />
      </form>
      <div aria-live="polite">
        <Show when={sending.run()}>
          {(run) => (
            <>
              <Preview run={run()} graded />
              <Examples examples={run().examples} />
            </>
          )}
        </Show>
      </div>
    </div>
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
