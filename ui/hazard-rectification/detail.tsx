// What does a hazard add to the case page: photos before and after, and the enterprise's five steps?

import { createMemo, For, Show } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { FileView } from '../../domain/views/answers/fact-views.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { storyOf } from '../reading/story.ts'
import { Files } from '../record/files.tsx'
import './hazard.css'
import { hazardWords as w } from './words.ts'

export { steps } from './steps.ts'

/** What was reported is "before"; what the enterprise reported as rectified is "after". */
const photosOf = (items: TimelineItem[], type: string): FileView[] =>
  items
    .filter((item) => item.type === type)
    .flatMap((item) => item.fields.flatMap((field) => field.files ?? []))

export const Evidence = (props: { case: CaseView }) => {
  const timeline = useQuery(() => storyOf(props.case.id))
  const items = () => (timeline.isSuccess ? timeline.data.items : [])
  const pairs = createMemo(() => [
    { title: w.before, files: photosOf(items(), 'report') },
    { title: w.after, files: photosOf(items(), 'report-rectified') },
  ])
  return (
    <Show when={pairs().some((pair) => pair.files.length > 0)}>
      <section class="block" aria-labelledby="evidence-title">
        <h2 id="evidence-title">{t(w.evidence)}</h2>
        <div class="photo-pairs">
          <For each={pairs()}>
            {(pair) => (
              <div>
                <h3>{t(pair.title)}</h3>
                <Show when={pair.files.length > 0} fallback={<p class="muted">{t(w.noPhotos)}</p>}>
                  <Files files={pair.files} />
                </Show>
              </div>
            )}
          </For>
        </div>
      </section>
    </Show>
  )
}
