// How is a look through a camera prepared and written down?
import { eq } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { VideoSource } from '../../domain/video/play-link.ts'
import type { Executor } from '../client.ts'
import { registryChanges } from '../schema/devices/duty.ts'
import { videoLooks, videoSources } from '../schema/devices/video.ts'
import type { Signed } from './registry-changes.ts'

/** With its secret, which no reader's role may see. */
export const findVideoSource = async (
  db: Pick<Executor, 'select'>,
  id: string,
): Promise<VideoSource | null> => {
  const { template, secret, seconds } = videoSources
  const [found] = await db
    .select({ template, secret, seconds })
    .from(videoSources)
    .where(eq(videoSources.id, id))
  return found ?? null
}

export const keepLook = async (
  db: Pick<Executor, 'insert'>,
  look: { point: string; person: string; at: Instant; until: Instant },
): Promise<void> => {
  await db.insert(videoLooks).values(look)
}

/** Without a `secret` the earlier one stays; false: a new source without one. */
export const saveVideoSource = async (
  tx: Executor,
  {
    secret,
    ...set
  }: Omit<typeof videoSources.$inferSelect, 'secret'> & { secret?: string | undefined },
  change: Omit<Signed, 'rows' | 'words'>,
): Promise<boolean> => {
  const [known] = await tx
    .select()
    .from(videoSources)
    .where(eq(videoSources.id, set.id))
    .for('update')
  const { secret: kept, ...before } = known ?? { secret: undefined }
  const used = secret ?? kept
  if (used === undefined) return false
  await tx
    .insert(videoSources)
    .values({ ...set, secret: used })
    .onConflictDoUpdate({ target: videoSources.id, set: { ...set, secret: used } })
  const rows = [
    {
      what: 'video-source',
      key: set.id,
      before: known ? before : null,
      after: { ...set, newSecret: secret !== undefined },
    },
  ]
  await tx.insert(registryChanges).values({ ...change, words: `视频平台 ${set.name}`, rows })
  return true
}
