// What is told in a warning, in the words of those who read it?
import { For, lazy, Show, Suspense } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { type DrawnArea, squareKmOf } from '../../domain/warning/drawn-area.ts'
import { eventKinds } from '../../domain/warning/event-kinds.ts'
import type { WarningView } from '../../domain/warning/views.ts'
import type { WarningContent } from '../../domain/warning/warning-content.ts'
import { t } from '../client/words.ts'
import { areaWords as describeArea } from '../map/area-words.ts'
import { showStamp } from '../screen/time.ts'
import '../map/map.css'
import { certaintyWords, responseWords, warningWords as w } from './words.ts'

const Picture = lazy(() => import('../map/picture.tsx'))

const areaWords = (
  { around, polygon, unplaced, place }: WarningContent,
  one: WarningView,
): string => {
  if (unplaced) return place ?? ''
  if (polygon) return t(fill(w.polygon, { n: polygon.length, km: squareKmOf(polygon) }))
  return around === null
    ? t(fill(w.wholeRegion, { region: t(one.region) }))
    : t(fill(w.circle, around))
}

const rowsOf = (content: WarningContent, one: WarningView): [Text, string][] => [
  [w.description, content.description],
  ...(content.instruction === null ? [] : [[w.instruction, content.instruction] as [Text, string]]),
  [w.kind, t(eventKinds[content.kind].words)],
  [w.response, one.type === 'Cancel' ? t(w.cancel) : t(responseWords[content.response])],
  [w.certainty, t(certaintyWords[content.certainty])],
  [w.area, areaWords(content, one)],
  ...(content.also ?? []).map(({ place }): [Text, string] => [w.area, place]),
  ...(content.expires === null ? [] : [[w.expires, showStamp(content.expires)] as [Text, string]]),
  [w.identifier, one.identifier],
  [w.sender, one.sender],
]

const OnPicture = (props: { content: WarningContent }) => {
  const area = (): DrawnArea => ({ around: props.content.around, polygon: props.content.polygon })
  return (
    <Show when={props.content.around ?? props.content.polygon}>
      <div class="area-map warning-picture">
        <Suspense>
          <Picture
            region={props.content.region}
            area={area()}
            corners={props.content.polygon ?? []}
            marks={[]}
            words={describeArea(area())}
            onCorners={null}
          />
        </Suspense>
      </div>
    </Show>
  )
}

export const WarningText = (props: { one: WarningView }) => (
  <Show when={props.one.content}>
    {(content) => (
      <section class="block" aria-labelledby="warning-says">
        <h2 id="warning-says">{t(w.content)}</h2>
        <dl class="warning-facts">
          <For each={rowsOf(content(), props.one)}>
            {([term, value]) => (
              <>
                <dt>{t(term)}</dt>
                <dd>{value}</dd>
              </>
            )}
          </For>
        </dl>
        <OnPicture content={content()} />
      </section>
    )}
  </Show>
)
