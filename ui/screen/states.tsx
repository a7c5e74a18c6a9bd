// What does a place show while it waits, when it is empty, and when it failed?
import { createUniqueId, For, type JSX, lazy, Show, Suspense } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { asRefusal, type Refusal } from '../client/client.ts'
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

/** Seldom seen, so no page brings it along. */
const Closed = lazy(() => import('../closed/closed.tsx'))

const Heading = (props: { id: string; alone: boolean; children: JSX.Element }) => (
  <Show when={props.alone} fallback={<h2 id={props.id}>{props.children}</h2>}>
    <h1 id={props.id}>{props.children}</h1>
  </Show>
)

const Reasons = (props: { refusal: Refusal }) => (
  <Show when={props.refusal.reasons.length > 0}>
    <ul>
      <For each={props.refusal.reasons}>{(reason) => <li>{t(reason)}</li>}</For>
    </ul>
  </Show>
)

/** What could not be read because it is not there or not for the reader. */
const closed = ({ status, code }: Refusal): boolean =>
  status === 404 || (status === 403 && code === 'not-allowed')

/** `alone`: nothing else heads the page. */
type FailureProps = { error: unknown; what?: Text; onRetry?: () => void; alone?: boolean }

/** `what` could not be read; without it, an act was refused. */
export const Failure = (props: FailureProps) => (
  <Show
    when={props.what && closed(asRefusal(props.error)) && props.what}
    fallback={<Failed {...props} />}
  >
    {(what) => (
      <Suspense>
        <Closed refusal={asRefusal(props.error)} what={what()} alone={props.alone === true} />
      </Suspense>
    )}
  </Show>
)

/** In place: what failed, why, a reference and a second try. */
const Failed = (props: FailureProps) => {
  const id = createUniqueId()
  const refusal = () => asRefusal(props.error)
  return (
    <section class="failure" role="alert" aria-labelledby={id}>
      <Heading id={id} alone={props.alone === true}>
        {t(props.what ? fillWith(words.failed, props.what) : words.failedPlain)}
      </Heading>
      <p>{t(refusal().status === 0 && !navigator.onLine ? words.notKept : refusal().title)}</p>
      <Reasons refusal={refusal()} />
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
