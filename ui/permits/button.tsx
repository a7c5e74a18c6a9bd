// Where does one begin to take a device or a point out of service?
import { createSignal, Show } from 'solid-js'
import { fill } from '../../domain/case/words.ts'
import { Dialog } from '../parts/dialog.tsx'
import { t } from '../words.ts'
import { Taking, type Target } from './taking.tsx'
import { permitWords as w } from './words.ts'

export const TakeOut = (props: { target: Target; onDone: () => void }) => {
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {t(w.take)}
      </button>
      <Dialog open={open()} title={t(fill(w.takeOf, { name: props.target.name }))} onClose={() => setOpen(false)}>
        <Show when={open()}>
          <Taking
            target={props.target}
            onDone={() => {
              setOpen(false)
              props.onDone()
            }}
          />
        </Show>
      </Dialog>
    </>
  )
}
