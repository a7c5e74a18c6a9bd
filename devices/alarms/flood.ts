// When does a site raise so many alarms that nobody can read them?

/** `since`: the flood that is on, ms; `raised`: the new alarms of the last ten minutes, ms. */
export type Flood = { since: number | null; raised: number[] }

export const still: Flood = { since: null, raised: [] }

const windowMs = 600_000
/** More than ten new alarms in ten minutes; until fewer than five (IEC 62682). */
const begins = 10
const ends = 5

/** The flood at `ms`, with one more alarm if `raised`. Ask also when nothing is raised, so that it ends. */
export const flooded = (flood: Flood, ms: number, raised: boolean): Flood => {
  const within = [...flood.raised, ...(raised ? [ms] : [])].filter((at) => ms - at < windowMs)
  const on = flood.since === null ? within.length > begins : within.length >= ends
  return { since: on ? (flood.since ?? ms) : null, raised: within }
}
