// What was this person told about the matter, and when?

import { For, Show } from 'solid-js'
import { askMessages } from '../client/case/messages.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { Failure } from '../screen/states.tsx'
import { showMoment } from '../screen/time.ts'
import { messageWords as w } from './message-words.ts'

/** Lies below the timeline of the case, so that every act asks for it again. */
const messagesQuery = (id: string) => ({
  queryKey: ['timeline', id, 'messages'],
  queryFn: () => askMessages(id),
})

export const Messages = (props: { id: string }) => {
  const messages = useQuery(() => messagesQuery(props.id))
  const items = () => (messages.isSuccess ? messages.data.items : [])
  return (
    <Show
      when={items().length > 0}
      fallback={
        <Show when={messages.isError}>
          <Failure error={messages.error} what={w.title} onRetry={() => void messages.refetch()} />
        </Show>
      }
    >
      <section class="block" aria-labelledby="messages-title">
        <h2 id="messages-title">
          {t(w.title)} <span class="count">{items().length}</span>
        </h2>
        <ul class="messages">
          <For each={items()}>
            {(one) => (
              <li>
                <p>
                  <strong>{t(one.title)}</strong>
                </p>
                <p>{t(one.body)}</p>
                <p class="muted">
                  {showMoment(one.at)}
                  <Show when={one.mailed !== null}>
                    {' '}
                    · {t(one.mailed ? w.mailed : w.notMailed)}
                  </Show>
                </p>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
