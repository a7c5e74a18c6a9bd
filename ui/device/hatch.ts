// Between which moments is nothing known that could be drawn?

/** Stretches, in seconds, with bad readings and no value, or without any reading though some stand on both sides. */
export const gapsOf = (at: number[], value: (number | null)[], step: number): [number, number][] => {
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
    if (n > 0 && value[n - 1] !== null && now - before > Math.max(3 * usual, 90)) gaps.push([before + usual, now])
    last = now
  }
  return gaps.filter(([from, to]) => to > from)
}

/** The middle distance between readings. */
const usualStep = (at: number[]): number => {
  const steps = at.slice(1).map((one, n) => one - at[n]!)
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1
}
