// What does a place show while it waits, when it is empty, and when it failed?
import { createUniqueId, For, type JSX, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { t, words } from '../client/words.ts'

/** Grey lines in the final geometry; the style sheet shows them after 200 ms only. */
export const Skeleton = (props: { rows?: number; class?: string }) => (
  <div class={`skeleton ${props.class ?? ''}`} role="status">
    <span class="visually-hidden">{t(words.loading)}</span>
    <For each={[...Array(props.rows ?? 6).keys()]}>
      {() => <div class="skeleton-row" aria-hidden="true" />}
    </For>
  </div>
)

/** Says which place is empty and offers one next act. */
export const Empty = (props: { summary: Text; children?: JSX.Element }) => (
  <div class="empty">
    <p>{t(props.summary)}</p>
    {props.children}
  </div>
)

/** In place: what failed, why, a reference and a second try. `what` could not be read; without it, an act was refused. */
export const Failure = (props: { error: unknown; what?: Text; onRetry?: () => void }) => {
  const id = createUniqueId()
  const refusal = () => asRefusal(props.error)
  return (
    <section class="failure" role="alert" aria-labelledby={id}>
      <h2 id={id}>{t(props.what ? fillWith(words.failed, props.what) : words.failedPlain)}</h2>
      <p>{t(refusal().status === 0 && !navigator.onLine ? words.notKept : refusal().title)}</p>
      <Show when={refusal().reasons.length > 0}>
        <ul>
          <For each={refusal().reasons}>{(reason) => <li>{t(reason)}</li>}</For>
        </ul>
      </Show>
      <Show when={refusal().reference}>
        {(reference) => <p class="muted">{t(fill(words.reference, { id: reference() }))}</p>}
      </Show>
      <Show when={props.onRetry}>
        <button type="button" class="button" onClick={() => props.onRetry?.()}>
          {t(words.retry)}
        </button>
      </Show>
    </section>
  )
}

const fillWith = (template: Text, what: Text): Text => ({
  zh: template.zh.replace('{what}', what.zh),
  en: template.en.replace('{what}', what.en.toLowerCase()),
})
