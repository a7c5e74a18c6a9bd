// Which registers may this person read?
import { For, Match, Switch } from 'solid-js'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { registerQueries } from './reading.ts'
import { registerWords as w } from './words.ts'

const Shelves = () => {
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
        </Match>
      </Switch>
    </div>
  )
}

export default Shelves
