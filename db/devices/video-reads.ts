// Which platforms show pictures, and who has looked through which camera?
import { sql } from 'drizzle-orm'
import type { LookView, VideoSourceView } from '../../domain/video/views.ts'
import type { Executor } from '../client.ts'

type Db = Pick<Executor, 'execute'>

/** The secret does not leave its table. */
export const readVideoSources = async (db: Db): Promise<VideoSourceView[]> =>
  (
    await db.execute<VideoSourceView>(sql`
      SELECT s.id, s.name, s.owner, s.template, s.seconds, s.enabled,
        (SELECT count(*)::int FROM video_points p WHERE p.source = s.id AND p.until IS NULL) AS cameras
      FROM video_sources s ORDER BY s.id`)
  ).rows

type LookRow = Omit<LookView, 'id' | 'region'> & { id: string; region: string }

/** The newest first, of the cameras in these regions. */
export const readLooks = async (db: Db, regions: string[]): Promise<LookRow[]> =>
  (
    await db.execute<LookRow>(sql`
      SELECT l.id, l.at, coalesce(q.name, l.person) AS person, l.point AS camera, p.name, p.region
      FROM video_looks l JOIN video_points p ON p.id = l.point LEFT JOIN persons q ON q.id = l.person
      WHERE p.region = ANY(${sql.param(regions)}::text[]) ORDER BY l.id DESC LIMIT 200`)
  ).rows

/** As the columns of the sheet. */
export const readCameraRows = async (
  db: Db,
  regions: string[],
): Promise<Record<string, unknown>[]> =>
  (
    await db.execute<Record<string, unknown>>(sql`
      SELECT p.id, p.name, p.source, p.region, e.code AS enterprise, p.lon, p.lat, p.synthetic
      FROM video_points p LEFT JOIN enterprises e ON e.id = p.enterprise
      WHERE p.until IS NULL AND p.region = ANY(${sql.param(regions)}::text[]) ORDER BY p.id`)
  ).rows
