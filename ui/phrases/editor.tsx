// How are the phrases of one list added, changed, ordered and taken away?
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { PhraseList } from '../../contract/writing/phrases.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { longestPhrase, mostPhrases, phraseFaults } from '../../domain/phrases/phrases.ts'
import { asRefusal, type Refusal } from '../client/client.ts'
import { t } from '../client/words.ts'
import { savePhrases } from '../client/writing.ts'
import { client } from '../reading/queries.ts'
import '../form/fields.css'
import './phrases.css'
import { phraseWords as w } from './words.ts'

const faultWords = { empty: w.empty, 'too-long': w.tooLong, twice: w.twice } as const

/** What is being written here, until it is kept; what others change meanwhile does not disturb it. */
const createList = (office: () => string | null, known: () => PhraseList) => {
  const [draft, setDraft] = createSignal<string[] | null>(null)
  const [busy, setBusy] = createSignal(false)
  const [message, setMessage] = createSignal<Text | null>(null)
  const [refusal, setRefusal] = createSignal<Refusal | null>(null)
  let base = 0
  const items = () => draft() ?? known().items
  const change = (next: string[]) => {
    if (draft() === null) base = known().revision
    setMessage(null)
    setDraft(next)
  }
  const move = (from: number, by: number) => {
    const next = [...items()]
    const [one] = next.splice(from, 1)
    if (one !== undefined) next.splice(from + by, 0, one)
    change(next)
  }
  const again = async () => {
    setRefusal(null)
    await client.invalidateQueries({ queryKey: ['phrases'] })
    setDraft(null)
  }
  const save = async () => {
    const wanted = items().map((one) => one.trim())
    if (busy() || draft() === null || phraseFaults(wanted).length > 0) return
    setBusy(true)
    const answer = await savePhrases(office(), { items: wanted, revision: base }).catch(asRefusal)
    setBusy(false)
    if (!('items' in answer)) return setRefusal(answer)
    await again()
    setMessage(fill(w.saved, { n: answer.items.length }))
  }
  return {
    items,
    change,
    move,
    again,
    save,
    busy,
    message,
    refusal,
    unsaved: () => draft() !== null,
  }
}

type RowProps = { phrase: string; n: number; last: boolean; wrong: boolean; describedBy: string }
type Acts = { onText: (text: string) => void; onMove: (by: number) => void; onRemove: () => void }

const Row = (props: RowProps & Acts) => (
  <li class="phrase-row">
    <textarea
      rows={2}
      aria-label={t(fill(w.one, { n: props.n }))}
      aria-invalid={props.wrong}
      aria-describedby={props.describedBy}
      value={props.phrase}
      onInput={(event) => props.onText(event.currentTarget.value)}
    />
    <button
      type="button"
      class="button small"
      aria-label={t(fill(w.up, { n: props.n }))}
      aria-disabled={props.n === 1}
      onClick={() => props.n > 1 && props.onMove(-1)}
    >
      ↑
    </button>
    <button
      type="button"
      class="button small"
      aria-label={t(fill(w.down, { n: props.n }))}
      aria-disabled={props.last}
      onClick={() => !props.last && props.onMove(1)}
    >
      ↓
    </button>
    <button
      type="button"
      class="button small"
      aria-label={t(fill(w.remove, { n: props.n }))}
      onClick={() => props.onRemove()}
    >
      {t(w.removeShort)}
    </button>
  </li>
)

/** `office` null: one's own list. */
export const PhraseEditor = (props: { office: string | null; list: PhraseList }) => {
  const id = createUniqueId()
  const list = createList(
    () => props.office,
    () => props.list,
  )
  const faults = () => phraseFaults(list.items().map((one) => one.trim()))
  const add = () => {
    list.change([...list.items(), ''])
    queueMicrotask(() =>
      document.querySelector<HTMLTextAreaElement>(`#${id} li:last-child textarea`)?.focus(),
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void list.save()
      }}
    >
      <p class="hint" id={`${id}-limits`}>
        {t(fill(w.limits, { longest: longestPhrase, most: mostPhrases }))}
      </p>
      <Show when={list.items().length === 0}>
        <p class="muted">{t(w.none)}</p>
      </Show>
      <ol class="phrase-rows" id={id}>
        <For each={list.items().map((_, index) => index)}>
          {(index) => (
            <Row
              phrase={list.items()[index] ?? ''}
              n={index + 1}
              last={index === list.items().length - 1}
              wrong={faults().some(({ at }) => at === index)}
              describedBy={`${id}-limits`}
              onText={(text) =>
                list.change(list.items().map((one, at) => (at === index ? text : one)))
              }
              onMove={(by) => list.move(index, by)}
              onRemove={() => list.change(list.items().filter((_, at) => at !== index))}
            />
          )}
        </For>
      </ol>
      <For each={list.unsaved() ? faults() : []}>
        {({ at, fault }) => (
          <p class="mistake">{t(fill(faultWords[fault], { n: at + 1, longest: longestPhrase }))}</p>
        )}
      </For>
      <p class="form-actions">
        <Show when={list.items().length < mostPhrases}>
          <button type="button" class="button" onClick={add}>
            {t(w.add)}
          </button>
        </Show>
        <button
          type="submit"
          class="button primary"
          aria-disabled={!list.unsaved() || faults().length > 0 || list.busy()}
        >
          {t(list.busy() ? w.saving : w.save)}
        </button>
        <span role="status">
          {list.message() ? t(list.message()!) : list.unsaved() ? t(w.unsaved) : ''}
        </span>
      </p>
      <Show when={list.refusal()}>
        {(refusal) => (
          <div class="notice warn" role="alert">
            <p>{t(refusal().reasons[0] ?? refusal().title)}</p>
            <button type="button" class="button small" onClick={() => void list.again()}>
              {t(w.reload)}
            </button>
          </div>
        )}
      </Show>
    </form>
  )
}
