// How does a protocol say that it has heard nothing, what is wrong with a frame, or that it does not obey?
import type { Command } from '../port/port.ts'
import type { Fault, SessionOutput } from './protocol.ts'
import { both } from './words.ts'

export const emptyOutput = (): SessionOutput => ({ observations: [], replies: [], faults: [] })

/** `at`: the byte at which it is wrong. */
export const faultAt = (reason: string, at: number, zh: string, en: string): Fault => ({
  reason,
  at,
  words: both(zh, en),
})

export const refusedCommand = ({ key }: Command, zh: string, en: string): SessionOutput => ({
  ...emptyOutput(),
  answered: [{ key, ok: false, words: both(zh, en) }],
})

/** All of it in order; of what there can be only one, the last. A frame has one `forget`. */
export const joinOutputs = (...all: SessionOutput[]): SessionOutput => {
  const answered = all.flatMap((one) => one.answered ?? [])
  return {
    ...Object.assign({}, ...all),
    observations: all.flatMap(({ observations }) => observations),
    replies: all.flatMap(({ replies }) => replies),
    faults: all.flatMap(({ faults }) => faults),
    ...(answered.length > 0 ? { answered } : {}),
  }
}

/** Of somebody who is known and says more than may be taken: he is read more slowly, which is no fault that ends his connection. */
export const slowedDown = (refused: SessionOutput, framesPerSecond: number): SessionOutput => ({
  ...refused,
  faults: refused.faults.map((fault) => ({ ...fault, mild: true })),
  waitMs: 1000 / framesPerSecond,
})
