// Who stands for the enterprise in its case?
import { createMemo, For, Show } from 'solid-js'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { t } from '../client/words.ts'
import '../record/standing.css'
import { counselsOf } from './counsels-now.ts'
import { enforcementCaseWords as w } from './words.ts'

export const Counsels = (props: { items: TimelineItem[] }) => {
  const lines = createMemo(() => counselsOf(props.items))
  return (
    <Show when={lines().length > 0}>
      <section class="block" aria-labelledby="counsels-title">
        <h2 id="counsels-title">{t(w.counsels)}</h2>
        <dl class="standing">
          <For each={lines()}>
            {(line) => (
              <div>
                <dt>{t(line.label)}</dt>
                <dd>{t(line.value)}</dd>
              </div>
            )}
          </For>
        </dl>
      </section>
    </Show>
  )
}
