// Who is on duty at this desk now, by its roster?
import { Match, Switch } from 'solid-js'
import { rostersApi, rostersPath } from '../client/rosters.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { OnDuty } from './on-duty.tsx'
import { rosterWords as w } from './words.ts'
import './rosters.css'

const deskKinds = ['command', 'bureau']

const Here = (props: { region: string }) => {
  const overview = useQuery(() => ({ queryKey: ['rosters'], queryFn: rostersApi.overview }))
  const desk = () =>
    overview.isSuccess
      ? overview.data.items.find(({ office }) =>
          deskKinds.some((kind) => office === `${props.region}-${kind}`),
        )
      : undefined
  return (
    <section class="block" aria-labelledby="roster-here">
      <h2 id="roster-here">{t(w.byRoster)}</h2>
      <Switch fallback={<Skeleton rows={2} />}>
        <Match when={overview.isError}>
          <Failure
            error={overview.error}
            what={w.byRoster}
            onRetry={() => void overview.refetch()}
          />
        </Match>
        <Match when={desk()}>{(one) => <OnDuty onDuty={one().onDuty} />}</Match>
        <Match when={overview.isSuccess}>
          <p class="muted">{t(w.noOffices)}</p>
        </Match>
      </Switch>
      <p>
        <a href={rostersPath}>{t(w.all)}</a>
      </p>
    </section>
  )
}

export default Here
