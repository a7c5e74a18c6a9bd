// Who is on duty now, by the roster of each office?
import { For, Match, Show, Switch } from 'solid-js'
import type { OnDutyView, RosterOverview } from '../../contract/rosters/rosters.ts'
import { fill } from '../../domain/language/words.ts'
import { rosterPath, rostersApi } from '../client/rosters.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { showMoment } from '../screen/time.ts'
import { monthText } from './days.ts'
import { rosterWords as w } from './words.ts'

type Office = RosterOverview['items'][number]

const People = (props: { onDuty: OnDutyView }) => (
  <ul class="roster-people">
    <For each={props.onDuty.people}>
      {(one) => (
        <li>
          <span class="muted">{t(one.seat === 'leader' ? w.leader : w.officer)}</span>{' '}
          <strong>{one.name}</strong> <span>{one.phone ?? t(w.noPhone)}</span>
          <Show when={one.substitute}>
            {(name) => <span class="tag dashed">{t(fill(w.substitutedBy, { name: name() }))}</span>}
          </Show>
        </li>
      )}
    </For>
  </ul>
)

export const OnDuty = (props: { onDuty: OnDutyView }) => (
  <Switch>
    <Match when={props.onDuty.kind === 'none'}>
      <p class="muted">{t(w.none)}</p>
    </Match>
    <Match when={props.onDuty.kind === 'gap'}>
      <p class="bad-words">{t(w.gapNow)}</p>
    </Match>
    <Match when={props.onDuty.kind === 'shift'}>
      <People onDuty={props.onDuty} />
      <p class="muted">{t(fill(w.until, { time: showMoment(props.onDuty.until ?? '') }))}</p>
    </Match>
  </Switch>
)

const statusOf = ({ status, gaps }: Office['months'][number]) => {
  if (status === 'none') return w.monthNone
  if (status === 'draft') return w.monthDraft
  return gaps > 0 ? w.monthGaps : w.monthIn
}

const Card = (props: { one: Office }) => (
  <li>
    <h3>{t(props.one.name)}</h3>
    <OnDuty onDuty={props.one.onDuty} />
    <p class="roster-months">
      <For each={props.one.months}>
        {(one) => (
          <a class={one.gaps > 0 ? 'bad-words' : ''} href={rosterPath(props.one.office, one.month)}>
            {t(fill(statusOf(one), { month: monthText(one.month), n: one.gaps }))}
          </a>
        )}
      </For>
    </p>
  </li>
)

export const OnDutyNow = () => {
  const overview = useQuery(() => ({
    queryKey: ['rosters'],
    queryFn: rostersApi.overview,
    refetchOnMount: 'always' as const,
  }))
  return (
    <section class="block" aria-labelledby="roster-now">
      <h2 id="roster-now">{t(w.onDutyNow)}</h2>
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={overview.isError}>
          <Failure
            error={overview.error}
            what={w.onDutyNow}
            onRetry={() => void overview.refetch()}
          />
        </Match>
        <Match when={overview.isSuccess && overview.data.items.length === 0}>
          <Empty summary={w.noOffices} />
        </Match>
        <Match when={overview.isSuccess && overview.data}>
          {(found) => (
            <ul class="roster-offices">
              <For each={found().items}>{(one) => <Card one={one} />}</For>
            </ul>
          )}
        </Match>
      </Switch>
    </section>
  )
}
