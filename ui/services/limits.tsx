// How long may it take by law and as promised, and which steps do not count?
import { For, Show } from 'solid-js'
import type { GuideLimitView } from '../../domain/guide/limits.ts'
import type { SpecialCase } from '../../domain/guide/special.ts'
import { stages } from '../../domain/model/guide-definition.ts'
import { t } from '../client/words.ts'
import { filled, listed } from './fill-in.ts'
import { serviceWords as w } from './words.ts'

const Legal = (props: { limit: GuideLimitView }) => (
  <>
    <strong>{t(props.limit.legal.length)}</strong>
    <span class="service-by">{t(filled(w.from, { start: props.limit.legal.start }))}</span>
    <span class="muted service-by">{t(props.limit.legal.article)}</span>
    <Show when={props.limit.extension}>
      {(words) => <span class="muted service-by">{t(words())}</span>}
    </Show>
    <Show when={props.limit.effect}>
      {(words) => <span class="muted service-by">{t(words())}</span>}
    </Show>
    <Show when={props.limit.legal.provisional}>
      <span class="service-by service-warn">▲ {t(w.provisional)}</span>
    </Show>
  </>
)

const Promised = (props: { limit: GuideLimitView }) => (
  <Show when={props.limit.promised.length > 0} fallback={t(w.asLaw)}>
    <Show when={props.limit.promisedInAll} keyed>
      {(length) => (
        <strong>{t(props.limit.promised.length > 1 ? filled(w.inAll, { length }) : length)}</strong>
      )}
    </Show>
    <Show when={props.limit.promised.length > 1}>
      <For each={props.limit.promised}>
        {(one) => (
          <span class="service-by">
            {t(one.words)} {t(one.length)}
          </span>
        )}
      </For>
    </Show>
  </Show>
)

export const Limits = (props: { limits: GuideLimitView[] }) => (
  <Show when={props.limits.length > 0} fallback={<p>{t(w.noLimit)}</p>}>
    <table class="service-table">
      <thead>
        <tr>
          <For each={[w.step, w.legal, w.promised]}>{(head) => <th scope="col">{t(head)}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.limits}>
          {(limit) => (
            <tr>
              <th scope="row">
                {t(stages[limit.stage])}
                <span class="service-by">{t(limit.words)}</span>
                <Show when={limit.when}>
                  {(when) => (
                    <span class="service-by">{t(filled(w.ofKinds, { kinds: when() }))}</span>
                  )}
                </Show>
              </th>
              <td data-label={t(w.legal)}>
                <Legal limit={limit} />
              </td>
              <td data-label={t(w.promised)}>
                <Promised limit={limit} />
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </Show>
)

export const Special = (props: { special: SpecialCase[] }) => (
  <table class="service-table">
    <thead>
      <tr>
        <For each={[w.specialStep, w.counts, w.article]}>
          {(head) => <th scope="col">{t(head)}</th>}
        </For>
      </tr>
    </thead>
    <tbody>
      <For each={props.special}>
        {(one) => (
          <tr>
            <th scope="row">
              {t(one.words)}
              <Show when={one.of.length > 0}>
                <span class="service-by">{t(filled(w.ofKinds, { kinds: listed(one.of) }))}</span>
              </Show>
            </th>
            <td data-label={t(w.counts)}>
              <strong>{t(one.counted ? w.counted : w.notCounted)}</strong>
            </td>
            <td data-label={t(w.article)}>{one.article ? t(one.article) : '—'}</td>
          </tr>
        )}
      </For>
    </tbody>
  </table>
)
