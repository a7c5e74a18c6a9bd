// What waits in a register for a second person?
import { For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { ChangeCard } from './change-card.tsx'
import { registerQueries } from './reading.ts'
import { registerWords as w } from './words.ts'

/** Stands at the head of the list as long as something waits. */
export const Waiting = (props: { register: string }) => {
  const found = useQuery(() => registerQueries.waiting(props.register))
  const items = () => (found.isSuccess ? found.data.items : [])
  return (
    <Show when={items().length > 0}>
      <section class="notice" aria-labelledby="waiting-title">
        <h2 id="waiting-title">{t(fill(w.waiting, { n: items().length }))}</h2>
        <ul class="bare-list">
          <For each={items()}>{(one) => <ChangeCard register={props.register} one={one} />}</For>
        </ul>
      </section>
    </Show>
  )
}
