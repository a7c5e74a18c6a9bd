// What was refused, and who has changed the register?
import { For, Show } from 'solid-js'
import { fill } from '../../../domain/case/words.ts'
import type { RegistryView } from '../../../domain/duty/views.ts'
import { PlainTable } from '../../parts/plain-table.tsx'
import { showMoment } from '../../parts/time.ts'
import { t } from '../../words.ts'
import { registryWords as w } from './words.ts'

export const BadFrames = (props: { frames: RegistryView['badFrames'] }) => (
  <section class="block" aria-labelledby="registry-bad">
    <h2 id="registry-bad">{t(w.badFrames)}</h2>
    <Show when={props.frames.length > 0} fallback={<p>✓ {t(w.noBadFrames)}</p>}>
      <p class="muted">{t(w.copyHint)}</p>
      <PlainTable name={w.badFrames} heads={[w.last, w.feeds, w.device, w.peer, w.why, w.bytes]}>
        <For each={props.frames}>
          {(one) => (
            <tr>
              <td>{showMoment(one.at)}</td>
              <td>{one.feed}</td>
              <td>{one.device ?? '–'}</td>
              <td>{one.peer}</td>
              <td>{`${one.reason} ${one.words}`}</td>
              <td>
                <code class="registry-hex">{one.hex}</code>
              </td>
            </tr>
          )}
        </For>
      </PlainTable>
    </Show>
  </section>
)

export const Changes = (props: { changes: RegistryView['changes'] }) => (
  <section class="block" aria-labelledby="registry-changes">
    <h2 id="registry-changes">{t(w.changes)}</h2>
    <ul class="told">
      <For each={props.changes} fallback={<li class="muted">{t(w.noChanges)}</li>}>
        {(one) => (
          <li>
            {one.words} · {one.reason} <span class="muted">{t(fill(w.by, { name: one.by, time: showMoment(one.at) }))}</span>
          </li>
        )}
      </For>
    </ul>
  </section>
)
