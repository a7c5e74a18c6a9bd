// Which lines, devices and points are registered, and who is not? (S16)
import { useQuery } from '@tanstack/solid-query'
import { Match, Switch } from 'solid-js'
import { usePage } from '../../parts/page.ts'
import { Failure, Skeleton } from '../../parts/states.tsx'
import { t } from '../../words.ts'
import { Changes } from './changes.tsx'
import { registryApi } from './client.ts'
import './devices.css'
import { Feeds } from './feeds.tsx'
import { Devices } from './list.tsx'
import { Sheets } from './sheets.tsx'
import { Strangers } from './strangers.tsx'
import { registryWords as w } from './words.ts'

const Registry = () => {
  const found = useQuery(() => ({ queryKey: ['registry'], queryFn: registryApi.registry, refetchOnMount: 'always' as const }))
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
              <Feeds feeds={one().feeds} onChanged={again} />
              <Strangers unknown={one().unknown} onChanged={again} />
              <Sheets
                says={w.sheetSays}
                from="/api/registry/sheet"
                file="points"
                send={registryApi.sheet}
                counts={({ devices, points }) => [
                  [w.devices, devices],
                  [w.points, points],
                ]}
                onChanged={again}
              />
              <Devices onChanged={again} />
              <Changes changes={one().changes} />
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

export default Registry
