// Which cameras are there, by district and enterprise?
import { useSearchParams } from '@solidjs/router'
import { createUniqueId, For, Match, Show, Switch } from 'solid-js'
import type { CameraList, CameraRow } from '../../contract/devices/cameras.ts'
import { fill } from '../../domain/language/words.ts'
import { regions } from '../../domain/organisation/regions.ts'
import { useQuery } from '../reading/query.ts'
import '../form/fields.css'
import { camerasApi } from '../client/devices/cameras.ts'
import { t } from '../client/words.ts'
import { usePage } from '../screen/page.ts'
import { PlainTable } from '../screen/plain-table.tsx'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import './cameras.css'
import { LookButton } from './look.tsx'
import { cameraWords as w } from './words.ts'

const Row = (props: { one: CameraRow }) => (
  <tr>
    <th scope="row">
      {props.one.name}{' '}
      <Show when={props.one.synthetic}>{<span class="tag hatched">{t(w.exercise)}</span>}</Show>
    </th>
    <td>{props.one.id}</td>
    <td>{t(props.one.region)}</td>
    <td>{props.one.enterprise?.name ?? '–'}</td>
    <td>{props.one.owner}</td>
    <td>
      <LookButton camera={props.one} />
    </td>
  </tr>
)

type Sought = { region: string; q: string }

const Filters = (props: { sought: Sought; onSeek: (sought: Partial<Sought>) => void }) => {
  const [district, field] = [createUniqueId(), createUniqueId()]
  return (
    <div class="camera-filters">
      <p>
        <label for={district}>{t(w.district)}</label>
        <select
          id={district}
          value={props.sought.region}
          onChange={(event) => props.onSeek({ region: event.currentTarget.value })}
        >
          <option value="">{t(w.everywhere)}</option>
          <For each={Object.entries(regions)}>
            {([code, { name }]) => <option value={code}>{t(name)}</option>}
          </For>
        </select>
      </p>
      <p>
        <label for={field}>{t(w.search)}</label>
        <input
          id={field}
          type="search"
          value={props.sought.q}
          onInput={(event) => props.onSeek({ q: event.currentTarget.value.trim() })}
        />
      </p>
    </div>
  )
}

const Found = (props: { list: CameraList }) => (
  <Show when={props.list.items.length > 0} fallback={<Empty summary={w.none} />}>
    <p class="muted">
      {t(fill(props.list.total > props.list.items.length ? w.more : w.total, countsOf(props.list)))}
    </p>
    <PlainTable
      name={w.title}
      heads={[w.name, w.number, w.district, w.enterprise, w.owner, w.picture]}
    >
      <For each={props.list.items}>{(one) => <Row one={one} />}</For>
    </PlainTable>
  </Show>
)

const countsOf = ({ items, total }: CameraList) => ({ n: items.length, total })

const Cameras = () => {
  const [search, setSearch] = useSearchParams<{ region: string; q: string }>()
  const sought = () => ({ region: search.region ?? '', q: search.q ?? '' })
  const found = useQuery(() => ({
    queryKey: ['cameras', sought().region, sought().q],
    queryFn: () => camerasApi.found(sought().region, sought().q),
    placeholderData: (before: CameraList | undefined) => before,
    refetchOnMount: 'always' as const,
  }))
  const list = () => (found.isSuccess ? found.data : null)
  usePage(() => t(w.title))
  return (
    <div class="page cameras">
      <h1>{t(w.title)}</h1>
      <p class="lead">{t(w.lead)}</p>
      <Filters sought={sought()} onSeek={(next) => setSearch({ ...next }, { replace: true })} />
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={found.isError && !list()}>
          <Failure error={found.error} what={w.title} onRetry={() => void found.refetch()} />
        </Match>
        <Match when={list()}>{(one) => <Found list={one()} />}</Match>
      </Switch>
    </div>
  )
}

export default Cameras
