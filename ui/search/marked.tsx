// How is a text shown with the words that were sought?
import { For } from 'solid-js'
import type { Marked as MarkedText } from '../../domain/search/hit.ts'

export const Marked = (props: { parts: MarkedText }) => (
  <For each={props.parts}>{(part, at) => (at() % 2 === 1 ? <mark>{part}</mark> : part)}</For>
)

export const wordsIn = (parts: MarkedText): string => parts.join('')
