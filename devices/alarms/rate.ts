// How fast does a measurement rise?

export type Sample = { ms: number; value: number }

const windowMs = 60_000
const leastMs = 10_000
/** Of a slow feed the one before serves, unless it is too old to say anything. */
const oldestMs = 1_800_000

/**
 * The samples to keep with a new one, and the change in a minute over them; null: too little is known. The window is a minute, or the one
 * sample before where they come more rarely.
 */
export const rising = (
  samples: readonly Sample[],
  next: Sample,
): { samples: Sample[]; perMinute: number | null } => {
  const known = samples.filter(({ ms }) => next.ms - ms <= oldestMs && ms < next.ms)
  const recent = known.filter(({ ms }) => next.ms - ms <= windowMs)
  const kept = recent.length > 0 ? recent : known.slice(-1)
  const [first] = kept
  const perMinute =
    first && next.ms - first.ms >= leastMs
      ? ((next.value - first.value) / (next.ms - first.ms)) * 60_000
      : null
  return { samples: [...kept, next].slice(-120), perMinute }
}
