// How is asked what was heard of too late, and when a monitor measured nothing of the process?
import { ask } from '../asking.ts'

/** Of one device, or of all in scope. */
export const askLate = (device: string | undefined) =>
  ask('GET /api/devices/late', { query: { device } })
export const askAttended = (device: string) =>
  ask('GET /api/devices/late/attended', { query: { device } })
