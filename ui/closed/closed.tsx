// What does a reader see where no second try helps: it is not there, or not for him? Which of the two, an outsider is not told.
import { createUniqueId, For, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import type { Refusal } from '../client/client.ts'
import { t } from '../client/words.ts'
import { closedWords as w } from './words.ts'

const Closed = (props: { refusal: Refusal; what: Text; alone: boolean }) => {
  const id = createUniqueId()
  const isGone = () => props.refusal.status === 404
  const title = () => t(about(isGone() ? w.gone : w.refused, props.what))
  return (
    <section class="failure" role="alert" aria-labelledby={id}>
      <Show when={props.alone} fallback={<h2 id={id}>{title()}</h2>}>
        <h1 id={id}>{title()}</h1>
      </Show>
      <Show
        when={props.refusal.reasons.length > 0}
        fallback={
          <Show when={isGone()}>
            <p>{t(w.goneWhy)}</p>
          </Show>
        }
      >
        <ul>
          <For each={props.refusal.reasons}>{(reason) => <li>{t(reason)}</li>}</For>
        </ul>
      </Show>
      <p>{t(w.next)}</p>
      <p class="failure-ways">
        <button type="button" class="button" onClick={() => history.back()}>
          {t(w.back)}
        </button>{' '}
        <a class="button" href="/">
          {t(w.start)}
        </a>
      </p>
    </section>
  )
}

const about = (template: Text, what: Text): Text => ({
  zh: template.zh.replace('{what}', what.zh),
  en: template.en.replace('{what}', what.en.toLowerCase()),
})

export default Closed
