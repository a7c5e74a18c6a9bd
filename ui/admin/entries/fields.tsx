// Which fields does every version have, of a rule or of an amount: where, from when, on which ground, for which cases?
import { For, type JSX, Show } from 'solid-js'
import type { TriedOut } from '../../../contract/change/moves.ts'
import type { Text } from '../../../domain/language/words.ts'
import type { Confidence } from '../../../domain/law/rules/rule.ts'
import { regions } from '../../../domain/organisation/regions.ts'
import { paths } from '../../client/paths.ts'
import { t } from '../../client/words.ts'
import { ErrorSummary, type Mistake } from '../../form/error-summary.tsx'
import { Examples, Preview } from '../changes/preview.tsx'
import { SendButtons, type SentForm, useSending } from '../changes/sending.tsx'
import { changeWords } from '../changes/words.ts'
import { Labelled, Line } from '../field.tsx'
import { confidenceWords, entryWords as w } from './words.ts'
import '../../form/fields.css'
import '../calendars/calendars.css'

export const emptyEntry = {
  region: '',
  from: '',
  normZh: '',
  normEn: '',
  articleZh: '',
  articleEn: '',
  confidence: 'V' as Confidence,
  source: '',
  includes: false,
  running: '',
  reason: '',
}
export type EntryTyped = typeof emptyEntry

/** What the fields ask of a form; a form may hold more. */
export type EntryFields = {
  typed: () => EntryTyped
  set: (part: Partial<EntryTyped>) => void
  mistakes: () => Mistake[]
}
type Props = { form: EntryFields }

export const isWrong = ({ mistakes }: Pick<EntryFields, 'mistakes'>, name: string): boolean =>
  mistakes().some(({ field }) => field === name)

export const EntryField = (props: {
  form: EntryFields
  name: Exclude<keyof EntryTyped, 'includes' | 'confidence'>
  label: Text
  type?: 'date'
  rows?: number
  optional?: boolean
}) => (
  <Line
    {...props}
    wrong={isWrong(props.form, props.name)}
    value={props.form.typed()[props.name]}
    onInput={(value) => props.form.set({ [props.name]: value })}
  />
)

export const RegionField = (props: Props) => (
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
)

export const GroundFields = (props: Props & { unsureHint?: Text }) => (
  <>
    <EntryField form={props.form} name="normZh" label={w.normZh} />
    <EntryField form={props.form} name="normEn" label={w.normEn} />
    <EntryField form={props.form} name="articleZh" label={w.articleZh} />
    <EntryField form={props.form} name="articleEn" label={w.articleEn} />
    <Labelled
      name="confidence"
      label={w.confidence}
      {...(props.unsureHint ? { hint: props.unsureHint } : {})}
    >
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

/** Whether what is open already is included, and why. */
export const IncludedFields = (props: Props & { words: Record<'title' | 'yes' | 'no', Text> }) => (
  <fieldset class="field">
    <legend class="field-label">{t(props.words.title)}</legend>
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
            <span>{t(includes ? props.words.yes : props.words.no)}</span>
          </label>
        )}
      </For>
    </div>
    <Show when={props.form.typed().includes}>
      <EntryField form={props.form} name="running" label={w.running} rows={2} />
    </Show>
  </fieldset>
)

/** The form on one side, what it would move on the other. `graded`: of that run, which moves grades and no dates. */
export const EntryColumns = (props: {
  form: EntryFields & SentForm
  graded: (run: TriedOut) => boolean
  children: JSX.Element
}) => {
  const sending = useSending(props.form)
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
        <ErrorSummary mistakes={props.form.mistakes()} />
        {props.children}
        <EntryField form={props.form} name="reason" label={w.reason} rows={2} optional />
        <SendButtons
          sending={sending}
          back={{ href: paths.rules, label: () => t(changeWords.toRules) }}
        />
      </form>
      <div aria-live="polite">
        <Show when={sending.run()}>
          {(run) => (
            <>
              <Preview run={run()} graded={props.graded(run())} />
              <Examples examples={run().examples} />
            </>
          )}
        </Show>
      </div>
    </div>
  )
}
