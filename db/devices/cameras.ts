// How does a sheet of cameras become what is registered, and how is a camera ended?

import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Fault } from '../../domain/duty/sheet.ts'
import type { Counts } from '../../domain/duty/views.ts'
import { text } from '../../domain/language/words.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { CameraEntry } from '../../domain/video/camera-sheet.ts'
import { alone, hold } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import { registryChanges } from '../schema/devices/duty.ts'
import { videoPoints, videoSources } from '../schema/devices/video.ts'
import { enterprises } from '../schema/organisation/organisation.ts'
import type { Change, Signed } from './registry-changes.ts'

type Camera = typeof videoPoints.$inferSelect
type Known = {
  sources: Set<string>
  enterprises: Map<string, string>
  cameras: Map<string, Camera>
}
type CameraImport = { regions: string[]; at: Instant; apply: Omit<Signed, 'rows' | 'words'> | null }

const camerasName = 'cameras'

/** A transaction in which nobody else changes cameras by a sheet. */
export const withCameras = <Result>(
  db: Database,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => alone(db, camerasName, work)

/** What would be done, and with `apply` is done: all of it or nothing. Regions that are not the asker’s are faults. */
export const importCameras = async (
  tx: Executor,
  entries: CameraEntry[],
  { regions, at, apply }: CameraImport,
): Promise<{ cameras: Counts; faults: Fault[] }> => {
  await hold(tx, camerasName)
  const known = await readKnown(tx, entries)
  const faults = entries.flatMap((one) => faultsOf(one, known, regions))
  const cameras: Counts = { fresh: 0, changed: 0, same: 0 }
  const changes = faults.length > 0 ? [] : entries.flatMap((one) => changeOf(one, known, cameras))
  if (apply && changes.length > 0) {
    for (const { key, after } of changes)
      await write(tx, key, after, known.cameras.get(key)?.since ?? at)
    const words = `视频监控 +${cameras.fresh} ~${cameras.changed}`
    await tx.insert(registryChanges).values({ ...apply, words, rows: changes })
  }
  return { cameras, faults }
}

const readKnown = async (tx: Executor, entries: CameraEntry[]): Promise<Known> => {
  const codes = [...new Set(entries.flatMap(({ enterprise }) => enterprise ?? []))]
  const ids = entries.map(({ id }) => id)
  const sources = await tx.select({ id: videoSources.id }).from(videoSources)
  const firms = await tx
    .select({ id: enterprises.id, code: enterprises.code })
    .from(enterprises)
    .where(inArray(enterprises.code, codes))
  const rows = await tx.select().from(videoPoints).where(inArray(videoPoints.id, ids))
  return {
    sources: new Set(sources.map(({ id }) => id)),
    enterprises: new Map(firms.map(({ id, code }) => [code, id])),
    cameras: new Map(rows.map((one) => [one.id, one])),
  }
}

const faultsOf = (
  { line, source, enterprise, region, id }: CameraEntry,
  known: Known,
  regions: string[],
): Fault[] => {
  const before = known.cameras.get(id)
  const foreign = !regions.includes(region) || (before && !regions.includes(before.region))
  return [
    ...(known.sources.has(source)
      ? []
      : [{ line, words: text(`没有“${source}”这个视频平台`, `There is no platform “${source}”`) }]),
    ...(enterprise === null || known.enterprises.has(enterprise)
      ? []
      : [
          {
            line,
            words: text(`没有登记企业 ${enterprise}`, `Enterprise ${enterprise} is not registered`),
          },
        ]),
    ...(foreign ? [{ line, words: text('不在您的行政区划内', 'Outside your region') }] : []),
  ]
}

type Standing = Omit<Camera, 'id' | 'since'>

const changeOf = (
  { line: _, id, ...entry }: CameraEntry,
  known: Known,
  counts: Counts,
): (Change & { after: Standing })[] => {
  const before = known.cameras.get(id)
  const enterprise =
    entry.enterprise === null ? null : (known.enterprises.get(entry.enterprise) ?? null)
  const after: Standing = { ...entry, enterprise, until: null }
  if (
    before &&
    (Object.keys(after) as (keyof Standing)[]).every((name) => before[name] === after[name])
  ) {
    counts.same += 1
    return []
  }
  counts[before ? 'changed' : 'fresh'] += 1
  return [{ what: 'camera', key: id, before: before ?? null, after }]
}

const write = (tx: Executor, id: string, set: Standing, since: string) =>
  tx
    .insert(videoPoints)
    .values({ ...set, id, since })
    .onConflictDoUpdate({ target: videoPoints.id, set })

/** False: there is none in these regions. */
export const endCamera = async (
  tx: Executor,
  id: string,
  regions: string[],
  signed: Omit<Signed, 'rows' | 'words' | 'region'>,
): Promise<boolean> => {
  const which = and(
    eq(videoPoints.id, id),
    isNull(videoPoints.until),
    inArray(videoPoints.region, regions),
  )
  const [before] = await tx.select().from(videoPoints).where(which).for('update')
  if (!before) return false
  await tx.update(videoPoints).set({ until: signed.at }).where(eq(videoPoints.id, id))
  const rows = [{ what: 'camera', key: id, before, after: null }]
  await tx
    .insert(registryChanges)
    .values({ ...signed, region: before.region, words: `停用视频监控 ${before.name}`, rows })
  return true
}
