// Which stretch of time does the trend show, and when is it asked again?
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'
import type { Span } from '../client/devices/devices.ts'

export const spans = {
  hour: 3_600,
  eight: 8 * 3_600,
  day: 86_400,
  week: 7 * 86_400,
  month: 30 * 86_400,
} as const
export type SpanName = keyof typeof spans

const shownForMs = 2_000
const hiddenMs = 15_000

/** How often a page looks: every two seconds before somebody's eyes, every fifteen behind his back. */
export const useEvery = (): Accessor<number> => {
  const every = () => (document.hidden ? hiddenMs : shownForMs)
  const [ms, setMs] = createSignal(every())
  const change = () => setMs(every())
  onMount(() => document.addEventListener('visibilitychange', change))
  onCleanup(() => document.removeEventListener('visibilitychange', change))
  return ms
}

/** `back`: how far the window has been moved into the past, ms; 0: it ends now and follows. */
export const createSpan = () => {
  const [name, setName] = createSignal<SpanName>('hour')
  const [back, setBack] = createSignal(0)
  const width = () => spans[name()] * 1_000
  return {
    name,
    back,
    choose: (next: SpanName) => {
      setName(next)
      setBack(0)
    },
    pan: (steps: number) => setBack((now) => Math.max(0, now - steps * (width() / 4))),
    live: () => setBack(0),
    at: (now: number): Span => ({
      from: new Date(now - back() - width()).toISOString(),
      to: new Date(now - back()).toISOString(),
    }),
  }
}
