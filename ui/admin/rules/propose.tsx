// How is a version of a rule, a promise, or taking one back entered, tried out and proposed? (S16)
import { useSearchParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import type { EnterableRule } from '../../../contract/change/changes.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { amount } from '../../../domain/law/explain.ts'
import { t } from '../../client/words.ts'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import { Failure, Skeleton } from '../../screen/states.tsx'
import { changeQueries } from '../changes/client.ts'
import { changeWords } from '../changes/words.ts'
import {
  EntryColumns,
  EntryField,
  GroundFields,
  IncludedFields,
  isWrong,
  RegionField,
} from '../entries/fields.tsx'
import { entryWords as w } from '../entries/words.ts'
import { Labelled, Line } from '../field.tsx'
import { createEntryForm, type EntryForm } from './entry-form.ts'

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

const Entry = (props: Props) => (
  <>
    <Choice {...props} />
    <Show when={props.form.rule()} keyed>
      {(rule) => (
        <>
          <p class="muted">
            {t(fill(w.now, { n: t(amount(rule.n, rule.unit)) }))} · {t(rule.article)}
          </p>
          <RegionField form={props.form} />
          <Line
            name="n"
            label={fill(w.n, { unit: t(unitOf(rule)) })}
            wrong={isWrong(props.form, 'n')}
            value={props.form.typed().n}
            onInput={(n) => props.form.set({ n })}
          />
          <EntryField form={props.form} name="from" label={w.from} type="date" />
          <Show when={!rule.promise}>
            <GroundFields form={props.form} unsureHint={w.unsureHint} />
          </Show>
          <EntryField form={props.form} name="source" label={w.source} />
          <IncludedFields
            form={props.form}
            words={{ title: w.runningTitle, yes: w.included, no: w.onlyNew }}
          />
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
  return (
    <EntryColumns form={form} graded={({ rows }) => rows.some(({ grade }) => grade !== null)}>
      <Show when={!props.revoke} fallback={<p class="notice">{t(changeWords.revokeHint)}</p>}>
        <Entry form={form} rules={props.rules} />
      </Show>
    </EntryColumns>
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
