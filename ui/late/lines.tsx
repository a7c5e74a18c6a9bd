// What exceeded its limit and was heard of too late to ring?
import { For, Show } from 'solid-js'
import type { LateView } from '../../contract/devices/late.ts'
import { fill } from '../../domain/language/words.ts'
import { askLate } from '../client/devices/late.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import { useQuery } from '../reading/query.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showMoment } from '../screen/time.ts'
import '../permits/permits.css'
import { lateWords as w } from './words.ts'

const digits = (value: number) => String(Math.round(value * 1_000) / 1_000)
const lateText = ({ from, to, value, limit, unit }: LateView) =>
  t(
    fill(w.lateLine, {
      from: showMoment(from),
      to: showMoment(to),
      value: digits(value),
      unit: unit ?? '',
      limit: digits(limit),
    }),
  )

const everyMs = 60_000

/** Of one device, or of all that the reader may see. */
export const LateLines = (props: { device?: string }) => {
  const list = useQuery(() => ({
    queryKey: ['late', props.device ?? ''],
    queryFn: () => askLate(props.device),
    staleTime: 0,
    refetchInterval: everyMs,
  }))
  return (
    <>
      <p class="muted">{t(w.lateText)}</p>
      <Show
        when={list.isSuccess && list.data}
        fallback={
          <Show when={list.isError} fallback={<Skeleton rows={2} />}>
            <Failure error={list.error} what={w.late} onRetry={() => void list.refetch()} />
          </Show>
        }
      >
        {(read) => <Lines items={read().items} device={props.device} />}
      </Show>
    </>
  )
}

const Lines = (props: { items: LateView[]; device: string | undefined }) => (
  <ul class="permit-list">
    <For each={props.items} fallback={<li class="muted">{t(w.noLate)}</li>}>
      {(one) => (
        <li>
          <LevelMark level={one.level} />{' '}
          <Show when={!props.device} fallback={<strong>{one.point.name}</strong>}>
            <a class="permit-device" href={paths.device(one.device.id, one.point.id)}>
              {`${one.device.name} ${one.point.name}`}
            </a>
          </Show>{' '}
          {t(one.condition)}{' '}
          <Show when={one.synthetic}>{<span class="tag hatched">{t(w.exercise)}</span>}</Show>
          <p>
            {lateText(one)}{' '}
            <span class="muted">{t(fill(w.received, { time: showMoment(one.receivedAt) }))}</span>
          </p>
        </li>
      )}
    </For>
  </ul>
)
