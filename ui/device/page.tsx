// Is the reading real? (S15)
import { useParams, useSearchParams } from '@solidjs/router'
import { createMemo, For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { DeviceView } from '../../contract/devices/devices.ts'
import { fill } from '../../domain/language/words.ts'
import { deviceApi } from '../client/devices/devices.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import { useQuery } from '../reading/query.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { leaveToScrolling } from '../screen/scroll.tsx'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showMoment } from '../screen/time.ts'
import './device.css'
import { Points } from './points.tsx'
import { protocolName, ringing } from './reading.ts'
import { Run } from './run.tsx'
import { useEvery } from './window.ts'
import { deviceWords as w } from './words.ts'

/** Cameras come when the page stands: the reading is what is looked for first. */
const CamerasNear = lazy(() => import('../cameras/near.tsx'))
const OfDevice = lazy(() => import('../permits/of-device.tsx'))
const Declaring = lazy(() => import('../duty/declaring.tsx'))
const Late = lazy(() => import('../late/of-device.tsx'))

const termOf = ({ since, until }: DeviceView) =>
  until === null
    ? t(fill(w.since, { from: showMoment(since) }))
    : t(fill(w.until, { from: showMoment(since), to: showMoment(until) }))

/** Known in advance is not over yet. */
const takenDown = ({ until, now }: DeviceView) =>
  until !== null && Date.parse(until) <= Date.parse(now) ? until : null

const About = (props: { device: DeviceView }) => {
  const place = () => props.device.position
  const rows = () =>
    [
      [w.feed, `${props.device.feed.name} · ${protocolName(props.device.protocol)}`],
      [w.key, props.device.key],
      [w.enterprise, props.device.enterprise?.name ?? '–'],
      [w.region, t(props.device.region)],
      [
        w.lastMessage,
        `${props.device.lastSeenAt ? showMoment(props.device.lastSeenAt) : t(w.never)}${props.device.silent ? ` ${t(w.silent)}` : ''}`,
      ],
      [w.registered, termOf(props.device)],
    ] as const
  return (
    <section class="block" aria-labelledby="device-about">
      <h2 id="device-about">{t(w.about)}</h2>
      <dl class="device-facts">
        <For each={rows()}>
          {([term, value]) => (
            <>
              <dt>{t(term)}</dt>
              <dd>{value}</dd>
            </>
          )}
        </For>
        <Show when={place()}>
          {(one) => (
            <>
              <dt>{t(w.position)}</dt>
              <dd>
                {t(
                  fill(w.positionText, {
                    lat: one().lat.toFixed(4),
                    lon: one().lon.toFixed(4),
                    speed: one().speedKmh === null ? '—' : Math.round(one().speedKmh ?? 0),
                    time: showMoment(one().at),
                  }),
                )}
              </dd>
            </>
          )}
        </Show>
        <dt>{t(w.calibration)}</dt>
        <dd class="muted">{t(w.calibrationText)}</dd>
      </dl>
      <Show when={props.device.signs.length > 0}>
        <h3>{t(w.signs)}</h3>
        <ul class="bare-list">
          <For each={props.device.signs}>
            {(one) => <li>{`${showMoment(one.at)} ${one.text || one.sign}`}</li>}
          </For>
        </ul>
      </Show>
    </section>
  )
}

