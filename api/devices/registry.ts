// How do administrators see and change what is registered of lines, devices and points?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { readRegistryChanges, readRegistryDevices, readRegistryFeeds, readUnknown } from '../../db/reads/registry.ts'
import { changeFeed, retireDevice } from '../../db/registry.ts'
import { DomainError } from '../../domain/case/errors.ts'
import { instant } from '../../domain/case/instant.ts'
import type { RegistryDevice, RegistryView } from '../../domain/duty/views.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { checked, shortText } from '../input.ts'
import { regionName } from '../organisation/names.ts'
import { createFeedRoutes } from './feeds.ts'
import { createSheetRoutes } from './registry-sheets.ts'
import { keptRegions, once, registryWish, signed } from './registry-wish.ts'

const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max))
const feedInput = v.strictObject({
  ...{ name: line(80), enabled: v.boolean(), reason: line(500) },
  silenceSeconds: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(86_400)),
})
const asked = v.object({ feed: v.optional(shortText, ''), q: v.optional(shortText, '') })
const described = (summary: string) => describeRoute({ tags: ['registry'], summary })

export const createRegistryRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/', described('Lines, strangers, and who has changed what'), async (c) => c.json(await registry(deps, c)))
    .get('/devices', described('Devices in use'), checked('query', asked), async (c) =>
      c.json({ items: await devicesFor(deps, c, c.req.valid('query')) }),
    )
    .put('/feeds/:id', described('Rename a line, set its silence, switch it on or off'), checked('json', feedInput), async (c) => {
      const { reason, ...set } = c.req.valid('json')
      const wish = registryWish(c, `feed ${c.req.param('id')}`, { reason, ...set })
      return c.json(
        await once(deps, wish, async (tx) => there(await changeFeed(tx, c.req.param('id'), wish.regions, set, signed(wish, reason)))),
      )
    })
    .post(
      '/devices/:id/end',
      described('A device is no longer in use'),
      checked('param', v.object({ id: v.pipe(v.string(), v.uuid()) })),
      checked('json', v.strictObject({ reason: line(500) })),
      async (c) => {
        const { reason } = c.req.valid('json')
        const { id } = c.req.valid('param')
        const wish = registryWish(c, `end ${id}`, { reason })
        return c.json(await once(deps, wish, async (tx) => there(await retireDevice(tx, id, wish.regions, signed(wish, reason)))))
      },
    )
    .route('/feeds', createFeedRoutes(deps))
    .route('/', createSheetRoutes(deps))

const there = (found: boolean): void => {
  if (!found) throw new DomainError('not-found')
}

const registry = async (deps: Deps, c: Context<ApiEnv>): Promise<RegistryView> => {
  const regions = keptRegions(c)
  const { db } = deps.connection
  const [feeds, unknown, changes] = await Promise.all([
    readRegistryFeeds(db, regions),
    readUnknown(db, regions, instant(Date.now())),
    readRegistryChanges(db, regions),
  ])
  return {
    feeds: feeds.map((one) => ({ ...one, region: regionName(one.region) })),
    unknown: unknown.map((one) => ({ ...one, firstAt: instant(one.firstAt), lastAt: instant(one.lastAt) })),
    changes: changes.map((one) => ({ ...one, at: instant(one.at) })),
  }
}

const devicesFor = async (deps: Deps, c: Context<ApiEnv>, { feed, q }: v.InferOutput<typeof asked>): Promise<RegistryDevice[]> => {
  const rows = await readRegistryDevices(deps.connection.db, keptRegions(c), feed, q)
  return rows.map((row) => ({ ...row, region: regionName(row.region), since: instant(row.since) }))
}
