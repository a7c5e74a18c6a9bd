// Which title does the browser show, and how wide is a thing on the screen?
import { type Accessor, createEffect, createSignal, onCleanup, onMount } from 'solid-js'
import { t, words } from '../words.ts'

/** Keeps the document's title in step with the page. */
export const usePage = (title: Accessor<string>) => {
  createEffect(() => {
    document.title = `${title()} · ${t(words.product)}`
  })
}

/** Whether a media query holds, as a signal. */
export const useMedia = (query: string): Accessor<boolean> => {
  const media = window.matchMedia(query)
  const [holds, setHolds] = createSignal(media.matches)
  const update = () => setHolds(media.matches)
  onMount(() => media.addEventListener('change', update))
  onCleanup(() => media.removeEventListener('change', update))
  return holds
}

/** The inner width of an element, for pictures drawn at their true size. */
export const useWidth = (fallback: number): [Accessor<number>, (element: Element) => void] => {
  const [width, setWidth] = createSignal(fallback)
  const observer = new ResizeObserver((entries) => {
    const next = entries[0]?.contentRect.width
    if (next) setWidth(Math.round(next))
  })
  onCleanup(() => observer.disconnect())
  return [width, (element) => observer.observe(element)]
}

/** Moves the focus to a heading, an error summary or a card as soon as it stands. */
export const focusWhenReady = (element: HTMLElement) => queueMicrotask(() => element.focus())
