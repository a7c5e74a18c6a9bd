// How is something asked again and again while it is wanted?
import { type Accessor, createEffect, onCleanup } from 'solid-js'

export const usePoll = (wanted: Accessor<boolean>, every: number, ask: () => void) => {
  createEffect(() => {
    if (!wanted()) return
    const timer = setInterval(ask, every)
    onCleanup(() => clearInterval(timer))
  })
}
