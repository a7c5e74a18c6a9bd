// Was this frame of a device received before?
import { bucket } from './bucket.ts'

const MINUTES = 60_000
/** Beyond this a clock is wrong, and a frame that comes again is no resend. */
export const WINDOW = 10 * MINUTES
const MOST_FRAMES = 512

/** Only saves work and tells resends from replays: what is stored once is decided by the keys of the observations. */
export type Recall = {
  /** Key of a frame → when it was first received, ms. */
  frames: Map<string, number>
  bucket: ReturnType<typeof bucket>
}

/** `rate` frames a second in the long run, `burst` at once. */
export const recall = (rate: number, burst: number): Recall => ({
  frames: new Map(),
  bucket: bucket(rate, burst),
})

/** One memory per device, made when it is first received. */
export const perDevice = <Memory>(fresh: () => Memory): ((device: string) => Memory) => {
  const known = new Map<string, Memory>()
  return (device) => {
    const memory = known.get(device) ?? fresh()
    known.set(device, memory)
    return memory
  }
}

/** Whether this frame was received before, told by its key; a resend comes within ten minutes. */
export const recognise = (memory: Recall, key: string, now: Date): 'new' | 'again' | 'replayed' => {
  const first = memory.frames.get(key)
  if (first !== undefined) return now.getTime() - first > WINDOW ? 'replayed' : 'again'
  remember(memory.frames, key, now.getTime(), MOST_FRAMES)
  return 'new'
}

/** Of a frame that names no moment the next happening has the very same bytes: after the window it is that, and no replay. */
export const forgetUndated = ({ frames }: Recall, key: string, now: Date): void => {
  const first = frames.get(key)
  if (first !== undefined && now.getTime() - first > WINDOW) frames.delete(key)
}

/** Keeps a value, and forgets the oldest beyond `most`. */
export const remember = <T>(map: Map<string, T>, key: string, value: T, most: number): void => {
  map.delete(key)
  map.set(key, value)
  const oldest = map.keys().next()
  if (map.size > most && !oldest.done) map.delete(oldest.value)
}

/** Whether a clock seems to be off by more than that, or tells no time at all. */
export const isOff = (sent: Date | undefined, now: Date, byMs: number): boolean =>
  !sent || Math.abs(now.getTime() - sent.getTime()) > byMs
