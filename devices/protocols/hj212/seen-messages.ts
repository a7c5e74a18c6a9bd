// What has a station said before, on whatever connection?
import { createHash } from 'node:crypto'
import { WINDOW } from '../../frames/recall.ts'

/** `again`: it was heard minutes ago; `seen`: long before that. */
export type Recognition = { kind: 'new' | 'seen'; first: null } | { kind: 'again'; first: Date }

/** What is known again is the same words under the same number. */
export type SeenMessages = {
  recognise: (message: string, now: Date) => Recognition
  /** It is taken. `first`: when it was received first; `lasting`: it has a number, which comes once. */
  keep: (message: string, taken: { first: Date; now: Date; lasting: boolean }) => void
  forget: (message: string) => void
}

const MOST_RECENT = 4096
/** A week at one message in twenty seconds. What is older is refused for its number. */
const MOST_DIGESTS = 32_768

/** Of what may be a resend the moment is kept, for ten minutes from when it was taken; of the rest, eight bytes. */
export const createSeenMessages = (): SeenMessages => {
  const recent = new Map<string, { first: Date; takenAt: number }>()
  const seen = createDigests(MOST_DIGESTS)
  const isOver = ({ takenAt }: { takenAt: number }, now: Date): boolean =>
    now.getTime() - takenAt > WINDOW
  return {
    recognise: (message, now) => {
      const known = recent.get(message)
      if (known && !isOver(known, now)) return { kind: 'again', first: known.first }
      return { kind: seen.has(message) ? 'seen' : 'new', first: null }
    },
    keep: (message, { first, now, lasting }) => {
      for (const [old, one] of recent) {
        if (!isOver(one, now) && recent.size < MOST_RECENT) break
        recent.delete(old)
      }
      recent.delete(message)
      recent.set(message, { first, takenAt: now.getTime() })
      if (lasting) seen.add(message)
    },
    forget: (message) => {
      recent.delete(message)
      seen.remove(message)
    },
  }
}

/** The last `most`, as 48 bits of their digests: a new one is taken for an old one once in a million weeks of a station. */
const createDigests = (most: number) => {
  let marks = new Float64Array(64)
  let next = 0
  const markOf = (message: string): number =>
    1 + createHash('sha256').update(message).digest().readUIntBE(0, 6)
  const room = (): void => {
    if (next < marks.length) return
    if (marks.length >= most) next = 0
    else {
      const wider = new Float64Array(2 * marks.length)
      wider.set(marks)
      marks = wider
    }
  }
  return {
    has: (message: string): boolean => marks.includes(markOf(message)),
    add: (message: string): void => {
      room()
      marks[next] = markOf(message)
      next += 1
    },
    remove: (message: string): void => {
      const at = marks.indexOf(markOf(message))
      if (at >= 0) marks[at] = 0
    },
  }
}
