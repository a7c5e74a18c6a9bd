// Which rows does the reader want to see?
import { createSignal, For, Show } from 'solid-js'
import type { InboxRow } from '../../domain/case/views.ts'
import { dueWords } from '../parts/due-words.ts'
import { listWords as w } from '../parts/list-words.ts'
import { t } from '../words.ts'

const levels = [1, 2, 3, 4] as const
const levelWords = [dueWords.level1, dueWords.level2, dueWords.level3, dueWords.level4] as const

/** A filter over the rows already read; the server does the sorting. */
export const useFilter = () => {
  const [text, setText] = createSignal('')
  const [level, setLevel] = createSignal<number | null>(null)
  const passes = (row: InboxRow) => {
    const sought = text().trim().toLowerCase()
    const words = `${row.number} ${row.title} ${row.enterprise ?? ''}`.toLowerCase()
    return (level() === null || row.level === level()) && (sought === '' || words.includes(sought))
  }
  const clear = () => {
    setText('')
    setLevel(null)
  }
  return { text, setText, level, setLevel, passes, clear, active: () => text().trim() !== '' || level() !== null }
}

type Filter = ReturnType<typeof useFilter>

export const Toolbar = (props: { filter: Filter; items: InboxRow[] }) => {
  const count = (level: number) => props.items.filter((row) => row.level === level).length
  return (
    <div class="toolbar">
      <input
        data-search
        type="search"
        class="search"
        aria-label={t(w.searchLabel)}
        placeholder={t(w.searchHint)}
        value={props.filter.text()}
        onInput={(event) => props.filter.setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <fieldset class="chips">
        <legend class="visually-hidden">{t(w.levelLabel)}</legend>
        <For each={levels}>
          {(level) => (
            <Show when={count(level) > 0}>
              <button
                type="button"
                class="chip"
                aria-pressed={props.filter.level() === level}
                onClick={() => props.filter.setLevel(props.filter.level() === level ? null : level)}
              >
                {t(levelWords[level - 1]!)} <span class="count">{count(level)}</span>
              </button>
            </Show>
          )}
        </For>
      </fieldset>
    </div>
  )
}
