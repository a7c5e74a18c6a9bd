// Which of the bytes that the file store keeps does a night read again?
import type { Database } from '../../db/client.ts'
import { noteLook, readUnlooked } from '../../db/files/kept-bytes.ts'
import { type Look, lookBefore } from '../../domain/evidence/kept-bytes.ts'
import type { Instant } from '../../domain/time/instant.ts'

/** Reads all that the file store keeps under a hash again, gently, and says how it was found. Throws where the store is away. */
export type LookAtBytes = (sha256: string) => Promise<Look>

type Deps = { db: Database; night: Instant; now: Instant; lookAtBytes: LookAtBytes }

const atOnce = 200

/** Some of what nobody has read for a week, and all that was not whole; answers whether any is left. One at a time: others want the disk too. */
export const lookAtSome = async (
  { db, lookAtBytes, night, now }: Deps,
  patienceMs: number,
): Promise<boolean> => {
  const until = Date.now() + patienceMs
  const found = await readUnlooked(db, { before: lookBefore(night), wrongBefore: night }, atOnce)
  for (const [index, sha256] of found.entries()) {
    await noteLook(db, sha256, await lookAtBytes(sha256), now)
    if (Date.now() >= until) return index + 1 < found.length || found.length === atOnce
  }
  return found.length === atOnce
}
