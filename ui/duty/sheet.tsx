// Where does the detail of an alarm stand: beside the list, or over it where there is no room?
import { createSignal, type JSX, Show } from 'solid-js'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { t } from '../client/words.ts'
import { Dialog } from '../screen/dialog.tsx'
import { useMedia } from '../screen/width.ts'
import { Announced, type Announcer } from './announcing.tsx'
import { dutyWords as w } from './words/words.ts'

/** `show`: undefined where the detail stands beside the list anyway; what was announced before is not said of the next one. */
export const useSheet = (choose: (id: string) => void, hush: () => void) => {
  const wide = useMedia('(min-width: 1100px)')
  const [opened, setOpened] = createSignal(false)
  const show = (row: AlarmRow) => {
    hush()
    choose(row.id)
    setOpened(true)
  }
  return { wide, opened, show: () => (wide() ? undefined : show), close: () => setOpened(false) }
}

type DetailProps = {
  sheet: ReturnType<typeof useSheet>
  row: AlarmRow | null
  /** Why the last press was refused: what lies over the list cannot be seen from a sheet. */
  failure: string
  announcer: Announcer
  pane: (row: () => AlarmRow) => JSX.Element
  /** What stands below it beside the list. */
  children: JSX.Element
}

/** What is written beside one alarm is not sent with the next; an alarm that has left the list closes its sheet. */
export const Detail = (props: DetailProps) => {
  const row = () => (props.sheet.wide() || props.sheet.opened() ? props.row : null)
  const Pane = (of: { fallback?: JSX.Element }) => (
    <Show when={row()?.id} keyed fallback={of.fallback}>
      <Show when={row()}>{(one) => props.pane(one)}</Show>
    </Show>
  )
  return (
    <Show
      when={props.sheet.wide()}
      fallback={
        <Dialog
          open={row() !== null}
          title={t(w.detail)}
          onClose={props.sheet.close}
          class="duty-sheet"
        >
          <Announced announcer={props.announcer} seen />
          <Show when={props.failure}>
            <p class="notice warn" role="alert">
              {props.failure}
            </p>
          </Show>
          <Pane />
        </Dialog>
      }
    >
      <aside class="duty-side" aria-label={t(w.detail)}>
        <Pane fallback={<p class="muted">{t(w.detailHint)}</p>} />
        {props.children}
      </aside>
    </Show>
  )
}
