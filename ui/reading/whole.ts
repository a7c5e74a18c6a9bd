// How is a long answer kept, so that a page with thousands of entries still answers a key at once?
import { replaceEqualDeep } from '@tanstack/solid-query'

/** Stores follow, and walk through, plain objects and lists alone. */
class Whole {
  constructor(parts: object) {
    Object.assign(this, parts)
  }
}

/**
 * An answer that is replaced as a whole and followed in none of its parts. Otherwise each change of its query, even that it is being asked
 * again, walks through all of it, and each entry that is read becomes a signal of its own.
 */
export const whole = <Answer extends object>(answer: Answer): Answer =>
  new Whole(answer) as unknown as Answer

/** Rows that say what they said before stay the same objects: what shows them stays, too. */
export const sameRows = <Row>(before: readonly Row[] | undefined, now: Row[]): Row[] =>
  replaceEqualDeep(before, now) as Row[]