const Matters = (props: { device: DeviceView; onDone: () => void }) => (
  <section class="block" aria-labelledby="device-matters">
    <h2 id="device-matters">{t(w.alarms)}</h2>
    <ul class="device-list">
      <For each={props.device.alarms} fallback={<li class="muted">{t(w.noAlarms)}</li>}>
        {(one) => (
          <li>
            <LevelMark level={one.level} />{' '}
            <Show when={one.caseId} fallback={`${one.name} ${t(one.condition)}`}>
              {(id) => (
                <a
                  class="device-case"
                  href={paths.case(id())}
                >{`${one.name} ${t(one.condition)}`}</a>
              )}
            </Show>{' '}
            <span class="muted">{showMoment(one.raisedAt)}</span>{' '}
            <span class="tag">{t(one.active ? w.active : w.back)}</span>{' '}
            <Show when={one.synthetic}>{<span class="tag hatched">{t(w.exercise)}</span>}</Show>
            <Show when={one.stale}>{<span class="tag hatched">{t(w.signalUnknown)}</span>}</Show>
            <Show when={one.doubtful}>{<span class="tag dashed">{t(w.doubtful)}</span>}</Show>{' '}
            <Show when={one.unwatched}>{<span class="tag dashed">{t(w.unwatched)}</span>}</Show>{' '}
            <Show when={one.mayDeclareOver}>
              <Suspense>
                <Declaring row={one} onDone={props.onDone} />
              </Suspense>
            </Show>
          </li>
        )}
      </For>
    </ul>
    <h2>{t(w.cases)}</h2>
    <ul class="device-list">
      <For each={props.device.cases} fallback={<li class="muted">{t(w.noCases)}</li>}>
        {(one) => (
          <li>
            <a class="device-case" href={paths.case(one.id)}>
              {`${one.number} ${one.title}`}
            </a>{' '}
            <span class="tag">{t(one.open ? w.open : w.closed)}</span>
          </li>
        )}
      </For>
    </ul>
  </section>
)

/** Where it was last, or where it is registered to stand. */
const placeOf = ({ position, lon, lat }: DeviceView) =>
  position
    ? { lon: position.lon, lat: position.lat }
    : lon !== null && lat !== null
      ? { lon, lat }
      : null

const Device = () => {
  const params = useParams<{ id: string }>()
  const [search, setSearch] = useSearchParams()
  const every = useEvery()
  const me = useMe()
  const found = useQuery(() => ({
    queryKey: ['device', params.id],
    queryFn: () => deviceApi.device(params.id),
    refetchInterval: every(),
    refetchIntervalInBackground: true,
    staleTime: 0,
    gcTime: 60_000,
  }))
  const device = () => (found.isSuccess ? found.data : null)
  const point = createMemo(() => {
    const points = device()?.points ?? []
    const rang = ringing(device()?.alarms ?? [])
    return (
      points.find(({ id }) => String(id) === search.point)?.id ??
      points.find(({ id }) => id === rang)?.id ??
      points[0]?.id ??
      null
    )
  })
  const ahead = () => Date.parse(device()?.now ?? new Date().toISOString()) - Date.now()
  const staff = () => me().enterprise === null
  usePage(() => device()?.name ?? t(w.title))
  return (
    <div class="page device" on:keydown={leaveToScrolling}>
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={found.isError && !device()}>
          <Failure error={found.error} what={w.title} onRetry={() => void found.refetch()} alone />
        </Match>
        <Match when={device()}>
          {(one) => (
            <>
              <h1>
                {one().name}{' '}
                <Show when={one().synthetic}>
                  {<span class="tag hatched">{t(w.exercise)}</span>}
                </Show>
              </h1>
              <Show when={takenDown(one())}>
                {(at) => <p class="notice">{t(fill(w.takenDown, { time: showMoment(at()) }))}</p>}
              </Show>
              <section class="block" aria-labelledby="device-points">
                <h2 id="device-points">{t(w.points)}</h2>
                <Points
                  device={one()}
                  current={point()}
                  onPick={(id) => setSearch({ point: String(id) })}
                />
              </section>
              <Show when={point()}>
                {(id) => <Run device={one().id} point={id()} ahead={ahead} />}
              </Show>
              <Suspense>
                <OfDevice device={one()} current={point()} onDone={() => void found.refetch()} />
              </Suspense>
              <div class="two-columns device-two">
                <About device={one()} />
                <Matters device={one()} onDone={() => void found.refetch()} />
              </div>
              <Suspense>
                <Late device={one()} />
              </Suspense>
              <Show when={staff()}>
                <section class="block">
                  <Suspense>
                    <CamerasNear place={placeOf(one())} level={2} />
                  </Suspense>
                </section>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

export default Device
