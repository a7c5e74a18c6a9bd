// How is a phrase put into an opinion, by mouse and by keyboard?

import { createSignal, createUniqueId, For, onCleanup, onMount, Show } from 'solid-js'
import type { PhrasesView } from '../../contract/writing/phrases.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { withPhrase } from '../../domain/phrases/phrases.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { phrasesQuery } from './asking.ts'
import './phrases.css'
import { phraseWords as w } from './words.ts'

type Group = { name: Text; items: string[] }

/** One's own first; of offices those one belongs to, where they have any. */
const groupsOf = ({ own, offices }: PhrasesView): Group[] =>
  [{ name: w.own, items: own.items }, ...offices.filter(({ mine }) => mine)].filter(
    ({ items }) => items.length > 0,
  )

type ListProps = { id: string; onPick: (phrase: string) => void; onClose: () => void }

/** Arrow keys go from one to the next, round the end. */
const steps: Record<string, number | 'first' | 'last'> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: 'first',
  End: 'last',
}

/** Every phrase is a button, so that whoever reads the screen aloud knows what to do with it. */
const List = (props: ListProps) => {
  const query = useQuery(phrasesQuery)
  const groups = () => (query.isSuccess ? groupsOf(query.data) : [])
  let box: HTMLDivElement | undefined
  const buttons = () => [...(box?.querySelectorAll<HTMLButtonElement>('button.phrase') ?? [])]
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      return props.onClose()
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const all = buttons()
    const here = all.indexOf(document.activeElement as HTMLButtonElement)
    const next =
      step === 'first'
        ? 0
        : step === 'last'
          ? all.length - 1
          : (here + step + all.length) % all.length
    all[next]?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside
    <div id={props.id} class="phrase-list" ref={box} onKeyDown={press}>
      <p class="hint">{t(w.hint)}</p>
      <For each={groups()}>
        {(group, index) => (
          <>
            <p class="phrase-group" id={`${props.id}-${index()}`}>
              {t(group.name)}
            </p>
            <ul aria-labelledby={`${props.id}-${index()}`}>
              <For each={group.items}>
                {(phrase, at) => (
                  <li>
                    <button
                      type="button"
                      class="phrase"
                      ref={(one) =>
                        index() === 0 && at() === 0 && queueMicrotask(() => one.focus())
                      }
                      onClick={() => props.onPick(phrase)}
                    >
                      {phrase}
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </For>
      <Show when={query.isSuccess && groups().length === 0}>
        <p class="muted" role="status">
          {t(w.none)}
        </p>
      </Show>
      <a href={paths.me}>{t(w.manage)}</a>
    </div>
  )
}

type Props = { field: string; name: Text; value: () => string; onChange: (value: string) => void }

/** Stands below the text area of `field`. */
const PhrasePicker = (props: Props) => {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  const [message, setMessage] = createSignal('')
  const area = () => document.getElementById(props.field) as HTMLTextAreaElement | null
  const close = () => {
    setOpen(false)
    area()?.focus()
  }
  const pick = (phrase: string) => {
    const target = area()
    const value = props.value()
    const put = withPhrase(
      value,
      phrase,
      target?.selectionStart ?? value.length,
      target?.selectionEnd ?? value.length,
    )
    props.onChange(put.text)
    setMessage(t(fill(w.inserted, { phrase })))
    close()
    queueMicrotask(() => target?.setSelectionRange(put.cursor, put.cursor))
  }
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowDown' || event.isComposing) return
    event.preventDefault()
    setOpen(true)
  }
  onMount(() => {
    const target = area()
    target?.addEventListener('keydown', press)
    onCleanup(() => target?.removeEventListener('keydown', press))
  })
  return (
    <div class="phrases print-hidden">
      <button
        type="button"
        class="button small"
        aria-expanded={open()}
        aria-controls={open() ? id : undefined}
        aria-label={t(fill(w.openFor, { field: t(props.name) }))}
        onClick={() => setOpen(!open())}
      >
        {t(w.open)}
      </button>{' '}
      <kbd class="phrase-keys">{t(w.keys)}</kbd>
      <span class="visually-hidden" role="status">
        {message()}
      </span>
      <Show when={open()}>
        <List id={id} onPick={pick} onClose={close} />
      </Show>
    </div>
  )
}

export default PhrasePicker
