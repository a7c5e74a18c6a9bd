// Which cameras stand near, and under which address may one be looked through now?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { findCameras, readCamera } from '../../db/reads/cameras.ts'
import { withScope } from '../../db/reads/scope.ts'
import { findVideoSource, keepLook } from '../../db/video.ts'
import { DomainError } from '../../domain/case/errors.ts'
import { instant } from '../../domain/case/instant.ts'
import { text } from '../../domain/case/words.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { playLink } from '../../domain/video/play-link.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { checked } from '../input.ts'
import { regionName } from '../organisation/names.ts'

const between = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^-?\d{1,3}(\.\d{1,8})?$/), v.transform(Number), v.minValue(least), v.maxValue(most))
const asked = v.pipe(
  v.object({ lon: v.optional(between(-180, 180)), lat: v.optional(between(-90, 90)), km: v.optional(between(0, 50), '1') }),
  v.check(({ lon, lat }) => (lon === undefined) === (lat === undefined), 'lon and lat come together'),
)
const described = (summary: string) => describeRoute({ tags: ['devices'], summary })

export const createCameraRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/', described('Cameras, those near a place first'), checked('query', asked), async (c) => {
      const who = staffOf(c)
      const { lon, lat, km } = c.req.valid('query')
      const near = lon === undefined || lat === undefined ? null : { lon, lat, km }
      const hits = await withScope(deps.connection.pool, who.scope, (tx) => findCameras(tx, instant(Date.now()), near))
      return c.json({ items: hits.map(({ source: _, region, ...hit }) => ({ ...hit, region: regionName(region) })) })
    })
    .post('/:id/link', described('An address to look through a camera, for a minute; who asked is written down'), async (c) =>
      c.json(await linkFor(deps, c, c.req.param('id')), 201),
    )

const staffOf = ({ var: { actor, scope } }: Context<ApiEnv>) => {
  if (!isStaff(actor) || actor.kind !== 'person')
    throw new DomainError('not-allowed', [text('供监管人员使用', 'For the people of the authorities')])
  return { scope, person: actor.id }
}

const linkFor = async (deps: Deps, c: Context<ApiEnv>, id: string): Promise<{ url: string; until: string }> => {
  const { scope, person } = staffOf(c)
  const now = new Date()
  const at = instant(now.getTime())
  const camera = await withScope(deps.connection.pool, scope, (tx) => readCamera(tx, at, id))
  const source = camera && (await findVideoSource(deps.connection.db, camera.source))
  if (!camera || !source) throw new DomainError('not-found')
  const { url, until } = playLink(source, camera.id, now)
  await keepLook(deps.connection.db, { point: camera.id, person, at, until: instant(until.getTime()) })
  return { url, until: until.toISOString() }
}
