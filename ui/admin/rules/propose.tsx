// How is a version of a rule, a promise, or taking one back entered, tried out and proposed? (S16)
import { useSearchParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import type { EnterableRule } from '../../../contract/change/changes.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { amount } from '../../../domain/law/explain.ts'
import type { Confidence } from '../../../domain/law/rules/rule.ts'
import { regions } from '../../../domain/organisation/regions.ts'
import { paths } from '../../client/paths.ts'
import { t } from '../../client/words.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import { Failure, Skeleton } from '../../screen/states.tsx'
import { changeQueries } from '../changes/client.ts'
import { Examples, Preview } from '../changes/preview.tsx'
import { SendButtons, useSending } from '../changes/sending.tsx'
import { changeWords } from '../changes/words.ts'
import { Labelled, Line } from '../field.tsx'
import { createEntryForm, type EntryForm, type Typed } from './entry-form.ts'
import { entryWords as w } from './entry-words.ts'
import { confidenceWords } from './words.ts'
import '../../form/fields.css'
import '../calendars/calendars.css'

type Props = { form: EntryForm; rules: EnterableRule[] }

const Choice = (props: Props) => {
  const groups = () =>
    [
      { label: w.laws, rules: props.rules.filter(({ promise }) => !promise) },
      { label: w.promises, rules: props.rules.filter(({ promise }) => promise) },
    ].filter(({ rules }) => rules.length > 0)
  return (
    <Labelled name="rule" label={w.rule} wrong={isWrong(props.form, 'rule')}>
      {(attributes) => (
        <select {...attributes} onChange={(event) => props.form.choose(event.currentTarget.value)}>
          <option value="">{t(w.choose)}</option>
          <For each={groups()}>
            {(group) => (
              <optgroup label={t(group.label)}>
                <For each={group.rules}>
                  {(one) => (
                    <option value={one.rule} selected={one.rule === props.form.typed().rule}>
                      {t(one.title)}
                    </option>
                  )}
                </For>
              </optgroup>
            )}
          </For>
        </select>
      )}
    </Labelled>
  )
}

const isWrong = (form: EntryForm, name: keyof Typed) =>
  form.mistakes().some(({ field }) => field === name)

const Field = (props: {
  form: EntryForm
  name: keyof Typed
  label: Text
  hint?: Text
  type?: 'date'
  rows?: number
  optional?: boolean
}) => (
  <Line
    {...props}
    wrong={isWrong(props.form, props.name)}
    value={String(props.form.typed()[props.name])}
    onInput={(value) => props.form.set({ [props.name]: value })}
  />
)

const Ground = (props: { form: EntryForm }) => (
  <>
    <Field form={props.form} name="normZh" label={w.normZh} />
    <Field form={props.form} name="normEn" label={w.normEn} />
    <Field form={props.form} name="articleZh" label={w.articleZh} />
    <Field form={props.form} name="articleEn" label={w.articleEn} />
    <Labelled name="confidence" label={w.confidence} hint={w.unsureHint}>
      {(attributes) => (
        <select
          {...attributes}
          onChange={(event) =>
            props.form.set({ confidence: event.currentTarget.value as Confidence })
          }
        >
          <For each={Object.entries(confidenceWords)}>
            {([id, label]) => (
              <option value={id} selected={id === props.form.typed().confidence}>
                {t(label)}
              </option>
            )}
          </For>
        </select>
      )}
    </Labelled>
  </>
)

const Running = (props: { form: EntryForm }) => (
  <fieldset class="field">
    <legend class="field-label">{t(w.runningTitle)}</legend>
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
      <Field form={props.form} name="running" label={w.running} rows={2} />
    </Show>
  </fieldset>
)

const Entry = (props: Props) => (
  <>
    <Choice {...props} />
    <Show when={props.form.rule()} keyed>
      {(rule) => (
        <>
          <p class="muted">
            {t(fill(w.now, { n: t(amount(rule.n, rule.unit)) }))} · {t(rule.article)}
          </p>
          <Labelled name="region" label={w.region}>
            {(attributes) => (
              <select
                {...attributes}
                onChange={(event) => props.form.set({ region: event.currentTarget.value })}
              >
                <option value="">{t(w.everywhere)}</option>
                <For each={Object.entries(regions).filter(([code]) => code !== '330000')}>
                  {([code, { name }]) => <option value={code}>{t(name)}</option>}
                </For>
              </select>
            )}
          </Labelled>
          <Field form={props.form} name="n" label={fill(w.n, { unit: t(unitOf(rule)) })} />
          <Field form={props.form} name="from" label={w.from} type="date" />
          <Show when={!rule.promise}>
            <Ground form={props.form} />
          </Show>
          <Field form={props.form} name="source" label={w.source} />
          <Running form={props.form} />
        </>
      )}
    </Show>
  </>
)

/** "个工作日", without its number. */
const unitOf = ({ unit }: EnterableRule): Text => {
  const { zh, en } = amount(1, unit)
  return { zh: zh.slice(1), en: en.slice(2) }
}

const Form = (props: {
  rules: EnterableRule[]
  rule: string | undefined
  revoke: string | undefined
}) => {
  const form = createEntryForm(props.rules, props.rule, props.revoke)
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
        <Show when={!props.revoke} fallback={<p class="notice">{t(changeWords.revokeHint)}</p>}>
          <Entry form={form} rules={props.rules} />
        </Show>
        <Field form={form} name="reason" label={w.reason} rows={2} optional />
        <SendButtons
          sending={sending}
          back={{ href: paths.rules, label: () => t(changeWords.toRules) }}
        />
      </form>
      <div aria-live="polite">
        <Show when={sending.run()}>
          {(run) => (
            <>
              <Preview run={run()} graded={run().rows.some(({ grade }) => grade !== null)} />
              <Examples examples={run().examples} />
            </>
          )}
        </Show>
      </div>
    </div>
  )
}

const RuleNew = () => {
  const [query] = useSearchParams<{ rule?: string; revoke?: string }>()
  const rules = useQuery(changeQueries.enterable)
  const title = () => t(query.revoke ? changeWords.revokeTitle : w.title)
  usePage(title)
  return (
    <>
      <h1>{title()}</h1>
      <Show when={!query.revoke}>
        <p class="lead">{t(w.lead)}</p>
      </Show>
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={rules.isError && !rules.data}>
          <Failure error={rules.error} what={w.title} onRetry={() => void rules.refetch()} />
        </Match>
        <Match when={rules.isSuccess && rules.data} keyed>
          {(all) => <Form rules={all.items} rule={query.rule} revoke={query.revoke} />}
        </Match>
      </Switch>
    </>
  )
}

export default RuleNew
