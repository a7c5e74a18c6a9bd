// Which limits run in the enterprise's matter, which documents were issued, what has happened, and what was reported?
import { For, lazy, Show, Suspense } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import { fill } from '../../domain/language/words.ts'
import type { ClockView, TimelineItem } from '../../domain/views/case-views.ts'
import { t } from '../client/words.ts'
import { DueCell } from '../clock/due.tsx'
import Documents from '../documents/panel.tsx'
import { Facts } from '../record/facts.tsx'
import { Timeline } from '../record/timeline.tsx'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showMoment } from '../screen/time.ts'
import { Messages } from './messages.tsx'
import { portalWords as w } from './words.ts'

const CaseMaterials = lazy(() => import('../materials/case-materials.tsx'))

/** What runs no more says so beside its date, which may still lie ahead. */
const endedText = ({ endedAt }: ClockView): string =>
  endedAt ? t(fill(w.limitEnded, { on: showMoment(endedAt) })) : ''

/** The clocks the enterprise may see, each with the server's sentence. */
const Limits = (props: { case: CaseView }) => (
  <Show when={props.case.clocks.length > 0}>
    <section class="block" aria-labelledby="limits-title">
      <h2 id="limits-title">{t(w.limits)}</h2>
      <For each={props.case.clocks}>
        {(clock) => (
          <div class="party-clock">
            <div>
              <strong>{t(clock.words)}</strong>
              <p>{t(clock.explanation)}</p>
            </div>
            <Show when={clock.now} fallback={<p class="muted">{endedText(clock)}</p>}>
              {(due) => <DueCell due={due()} />}
            </Show>
          </div>
        )}
      </For>
    </section>
  </Show>
)

type Record = {
  case: CaseView
  items: TimelineItem[] | undefined
  error: unknown
  onRetry: () => void
}

const PartyRecord = (props: Record) => (
  <>
    <Limits case={props.case} />
    <Documents case={props.case} />
    <Suspense>
      <CaseMaterials id={props.case.id} quiet />
    </Suspense>
    <Messages id={props.case.id} />
    <section class="block" aria-labelledby="history-title">
      <h2 id="history-title">{t(w.history)}</h2>
      <Show
        when={props.items}
        fallback={
          <Show when={props.error} fallback={<Skeleton rows={4} />}>
            <Failure error={props.error} what={w.history} onRetry={props.onRetry} />
          </Show>
        }
      >
        {(items) => <Timeline items={items()} plain />}
      </Show>
    </section>
    <Facts facts={props.case.facts} title={w.details} />
    <p class="muted">{t(w.complaint)}</p>
  </>
)

export default PartyRecord
