// What is out of service now, under which permits, and what came back in the last day? (S13)
import { Match, Show, Switch } from 'solid-js'
import '../duty/styles/desk.css'
import '../duty/styles/pages.css'
import { permitApi } from '../client/devices/permits.ts'
import { t } from '../client/words.ts'
import { DutyPlaces } from '../duty/places.tsx'
import { useQuery } from '../reading/query.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { PermitLines, standsNow } from './lines.tsx'
import { permitWords as w } from './words.ts'

const everyMs = 10_000

const Permits = () => {
  const me = useMe()
  const list = useQuery(() => ({
    queryKey: ['permits'],
    queryFn: permitApi.list,
    staleTime: 0,
    refetchInterval: everyMs,
  }))
  const read = () => (list.isSuccess ? list.data : null)
  const again = () => void list.refetch()
  usePage(() => t(w.title))
  return (
    <div class="duty-page">
      <Show when={me().enterprise === null}>
        <DutyPlaces />
      </Show>
      <div class="page">
        <h1>{t(w.title)}</h1>
        <p class="muted">{t(w.says)}</p>
        <Switch fallback={<Skeleton rows={5} />}>
          <Match when={list.isError && !read()}>
            <Failure error={list.error} what={w.title} onRetry={again} />
          </Match>
          <Match when={read()}>
            {(one) => (
              <>
                <section class="block" aria-labelledby="permits-now">
                  <h2 id="permits-now">{`${t(w.now)} ${one().items.filter(standsNow).length}`}</h2>
                  <PermitLines
                    permits={one().items.filter(standsNow)}
                    none={w.none}
                    linked
                    onDone={again}
                  />
                </section>
                <Show when={one().items.some((permit) => !standsNow(permit))}>
                  <section class="block" aria-labelledby="permits-lately">
                    <h2 id="permits-lately">{t(w.lately)}</h2>
                    <PermitLines
                      permits={one().items.filter((permit) => !standsNow(permit))}
                      none={w.none}
                      linked
                      onDone={again}
                    />
                  </section>
                </Show>
              </>
            )}
          </Match>
        </Switch>
      </div>
    </div>
  )
}

export default Permits
