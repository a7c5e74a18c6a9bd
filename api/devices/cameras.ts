// Which cameras stand near, and under which address may one be looked through now?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type { CameraLink, CameraList, CameraRow } from '../../contract/devices/cameras.ts'
import { camerasQuery } from '../../contract/devices/cameras.ts'
import { type CameraHit, findCameras, readCamera } from '../../db/devices/cameras-reads.ts'
import { findVideoSource, keepLook } from '../../db/devices/video.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { instant } from '../../domain/time/instant.ts'
import { playLink } from '../../domain/video/play-link.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { regionName } from '../reading/names.ts'

const described = (summary: string) => describeRoute({ tags: ['devices'], summary })

export const createCameraRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      described('Cameras by district, number, name or enterprise; those near a place first'),
      checked('query', camerasQuery),
      async (c) => c.json(await listFor(deps, c, c.req.valid('query'))),
    )
    .post(
      '/:id/link',
      described('An address to look through a camera, for a minute; who asked is written down'),
      async (c) => c.json(await linkFor(deps, c, c.req.param('id')), 201),
    )

const staffOf = ({ var: { actor, scope } }: Context<ApiEnv>) => {
  if (!isStaff(actor) || actor.kind !== 'person')
    throw new DomainError('not-allowed', [
      text('供监管人员使用', 'For the people of the authorities'),
    ])
  return { scope, person: actor.id }
}

const listFor = async (
  deps: Deps,
  c: Context<ApiEnv>,
  { lon, lat, km, region, q }: v.InferOutput<typeof camerasQuery>,
): Promise<CameraList> => {
  const near = lon === undefined || lat === undefined ? null : { lon, lat, km }
  const sought = { near, region, word: q.trim() }
  const { hits, total } = await withScope(deps.connection.pool, staffOf(c).scope, (tx) =>
    findCameras(tx, instant(Date.now()), sought),
  )
  return { items: hits.map(cameraRow), total }
}

const cameraRow = ({ region, enterprise, enterpriseName, ...hit }: CameraHit): CameraRow => ({
  ...hit,
  region: regionName(region),
  enterprise: enterprise === null ? null : { id: enterprise, name: enterpriseName ?? enterprise },
})

const linkFor = async (deps: Deps, c: Context<ApiEnv>, id: string): Promise<CameraLink> => {
  const { scope, person } = staffOf(c)
  const now = new Date()
  const at = instant(now.getTime())
  const camera = await withScope(deps.connection.pool, scope, (tx) => readCamera(tx, at, id))
  const source = camera && (await findVideoSource(deps.connection.db, camera.source))
  if (!camera || !source) throw new DomainError('not-found')
  const { url, until } = playLink(source, camera.id, now)
  await keepLook(deps.connection.db, {
    point: camera.id,
    person,
    at,
    until: instant(until.getTime()),
  })
  return { url, until: instant(until) }
}
