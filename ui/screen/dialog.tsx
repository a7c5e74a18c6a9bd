// How does a native dialog open, close and give its name?
import { createEffect, createUniqueId, type JSX, onCleanup, Suspense } from 'solid-js'
import { t, words } from '../client/words.ts'

/** A modal dialog: the browser keeps the focus inside and closes it on Esc. */
export const Dialog = (props: {
  open: boolean
  title: string
  onClose: () => void
  children: JSX.Element
  class?: string
}) => {
  const id = createUniqueId()
  let own: HTMLDialogElement | undefined
  let gone = false
  const follow = (dialog: HTMLDialogElement) => {
    own = dialog
    createEffect(() => {
      if (props.open && !dialog.open) dialog.showModal()
      if (!props.open && dialog.open) dialog.close()
    })
  }
  // Only the browser knows where the focus was: closed by it, also when the whole dialog is taken away.
  onCleanup(() => {
    gone = true
    own?.close()
  })
  return (
    <dialog
      ref={follow}
      class={`dialog ${props.class ?? ''}`}
      aria-labelledby={id}
      onClose={() => !gone && props.onClose()}
    >
      <header class="dialog-head">
        <h2 id={id}>{props.title}</h2>
        <button type="button" class="button quiet" onClick={() => own?.close()}>
          {t(words.close)}
        </button>
      </header>
      {/* What waits inside must not take the dialog itself away: put back, it would stand among the page and not over it. */}
      <Suspense>{props.children}</Suspense>
    </dialog>
  )
}
