// How is a decree entered, tried out and proposed?
import { For, Show } from 'solid-js'
import { fill, type Text } from '../../../domain/language/words.ts'
import { regions } from '../../../domain/organisation/regions.ts'
import { t } from '../../client/words.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { usePage } from '../../screen/page.ts'
import { Preview } from '../changes/preview.tsx'
import { SendButtons, useSending } from '../changes/sending.tsx'
import { changeWords as w } from '../changes/words.ts'
import { adminPaths } from '../paths.ts'
import { createProposalForm, type ProposalForm, type Typed } from './form-state.ts'
import '../../form/fields.css'
import './calendars.css'

type FieldProps = {
  form: ProposalForm
  name: Exclude<keyof Typed, 'kind'>
  label: Text
  rows?: number
  hint?: Text
  optional?: boolean
  short?: boolean
}

const Field = (props: FieldProps) => {
  const id = () => `field-${props.name}`
  const mistake = () => props.form.mistakeOf(props.name)
  const described = () =>
    [props.hint ? `${id()}-hint` : '', mistake() ? `${id()}-error` : ''].join(' ').trim() ||
    undefined
  const common = () => ({
    id: id(),
    'aria-describedby': described(),
    'aria-invalid': mistake() !== undefined,
    value: props.form.typed()[props.name],
  })
  const type = (event: { currentTarget: { value: string } }) =>
    props.form.set({ [props.name]: event.currentTarget.value })
  return (
    <div class={`field ${mistake() ? 'wrong' : ''}`}>
      <label class="field-label" for={id()}>
        {t(props.label)}
        <Show when={props.optional}>
          <span class="optional">{t(w.optional)}</span>
        </Show>
      </label>
      <Show when={props.hint}>
        {(hint) => (
          <p class="hint" id={`${id()}-hint`}>
            {t(hint())}
          </p>
        )}
      </Show>
      <Show when={mistake()}>
        {(words) => (
          <p class="mistake" id={`${id()}-error`}>
            {t(words())}
          </p>
        )}
      </Show>
      <Show
        when={props.rows}
        fallback={
          <input
            {...common()}
            class={props.short ? 'short' : ''}
            autocomplete="off"
            onInput={type}
          />
        }
      >
        {(rows) => <textarea {...common()} rows={rows()} onInput={type} />}
      </Show>
    </div>
  )
}

const Kind = (props: { form: ProposalForm }) => (
  <fieldset class="field">
    <legend class="field-label">{t(w.kind)}</legend>
    <div class="radios">
      <For each={[['year', w.kindYear] as const, ['override', w.kindOverride] as const]}>
        {([kind, label]) => (
          <label class="check">
            <input
              type="radio"
              name="kind"
              value={kind}
              checked={props.form.typed().kind === kind}
              onChange={() => props.form.set({ kind })}
            />
            <span>{t(label)}</span>
          </label>
        )}
      </For>
    </div>
  </fieldset>
)

const Place = (props: { form: ProposalForm }) => (
  <div class="field">
    <label class="field-label" for="field-region">
      {t(w.region)}
    </label>
    <select
      id="field-region"
      class="short"
      onChange={(event) => props.form.set({ region: event.currentTarget.value })}
    >
      <option value="">{t(w.everywhere)}</option>
      <For each={Object.entries(regions)}>
        {([code, { name }]) => <option value={code}>{t(name)}</option>}
      </For>
    </select>
  </div>
)

const Notice = (props: { form: ProposalForm }) => (
  <>
    <Kind form={props.form} />
    <Show
      when={props.form.typed().kind === 'override'}
      fallback={<Field form={props.form} name="year" label={w.year} short />}
    >
      <Place form={props.form} />
      <Field form={props.form} name="name" label={w.name} optional />
    </Show>
    <Field form={props.form} name="decree" label={w.decree} />
    <Field form={props.form} name="source" label={w.source} />
    <Field form={props.form} name="off" label={w.off} rows={6} hint={w.datesHint} />
    <p class="muted" role="status">
      {t(fill(w.readDays, { n: props.form.counts().off }))}
    </p>
    <Field form={props.form} name="work" label={w.work} rows={3} hint={w.datesHint} optional />
    <p class="muted" role="status">
      {t(fill(w.readDays, { n: props.form.counts().work }))}
    </p>
  </>
)

const CalendarNew = () => {
  const form = createProposalForm()
  const sending = useSending(form)
  usePage(() => t(w.formTitle))
  const submit = (event: Event) => {
    event.preventDefault()
    void sending.propose()
  }
  return (
    <>
      <h1>{t(w.formTitle)}</h1>
      <div class="cal-columns">
        <form class="block" noValidate onSubmit={submit}>
          <ErrorSummary mistakes={form.mistakes()} />
          <Notice form={form} />
          <Field form={form} name="reason" label={w.reason} rows={2} optional />
          <SendButtons
            sending={sending}
            back={{ href: adminPaths.calendars, label: () => t(w.toCalendars) }}
          />
        </form>
        <div aria-live="polite">
          <Show when={sending.run()}>{(run) => <Preview run={run()} />}</Show>
        </div>
      </div>
    </>
  )
}

export default CalendarNew
