// Is this page just being printed?
import { createSignal, onCleanup, onMount } from 'solid-js'

/** Paper has room for every row that was read, also those the screen does not draw. */
export const usePrinting = () => {
  const media = window.matchMedia('print')
  const [printing, setPrinting] = createSignal(media.matches)
  const [begin, end] = [() => setPrinting(true), () => setPrinting(media.matches)]
  const follow = () => setPrinting(media.matches)
  onMount(() => {
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    media.addEventListener('change', follow)
  })
  onCleanup(() => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
    media.removeEventListener('change', follow)
  })
  return printing
}
