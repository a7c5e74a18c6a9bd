// What stands in the top bar for the staff alone: searching, and the help with the keys?
import { createSignal, lazy, onCleanup, onMount, Show, Suspense } from 'solid-js'
import { Portal } from 'solid-js/web'
import { t } from '../client/words.ts'
import { keyWords } from '../screen/keys-words.ts'
import './opener.css'
import { searchWords as w } from './words.ts'

const Palette = lazy(() => import('./palette.tsx'))

/** Ctrl and K (⌘ on a Mac), also while one types; not over an open dialog. */
const useCtrlK = (act: () => void) => {
  const press = (event: KeyboardEvent) => {
    const other =
      event.altKey || event.shiftKey || event.isComposing || !(event.ctrlKey || event.metaKey)
    if (other || event.key.toLowerCase() !== 'k' || document.querySelector('dialog[open]')) return
    event.preventDefault()
    act()
  }
  onMount(() => document.addEventListener('keydown', press))
  onCleanup(() => document.removeEventListener('keydown', press))
}

/** A button in the top bar and a key; the palette lies ready before anybody asks for it. */
const SearchOpener = (props: { onKeys: () => void }) => {
  const [open, setOpen] = createSignal<boolean | null>(null)
  useCtrlK(() => setOpen(true))
  onMount(() => void Palette.preload())
  return (
    <>
      <button
        type="button"
        class="button bar"
        title={t(w.title)}
        aria-label={t(w.title)}
        aria-keyshortcuts="Control+K"
        onClick={() => setOpen(true)}
      >
        <svg class="search-mark" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
          <path
            d="M10.500 4a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13zM15.500 15.500L21 21"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
          />
        </svg>
      </button>
      <button
        type="button"
        class="button bar wide-only"
        title={t(keyWords.keysTitle)}
        aria-label={t(keyWords.keysTitle)}
        onClick={() => props.onKeys()}
      >
        ?
      </button>
      <Show when={open() !== null}>
        <Portal>
          <Suspense>
            <Palette open={open() === true} onClose={() => setOpen(false)} />
          </Suspense>
        </Portal>
      </Show>
    </>
  )
}

export default SearchOpener
