// When was what a plant tells, by our clock?
import type { DeviceClocks } from '../clocks/clocks.ts'
import type { Observation } from '../port/port.ts'

/** Older than this a measurement is history. */
const pastMs = 300_000

/**
 * What a plant says in a session to be of now is of now; what a link that was cut brings afterwards is older than our clock, and teaches nothing. Where its
 * clock is off by minutes, its measurements raise our alarms and end none. States are those of now whenever they began, in the order of the plant: a refresh tells them again.
 */
export const datedByPlant = (
  clocks: DeviceClocks,
  plant: string,
  observations: Observation[],
  now: Date,
): Observation[] => {
  const moments = observations.flatMap(({ kind, at }) =>
    kind === 'reading' ? [Date.parse(at)] : [],
  )
  if (moments.length > 0)
    clocks.frame(plant, { sent: new Date(Math.max(...moments)), sureness: 'data', prior: 0 }, now)
  return observations.flatMap((one): Observation[] => {
    if (one.kind !== 'reading') return [one]
    const stamp = clocks.judge(
      plant,
      { at: new Date(one.at), allowsMs: pastMs, than: 'receipt' },
      now,
    )
    return stamp
      ? [{ ...one, at: stamp.at, flags: [...new Set([...one.flags, ...stamp.flags])] }]
      : []
  })
}
