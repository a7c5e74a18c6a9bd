// How often is a page read again while hundreds of changes come in?

/** Of many at once the first and the last are answered: nothing shown is older than this. */
export const soonMs = 500
/** What concerns others shows in one's own boxes only by the way. */
export const laterMs = 15_000
/** An incident room holds more, and every unit changes it. */
export const roomMs = 1_000

/** Reads at once, then at most once in `everyMs`; what is others' waits `laterMs` for company. */
export const createOwnNews = (read: () => void, everyMs = soonMs) => {
  let last = 0
  let due = Number.POSITIVE_INFINITY
  let timer: ReturnType<typeof setTimeout>
  return (others?: boolean): void => {
    const at = others ? Date.now() + laterMs : last + everyMs
    if (at >= due) return
    clearTimeout(timer)
    due = at
    timer = setTimeout(() => {
      due = Number.POSITIVE_INFINITY
      last = Date.now()
      read()
    }, at - Date.now())
  }
}
