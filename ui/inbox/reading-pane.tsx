// What must be known of a case before opening it?

import { lazy, onMount, Show, Suspense } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { listWords as w } from '../list/list-words.ts'
import { placeWords } from '../places/place-words.ts'
import { Answered } from '../reading/answered.tsx'
import { hasNews } from '../reading/live.ts'
import { queries } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { Identity, Tasks } from '../record/case-parts.tsx'
import { caseWords } from '../record/case-words.ts'
import { EventBar } from '../record/event-bar.tsx'
import { Facts } from '../record/facts.tsx'

/** It is shown when the record has been read, which takes longer than its code. */
const Timeline = lazy(() =>
  import('../record/timeline.tsx').then((part) => ({ default: part.Timeline })),
)

const ChangedBar = lazy(() => import('../record/changed-bar.tsx'))

const Body = (props: { case: CaseView }) => {
  const timeline = useQuery(() => queries.timeline(props.case.id))
  onMount(() => void Timeline.preload())
  return (
    <article class="pane-body">
      <Show when={hasNews(props.case)}>
        <Suspense>
          <ChangedBar case={props.case} />
        </Suspense>
      </Show>
      <Identity case={props.case} heading="h2" />
      <a class="button small" href={paths.case(props.case.id)}>
        {t(w.open)}
      </a>
      <EventBar case={props.case} />
      <Tasks case={props.case} />
      <Facts of={props.case} facts={props.case.facts} title={caseWords.facts} />
      <section class="block" aria-labelledby="pane-record">
        <h3 id="pane-record">{t(caseWords.record)}</h3>
        <Show when={timeline.isSuccess && timeline.data.items}>
          {(items) => (
            <Suspense>
              <Timeline items={items()} limit={6} />
            </Suspense>
          )}
        </Show>
      </section>
    </article>
  )
}

const ReadingPane = (props: { id: string }) => {
  const view = useQuery(() => queries.case(props.id))
  return (
    <Answered found={view} what={placeWords.cases} rows={8}>
      {(one) => <Body case={one()} />}
    </Answered>
  )
}

export default ReadingPane
