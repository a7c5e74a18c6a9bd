// How often is a page read again while hundreds of changes come in?

/** Of many at once the first and the last are answered: the screen is never older than this. */
export const soonMs = 500
/** What concerns others shows in one's own boxes only by the way. */
export const laterMs = 15_000

/** An incident room holds more, and every unit changes it. */
export const roomMs = 1_000

/** Reads at once, then at most once in `everyMs`; what is others' waits `laterMs` for company. */
export const createOwnNews = (read: () => void, everyMs = soonMs) => {
  let last = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  let dueAt = Number.POSITIVE_INFINITY
  const run = () => {
    clearTimeout(timer)
    timer = undefined
    dueAt = Number.POSITIVE_INFINITY
    last = Date.now()
    read()
  }
  return (others: boolean): void => {
    const now = Date.now()
    const at = others ? now + laterMs : Math.max(now, last + everyMs)
    if (at >= dueAt) return
    clearTimeout(timer)
    dueAt = at
    if (at <= now) run()
    else timer = setTimeout(run, at - now)
  }
}
