// What is known of the clocks of all devices of a feed, and how does a session ask it?
import type { Flag, Moment } from '../port/port.ts'
import { clockAfter, type DeviceClock, type Frame, unknownClock } from './device-clock.ts'
import { flagsOfTime, judgeTime, momentOf, type Stated } from './judged-time.ts'

/** When something happened by our clock, and how it is marked: `late` is history, `doubtful` may raise an alarm and ends none. */
export type Stamp = { at: Moment; flags: Flag[] }

/** One for each feed; a session never judges a moment by itself. */
export type DeviceClocks = {
  /** A frame that was checked has come from a device: before what it says is judged. */
  frame: (device: string, frame: Omit<Frame, 'sent'> & { sent: Date | null }, receipt: Date) => void
  /** Null: refused, it lies more than a day ahead. */
  judge: (
    device: string,
    stated: Omit<Stated, 'at'> & { at: Date | null },
    receipt: Date,
  ) => Stamp | null
  /** Our clock less that of the device, ms; null: nobody knows. */
  offset: (device: string) => number | null
}

/** Kept beside: every change, and what is known already. */
export const createDeviceClocks = (
  known = new Map<string, DeviceClock>(),
  changed: (device: string) => void = () => undefined,
): DeviceClocks => ({
  frame: (device, { sent, ...frame }, receipt) => {
    const before = known.get(device) ?? unknownClock
    const after = clockAfter(before, { ...frame, sent: sent?.getTime() ?? null }, receipt.getTime())
    if (after === before) return
    known.set(device, after)
    changed(device)
  },
  judge: (device, { at, ...stated }, receipt) => {
    const own = at?.getTime() ?? null
    const judged = judgeTime(
      known.get(device) ?? unknownClock,
      { ...stated, at: own },
      receipt.getTime(),
    )
    return judged.time === 'refused'
      ? null
      : { at: momentOf(judged.at), flags: flagsOfTime(judged, own) }
  },
  offset: (device) => known.get(device)?.offset ?? null,
})

/** The same as it stands now: what is asked of it teaches nothing to the others. */
export const copyOfClocks = (known: ReadonlyMap<string, DeviceClock>): DeviceClocks =>
  createDeviceClocks(new Map(known))
