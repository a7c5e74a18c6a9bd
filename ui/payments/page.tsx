// What of the money has to be cleared, whether or not it belongs to a case?
import { For, Match, Show, Switch } from 'solid-js'
import { paymentsApi } from '../client/case/payments.ts'
import { t } from '../client/words.ts'
import { client } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { Difference } from './difference.tsx'
import { paymentWords as w } from './words.ts'
import './payments.css'

const query = () => ({
  queryKey: ['payments', 'differences'],
  queryFn: () => paymentsApi.differences(),
  refetchOnMount: 'always' as const,
})

const Page = () => {
  usePage(() => t(w.differences))
  const found = useQuery(query)
  const anew = () => void client.invalidateQueries({ queryKey: ['payments'] })
  return (
    <div class="page narrow">
      <h1>{t(w.differences)}</h1>
      <p class="lead">{t(w.differencesLead)}</p>
      <Switch fallback={<Skeleton rows={5} />}>
        <Match when={found.isError && !found.data}>
          <Failure error={found.error} what={w.differences} onRetry={() => void found.refetch()} />
        </Match>
        <Match when={found.data}>
          {(list) => (
            <>
              <Show when={list().items.length > 0} fallback={<Empty summary={w.noDifferences} />}>
                <ul class="payment-differences">
                  <For each={list().items}>
                    {(one) => <Difference difference={one} linked onCleared={anew} />}
                  </For>
                </ul>
              </Show>
              <Show when={list().more}>
                <p class="muted">{t(w.more)}</p>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

export default Page
