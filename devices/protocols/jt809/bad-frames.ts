// When has a connection brought so much that is no frame that it is better closed?

import type { SessionOutput } from '../../frames/protocol.ts'
import { emptyOutput } from '../../frames/session-output.ts'
import { both } from '../../frames/words.ts'

const MOST = 20
const WITHIN = 60_000

/** Twenty within a minute, or one frame that does not end. */
export class BadFrames {
  #times: number[] = []

  count(now: Date, reason: string): SessionOutput {
    this.#times = [...this.#times.filter((at) => now.getTime() - at < WITHIN), now.getTime()]
    if (reason === 'oversize')
      return { ...emptyOutput(), close: both('报文超过64KB', 'a frame of more than 64 KB') }
    return this.#times.length >= MOST
      ? { ...emptyOutput(), close: both('坏报文过多', 'too many bad frames') }
      : emptyOutput()
  }
}
