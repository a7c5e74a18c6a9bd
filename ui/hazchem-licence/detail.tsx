// What does a licence add to the case page: its authority and why, what was deemed, until when it lasts, and the applicant's steps?
import { useQuery } from '@tanstack/solid-query'
import { createMemo, For } from 'solid-js'
import type { CaseView } from '../../domain/case/views.ts'
import { queries } from '../queries.ts'
import { t } from '../words.ts'
import './licence.css'
import { standingOf } from './standing.ts'
import { licenceWords as w } from './words.ts'

export { steps } from './steps.ts'

export const Evidence = (props: { case: CaseView }) => {
  const timeline = useQuery(() => queries.timeline(props.case.id))
  const lines = createMemo(() => standingOf(props.case, timeline.isSuccess ? timeline.data.items : []))
  return (
    <section class="block" aria-labelledby="licence-title">
      <h2 id="licence-title">{t(w.standing)}</h2>
      <dl class="licence-standing">
        <For each={lines()}>
          {(line) => (
            <div>
              <dt>{t(line.label)}</dt>
              <dd>
                {line.warn ? '▲ ' : ''}
                {t(line.value)}
              </dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}
