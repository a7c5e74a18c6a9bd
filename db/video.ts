// How is a look through a camera prepared and written down?
import { eq } from 'drizzle-orm'
import type { Instant } from '../domain/case/instant.ts'
import type { VideoSource } from '../domain/video/play-link.ts'
import type { Executor } from './client.ts'
import { videoLooks, videoSources } from './schema/video.ts'

/** With its secret, which no reader's role may see. */
export const findVideoSource = async (db: Pick<Executor, 'select'>, id: string): Promise<VideoSource | null> => {
  const { template, secret, seconds } = videoSources
  const [found] = await db.select({ template, secret, seconds }).from(videoSources).where(eq(videoSources.id, id))
  return found ?? null
}

export const keepLook = async (
  db: Pick<Executor, 'insert'>,
  look: { point: string; person: string; at: Instant; until: Instant },
): Promise<void> => {
  await db.insert(videoLooks).values(look)
}
