// What has changed since the form was opened?
import { Show } from 'solid-js'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { t } from '../client/words.ts'
import { Timeline } from '../record/timeline.tsx'
import { focusWhenReady } from '../screen/page.ts'
import { actWords as w } from './act-words.ts'

/** 409: the words written stay, the reader decides to go on. */
const Changed = (props: { changes: TimelineItem[]; onGo: () => void }) => (
  <section class="conflict" role="alert" aria-labelledby="conflict-title">
    <h2 id="conflict-title" tabindex="-1" ref={focusWhenReady}>
      {t(w.changedTitle)}
    </h2>
    <p>{t(w.changedHint)}</p>
    <Show when={props.changes.length > 0} fallback={<p>{t(w.changedNone)}</p>}>
      <Timeline items={props.changes} limit={10} />
    </Show>
    <button type="button" class="button" onClick={() => props.onGo()}>
      {t(w.changedGo)}
    </button>
  </section>
)

export default Changed
