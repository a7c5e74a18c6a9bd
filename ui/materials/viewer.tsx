// How is one material looked at, and how does one get to the next?
import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import { takenOf } from '../../domain/evidence/photo.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import TakenLine from '../photo/taken.tsx'
import { keysEnabled, useKeys } from '../screen/keys.ts'
import { hashOf, newest, type OpenFile, sizeOf } from './asking.ts'
import { type Hold, isPicture, Stage } from './stage.tsx'
import { materialWords as w } from './words.ts'

const level: Hold = { zoom: 1, turn: 0 }
const largest = 6

/** Zoom and turn of the picture in sight; the next one begins anew. */
const useHold = (id: () => string) => {
  const [hold, setHold] = createSignal(level)
  createEffect(on(id, () => setHold(level)))
  const zoom = (by: number) =>
    setHold({ ...hold(), zoom: Math.min(largest, Math.max(1, hold().zoom * by)) })
  return {
    hold,
    zoom,
    turn: () => setHold({ ...hold(), turn: (hold().turn + 1) % 4 }),
    reset: () => setHold(level),
  }
}

type Props = {
  showMoment: OpenFile
  /** Where it stands among those gone through. */
  place: { n: number; all: number }
  onStep: (step: 1 | -1) => void
  /** Missing where it already fills the screen. */
  onWhole?: (() => void) | undefined
}

const Tool = (props: { words: Text; sign: string; off?: boolean; onPress: () => void }) => (
  <button
    type="button"
    class="button small tool"
    aria-label={t(props.words)}
    title={t(props.words)}
    aria-disabled={props.off}
    onClick={() => !props.off && props.onPress()}
  >
    <span aria-hidden="true">{props.sign}</span>
  </button>
)

/** What is known of the file: whose, since when, and the hash by which it can be told from any other. */
const About = (props: { showMoment: OpenFile }) => {
  const last = () => newest(props.showMoment.material)
  return (
    <footer class="viewer-about">
      <Show when={last() !== props.showMoment.version}>
        <p class="notice warn">{t(fill(w.replaced, { n: last()?.version ?? 0 }))}</p>
      </Show>
      <Show when={takenOf(props.showMoment.file)}>{(taken) => <TakenLine taken={taken()} />}</Show>
      <p class="viewer-hash muted">
        {sizeOf(props.showMoment.file.size)} · {t(w.hash)}{' '}
        <code>{hashOf(props.showMoment.file)}</code>
      </p>
    </footer>
  )
}

export const Viewer = (props: Props) => {
  const { hold, zoom, turn, reset } = useHold(() => props.showMoment.file.id)
  const picture = () => isPicture(props.showMoment.file)
  const keys = {
    ArrowLeft: () => props.onStep(-1),
    ArrowRight: () => props.onStep(1),
    '+': () => zoom(1.5),
    '=': () => zoom(1.5),
    '-': () => zoom(1 / 1.5),
    '0': reset,
    r: turn,
    f: () => props.onWhole?.(),
  }
  useKeys(keys)
  /** Keys of the page rest while a dialog is open: there they are heard here. */
  const press = (event: KeyboardEvent) => {
    const wanted = props.onWhole ? undefined : keys[event.key as keyof typeof keys]
    if (!wanted || !keysEnabled() || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    wanted()
  }
  onMount(() => document.addEventListener('keydown', press))
  onCleanup(() => document.removeEventListener('keydown', press))
  return (
    <div class="viewer">
      <header class="viewer-head">
        <p class="viewer-name">
          <strong>{t(props.showMoment.material.label)}</strong>{' '}
          <span class="muted">
            {t(fill(w.version, { n: props.showMoment.version.version }))} ·{' '}
            {props.showMoment.file.name}
          </span>
        </p>
        <div class="viewer-tools" role="toolbar" aria-label={t(w.viewer)}>
          <Tool
            words={w.previous}
            sign="←"
            off={props.place.n <= 1}
            onPress={() => props.onStep(-1)}
          />
          <span class="viewer-place">{t(fill(w.place, props.place))}</span>
          <Tool
            words={w.next}
            sign="→"
            off={props.place.n >= props.place.all}
            onPress={() => props.onStep(1)}
          />
          <Show when={picture()}>
            <Tool words={w.smaller} sign="−" off={hold().zoom <= 1} onPress={() => zoom(1 / 1.5)} />
            <Tool
              words={w.larger}
              sign="+"
              off={hold().zoom >= largest}
              onPress={() => zoom(1.5)}
            />
            <Tool words={w.fit} sign={t(w.fit)} onPress={reset} />
            <Tool words={w.turn} sign="↻" onPress={turn} />
          </Show>
          <Show when={props.onWhole}>
            {(whole) => <Tool words={w.whole} sign={t(w.whole)} onPress={() => whole()()} />}
          </Show>
          <a
            class="button small tool"
            href={`${props.showMoment.file.url}?download=1`}
            title={t(w.download)}
            rel="external"
          >
            <span aria-hidden="true">↓</span>
            <span class="visually-hidden">{t(w.download)}</span>
          </a>
        </div>
      </header>
      <Stage file={props.showMoment.file} hold={hold()} />
      <About showMoment={props.showMoment} />
    </div>
  )
}
