// What did each item look like before, and what does it look like now?
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { takenOf } from '../../domain/evidence/photo.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import type { FileView } from '../../domain/views/answers/fact-views.ts'
import { t } from '../client/words.ts'
import { tableWords } from '../screen/table-words.ts'
import './photo-pairs.css'
import { photoWords as w } from './photo-words.ts'
import TakenLine from './taken.tsx'

export type PhotoPair = { item: string; before: FileView[]; after: FileView[] }

const leastSwipe = 50
const sides = [
  ['before', w.before],
  ['after', w.after],
] as const

const altOf = (pair: PhotoPair, side: Text, at: number, all: number) =>
  fill(w.alt, { item: pair.item, side: t(side), n: at + 1, all })

const Side = (props: { pair: PhotoPair; side: 'before' | 'after'; words: Text }) => (
  <div class="pair-side">
    <h4>{t(props.words)}</h4>
    <Show when={props.pair[props.side].length > 0} fallback={<p class="muted">{t(w.none)}</p>}>
      <ul>
        <For each={props.pair[props.side]}>
          {(photo, at) => (
            <li>
              <a href={photo.url} target="_blank" rel="noopener external">
                <img
                  src={photo.url}
                  alt={t(altOf(props.pair, props.words, at(), props.pair[props.side].length))}
                  loading="lazy"
                />
              </a>
              <TakenLine taken={takenOf(photo)} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  </div>
)

const Table = (props: { pairs: PhotoPair[] }) => (
  <table>
    <caption class="visually-hidden">
      {t(w.pairs)}
      {t(tableWords.tableSuffix)}
    </caption>
    <thead>
      <tr>
        <For each={[w.columnItem, w.columnSide, w.columnFile, w.columnTaken]}>
          {(head) => <th scope="col">{t(head)}</th>}
        </For>
      </tr>
    </thead>
    <tbody>
      <For each={props.pairs}>
        {(pair) => (
          <For each={sides}>
            {([side, taken]) => (
              <For each={pair[side]}>
                {(photo) => (
                  <tr>
                    <th scope="row">{pair.item}</th>
                    <td>{t(taken)}</td>
                    <td>
                      <a href={photo.url} target="_blank" rel="noopener external">
                        {photo.name}
                      </a>
                    </td>
                    <td>
                      <TakenLine taken={takenOf(photo)} />
                    </td>
                  </tr>
                )}
              </For>
            )}
          </For>
        )}
      </For>
    </tbody>
  </table>
)

/** A finger drawn sideways; the two buttons do the same. */
const useSwipe = (go: (step: 1 | -1) => void) => {
  let from: number | null = null
  return {
    down: (event: PointerEvent) => {
      from = event.pointerType === 'touch' ? event.clientX : null
    },
    up: (event: PointerEvent) => {
      const way = from === null ? 0 : event.clientX - from
      from = null
      if (Math.abs(way) >= leastSwipe) go(way < 0 ? 1 : -1)
    },
  }
}

/** One item at a time, both sides beside each other; `[` and `]` inside it walk, and leave the keys of the page alone. */
export const PhotoPairs = (props: { pairs: PhotoPair[] }) => {
  const id = createUniqueId()
  const [at, setAt] = createSignal(0)
  const [asTable, setAsTable] = createSignal(false)
  const current = createMemo(() => Math.min(at(), props.pairs.length - 1))
  const go = (step: 1 | -1) => setAt((current() + step + props.pairs.length) % props.pairs.length)
  const swipe = useSwipe(go)
  const press = (event: KeyboardEvent) => {
    if ((event.key !== '[' && event.key !== ']') || event.ctrlKey || event.metaKey || event.altKey)
      return
    event.preventDefault()
    event.stopPropagation()
    go(event.key === '[' ? -1 : 1)
  }
  return (
    <Show when={props.pairs.length > 0}>
      <section class="block photo-pairs-block" aria-labelledby={id} onKeyDown={press}>
        <header class="pairs-head">
          <h2 id={id}>{t(w.pairs)}</h2>
          <button
            type="button"
            class="button small quiet print-hidden"
            onClick={() => setAsTable(!asTable())}
          >
            {t(asTable() ? tableWords.asPicture : tableWords.asTable)}
          </button>
        </header>
        <Show when={!asTable()} fallback={<Table pairs={props.pairs} />}>
          <Walk pairs={props.pairs} at={current()} onGo={go} swipe={swipe} />
        </Show>
        <div class="print-only">
          <Table pairs={props.pairs} />
        </div>
      </section>
    </Show>
  )
}

type WalkProps = {
  pairs: PhotoPair[]
  at: number
  onGo: (step: 1 | -1) => void
  swipe: ReturnType<typeof useSwipe>
}

const Walk = (props: WalkProps) => {
  const pair = () => props.pairs[props.at]!
  return (
    <>
      <div class="pairs-bar print-hidden">
        <button
          type="button"
          class="button"
          aria-keyshortcuts="["
          disabled={props.pairs.length < 2}
          onClick={() => props.onGo(-1)}
        >
          <span aria-hidden="true">‹ </span>
          {t(w.previous)}
        </button>
        <button
          type="button"
          class="button"
          aria-keyshortcuts="]"
          disabled={props.pairs.length < 2}
          onClick={() => props.onGo(1)}
        >
          {t(w.next)}
          <span aria-hidden="true"> ›</span>
        </button>
        <small class="muted">{t(w.pairKeys)}</small>
      </div>
      <h3 aria-live="polite">
        {t(fill(w.item, { item: pair().item, n: props.at + 1, all: props.pairs.length }))}
      </h3>
      <div class="pair" onPointerDown={props.swipe.down} onPointerUp={props.swipe.up}>
        <For each={sides}>
          {([side, taken]) => <Side pair={pair()} side={side} words={taken} />}
        </For>
      </div>
    </>
  )
}
