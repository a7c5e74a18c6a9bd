// Which rows of a long list are worth drawing?
import { createMemo, createSignal, onCleanup } from 'solid-js'
import { usePrinting } from '../screen/printing.ts'

/** Fixed-height windowing: keeps the DOM small however many rows there are. */
export const createWindow = (count: () => number) => {
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(800)
  const [rowHeight, setRowHeight] = createSignal(60)
  const printing = usePrinting()
  let box: HTMLElement | undefined
  const measure = () => {
    if (!box) return
    setHeight(box.clientHeight || 800)
    const row = box.querySelector<HTMLElement>('[data-row]')
    if (row && row.offsetHeight > 0) setRowHeight(row.offsetHeight)
  }
  const observer = new ResizeObserver(measure)
  onCleanup(() => observer.disconnect())
  const range = createMemo(() => {
    if (printing()) return { first: 0, last: count() }
    const first = Math.max(0, Math.floor(top() / rowHeight()) - 6)
    return { first, last: Math.min(count(), Math.ceil((top() + height()) / rowHeight()) + 6) }
  })
  return {
    range,
    before: () => range().first * rowHeight(),
    after: () => Math.max(0, (count() - range().last) * rowHeight()),
    attach: (element: HTMLElement) => {
      box = element
      observer.observe(element)
      element.addEventListener('scroll', () => setTop(element.scrollTop), { passive: true })
    },
    measure: () => queueMicrotask(measure),
    /** Scrolls so that row `index` is seen, by as little as possible. */
    reveal: (index: number) => {
      if (!box) return
      const [from, to] = [index * rowHeight(), (index + 1) * rowHeight()]
      if (from < box.scrollTop) box.scrollTop = from
      else if (to > box.scrollTop + box.clientHeight) box.scrollTop = to - box.clientHeight
    },
    nearEnd: () => range().last >= count() - 10,
  }
}
