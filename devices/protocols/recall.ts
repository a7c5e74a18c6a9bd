// What was heard of a device before: this frame, something newer, how wrong its clock is?
import { bucket } from './bucket.ts'

const MINUTES = 60_000
/** Beyond this a clock is wrong, and a frame that comes again is no resend. */
export const WINDOW = 10 * MINUTES
const MOST_FRAMES = 512
const MOST_POINTS = 5000

/** Only saves work and tells resends from replays: what is stored once is decided by the keys of the observations. */
export type Recall = {
  /** Key of a frame → when it was first heard, ms. */
  frames: Map<string, number>
  /** Point → the newest moment heard of it, ms by its own time field. */
  newest: Map<string, number>
  /** Our clock less its clock, ms; kept while it stays within a minute, so that a resend gives the same moments. */
  offset: number
  bucket: ReturnType<typeof bucket>
}

/** `rate` frames a second in the long run, `burst` at once. */
export const recall = (rate: number, burst: number): Recall => ({
  frames: new Map(),
  newest: new Map(),
  offset: 0,
  bucket: bucket(rate, burst),
})

/** One memory per device, made when it is first heard. */
export const perDevice = <Memory>(fresh: () => Memory): ((device: string) => Memory) => {
  const known = new Map<string, Memory>()
  return (device) => {
    const memory = known.get(device) ?? fresh()
    known.set(device, memory)
    return memory
  }
}

/** Whether this frame was heard before, told by its key; a resend comes within ten minutes. */
export const recognise = (memory: Recall, key: string, now: Date): 'new' | 'again' | 'replayed' => {
  const first = memory.frames.get(key)
  if (first !== undefined) return now.getTime() - first > WINDOW ? 'replayed' : 'again'
  remember(memory.frames, key, now.getTime(), MOST_FRAMES)
  return 'new'
}

/** By how much this is older than the newest heard of its point, ms; 0: it is the newest. */
export const behind = (memory: Recall, point: string, at: number): number => {
  const newest = memory.newest.get(point) ?? Number.NEGATIVE_INFINITY
  if (at < newest) return newest - at
  remember(memory.newest, point, at, MOST_POINTS)
  return 0
}

/** Keeps a value, and forgets the oldest beyond `most`. */
export const remember = <T>(map: Map<string, T>, key: string, value: T, most: number): void => {
  map.delete(key)
  map.set(key, value)
  const oldest = map.keys().next()
  if (map.size > most && !oldest.done) map.delete(oldest.value)
}

/** Measures the clock of a frame's sender; true when it is more than ten minutes off or tells no time at all. */
export const clockIsWrong = (memory: Recall, sent: Date | undefined, now: Date): boolean => {
  if (!sent) return true
  const offset = now.getTime() - sent.getTime()
  if (Math.abs(offset - memory.offset) > MINUTES) memory.offset = offset
  return Math.abs(offset) > WINDOW
}
