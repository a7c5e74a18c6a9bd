// Is the large text of 适老化 switched on?
import { createSignal } from 'solid-js'

const stored = localStorage.getItem('large') === 'on'
const apply = (on: boolean) => {
  document.documentElement.dataset.size = on ? 'large' : 'normal'
}

const [large, assign] = createSignal(stored)
apply(stored)

export const largeText = large

/** 18 px instead of the usual size, remembered by the browser. */
export const setLargeText = (on: boolean) => {
  localStorage.setItem('large', on ? 'on' : 'off')
  apply(on)
  assign(on)
}
