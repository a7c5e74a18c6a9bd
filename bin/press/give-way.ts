// How does a thread leave the processor to those whom somebody waits for?
import { readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/**
 * Gives the calling thread, and those that it begins later, a low priority; the rest of its process keeps its own.
 * Linux alone counts priorities by thread: elsewhere nothing changes.
 */
export const giveWay = (): void => {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Work that gives no way is slower for others, and right all the same.
  }
}
