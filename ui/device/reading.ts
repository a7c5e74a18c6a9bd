// What of a device is looked at first, and in which words is its line named?
import type { AlarmRow } from '../../domain/duty/views.ts'

type Rang = Pick<AlarmRow, 'active' | 'acked' | 'level' | 'raisedAt' | 'pointId'>

/** The point that rings: what stands before what has ended, what nobody has acknowledged, the gravest, the newest. Null: nothing of a point. */
export const ringing = (alarms: readonly Rang[]): number | null => {
  const [first] = alarms
    .filter(({ pointId }) => pointId !== null)
    .toSorted(
      (one, other) =>
        Number(other.active) - Number(one.active) ||
        Number(one.acked) - Number(other.acked) ||
        one.level - other.level ||
        (one.raisedAt < other.raisedAt ? 1 : -1),
    )
  return first?.pointId ?? null
}

const names: Readonly<Record<string, string>> = {
  'opc-ua': 'OPC UA',
  hj212: 'HJ 212',
  jt809: 'JT/T 809',
  gb26875: 'GB/T 26875.3',
  sl651: 'SL 651',
  gb28181: 'GB/T 28181',
  mqtt: 'MQTT',
  push: 'HTTP',
}

/** As its standard is called, where it has one. */
export const protocolName = (protocol: string): string => names[protocol] ?? protocol
