// When was it reckoned, and how is it reckoned anew?
import { createSignal, type JSX } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { t } from '../client/words.ts'
import { client } from '../reading/queries.ts'
import { showMoment } from '../screen/time.ts'
import { recomputeWords as w } from './recompute-words.ts'

/** `reckon` ends in time, however much there is, and is asked until no more is left; what is kept under `stale` is then asked for again. `children` stand beside the button. */
export const Recompute = (props: {
  at: string | null
  reckon: () => Promise<{ cases: number; more: boolean }>
  stale: readonly string[]
  class: string
  children?: JSX.Element
}) => {
  const [busy, setBusy] = createSignal(false)
  const [announcement, announce] = createSignal('')
  const reckonAll = async (): Promise<number> => {
    for (let cases = 0; ; ) {
      const done = await props.reckon()
      cases += done.cases
      if (!done.more) return cases
    }
  }
  const run = async () => {
    setBusy(true)
    announce('')
    await reckonAll().then(
      (n) => announce(t(fill(w.recomputed, { n }))),
      (error) => announce(t(asRefusal(error).title)),
    )
    setBusy(false)
    for (const key of props.stale) await client.invalidateQueries({ queryKey: [key] })
  }
  return (
    <div class={props.class}>
      <span class="muted">
        {props.at ? t(fill(w.asOf, { time: showMoment(props.at) })) : t(w.never)}
      </span>
      <button
        type="button"
        class="button small"
        aria-disabled={busy()}
        onClick={() => (busy() ? undefined : void run())}
      >
        {t(busy() ? w.recomputing : w.recompute)}
      </button>
      {props.children}
      <span role="status">{announcement()}</span>
    </div>
  )
}
