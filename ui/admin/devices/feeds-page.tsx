// How does each feed do, who has paused it, and which servers are believed? (S16)
import { useQuery } from '@tanstack/solid-query'
import { Match, Switch } from 'solid-js'
import { usePage } from '../../parts/page.ts'
import { Failure, Skeleton } from '../../parts/states.tsx'
import { t } from '../../words.ts'
import { Certificates } from './certificates.tsx'
import { Changes } from './changes.tsx'
import { registryApi } from './client.ts'
import './devices.css'
import { FeedLines } from './feed-lines.tsx'
import { feedWords as w } from './feed-words.ts'

/** The devices process takes an act over within seconds; it is seen here without asking. */
const againMs = 5_000

const FeedsPage = () => {
  const found = useQuery(() => ({
    queryKey: ['registry-feeds'],
    queryFn: registryApi.feeds,
    refetchOnMount: 'always' as const,
    refetchInterval: againMs,
  }))
  const again = () => void found.refetch()
  usePage(() => t(w.title))
  return (
    <div class="registry">
      <h1>{t(w.title)}</h1>
      <p class="lead">{t(w.lead)}</p>
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={found.isError && !found.data}>
          <Failure error={found.error} what={w.title} onRetry={again} />
        </Match>
        <Match when={found.isSuccess && found.data}>
          {(one) => (
            <>
              <FeedLines feeds={one().feeds} onChanged={again} />
              <Certificates certificates={one().certificates} onChanged={again} />
              <Changes changes={one().changes} />
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

export default FeedsPage
