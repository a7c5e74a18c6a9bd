// Which title does the browser show, and where does the focus go?
import { type Accessor, createEffect } from 'solid-js'
import { t, words } from '../client/words.ts'

/** Keeps the document's title in step with the page. */
export const usePage = (title: Accessor<string>) => {
  createEffect(() => {
    document.title = `${title()} · ${t(words.product)}`
  })
}

/** Moves the focus to a heading, an error summary or a card as soon as it stands. */
export const focusWhenReady = (element: HTMLElement) => queueMicrotask(() => element.focus())
