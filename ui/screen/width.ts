// How wide is the screen, and how wide a thing on it?
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

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
