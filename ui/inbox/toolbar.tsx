// Which rows does the reader want to see?
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import type { InboxRow } from '../../contract/case/lists.ts'
import type { InboxBox } from '../../domain/views/case-views.ts'
import { t } from '../client/words.ts'
import { levelWords } from '../clock/level-words.ts'
import { listWords as w } from '../list/list-words.ts'

/** Few take the list along or keep a filter: what that needs comes when the list stands. */
const ExportMenu = lazy(() => import('../list/export-menu.tsx'))
const SavedFilters = lazy(() => import('../list/saved-filters.tsx'))

const levels = [1, 2, 3, 4] as const

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
  /** As it is kept under a name, beside the box. */
  const query = (): Record<string, string> => ({
    ...(text().trim() === '' ? {} : { q: text().trim() }),
    ...(level() === null ? {} : { level: String(level()) }),
  })
  const use = (kept: Record<string, string>) => {
    setText(kept.q ?? '')
    setLevel(kept.level ? Number(kept.level) : null)
  }
  const summary = () => {
    const chosen = levels.find((one) => one === level())
    return [text().trim(), chosen ? t(levelWords[chosen]) : null]
  }
  return {
    text,
    setText,
    level,
    setLevel,
    passes,
    clear,
    query,
    use,
    summary,
    active: () => text().trim() !== '' || level() !== null,
  }
}

type Filter = ReturnType<typeof useFilter>

type Props = { box: InboxBox; filter: Filter; items: InboxRow[]; onBox: (box: string) => void }

export const Toolbar = (props: Props) => {
  const count = (level: number) => props.items.filter((row) => row.level === level).length
  const use = ({ box, ...kept }: Record<string, string>) => {
    props.filter.use(kept)
    props.onBox(box ?? 'todo')
  }
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
                {t(levelWords[level])} <span class="count">{count(level)}</span>
              </button>
            </Show>
          )}
        </For>
      </fieldset>
      <Suspense>
        <SavedFilters
          list="inbox"
          query={{ box: props.box, ...props.filter.query() }}
          onUse={use}
        />
        <ExportMenu list="inbox" sought={{ box: props.box }} chips={props.filter.active()} />
      </Suspense>
    </div>
  )
}
