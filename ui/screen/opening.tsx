// Which button opens a dialog, and what stands in it until it is done?
import { createSignal, type JSX, Show } from 'solid-js'
import { Dialog } from './dialog.tsx'

type Props = {
  label: string
  title: string
  class?: string
  /** The label alone would say the same of several. */
  named?: string
  /** It cannot be opened now; why stands beside it. */
  barred?: boolean
  onDone: () => void
  children: (done: () => void) => JSX.Element
}

/** What is in the dialog begins anew each time; it closes when that is done. */
export const Opening = (props: Props) => {
  const [open, setOpen] = createSignal(false)
  const done = () => {
    setOpen(false)
    props.onDone()
  }
  return (
    <>
      <button
        type="button"
        class={props.class ?? 'button'}
        aria-label={props.named}
        aria-disabled={props.barred ?? false}
        onClick={() => !props.barred && setOpen(true)}
      >
        {props.label}
      </button>
      <Dialog open={open()} title={props.title} onClose={() => setOpen(false)}>
        <Show when={open()}>{props.children(done)}</Show>
      </Dialog>
    </>
  )
}
