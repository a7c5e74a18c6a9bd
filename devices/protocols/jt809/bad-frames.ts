// When has a connection brought so much that is no frame that it is better closed?
import { heardNothing } from '../../frames/heard.ts'
import type { SessionOutput } from '../../frames/protocol.ts'
import { both } from '../../frames/words.ts'

const MOST = 20
const WITHIN = 60_000

/** Twenty within a minute, or one frame that does not end. */
export class BadFrames {
  #times: number[] = []

  count(now: Date, reason: string): SessionOutput {
    this.#times = [...this.#times.filter((at) => now.getTime() - at < WITHIN), now.getTime()]
    if (reason === 'oversize')
      return { ...heardNothing(), close: both('报文超过64KB', 'a frame of more than 64 KB') }
    return this.#times.length >= MOST
      ? { ...heardNothing(), close: both('坏报文过多', 'too many bad frames') }
      : heardNothing()
  }
}
