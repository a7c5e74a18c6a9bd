// How does a native dialog open, close and give its name?
import { createEffect, createUniqueId, type JSX } from 'solid-js'
import { t, words } from '../words.ts'

/** A modal dialog: the browser keeps the focus inside and closes it on Esc. */
export const Dialog = (props: { open: boolean; title: string; onClose: () => void; children: JSX.Element; class?: string }) => {
  const id = createUniqueId()
  const follow = (dialog: HTMLDialogElement) =>
    createEffect(() => {
      if (props.open && !dialog.open) dialog.showModal()
      if (!props.open && dialog.open) dialog.close()
    })
  return (
    <dialog ref={follow} class={`dialog ${props.class ?? ''}`} aria-labelledby={id} onClose={() => props.onClose()}>
      <header class="dialog-head">
        <h2 id={id}>{props.title}</h2>
        <button type="button" class="button quiet" onClick={() => props.onClose()}>
          {t(words.close)}
        </button>
      </header>
      {props.children}
    </dialog>
  )
}
