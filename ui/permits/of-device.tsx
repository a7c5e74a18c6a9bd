// Is a device, or a point of it, out of service; and who may take it out?
import { Show } from 'solid-js'
import type { DeviceView } from '../../contract/devices/devices.ts'
import { t } from '../client/words.ts'
import { TakeOut } from './button.tsx'
import { PermitLines } from './lines.tsx'
import { permitWords as w } from './words.ts'

const targetOf = ({ id, name, points }: DeviceView, current: number | null) => ({
  device: id,
  name,
  points: points.filter(({ retired }) => !retired),
  point: points.find((one) => one.id === current && !one.retired)?.key ?? null,
})

const OfDevice = (props: { device: DeviceView; current: number | null; onDone: () => void }) => (
  <section class="block" aria-labelledby="device-permits">
    <h2 id="device-permits">{t(w.ofDevice)}</h2>
    <PermitLines
      permits={props.device.permits}
      none={w.noneOfDevice}
      linked={false}
      onDone={() => props.onDone()}
    />
    <Show when={props.device.mayTakeOut}>
      <p>
        <TakeOut target={targetOf(props.device, props.current)} onDone={() => props.onDone()} />
      </p>
    </Show>
  </section>
)

export default OfDevice
