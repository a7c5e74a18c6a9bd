// What must be remembered of a transmitter between its frames, whichever connection they come on?
import { perDevice, type Recall, recall } from '../../frames/recall.ts'

export const FRAMES_PER_SECOND = 20

export type Memory = Recall & {
  /** Points with a fire that has not ended: a reset of their system ends it. */
  fires: Set<string>
  /** What a reset has ended, by its event: its resend says the same. */
  ended: Map<string, string[]>
  clockSetAt: number
  /** When the present state of a point was last asked for, ms. */
  requestedAt: Map<string, number>
  /** Serial of our next command. */
  serial: number
  /** Our own address, as it wrote it. */
  centre: string
}

export type Memories = (device: string) => Memory

/** 20 frames a second, 40 at once. */
export const memories = (): Memories =>
  perDevice(() => ({
    ...recall(FRAMES_PER_SECOND, 40),
    fires: new Set(),
    ended: new Map(),
    clockSetAt: Number.NEGATIVE_INFINITY,
    requestedAt: new Map(),
    serial: 0,
    centre: '000000000000',
  }))
