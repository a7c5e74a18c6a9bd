// How is a text shown with the words that were sought?
import { For } from 'solid-js'
import type { Marked as Pieces } from '../../domain/search/hit.ts'

export const Marked = (props: { pieces: Pieces }) => (
  <For each={props.pieces}>{(piece, at) => (at() % 2 === 1 ? <mark>{piece}</mark> : piece)}</For>
)

export const wordsIn = (pieces: Pieces): string => pieces.join('')
