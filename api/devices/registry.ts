// How do administrators see and change what is registered of lines, devices and points?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type {
  RegistryDevice,
  RegistryView,
  RegistryWaiting,
} from '../../contract/devices/registry.ts'
import { endBody, feedBody, registryDevicesQuery } from '../../contract/devices/registry.ts'
import { readReceiverProposals } from '../../db/devices/receivers-reads.ts'
import { changeFeed, retireDevice } from '../../db/devices/registry-changes.ts'
import {
  readFeedProposals,
  readOpenAlarms,
  readRegistryChanges,
  readRegistryDevice,
  readRegistryDevices,
  readRegistryFeeds,
  readUnknown,
} from '../../db/devices/registry-reads.ts'
import type { OpenAlarms, RegistryDeviceSettings } from '../../domain/duty/registry-views.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { administersCity } from '../../domain/organisation/policy.ts'
import { instant } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { keptRegions, once, registryRequest, signed } from '../http/registry-request.ts'
import { regionName } from '../reading/names.ts'
import { createFeedRegister } from './feed-register.ts'
import { createFeedRoutes } from './feeds.ts'
import { createSheetRoutes } from './registry-sheets.ts'

const device = v.object({ id: v.pipe(v.string(), v.uuid()) })
const described = (summary: string) => describeRoute({ tags: ['registry'], summary })

export const createRegistryRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/', described('Lines, strangers, and who has changed what'), async (c) =>
      c.json(await registry(deps, c)),
    )
    .get(
      '/waiting',
      described('What waits for a second administrator: receivers of warnings, feeds that we dial'),
      async (c) => c.json(await waitingFor(deps, c)),
    )
    .get(
      '/devices',
      described('Devices in use'),
      checked('query', registryDevicesQuery),
      async (c) => c.json({ items: await devicesFor(deps, c, c.req.valid('query')) }),
    )
    .get(
      '/devices/:id',
      described('One device in use, as it may be changed'),
      checked('param', device),
      async (c) => {
        const found = await readRegistryDevice(
          deps.connection.db,
          keptRegions(c),
          c.req.valid('param').id,
        )
        if (!found) throw new DomainError('not-found')
        return c.json(found satisfies RegistryDeviceSettings)
      },
    )
    .route('/', changing(deps))
    .route('/feeds', createFeedRegister(deps))
    .route('/feeds', createFeedRoutes(deps))
    .route('/', createSheetRoutes(deps))

const changing = (deps: Deps) =>
  new Hono<ApiEnv>()
    .put(
      '/feeds/:id',
      described('Rename a line, set its silence, switch it on or off'),
      checked('json', feedBody),
      async (c) => {
        const { reason, ...set } = c.req.valid('json')
        const request = registryRequest(deps, c, `feed ${c.req.param('id')}`, { reason, ...set })
        return c.json(
          await once(deps, request, async (tx) =>
            there(
              await changeFeed(
                tx,
                c.req.param('id'),
                request.regions,
                set,
                signed(request, reason),
              ),
            ),
          ),
        )
      },
    )
    .post(
      '/devices/:id/end',
      described('A device is no longer in use'),
      checked('param', device),
      checked('json', endBody),
      async (c) => {
        const { reason, open } = c.req.valid('json')
        const { id } = c.req.valid('param')
        const request = registryRequest(deps, c, `end ${id}`, { reason, open })
        return c.json(
          await once(deps, request, async (tx) => {
            there(await retireDevice(tx, id, request.regions, signed(request, reason)))
            refuseUnseen(await readOpenAlarms(tx, id), open)
          }),
        )
      },
    )

/** Whoever ends a device ends what watches it: he is asked first, and says that he has seen what stands. */
const refuseUnseen = (standing: OpenAlarms, seen: number): void => {
  if (standing.total <= seen) return
  const names = standing.items.map(({ name }) => name).join('、')
  throw new DomainError('not-possible-now', [
    text(
      `该设备还有 ${standing.total} 条报警没有结束（${names}）；停用后不再监测，须由值班员说明理由后解除。请核对后勾选确认`,
      `${standing.total} alarms of it stand (${names}). Nobody watches them once it is ended, and the desk must end each with a reason: look at them, and confirm`,
    ),
  ])
}

const there = (found: boolean): void => {
  if (!found) throw new DomainError('not-found')
}

/** What holds for the whole city only its administrators see. */
const waitingFor = async (deps: Deps, c: Context<ApiEnv>): Promise<RegistryWaiting> => {
  const regions = keptRegions(c)
  const { db } = deps.connection
  const [receivers, feeds] = await Promise.all([
    administersCity(c.var.actor) ? readReceiverProposals(db, actorId(c)) : [],
    readFeedProposals(db, regions, actorId(c)),
  ])
  const feedView = ({ id, name, by, mine }: RegistryWaiting['feeds'][number]) => ({
    id,
    name,
    by,
    mine,
  })
  return { receivers: receivers.map(feedView), feeds: feeds.map(feedView) }
}

const actorId = ({ var: { actor } }: Context<ApiEnv>): string =>
  actor.kind === 'person' ? actor.id : ''

const registry = async (deps: Deps, c: Context<ApiEnv>): Promise<RegistryView> => {
  const regions = keptRegions(c)
  const { db } = deps.connection
  const [feeds, proposals, unknown, changes] = await Promise.all([
    readRegistryFeeds(db, regions),
    readFeedProposals(db, regions, actorId(c)),
    readUnknown(db, regions, instant(Date.now())),
    readRegistryChanges(db, regions),
  ])
  return {
    feeds: feeds.map((one) => ({ ...one, region: regionName(one.region) })),
    proposals: proposals.map((one) => ({
      ...one,
      region: regionName(one.region),
      at: instant(one.at),
    })),
    unknown: unknown.map((one) => ({
      ...one,
      firstAt: instant(one.firstAt),
      lastAt: instant(one.lastAt),
    })),
    changes: changes.map((one) => ({ ...one, at: instant(one.at) })),
  }
}

const devicesFor = async (
  deps: Deps,
  c: Context<ApiEnv>,
  { feed, q }: v.InferOutput<typeof registryDevicesQuery>,
): Promise<RegistryDevice[]> => {
  const rows = await readRegistryDevices(deps.connection.db, keptRegions(c), feed, q)
  return rows.map((row) => ({ ...row, region: regionName(row.region), since: instant(row.since) }))
}
