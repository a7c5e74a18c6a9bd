// Which registers may this person read?
import { For, Match, Show, Switch } from 'solid-js'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { drawAddress } from '../draws/addresses.ts'
import { paymentAddress } from '../payments/addresses.ts'
import { useQuery } from '../reading/query.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { shelfWords } from '../shelf/words.ts'
import { yearPlanAddress } from '../year-plans/addresses.ts'
import { registerQueries } from './reading.ts'
import { registerWords as w } from './words.ts'

const Shelves = () => {
  const me = useMe()
  usePage(() => t(w.registers))
  const found = useQuery(registerQueries.all)
  const items = () => (found.isSuccess ? found.data.items : [])
  return (
    <div class="page narrow">
      <h1>{t(w.registers)}</h1>
      <p class="lead">{t(w.registersLead)}</p>
      <Switch fallback={<Skeleton rows={3} />}>
        <Match when={found.isError && !found.data}>
          <Failure error={found.error} what={w.registers} onRetry={() => void found.refetch()} />
        </Match>
        <Match when={found.isSuccess && items().length === 0}>
          <Empty summary={w.noRegister} />
        </Match>
        <Match when={items().length > 0}>
          <For each={items()}>
            {(one) => (
              <section class="block">
                <h2>
                  <a href={paths.register(one.id)}>{t(one.title)}</a>
                </h2>
                <p>{t(one.summary)}</p>
              </section>
            )}
          </For>
          <Show when={me().enterprise === null}>
            <section class="block">
              <h2>
                <a href={drawAddress}>{t(shelfWords.draws)}</a>
              </h2>
              <p>{t(w.drawsLead)}</p>
            </section>
            <section class="block">
              <h2>
                <a href={yearPlanAddress}>{t(shelfWords.yearPlans)}</a>
              </h2>
              <p>{t(w.yearPlansLead)}</p>
            </section>
            <section class="block">
              <h2>
                <a href={paymentAddress}>{t(w.payments)}</a>
              </h2>
              <p>{t(w.paymentsLead)}</p>
            </section>
          </Show>
        </Match>
      </Switch>
    </div>
  )
}

export default Shelves
