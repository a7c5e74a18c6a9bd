// What has a station said before, on whatever connection?
import { createHash } from 'node:crypto'
import { WINDOW } from '../../frames/recall.ts'

/** `again`: it was heard minutes ago; `seen`: long before that. */
export type Met = { kind: 'new' | 'seen'; first: null } | { kind: 'again'; first: Date }

/** What is known again is the same words under the same number. */
export type Sayings = {
  meet: (saying: string, now: Date) => Met
  /** It is taken. `first`: when it was heard first; `lasting`: it has a number, which comes once. */
  keep: (saying: string, taken: { first: Date; now: Date; lasting: boolean }) => void
  forget: (saying: string) => void
}

const MOST_RECENT = 4096
/** A week at one message in twenty seconds. What is older is refused for its number. */
const MOST_SEEN = 32_768

/** Of what may be a resend the moment is kept, for ten minutes from when it was taken; of the rest, eight bytes. */
export const createSayings = (): Sayings => {
  const recent = new Map<string, { first: Date; takenAt: number }>()
  const seen = createSeen(MOST_SEEN)
  const isOver = ({ takenAt }: { takenAt: number }, now: Date): boolean =>
    now.getTime() - takenAt > WINDOW
  return {
    meet: (saying, now) => {
      const known = recent.get(saying)
      if (known && !isOver(known, now)) return { kind: 'again', first: known.first }
      return { kind: seen.has(saying) ? 'seen' : 'new', first: null }
    },
    keep: (saying, { first, now, lasting }) => {
      for (const [old, one] of recent) {
        if (!isOver(one, now) && recent.size < MOST_RECENT) break
        recent.delete(old)
      }
      recent.delete(saying)
      recent.set(saying, { first, takenAt: now.getTime() })
      if (lasting) seen.add(saying)
    },
    forget: (saying) => {
      recent.delete(saying)
      seen.remove(saying)
    },
  }
}

/** The last `most`, as 48 bits of their digests: a new one is taken for an old one once in a million weeks of a station. */
const createSeen = (most: number) => {
  let marks = new Float64Array(64)
  let next = 0
  const markOf = (saying: string): number =>
    1 + createHash('sha256').update(saying).digest().readUIntBE(0, 6)
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
    has: (saying: string): boolean => marks.includes(markOf(saying)),
    add: (saying: string): void => {
      room()
      marks[next] = markOf(saying)
      next += 1
    },
    remove: (saying: string): void => {
      const at = marks.indexOf(markOf(saying))
      if (at >= 0) marks[at] = 0
    },
  }
}
