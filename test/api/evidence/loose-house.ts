// How does a test leave files that nothing takes up, now or long ago, and let a night come?
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { removeUnkept } from '../../../activities/recordings/removal.ts'
import { createFileStore } from '../../../api/evidence/file-store.ts'
import { keepUpload, type NewFile } from '../../../db/files/uploads.ts'
import { files } from '../../../db/schema/cases/files.ts'
import { looseForDays } from '../../../domain/evidence/upload.ts'
import { later } from '../../../domain/time/instant.ts'
import { openHouse } from '../house.ts'

export const dayMs = 86_400_000
export const sha256 = (bytes: string) => createHash('sha256').update(bytes).digest('hex')

async function* bytesOf(words: string) {
  yield Buffer.from(words)
}

/** A house that has seen its first night. */
export const openLooseHouse = async () => {
  const house = await openHouse()
  await house.deps.dailyRound()
  const store = createFileStore(house.filesDir)
  const place = (hash: string) => join(house.filesDir, hash.slice(0, 2), hash)
  const isThere = (words: string) => existsSync(place(sha256(words)))
  const upload = (who: string, words: string, key?: string) => {
    const body = new FormData()
    body.set('file', new File([words], 'a.txt'))
    const headers = key ? { 'idempotency-key': key } : {}
    return house.as(who, '/api/files', { method: 'POST', body, headers })
  }
  const row = async (more: Partial<NewFile> = {}): Promise<NewFile> => ({
    id: randomUUID(),
    sha256: sha256(randomUUID()),
    name: 'a.txt',
    type: 'text/plain',
    size: 1,
    uploadedBy: 'qi',
    at: await house.clock.now(),
    ...more,
  })
  const rowOf = async (id: string) =>
    (await house.db.select().from(files).where(eq(files.id, id)))[0] ?? null
  const receive = (words: string) => store.receive(bytesOf(words))
  /** Brought so long ago that the next night takes it, unless something has taken it up. */
  const old = async (words: string, more: Partial<NewFile> = {}) => {
    const at = later(await house.clock.now(), -(looseForDays + 1) * dayMs)
    const made = await row({ sha256: sha256(words), at, uploadedBy: 'mao', ...more })
    const received = await receive(words)
    await keepUpload(house.db, made, { place: () => store.keep(received) })
    return made.id
  }
  /** One night, in which bytes are taken away as `remove` does it. */
  const night = async (remove = store.remove) => {
    const removal = { remove, discardPieces: async () => undefined }
    const now = await house.clock.now()
    while (await removeUnkept({ db: house.db, removal, processes: [], now }, 60_000));
  }
  /** Until so many sessions wait for a lock that another one holds. */
  const waitingFor = (sessions: number) =>
    expect
      .poll(async () => {
        const { rows } = await house.db.execute<{ n: number }>(sql`
          SELECT count(*)::int AS n FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`)
        return rows[0]?.n
      })
      .toBe(sessions)
  return { house, store, isThere, upload, row, rowOf, receive, old, night, waitingFor }
}
