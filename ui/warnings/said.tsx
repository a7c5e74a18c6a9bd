// What is told in a warning, in the words of those who read it?
import { For, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { eventKinds } from '../../domain/warning/event-kinds.ts'
import type { SaidWarning } from '../../domain/warning/given.ts'
import type { WarningView } from '../../domain/warning/views.ts'
import { t } from '../client/words.ts'
import { showStamp } from '../screen/time.ts'
import { certaintyWords, responseWords, warningWords as w } from './words.ts'

const areaWords = ({ around, unplaced, place }: SaidWarning, one: WarningView): string => {
  if (unplaced) return place ?? ''
  return around === null
    ? t(fill(w.wholeRegion, { region: t(one.region) }))
    : t(fill(w.circle, around))
}

const rowsOf = (said: SaidWarning, one: WarningView): [Text, string][] => [
  [w.description, said.description],
  ...(said.instruction === null ? [] : [[w.instruction, said.instruction] as [Text, string]]),
  [w.kind, t(eventKinds[said.kind].words)],
  [w.response, one.type === 'Cancel' ? t(w.cancel) : t(responseWords[said.response])],
  [w.certainty, t(certaintyWords[said.certainty])],
  [w.area, areaWords(said, one)],
  ...(said.also ?? []).map(({ place }): [Text, string] => [w.area, place]),
  ...(said.expires === null ? [] : [[w.expires, showStamp(said.expires)] as [Text, string]]),
  [w.identifier, one.identifier],
  [w.sender, one.sender],
]

export const Said = (props: { one: WarningView }) => (
  <Show when={props.one.said}>
    {(said) => (
      <section class="block" aria-labelledby="warning-says">
        <h2 id="warning-says">{t(w.says)}</h2>
        <dl class="warning-facts">
          <For each={rowsOf(said(), props.one)}>
            {([term, value]) => (
              <>
                <dt>{t(term)}</dt>
                <dd>{value}</dd>
              </>
            )}
          </For>
        </dl>
      </section>
    )}
  </Show>
)
