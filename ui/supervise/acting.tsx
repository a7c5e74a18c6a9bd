// What can be done about a lane without leaving the wall?
import {
  createContext,
  createSignal,
  For,
  type JSX,
  lazy,
  Show,
  Suspense,
  useContext,
} from 'solid-js'
import type { WallLane } from '../../contract/supervision/supervision.ts'
import { t } from '../client/words.ts'

/** Most readers only look; the form comes when somebody wants it. */
const ActDialog = lazy(() => import('./act-dialog.tsx'))

const Acting = createContext<(lane: WallLane) => void>(() => undefined)
export const useActing = () => useContext(Acting)

/** Lanes stay where they are: what was done shows in them as soon as it is read. */
export const ActingFrom = (props: { onDone: () => void; children: JSX.Element }) => {
  const [lane, setLane] = createSignal<WallLane | null>(null)
  const begin = (wanted: WallLane) => {
    if (wanted.acts.length > 0) setLane(wanted)
  }
  return (
    <Acting.Provider value={begin}>
      {props.children}
      <Show when={lane()}>
        {(one) => (
          <Suspense>
            <ActDialog lane={one()} onClose={() => setLane(null)} onDone={() => props.onDone()} />
          </Suspense>
        )}
      </Show>
    </Acting.Provider>
  )
}

/** `inGrid`: the grid is the one tab stop and answers the key; elsewhere the button is reached by Tab. */
export const ActButton = (props: { lane: WallLane; inGrid?: boolean }) => {
  const begin = useActing()
  return (
    <Show when={props.lane.acts.length > 0}>
      <button
        type="button"
        class="button small wall-act"
        tabindex={props.inGrid ? -1 : undefined}
        aria-haspopup="dialog"
        onClick={(event) => {
          event.stopPropagation()
          begin(props.lane)
        }}
      >
        <For each={props.lane.acts}>{({ words }) => <span>{t(words)}</span>}</For>
        <span class="visually-hidden"> {props.lane.number}</span>
      </button>
    </Show>
  )
}
