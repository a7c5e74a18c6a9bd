// Who has had it tried again, why, and what came of it?
import { For, Show } from 'solid-js'
import { fill } from '../../../domain/language/words.ts'
import type { ReplayView } from '../../../domain/letters/views.ts'
import { t } from '../../client/words.ts'
import { showMoment } from '../../screen/time.ts'
import { letterWords as w } from './words.ts'

export const Tries = (props: { replays: ReplayView[]; plain?: boolean }) => (
  <ul class="bare-list">
    <For each={props.replays}>
      {({ at, by, reason, state, words }) => (
        <li>
          {t(fill(w.triedBy, { time: showMoment(at), name: by, reason }))}
          <Show when={!props.plain}>
            {' '}
            <strong>{t(w[state])}</strong>
          </Show>
          <Show when={words}>{(field) => <span class="letters-came">{t(field())}</span>}</Show>
        </li>
      )}
    </For>
  </ul>
)
