// What was received when it could not be stored, so that it is not late when it is received again?
import { createHash } from 'node:crypto'

/** What is known again: the bytes of a frame, or the name of an item. */
export type Identity = Uint8Array | string

export type Unstored = {
  /** When the very same was received for the first time and could not be stored; null: it was not, or it has been stored since. */
  first: (feed: string, known: Identity) => Date | null
  /** It could not be stored; what was received first stands. */
  failed: (feed: string, known: Identity, at: Date) => void
  stored: (feed: string, known: Identity) => void
}

/**
 * Of all feeds of this process. Beyond `most` the oldest is forgotten, and with a restart all of it: what is told then has its own time, and
 * rings unless something newer of the same is stored.
 */
export const createUnstored = (most = 50_000): Unstored => {
  const since = new Map<string, Date>()
  return {
    first: (feed, known) => (since.size === 0 ? null : (since.get(nameOf(feed, known)) ?? null)),
    failed: (feed, known, at) => {
      const name = nameOf(feed, known)
      if (since.has(name)) return
      since.set(name, at)
      const oldest = since.keys().next()
      if (since.size > most && !oldest.done) since.delete(oldest.value)
    },
    stored: (feed, known) => {
      if (since.size > 0) since.delete(nameOf(feed, known))
    },
  }
}

const nameOf = (feed: string, known: Identity): string =>
  `${feed} ${createHash('sha256').update(known).digest('base64')}`
