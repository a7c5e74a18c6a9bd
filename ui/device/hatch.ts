// Between which moments is nothing known that could be drawn?

type Gap = [from: number, to: number]

/**
 * Stretches, in seconds, with bad readings and no value, or without any reading though some stand on both sides, or though some should
 * have come by `until`, the end of what is drawn.
 */
export const gapsOf = (at: number[], value: (number | null)[], step: number, until = 0): Gap[] => {
  const gaps: Gap[] = []
  const usual = step > 0 ? step : usualStep(at)
  let last: number | null = null
  for (let n = 0; n < at.length; n += 1) {
    const now = at[n]!
    if (value[n] === null) {
      lengthen(gaps, last ?? now, now + usual)
      last = now + usual
      continue
    }
    const before = n > 0 ? at[n - 1]! : now
    shorten(gaps, now)
    if (n > 0 && value[n - 1] !== null && now - before > patienceFor(usual))
      gaps.push([before + usual, now])
    last = now
  }
  const newest = at[at.length - 1] ?? until
  // Of one or two nobody knows how often they come.
  if (at.length > 2 && value[at.length - 1] !== null && until - newest > patienceFor(usual))
    gaps.push([newest + usual, until])
  return gaps.filter(([from, to]) => to > from)
}

/** The last gap goes on to there, where the new one touches it. */
const lengthen = (gaps: Gap[], from: number, to: number): void => {
  const open = gaps.at(-1)
  if (open && open[1] >= from) open[1] = to
  else gaps.push([from, to])
}

/** The last gap ends there, if it went on. */
const shorten = (gaps: Gap[], to: number): void => {
  const last = gaps.at(-1)
  if (last && last[1] > to) last[1] = to
}

const patienceFor = (usual: number): number => Math.max(3 * usual, 90)

/** The middle distance between readings. */
const usualStep = (at: number[]): number => {
  const steps = at.slice(1).map((one, n) => one - at[n]!)
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1
}
