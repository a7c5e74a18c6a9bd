// Who has changed the register?
import { For } from 'solid-js'
import type { RegistryView } from '../../../contract/devices/registry.ts'
import { fill } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { showMoment } from '../../screen/time.ts'
import { registryWords as w } from './words/words.ts'

export const Changes = (props: { changes: RegistryView['changes'] }) => (
  <section class="block" aria-labelledby="registry-changes">
    <h2 id="registry-changes">{t(w.changes)}</h2>
    <ul class="bare-list">
      <For each={props.changes} fallback={<li class="muted">{t(w.noChanges)}</li>}>
        {(one) => (
          <li>
            {one.words} · {one.reason}{' '}
            <span class="muted">{t(fill(w.by, { name: one.by, time: showMoment(one.at) }))}</span>
          </li>
        )}
      </For>
    </ul>
  </section>
)
