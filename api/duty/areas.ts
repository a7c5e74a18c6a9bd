// What stands within an area that somebody has drawn or typed, and what does the map lie on?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { type AreaContents, areaBody } from '../../contract/duty/areas.ts'
import { type AreaHits, readInside } from '../../db/devices/areas-reads.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { isStaff, type Scope } from '../../domain/organisation/policy.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'
import type { DrawnArea } from '../../domain/warning/drawn-area.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { regionName } from '../reading/names.ts'

const described = (summary: string) => describeRoute({ tags: ['duty'], summary })

export const createAreaRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/map', described('On which base map areas are drawn'), (c) =>
      c.json({ tiles: deps.settings.baseMap ?? null }),
    )
    .post(
      '/inside',
      described('What stands within an area: counted, and the first hundred of each kind'),
      checked('json', areaBody),
      async (c) => c.json(await inside(deps, c, c.req.valid('json'))),
    )

const scopeOf = ({ var: { actor, scope } }: Context<ApiEnv>): Scope => {
  if (isStaff(actor)) return scope
  throw new DomainError('not-allowed', [
    text('供监管人员使用', 'For the people of the authorities'),
  ])
}

const inside = async (deps: Deps, c: Context<ApiEnv>, area: DrawnArea): Promise<AreaContents> => {
  const scope = scopeOf(c)
  const now = instant(Date.now())
  const found = await withScope(deps.connection.pool, scope, (tx) =>
    readInside(tx, now, area, scope.regions),
  )
  return contentsOf(
    found,
    now,
    (process) => deps.processes[process]?.title ?? text(process, process),
  )
}

const named = <Row extends { region: string }>({ region, ...row }: Row) => ({
  ...row,
  region: regionName(region),
})

const contentsOf = (
  { alarms, devices, cameras, enterprises, cases, processes, people, unplaced }: AreaHits,
  now: Instant,
  titleOf: (process: string) => Text,
): AreaContents => ({
  now,
  alarms: { ...alarms, items: alarms.items.map(named) },
  devices: {
    ...devices,
    items: devices.items.map((one) => ({
      ...named(one),
      at: one.at === null ? null : instant(one.at),
    })),
  },
  cameras: { ...cameras, items: cameras.items.map(named) },
  enterprises: { ...enterprises, items: enterprises.items.map(named) },
  cases: {
    ...cases,
    processes: processes.map(({ process, total }) => ({ process, title: titleOf(process), total })),
  },
  people:
    people.since === null
      ? null
      : { count: people.count, points: people.points, since: instant(people.since) },
  unplaced,
})
