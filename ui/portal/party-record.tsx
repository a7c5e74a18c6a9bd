// What has happened in the enterprise's matter, and what was reported?
import { Show } from 'solid-js'
import type { CaseView, TimelineItem } from '../../domain/case/views.ts'
import { Facts } from '../parts/facts.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { t } from '../words.ts'
import { portalWords as w } from './words.ts'

const PartyRecord = (props: { case: CaseView; items: TimelineItem[] | undefined }) => (
  <>
    <section class="block" aria-labelledby="history-title">
      <h2 id="history-title">{t(w.history)}</h2>
      <Show when={props.items}>{(items) => <Timeline items={items()} plain />}</Show>
    </section>
    <Facts facts={props.case.facts} title={w.details} />
    <p class="muted">{t(w.complaint)}</p>
  </>
)

export default PartyRecord
