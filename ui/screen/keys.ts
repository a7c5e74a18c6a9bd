// Which key does what, and when do keys rest?
import { createSignal, onCleanup, onMount } from 'solid-js'

export type KeyMap = Record<string, (event: KeyboardEvent) => void>

const read = () => localStorage.getItem('keys') !== 'off'
const [enabled, assign] = createSignal(read())
export const keysEnabled = enabled

/** WCAG 2.1.4: single keys can be switched off. */
export const setKeysEnabled = (on: boolean) => {
  localStorage.setItem('keys', on ? 'on' : 'off')
  assign(on)
}

const editable = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const resting = (event: KeyboardEvent) =>
  event.defaultPrevented ||
  event.isComposing ||
  event.keyCode === 229 ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  document.querySelector('dialog[open]') !== null ||
  // Of what has the focus it is the own key.
  (event.key === 'Enter' && event.target !== document.body)

const stack: KeyMap[] = []
let prefix = ''
let prefixAt = 0

/** Pressed before the page was there that knows the key. */
let early: { name: string; event: KeyboardEvent; path: string } | undefined

const onKey = (event: KeyboardEvent) => {
  early = undefined
  if (!enabled() || resting(event) || editable(event.target)) return
  const pressed =
    event.shiftKey && event.key.length === 1 && /[a-z]/i.test(event.key)
      ? `Shift+${event.key.toLowerCase()}`
      : event.key
  const name = prefix && Date.now() - prefixAt < 1_200 ? `${prefix} ${pressed}` : pressed
  prefix = ''
  const map = [...stack].reverse().find((candidate) => candidate[name])
  if (map) {
    event.preventDefault()
    map[name]?.(event)
    return
  }
  early = { name, event, path: location.pathname }
  if (pressed !== 'g') return
  prefix = 'g'
  prefixAt = Date.now()
}
document.addEventListener('keydown', onKey)

/** What was pressed a moment ago on this page and lay ahead of it, now that its keys stand. */
const catchUp = (map: KeyMap) => {
  const key = early
  if (
    !key ||
    !map[key.name] ||
    performance.now() - key.event.timeStamp > 3_000 ||
    key.path !== location.pathname
  )
    return
  early = undefined
  if (!editable(document.activeElement) && !document.querySelector('dialog[open]'))
    map[key.name]?.(key.event)
}

/** Adds keys while the calling component stands; a later component's keys win. */
export const useKeys = (map: KeyMap) => {
  onMount(() => {
    stack.push(map)
    queueMicrotask(() => catchUp(map))
  })
  onCleanup(() => {
    const at = stack.indexOf(map)
    if (at >= 0) stack.splice(at, 1)
  })
}
