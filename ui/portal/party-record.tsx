// Which documents were issued in the enterprise's matter, what has happened, and what was reported?
import { Show } from 'solid-js'
import type { CaseView, TimelineItem } from '../../domain/case/views.ts'
import Documents from '../documents/panel.tsx'
import { Facts } from '../parts/facts.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { t } from '../words.ts'
import { portalWords as w } from './words.ts'

const PartyRecord = (props: { case: CaseView; items: TimelineItem[] | undefined }) => (
  <>
    <Documents case={props.case} />
    <section class="block" aria-labelledby="history-title">
      <h2 id="history-title">{t(w.history)}</h2>
      <Show when={props.items}>{(items) => <Timeline items={items()} plain />}</Show>
    </section>
    <Facts facts={props.case.facts} title={w.details} />
    <p class="muted">{t(w.complaint)}</p>
  </>
)

export default PartyRecord
