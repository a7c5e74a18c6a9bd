// How is a stream kept to so many a second?

/** Resolves when the next may go; a second's worth may go at once after a rest. */
export const createPace = (perSecond: number, now: () => number = Date.now) => {
  const each = 1_000 / perSecond
  let free = 0
  return async (): Promise<void> => {
    // What was not used for a second is gone.
    free = Math.max(free, now() - 1_000) + each
    const wait = free - now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  }
}
