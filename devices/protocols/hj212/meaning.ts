// Of which moment does a message speak, and what does it tell of its station's clock?
import type { DeviceClocks, Stamp } from '../../clocks/clocks.ts'
import { look } from '../../frames/look.ts'
import { dataOf, headerOf, type Message } from './message.ts'
import { keyOf } from './message-key.ts'
import { isRepeated, partOf } from './objection.ts'
import type { StationState } from './station.ts'
import { momentOf } from './time.ts'
import { commands } from './words.ts'

/** A real-time value waits for so long at the most. */
const LATE = 5 * 60_000

/** What was meant by a message, as far as it can be told before its values are read. */
export type Meaning = {
  command: string
  key: string
  /** By the station's own clock; null: it names none, or none that there is. */
  dataTime: Date | null
}

/** `now`: when its parts are put together. */
export function meaningOf(
  station: StationState,
  message: Message,
  first: Date,
  now: Date,
): Meaning {
  const command = headerOf(message, 'CN') ?? ''
  const part = partOf(message)
  const stated = momentOf(dataOf(message, 'DataTime') ?? '')
  const dataTime = part ? station.parts.take({ ...part, command, dataTime: stated }, now) : stated
  // Commands that are not about measurements need no moment of their own.
  return {
    command,
    key: keyOf(message),
    dataTime: dataTime ?? (command.startsWith('2') ? null : (numberOf(message) ?? first)),
  }
}

/** When a message was made, by its station. */
export const numberOf = (message: Message): Date | null => momentOf(headerOf(message, 'QN') ?? '')

/**
 * The number of a message is the moment at which it was made; those of 2005 that have none are made when they measure. What its station sends once
 * more is reported as history, and the end of a period and the next one may pass before its data come.
 */
export function stampOf(
  clocks: DeviceClocks,
  device: string,
  message: Message,
  stated: { dataTime: Date; again: boolean },
  first: Date,
): Stamp | null {
  const command = look(commands, headerOf(message, 'CN'))
  const sent = numberOf(message) ?? (command?.period === 0 ? stated.dataTime : null)
  const repeated = isRepeated(message)
  clocks.frame(device, { sent, sureness: repeated || stated.again ? 'again' : 'data' }, first)
  const allowsMs = Math.max(LATE, (command?.period ?? 0) * 2_000)
  const stamp = clocks.judge(device, { at: stated.dataTime, allowsMs, than: 'receipt' }, first)
  return stamp && repeated
    ? { ...stamp, flags: [...new Set([...stamp.flags, 'late' as const, 'retx' as const])] }
    : stamp
}
