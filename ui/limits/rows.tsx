// How is one pause or one extension filled in?
import { For } from 'solid-js'
import { type PauseKind, pauseKinds } from '../../domain/law/rules/pauses.ts'
import type { ComputeExtension, ComputePause } from '../client/law.ts'
import { t } from '../client/words.ts'
import { limitWords as w } from './words.ts'

const DateInput = (props: { label: string; value: string; onChange: (value: string) => void }) => (
  <label class="inline-field">
    <span>{props.label}</span>
    <input
      type="date"
      value={props.value}
      onInput={(event) => props.onChange(event.currentTarget.value)}
    />
  </label>
)

export const PauseRow = (props: {
  pause: ComputePause
  kinds: string[]
  onChange: (part: Partial<ComputePause>) => void
  onRemove: () => void
}) => (
  <li class="inline-row">
    <DateInput
      label={t(w.from)}
      value={props.pause.from}
      onChange={(from) => props.onChange({ from })}
    />
    <DateInput label={t(w.to)} value={props.pause.to} onChange={(to) => props.onChange({ to })} />
    <label class="inline-field">
      <span>{t(w.kind)}</span>
      <select onChange={(event) => props.onChange({ kind: event.currentTarget.value })}>
        <For each={props.kinds}>
          {(kind) => (
            <option value={kind} selected={kind === props.pause.kind}>
              {t(pauseKinds[kind as PauseKind] ?? { zh: kind, en: kind })}
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

export const ExtensionRow = (props: {
  extension: ComputeExtension
  onChange: (part: Partial<ComputeExtension>) => void
  onRemove: () => void
}) => (
  <li class="inline-row">
    <DateInput
      label={t(w.at)}
      value={props.extension.at}
      onChange={(at) => props.onChange({ at })}
    />
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
