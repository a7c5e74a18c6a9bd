// Which warnings have left, and has each reached its receivers?
import { useSearchParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import type { WarningRow } from '../../domain/warning/views.ts'
import { warningsApi } from '../client/devices/warnings.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { PlainTable } from '../screen/plain-table.tsx'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { showMoment } from '../screen/time.ts'
import { warningPaths } from './paths.ts'
import { DeliverySums, Exercise } from './states.tsx'
import './warnings.css'
import { typeWords, warningWords as w } from './words.ts'

const anewMs = 15_000

const Row = (props: { row: WarningRow }) => (
  <tr>
    <th scope="row">
      <LevelMark level={props.row.level} /> <Exercise status={props.row.status} />
      <a class="warning-link" href={warningPaths.one(props.row.identifier)}>
        {props.row.headline || props.row.identifier}
      </a>
    </th>
    <td>
      <DeliverySums row={props.row} />
    </td>
    <td>
      {t(typeWords[props.row.type])}
      <Show when={!props.row.last}>
        {' '}
        <span class="muted">{t(w.superseded)}</span>
      </Show>
    </td>
    <td>{showMoment(props.row.sent)}</td>
    <td>{t(props.row.region)}</td>
    <td>{props.row.by ?? t(w.byItself)}</td>
  </tr>
)

export const Warnings = () => {
  const [search] = useSearchParams<{ incident: string }>()
  const found = useQuery(() => ({
    queryKey: ['warnings', search.incident ?? ''],
    queryFn: () => warningsApi.list(search.incident ?? ''),
    refetchInterval: anewMs,
    refetchOnMount: 'always' as const,
  }))
  const list = () => (found.isSuccess ? found.data : null)
  usePage(() => t(w.title))
  return (
    <div class="page warnings">
      <h1>{t(w.title)}</h1>
      <p class="lead">{t(w.lead)}</p>
      <Show when={list()?.mayGive && !search.incident}>
        <p>
          <a class="button primary" href={warningPaths.newWarning}>
            {t(w.give)}
          </a>
        </p>
      </Show>
      <Show when={search.incident}>
        <p class="notice">
          {t(w.ofIncident)} · <a href={paths.warnings}>{t(w.all)}</a>
        </p>
      </Show>
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={found.isError && !list()}>
          <Failure error={found.error} what={w.title} onRetry={() => void found.refetch()} />
        </Match>
        <Match when={list()?.items.length === 0}>
          <Empty summary={w.none} />
        </Match>
        <Match when={list()}>
          {(one) => (
            <PlainTable
              name={w.title}
              heads={[w.headline, w.deliveries, w.type, w.sent, w.region, w.by]}
            >
              <For each={one().items}>{(row) => <Row row={row} />}</For>
            </PlainTable>
          )}
        </Match>
      </Switch>
    </div>
  )
}
