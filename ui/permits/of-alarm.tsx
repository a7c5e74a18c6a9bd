// May what rings be taken out of service from where one reads of it?
import type { AlarmRow } from '../../domain/duty/views.ts'
import { TakeOut } from './button.tsx'

const OfAlarm = (props: { row: AlarmRow; device: string; onDone: () => void }) => {
  const target = () => {
    const { name, point } = props.row
    return {
      device: props.device,
      name,
      point: point || null,
      points: point ? [{ key: point, name: point }] : [],
    }
  }
  return <TakeOut target={target()} onDone={() => props.onDone()} />
}

export default OfAlarm
