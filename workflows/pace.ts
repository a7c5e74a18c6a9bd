// How soon may a case wake itself again that has just woken in vain?

/** Clocks of two workers differ by a moment: one wake that finds nothing to do yet is nothing unusual. */
const usual = 1
/** So many in a row are a defect, which the case tells. */
export const vainEnough = 5
const firstMs = 50
const longestMs = 3_600_000

/**
 * Until when a case sleeps that has woken itself `inVain` times in a row and found nothing changed. Whatever its answers are, it wakes
 * seventeen times at the most before it has slept for an hour; a change or a command begins anew.
 */
export const sleepFor = (wakeInMs: number | null, inVain: number): number | null =>
  wakeInMs === null || inVain <= usual
    ? wakeInMs
    : Math.max(wakeInMs, Math.min(longestMs, firstMs * 2 ** inVain))
