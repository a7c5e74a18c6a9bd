// What do other regions have free near to the event, and how is it asked for?
import { For, Show } from 'solid-js'
import type { NearbyElsewhere } from '../../contract/case/nearest.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { resourceWords as w } from './resources-words.ts'

/** `ask`: where support is requested, for whoever may. */
export const ElsewhereResources = (props: { counts: NearbyElsewhere[]; ask?: string }) => (
  <section class="near-elsewhere" aria-labelledby="near-elsewhere">
    <h3 id="near-elsewhere">{t(w.others)}</h3>
    <ul>
      <For each={props.counts}>
        {({ region, kind, count, km }) => (
          <li>
            {t(fill(w.othersLine, { region: t(region), kind: t(kind), count }))}
            <Show when={km !== null}>
              <span class="muted">{t(fill(w.fromKm, { km: km ?? 0 }))}</span>
            </Show>
          </li>
        )}
      </For>
    </ul>
    <p class="muted">{t(w.othersHint)}</p>
    <Show when={props.ask}>
      {(href) => (
        <a class="button print-hidden" href={href()}>
          {t(w.ask)}
        </a>
      )}
    </Show>
  </section>
)
