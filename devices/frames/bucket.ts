// May one more message of a device be taken now?

/** A token bucket: `burst` at once, `rate` a second in the long run. */
export const bucket = (rate: number, burst: number): { take: (now: Date) => boolean } => {
  let tokens = burst
  let filled = Number.NEGATIVE_INFINITY
  return {
    take: (now) => {
      const seconds = Math.max(0, (now.getTime() - filled) / 1000)
      tokens = Math.min(burst, tokens + seconds * rate)
      filled = Math.max(filled, now.getTime())
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
