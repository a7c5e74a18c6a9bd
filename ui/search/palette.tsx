// How does one get anywhere by typing a few signs? (Ctrl+K)
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays in the input
// biome-ignore-all lint/a11y/useSemanticElements: ARIA 1.2 combobox with a grouped listbox
import { useNavigate } from '@solidjs/router'
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  on,
  onCleanup,
  Show,
} from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { paths } from '../client/paths.ts'
import { askSearch } from '../client/search.ts'
import { t } from '../client/words.ts'
import { usePlaces } from '../places/use-places.ts'
import { useQuery } from '../reading/query.ts'
import { Dialog } from '../screen/dialog.tsx'
import { type Choice, groupsOf, pagesFor } from './choices.ts'
import { Marked } from './marked.tsx'
import './search.css'
import { searchWords as w } from './words.ts'

const perKind = 6
const pauseMs = 120

/** What is typed, and, a moment after the last key, what was found. */
const useFound = () => {
  const [typed, type] = createSignal('')
  const [asked, ask] = createSignal('')
  const q = () => typed().trim()
  let timer: ReturnType<typeof setTimeout> | undefined
  createEffect(
    on(q, (next) => {
      clearTimeout(timer)
      timer = setTimeout(() => ask(next), pauseMs)
    }),
  )
  onCleanup(() => clearTimeout(timer))
  const query = useQuery(() => ({
    queryKey: ['search', asked(), perKind],
    queryFn: () => askSearch(asked(), perKind),
    enabled: asked() !== '',
    placeholderData: (before) => before,
    staleTime: 10_000,
    retry: false,
  }))
  const places = usePlaces()
  const settled = () => q() === asked() && !query.isFetching
  const found = () => (q() !== '' && query.isSuccess ? groupsOf(query.data) : [])
  const groups = createMemo(() => {
    const all: Choice = {
      href: paths.search(q()),
      label: [t(fill(w.all, { q: q() }))],
      detail: '',
      line: null,
    }
    const whole = q() === '' ? [] : [{ title: w.results, choices: [all] }]
    return [pagesFor(places(), q()), ...found(), ...whole].filter(
      ({ choices }) => choices.length > 0,
    )
  })
  const failed = () => (q() !== '' && query.isError ? asRefusal(query.error).title : null)
  return { typed, type, q, groups, settled, failed }
}

type Row = { choice: Choice; id: string; current: boolean; onPoint: () => void; onGo: () => void }

const Option = (props: Row) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the input answers the keys
  <div
    id={props.id}
    role="option"
    class="palette-option"
    aria-selected={props.current}
    onMouseMove={() => props.onPoint()}
    onMouseDown={(event) => event.preventDefault()}
    onClick={() => props.onGo()}
  >
    <span class="palette-label">
      <Marked pieces={props.choice.label} />
    </span>
    <small>{props.choice.detail}</small>
    <Show when={props.choice.line}>
      {(line) => (
        <small class="palette-line">
          <Marked pieces={line()} />
        </small>
      )}
    </Show>
  </div>
)

type Numbered = { title: Text; choices: { choice: Choice; at: number }[] }

/** The rows in one order, where the keys stand among them, and where Enter leads. */
const useChoice = (found: ReturnType<typeof useFound>, onClose: () => void) => {
  const navigate = useNavigate()
  const [at, setAt] = createSignal(0)
  const numbered = createMemo<Numbered[]>(() => {
    let next = 0
    return found.groups().map(({ title, choices }) => ({
      title,
      choices: choices.map((choice) => ({ choice, at: next++ })),
    }))
  })
  const flat = createMemo(() =>
    numbered().flatMap(({ choices }) => choices.map(({ choice }) => choice)),
  )
  createEffect(on(found.typed, () => setAt(0), { defer: true }))
  createEffect(on(flat, (all) => setAt((before) => Math.max(0, Math.min(before, all.length - 1)))))
  const go = (choice: Pick<Choice, 'href' | 'outside'>) => {
    onClose()
    if (choice.outside) window.location.assign(choice.href)
    else navigate(choice.href)
  }
  const press = (event: KeyboardEvent) => {
    const last = flat().length - 1
    const places: Record<string, number> = {
      ArrowDown: at() === last ? 0 : at() + 1,
      ArrowUp: at() === 0 ? last : at() - 1,
    }
    const place = places[event.key]
    if (event.isComposing || (place === undefined && event.key !== 'Enter')) return
    event.preventDefault()
    const here = flat()[at()]
    if (place !== undefined) setAt(place)
    else if (here && (found.settled() || at() > 0 || here.known)) go(here)
    else go({ href: paths.search(found.q()) })
  }
  return { at, setAt, numbered, count: () => flat().length, go, press }
}

type Chosen = ReturnType<typeof useChoice>

const Results = (props: { id: string; chosen: Chosen }) => (
  <div id={props.id} role="listbox" aria-label={t(w.results)} class="palette-list">
    <For each={props.chosen.numbered()}>
      {(group, index) => (
        <div role="group" aria-labelledby={`${props.id}-group-${index()}`}>
          <p id={`${props.id}-group-${index()}`} class="palette-group">
            {t(group.title)}
          </p>
          <For each={group.choices}>
            {({ choice, at }) => (
              <Option
                choice={choice}
                id={`${props.id}-${at}`}
                current={props.chosen.at() === at}
                onPoint={() => props.chosen.setAt(at)}
                onGo={() => props.chosen.go(choice)}
              />
            )}
          </For>
        </div>
      )}
    </For>
  </div>
)

const Palette = (props: { open: boolean; onClose: () => void }) => {
  const list = createUniqueId()
  const found = useFound()
  const chosen = useChoice(found, () => props.onClose())
  let input!: HTMLInputElement
  createEffect(() => props.open && queueMicrotask(() => input.select()))
  createEffect(() =>
    document.getElementById(`${list}-${chosen.at()}`)?.scrollIntoView({ block: 'nearest' }),
  )
  const says = () => {
    const failed = found.failed()
    if (failed) return t(failed)
    return found.settled() && found.q() !== ''
      ? t(fill(w.found, { n: chosen.count() - 1 }))
      : t(w.keys)
  }
  return (
    <Dialog open={props.open} title={t(w.title)} class="palette" onClose={() => props.onClose()}>
      <input
        ref={input}
        type="text"
        role="combobox"
        class="palette-input"
        autocomplete="off"
        maxLength={100}
        aria-label={t(w.label)}
        aria-expanded={chosen.count() > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen.count() > 0 ? `${list}-${chosen.at()}` : undefined}
        placeholder={t(w.hint)}
        value={found.typed()}
        onInput={(event) => found.type(event.currentTarget.value)}
        onKeyDown={chosen.press}
      />
      <Results id={list} chosen={chosen} />
      <p class="hint" role="status">
        {says()}
      </p>
    </Dialog>
  )
}

export default Palette
