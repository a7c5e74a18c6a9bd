// At a glance: is there a network, what waits on this phone, and what was refused and why?
import { createMemo, createSignal, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { outboxReading } from '../outbox/entries.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import { ExportButton } from '../outbox/export-button.tsx'
import { arrivedCount } from '../outbox/sender.ts'
import { noSending } from '../reading/live.ts'
import type { Where } from './where.ts'
import { fieldNoteWords as w } from './words.ts'

const photosIn = (entries: readonly OutboxEntry[]): number =>
  entries.reduce((sum, { files }) => sum + Object.values(files).flat().length, 0)

const fillWith = (template: Text, state: Text): Text => ({
  zh: fill(template, { state: state.zh }).zh,
  en: fill(template, { state: state.en }).en,
})

/** How far those have come that waited when the network came back. */
const Progress = (props: { waiting: number }) => {
  const before = arrivedCount()
  const [most, setMost] = createSignal(0)
  const all = createMemo(() => {
    const now = arrivedCount() - before + props.waiting
    if (props.waiting > 0 && now > most()) setMost(now)
    return props.waiting > 0 ? Math.max(most(), now) : 0
  })
  const sent = () => all() - props.waiting
  return (
    <Show when={noSending() === null && props.waiting > 0 && all() > 0}>
      <p>
        {t(fill(w.progress, { sent: sent(), all: all() }))}
        <progress max={all()} value={sent()} aria-label={t(w.sendingProgress)} />
      </p>
    </Show>
  )
}

const PlaceChoice = (props: { where: Where }) => (
  <>
    <label class="check place-request">
      <input
        type="checkbox"
        checked={props.where.allowed()}
        onChange={(event) => props.where.allow(event.currentTarget.checked)}
      />
      <span>
        {t(w.withPlace)} <small class="muted">{t(w.placeHint)}</small>
      </span>
    </label>
    <Show when={props.where.silent()}>
      <p class="hint" role="status">
        {t(w.placeSilent)}
      </p>
    </Show>
  </>
)

export const Status = (props: {
  entries: OutboxEntry[]
  where: Where
  full: boolean
  /** Photographs that the browser could not read. */
  unread: string[]
  /** The state of the case, where nothing more can be written; null: it can. */
  closed: Text | null
  name: string
}) => {
  const refused = () => props.entries.filter(({ state }) => state === 'refused')
  const waiting = () => props.entries.filter(({ state }) => state !== 'refused')
  const counts = () => ({ count: waiting().length, photos: photosIn(waiting()) })
  return (
    <section class="block field-status" aria-label={t(w.status)}>
      <p role="status">
        <strong class={noSending() ? 'field-offline' : 'field-online'}>
          {noSending() ? `○ ${t(w.offline)}` : `● ${t(w.online)}`}
        </strong>{' '}
        <Show when={waiting().length > 0}>
          <span>{t(fill(w.waiting, counts()))}</span>{' '}
        </Show>
        <Show when={props.entries.length === 0 && outboxReading() === 'read'}>
          <span>{t(w.allSent)}</span>{' '}
        </Show>
        <Show when={outboxReading() === 'unreadable'}>
          <strong class="field-refused">{t(w.unreadable)}</strong>{' '}
        </Show>
        <Show when={refused().length > 0}>
          <strong class="field-refused">{t(fill(w.refused, { count: refused().length }))}</strong>
        </Show>
      </p>
      <Progress waiting={waiting().length} />
      <Show when={noSending()}>
        <p class="muted">{t(w.needsNetwork)}</p>
      </Show>
      <Show when={refused().length > 0}>
        <p>{t(w.refusedHint)}</p>
      </Show>
      <Show when={props.closed}>
        {(state) => <p class="notice warn">{t(fillWith(w.closed, state()))}</p>}
      </Show>
      <Show when={props.full}>
        <p class="notice warn" role="alert">
          {t(w.full)}
        </p>
      </Show>
      <Show when={props.unread.length > 0}>
        <p class="notice warn" role="alert">
          {t(fill(w.unread, { names: props.unread.join(' · ') }))}
        </p>
      </Show>
      <Show when={props.closed === null}>
        <PlaceChoice where={props.where} />
      </Show>
      <Show when={props.entries.length > 0}>
        <ExportButton entries={props.entries} name={props.name} />
      </Show>
    </section>
  )
}
