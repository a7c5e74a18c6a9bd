// How does a case page say in a few lines where the matter stands?

import { createMemo, For } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { storyOf } from '../reading/story.ts'
import './standing.css'
import type { Items, Line } from './standing-lines.ts'

export const Standing = (props: {
  case: CaseView
  title: Text
  linesOf: (one: CaseView, items: Items) => Line[]
}) => {
  const timeline = useQuery(() => storyOf(props.case.id))
  const lines = createMemo(() =>
    props.linesOf(props.case, timeline.isSuccess ? timeline.data.items : []),
  )
  return (
    <section class="block" aria-labelledby="standing-title">
      <h2 id="standing-title">{t(props.title)}</h2>
      <dl class="standing">
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
