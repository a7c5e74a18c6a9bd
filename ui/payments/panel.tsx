// Under which codes is the fine of a case paid, what was paid, and what has to be cleared?
import { createUniqueId, For, Match, Show, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { paymentsApi } from '../client/case/payments.ts'
import { Refusal } from '../client/client.ts'
import { t } from '../client/words.ts'
import { client } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { Codes } from './codes.tsx'
import { Difference } from './difference.tsx'
import { paymentWords as w } from './words.ts'

/** Who is no officer of the case is told nothing of codes, not even that there are any. */
const isNotFor = (error: unknown): boolean => error instanceof Refusal && error.status === 403

/** `within`: in a box that has its own heading. Whatever changes the case has them read again. */
const Panel = (props: { id: string; named?: boolean; within?: boolean }) => {
  const title = createUniqueId()
  const query = () => ({
    queryKey: ['case', props.id, 'payments'],
    queryFn: () => paymentsApi.ofCase(props.id),
  })
  const found = useQuery(query)
  const anew = () => void client.invalidateQueries({ queryKey: ['case', props.id, 'payments'] })
  return (
    <Switch>
      <Match when={props.within && found.isPending}>
        <Skeleton rows={4} />
      </Match>
      <Match when={found.isError && !found.data && !isNotFor(found.error)}>
        <Failure error={found.error} what={w.payments} onRetry={() => void found.refetch()} />
      </Match>
      <Match when={found.data}>
        {(view) => (
          <Show
            when={
              view().orders.some(({ state }) => state !== 'by-hand') || view().receipts.length > 0
            }
          >
            <section class={props.within ? 'payments-within' : 'block'} aria-labelledby={title}>
              <Dynamic component={props.within ? 'h3' : 'h2'} id={title}>
                {t(w.payments)}
              </Dynamic>
              <Codes
                orders={view().orders}
                receipts={view().receipts}
                named={props.named === true}
              />
              <Show when={view().differences.length > 0}>
                <h3>{t(w.differences)}</h3>
                <p class="muted">{t(w.differencesLead)}</p>
                <ul class="payment-differences">
                  <For each={view().differences}>
                    {(one) => <Difference difference={one} onCleared={anew} />}
                  </For>
                </ul>
              </Show>
            </section>
          </Show>
        )}
      </Match>
    </Switch>
  )
}

export default Panel
