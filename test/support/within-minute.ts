// How does a test that counts requests by the minute keep them all in one?
import { setTimeout as sleep } from 'node:timers/promises'

const minuteMs = 60_000

/** Waits for the next minute where less than `seconds` are left of this one: the brakes begin to count anew with it. */
export const withinMinute = async (seconds: number): Promise<void> => {
  const left = minuteMs - (Date.now() % minuteMs)
  if (left < seconds * 1_000) await sleep(left + 50)
}
