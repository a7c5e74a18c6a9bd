// When was a device not measuring the process, and what did it exceed that nobody heard of in time?
import { For, Show } from 'solid-js'
import type { DeviceView } from '../../contract/devices/devices.ts'
import { fill } from '../../domain/language/words.ts'
import { askAttended } from '../client/devices/late.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { showMoment } from '../screen/time.ts'
import { LateLines } from './lines.tsx'
import { lateWords as w } from './words.ts'

const everyMs = 60_000

const Attended = (props: { device: string }) => {
  const list = useQuery(() => ({
    queryKey: ['attended', props.device],
    queryFn: () => askAttended(props.device),
    staleTime: 0,
    refetchInterval: everyMs,
  }))
  return (
    <Show when={list.isSuccess && list.data}>
      {(read) => (
        <section class="block" aria-labelledby="device-attended">
          <h2 id="device-attended">{t(w.attended)}</h2>
          <p class="muted">{t(fill(w.attendedText, { days: read().days }))}</p>
          <ul class="device-list">
            <For each={read().items} fallback={<li class="muted">{t(w.noAttended)}</li>}>
              {({ point, quality, from, to, readings }) => (
                <li>
                  {t(
                    fill(w.attendedLine, {
                      point,
                      what: t(w[quality]),
                      from: showMoment(from),
                      to: showMoment(to),
                      n: readings,
                    }),
                  )}
                </li>
              )}
            </For>
          </ul>
        </section>
      )}
    </Show>
  )
}

/** Monitors of pollution flag themselves when they are calibrated or maintained. */
const monitors = ({ points }: DeviceView) => points.some(({ kind }) => kind === 'pollution')

const OfDevice = (props: { device: DeviceView }) => (
  <>
    <Show when={monitors(props.device)}>
      <Attended device={props.device.id} />
    </Show>
    <section class="block" aria-labelledby="device-late">
      <h2 id="device-late">{t(w.late)}</h2>
      <LateLines device={props.device.id} />
    </section>
  </>
)

export default OfDevice
