// Between which moments is nothing known that could be drawn?

/**
 * Stretches, in seconds, with bad readings and no value, or without any reading though some stand on both sides, or though some should
 * have come by `until`, the end of what is drawn.
 */
export const gapsOf = (at: number[], value: (number | null)[], step: number, until = 0): [number, number][] => {
  const gaps: [number, number][] = []
  const usual = step > 0 ? step : usualStep(at)
  let last: number | null = null
  for (let n = 0; n < at.length; n += 1) {
    const now = at[n]!
    if (value[n] === null) {
      const open = gaps.at(-1)
      const from = last ?? now
      if (open && open[1] >= from) open[1] = now + usual
      else gaps.push([from, now + usual])
      last = now + usual
      continue
    }
    const before = n > 0 ? at[n - 1]! : now
    const tail = gaps.at(-1)
    if (tail && tail[1] > now) tail[1] = now
    if (n > 0 && value[n - 1] !== null && now - before > patienceFor(usual)) gaps.push([before + usual, now])
    last = now
  }
  const newest = at[at.length - 1] ?? until
  // Of one or two nobody knows how often they come.
  if (at.length > 2 && value[at.length - 1] !== null && until - newest > patienceFor(usual)) gaps.push([newest + usual, until])
  return gaps.filter(([from, to]) => to > from)
}

const patienceFor = (usual: number): number => Math.max(3 * usual, 90)

/** The middle distance between readings. */
const usualStep = (at: number[]): number => {
  const steps = at.slice(1).map((one, n) => one - at[n]!)
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1
}
