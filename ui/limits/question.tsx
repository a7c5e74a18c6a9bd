// Which rule, from which day, with which pauses and extensions?
import { createMemo, createSignal, For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { RuleRow } from '../../domain/law/rule-book.ts'
import { pauseKinds } from '../../domain/law/rules/pauses.ts'
import type { ComputeExtension, ComputePause } from '../client/law.ts'
import { t } from '../client/words.ts'
import { choiceOf } from '../reading/choice.ts'
import { ExtensionRow, PauseRow } from './rows.tsx'
import type { Reckoner } from './state.ts'
import { limitWords as w } from './words.ts'

const keyOf = (rule: RuleRow) => `${rule.id}@${rule.version}`
const units = ['WD', 'ND', 'H', 'MIN', 'M', 'Y'] as const

const RuleField = (props: { rules: RuleRow[]; reckoner: Reckoner }) => {
  const [sought, setSought] = createSignal('')
  const found = createMemo(() => {
    const text = sought().trim().toLowerCase()
    return props.rules.filter(
      (rule) =>
        rule.id !== 'adhoc' &&
        `${rule.id} ${t(rule.title)} ${t(rule.article)}`.toLowerCase().includes(text),
    )
  })
  const chosen = createMemo(() =>
    props.rules.find((rule) => keyOf(rule) === props.reckoner.question().rule),
  )
  return (
    <div class="field">
      <label class="field-label" for="field-rule">
        {t(w.rule)}
      </label>
      <input
        type="search"
        aria-label={t(w.ruleSearch)}
        placeholder={t(w.ruleSearch)}
        value={sought()}
        onInput={(event) => setSought(event.currentTarget.value)}
      />
      <select
        id="field-rule"
        size={9}
        onChange={(event) => props.reckoner.change({ rule: event.currentTarget.value })}
      >
        <option value="adhoc">{t(w.adhoc)}</option>
        <For each={found()}>
          {(rule) => (
            <option value={keyOf(rule)} selected={props.reckoner.question().rule === keyOf(rule)}>
              {t(rule.title)} · {rule.n} {t(w[rule.unit])} · {rule.version}
            </option>
          )}
        </For>
      </select>
      <Show when={chosen()}>
        {(rule) => (
          <p class="hint">
            {t(rule().norm)} {t(rule().article)} · {t(fill(w.inForce, { from: rule().from }))} ·{' '}
            <code>{rule().id}</code>
            <Show when={rule().confidence === 'M'}>
              <br />▲ {t(w.confidence)}
            </Show>
          </p>
        )}
      </Show>
    </div>
  )
}

const OwnPeriod = (props: { reckoner: Reckoner }) => (
  <div class="own-period">
    <label class="field">
      <span class="field-label">{t(w.amount)}</span>
      <input
        id="field-n"
        class="short"
        inputmode="numeric"
        value={props.reckoner.question().n}
        onInput={(event) => props.reckoner.change({ n: event.currentTarget.value })}
      />
    </label>
    <label class="field">
      <span class="field-label">{t(w.unit)}</span>
      <select
        onChange={(event) =>
          props.reckoner.change({ unit: choiceOf(units, event.currentTarget.value) ?? 'WD' })
        }
      >
        <For each={units}>
          {(unit) => (
            <option value={unit} selected={props.reckoner.question().unit === unit}>
              {t(w[unit])}
            </option>
          )}
        </For>
      </select>
    </label>
    <label class="check">
      <input
        type="checkbox"
        checked={props.reckoner.question().roll}
        onChange={(event) => props.reckoner.change({ roll: event.currentTarget.checked })}
      />
      <span>{t(w.roll)}</span>
    </label>
  </div>
)

const noPause: ComputePause = { from: '', to: '', kind: 'expert-review' }
const noExtension: ComputeExtension = { at: '', by: 10 }
const replaced = <Item,>(list: Item[], at: number, part: Partial<Item>) =>
  list.map((item, index) => (index === at ? { ...item, ...part } : item))
const without = <Item,>(list: Item[], at: number) => list.filter((_, index) => index !== at)

/** Only the kinds that the chosen rule knows; a free period may be stopped by anything. */
const Pauses = (props: { reckoner: Reckoner; kinds: string[] }) => {
  const pauses = () => props.reckoner.question().pauses
  const add = () =>
    props.reckoner.change({
      pauses: [...pauses(), { ...noPause, kind: props.kinds[0] ?? 'other' }],
    })
  return (
    <fieldset class="field">
      <legend class="field-label">{t(w.pauses)}</legend>
      <ul class="inline-rows">
        <For each={pauses().map((_, at) => at)}>
          {(at) => (
            <PauseRow
              pause={pauses()[at] ?? noPause}
              kinds={props.kinds}
              onChange={(part) => props.reckoner.change({ pauses: replaced(pauses(), at, part) })}
              onRemove={() => props.reckoner.change({ pauses: without(pauses(), at) })}
            />
          )}
        </For>
      </ul>
      <Show when={props.kinds.length > 0} fallback={<p class="hint">{t(w.noPauses)}</p>}>
        <button type="button" class="button small" onClick={add}>
          {t(w.addPause)}
        </button>
      </Show>
    </fieldset>
  )
}

const Extensions = (props: { reckoner: Reckoner }) => {
  const extensions = () => props.reckoner.question().extensions
  return (
    <fieldset class="field">
      <legend class="field-label">{t(w.extensions)}</legend>
      <ul class="inline-rows">
        <For each={extensions().map((_, at) => at)}>
          {(at) => (
            <ExtensionRow
              extension={extensions()[at] ?? noExtension}
              onChange={(part) =>
                props.reckoner.change({ extensions: replaced(extensions(), at, part) })
              }
              onRemove={() => props.reckoner.change({ extensions: without(extensions(), at) })}
            />
          )}
        </For>
      </ul>
      <button
        type="button"
        class="button small"
        onClick={() => props.reckoner.change({ extensions: [...extensions(), noExtension] })}
      >
        {t(w.addExtension)}
      </button>
    </fieldset>
  )
}

/** Hours run from a moment, everything else from a day. */
const StartField = (props: { reckoner: Reckoner; hours: boolean }) => {
  const value = () =>
    props.hours
      ? `${props.reckoner.question().start}T09:00`.slice(0, 16)
      : props.reckoner.question().start.slice(0, 10)
  return (
    <label class="field">
      <span class="field-label">{t(props.hours ? w.startMoment : w.start)}</span>
      <input
        id="field-start"
        class="short"
        type={props.hours ? 'datetime-local' : 'date'}
        value={value()}
        onInput={(event) => props.reckoner.change({ start: event.currentTarget.value })}
      />
    </label>
  )
}

export const QuestionForm = (props: { rules: RuleRow[]; reckoner: Reckoner }) => {
  const chosen = createMemo(() =>
    props.rules.find((rule) => keyOf(rule) === props.reckoner.question().rule),
  )
  const free = () => props.reckoner.question().rule === 'adhoc'
  const hours = () =>
    ['H', 'MIN'].includes((free() ? props.reckoner.question().unit : chosen()?.unit) ?? '')
  const kinds = () => (free() ? Object.keys(pauseKinds) : (chosen()?.pauses ?? []))
  const submit = (event: Event) => {
    event.preventDefault()
    if (hours() && props.reckoner.question().start.length === 10)
      props.reckoner.change({ start: `${props.reckoner.question().start}T09:00` })
    if (!hours()) props.reckoner.change({ start: props.reckoner.question().start.slice(0, 10) })
    queueMicrotask(() => void props.reckoner.compute())
  }
  return (
    <form class="block" noValidate onSubmit={submit}>
      <RuleField rules={props.rules} reckoner={props.reckoner} />
      <Show when={free()}>
        <OwnPeriod reckoner={props.reckoner} />
      </Show>
      <StartField reckoner={props.reckoner} hours={hours()} />
      <Pauses reckoner={props.reckoner} kinds={kinds()} />
      <Extensions reckoner={props.reckoner} />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={props.reckoner.busy()}>
          {t(props.reckoner.busy() ? w.computing : w.compute)}
        </button>
      </p>
    </form>
  )
}
