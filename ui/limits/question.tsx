// Which rule, from which day, with which pauses and extensions?
import { createMemo, createSignal, For, Show } from 'solid-js'
import { fill } from '../../domain/case/words.ts'
import { pauseKinds } from '../../domain/law/pauses.ts'
import type { ComputeExtension, ComputePause, RuleRow } from '../contract.ts'
import { t } from '../words.ts'
import type { Reckoner } from './state.ts'
import { limitWords as w } from './words.ts'

const keyOf = (rule: RuleRow) => `${rule.id}@${rule.version}`
const units = ['WD', 'ND', 'H', 'M', 'Y'] as const

const RuleField = (props: { rules: RuleRow[]; reckoner: Reckoner }) => {
  const [sought, setSought] = createSignal('')
  const found = createMemo(() => {
    const text = sought().trim().toLowerCase()
    return props.rules.filter(
      (rule) => rule.id !== 'adhoc' && `${rule.id} ${t(rule.title)} ${t(rule.article)}`.toLowerCase().includes(text),
    )
  })
  const chosen = createMemo(() => props.rules.find((rule) => keyOf(rule) === props.reckoner.question().rule))
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
      <select id="field-rule" size={9} onChange={(event) => props.reckoner.change({ rule: event.currentTarget.value })}>
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
            {t(rule().norm)} {t(rule().article)} · {t(fill(w.inForce, { from: rule().from }))} · <code>{rule().id}</code>
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
      <select onChange={(event) => props.reckoner.change({ unit: event.currentTarget.value })}>
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

const DateInput = (props: { label: string; value: string; onChange: (value: string) => void }) => (
  <label class="inline-field">
    <span>{props.label}</span>
    <input type="date" value={props.value} onInput={(event) => props.onChange(event.currentTarget.value)} />
  </label>
)

const PauseRow = (props: { pause: ComputePause; onChange: (part: Partial<ComputePause>) => void; onRemove: () => void }) => (
  <li class="inline-row">
    <DateInput label={t(w.from)} value={props.pause.from} onChange={(from) => props.onChange({ from })} />
    <DateInput label={t(w.to)} value={props.pause.to} onChange={(to) => props.onChange({ to })} />
    <label class="inline-field">
      <span>{t(w.kind)}</span>
      <select onChange={(event) => props.onChange({ kind: event.currentTarget.value })}>
        <For each={Object.entries(pauseKinds)}>
          {([kind, words]) => (
            <option value={kind} selected={kind === props.pause.kind}>
              {t(words)}
            </option>
          )}
        </For>
      </select>
    </label>
    <button type="button" class="button small quiet" onClick={() => props.onRemove()}>
      {t(w.remove)}
    </button>
  </li>
)

const ExtensionRow = (props: {
  extension: ComputeExtension
  onChange: (part: Partial<ComputeExtension>) => void
  onRemove: () => void
}) => (
  <li class="inline-row">
    <DateInput label={t(w.at)} value={props.extension.at} onChange={(at) => props.onChange({ at })} />
    <label class="inline-field">
      <span>{t(w.by)}</span>
      <input
        class="short"
        inputmode="numeric"
        value={String(props.extension.by)}
        onInput={(event) => props.onChange({ by: Number(event.currentTarget.value) || 0 })}
      />
    </label>
    <button type="button" class="button small quiet" onClick={() => props.onRemove()}>
      {t(w.remove)}
    </button>
  </li>
)

const noPause: ComputePause = { from: '', to: '', kind: 'expert-review' }
const noExtension: ComputeExtension = { at: '', by: 10 }
const replaced = <Item,>(list: Item[], at: number, part: Partial<Item>) =>
  list.map((item, index) => (index === at ? { ...item, ...part } : item))
const without = <Item,>(list: Item[], at: number) => list.filter((_, index) => index !== at)

const Pauses = (props: { reckoner: Reckoner }) => {
  const pauses = () => props.reckoner.question().pauses
  return (
    <fieldset class="field">
      <legend class="field-label">{t(w.pauses)}</legend>
      <ul class="inline-rows">
        <For each={pauses().map((_, at) => at)}>
          {(at) => (
            <PauseRow
              pause={pauses()[at] ?? noPause}
              onChange={(part) => props.reckoner.change({ pauses: replaced(pauses(), at, part) })}
              onRemove={() => props.reckoner.change({ pauses: without(pauses(), at) })}
            />
          )}
        </For>
      </ul>
      <button type="button" class="button small" onClick={() => props.reckoner.change({ pauses: [...pauses(), noPause] })}>
        {t(w.addPause)}
      </button>
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
              onChange={(part) => props.reckoner.change({ extensions: replaced(extensions(), at, part) })}
              onRemove={() => props.reckoner.change({ extensions: without(extensions(), at) })}
            />
          )}
        </For>
      </ul>
      <button type="button" class="button small" onClick={() => props.reckoner.change({ extensions: [...extensions(), noExtension] })}>
        {t(w.addExtension)}
      </button>
    </fieldset>
  )
}

export const QuestionForm = (props: { rules: RuleRow[]; reckoner: Reckoner }) => {
  const submit = (event: Event) => {
    event.preventDefault()
    void props.reckoner.compute()
  }
  return (
    <form class="block" noValidate onSubmit={submit}>
      <RuleField rules={props.rules} reckoner={props.reckoner} />
      <Show when={props.reckoner.question().rule === 'adhoc'}>
        <OwnPeriod reckoner={props.reckoner} />
      </Show>
      <label class="field">
        <span class="field-label">{t(w.start)}</span>
        <input
          id="field-start"
          class="short"
          type="date"
          value={props.reckoner.question().start}
          onInput={(event) => props.reckoner.change({ start: event.currentTarget.value })}
        />
      </label>
      <Pauses reckoner={props.reckoner} />
      <Extensions reckoner={props.reckoner} />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={props.reckoner.busy()}>
          {t(props.reckoner.busy() ? w.computing : w.compute)}
        </button>
      </p>
    </form>
  )
}
