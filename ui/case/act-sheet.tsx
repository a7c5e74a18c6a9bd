// How are acts reached by thumb on a phone?
import { createMemo, createSignal, Show } from 'solid-js'
import type { CaseView } from '../../domain/views/case-views.ts'
import { t } from '../client/words.ts'
import { caseWords as w } from '../record/case-words.ts'
import { EventBar, UsualButton, usualAct } from '../record/event-bar.tsx'
import { Dialog } from '../screen/dialog.tsx'

/** The bottom bar: the usual act, and all of them in a sheet. */
export const ActSheet = (props: { case: CaseView }) => {
  const [open, setOpen] = createSignal(false)
  const first = createMemo(() => usualAct(props.case))
  return (
    <div class="act-bar">
      <Show when={first()}>{(act) => <UsualButton case={props.case} act={act()} />}</Show>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t(w.allActs)}
      </button>
      <Dialog open={open()} title={t(w.allActs)} class="sheet" onClose={() => setOpen(false)}>
        <Show when={open()}>
          <EventBar case={props.case} />
        </Show>
      </Dialog>
    </div>
  )
}
