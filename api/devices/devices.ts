// Is the reading of a device real, and what has it measured? (S15)
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type { DeviceView, PointView, TrendView } from '../../contract/devices/devices.ts'
import { devicesQuery, trendQuery } from '../../contract/devices/devices.ts'
import { readAlarmsOf } from '../../db/alarms/alarms-reads.ts'
import { readPermitsOf } from '../../db/alarms/permits-reads.ts'
import {
  type DeviceHit,
  findDevices,
  mostSamples,
  type PointHit,
  readDevice,
  readDeviceMatters,
  readDeviceSigns,
  readMarks,
  readPoint,
  readPoints,
  readRaw,
  readRolled,
} from '../../db/devices/devices-reads.ts'
import { withScope } from '../../db/scope.ts'
import { mayTakeOut } from '../../domain/duty/permits.ts'
import { eventWords, isMeasured, qualityOf } from '../../domain/duty/words.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Instant, instant, later } from '../../domain/time/instant.ts'
import { alarmRow } from '../duty/alarm-views.ts'
import { eyesOf } from '../duty/alarms.ts'
import { withKeepers } from '../duty/keepers.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { checked, invalid } from '../http/input.ts'
import { regionName } from '../reading/names.ts'
import { permitView } from './permit-views.ts'

const described = (summary: string) => describeRoute({ tags: ['devices'], summary })

export const createDeviceRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      described('Devices by key, name or enterprise'),
      checked('query', devicesQuery),
      async (c) => {
        const now = instant(Date.now())
        const { q } = c.req.valid('query')
        const hits = await withScope(deps.connection.pool, c.var.scope, (tx) =>
          findDevices(tx, now, q),
        )
        return c.json({
          items: hits.map(
            ({ id, key, name, feedName, enterpriseName, region, synthetic, silent }) => ({
              id,
              key,
              name,
              feed: feedName,
              enterprise: enterpriseName,
              region: regionName(region),
              synthetic,
              silent,
            }),
          ),
        })
      },
    )
    .get(
      '/:id',
      described('A device: its points with what they measured last, its alarms and cases'),
      async (c) => c.json(await deviceFor(deps, c, c.req.param('id'))),
    )
    .get(
      '/:id/trend',
      described('What a point measured in a window, by readings or by roll-ups'),
      checked('query', trendQuery),
      async (c) => c.json(await trendFor(deps, c.var, c.req.param('id'), c.req.valid('query'))),
    )

const found = (hit: DeviceHit | null): DeviceHit => {
  if (!hit) throw new DomainError('not-found')
  return hit
}
const instantOrNull = (at: string | null): Instant | null => (at === null ? null : instant(at))

const deviceFor = async (deps: Deps, c: Context<ApiEnv>, id: string): Promise<DeviceView> => {
  const now = instant(Date.now())
  const eyes = await eyesOf(deps, c)
  return withScope(deps.connection.pool, c.var.scope, async (tx) => {
    const hit = found(await readDevice(tx, now, id))
    const points = await readPoints(tx, hit.id)
    const matters = await readDeviceMatters(tx, hit.id)
    const alarms = await withKeepers(tx, await readAlarmsOf(tx, now, hit.id), c.var.at)
    const permits = await readPermitsOf(tx, now, hit.id)
    const { signs, position } = await readDeviceSigns(tx, hit.id)
    return {
      ...deviceView(hit, now),
      points: points.map(pointView),
      cases: matters.flatMap(caseOf),
      alarms: alarms.map((one) => alarmRow(one, eyes)),
      permits: permits.map((one) => permitView(one, eyes.actor, now)),
      mayTakeOut: hit.until === null && mayTakeOut(eyes.actor, hit.region),
      signs: signs.map((one) => ({ ...one, at: instant(one.at) })),
      position: position && { ...position, at: instant(position.at) },
    }
  })
}

const caseOf = ({
  id,
  number,
  title,
  open,
}: {
  id: string
  number: string | null
  title: string | null
  open: boolean | null
}) => (number === null || title === null ? [] : [{ id, number, title, open: open === true }])

const deviceView = (hit: DeviceHit, now: Instant) => {
  const {
    id,
    key,
    name,
    feed,
    feedName,
    protocol,
    enterprise,
    enterpriseName,
    region,
    lon,
    lat,
    synthetic,
    silent,
  } = hit
  return {
    now,
    id,
    key,
    name,
    feed: { id: feed, name: feedName },
    protocol,
    region: regionName(region),
    lon,
    lat,
    synthetic,
    silent,
    enterprise: enterprise === null ? null : { id: enterprise, name: enterpriseName ?? enterprise },
    since: instant(hit.since),
    until: instantOrNull(hit.until),
    lastSeenAt: instantOrNull(hit.lastSeenAt),
  }
}

const pointView = ({ until, quality, value, at, receivedAt, ...plain }: PointHit): PointView => ({
  ...plain,
  at: instantOrNull(at),
  receivedAt: instantOrNull(receivedAt),
  retired: until !== null,
  value: quality !== null && isMeasured(quality) ? value : null,
  quality: quality === null ? null : qualityOf(quality),
  late: quality !== null && Math.floor(quality / 8) % 2 === 1,
})

const hourMs = 3_600_000
const longestMs = 366 * 24 * hourMs
/** Up to here readings are shown one by one. */
const rawMs = 2 * hourMs

const trendFor = async (
  deps: Deps,
  { scope }: Variables,
  id: string,
  { point, from, to }: v.InferOutput<typeof trendQuery>,
): Promise<TrendView> => {
  const now = instant(Date.now())
  const end = to ? instant(to) : now
  const begin = from ? instant(from) : later(end, -hourMs)
  const wide = Date.parse(end) - Date.parse(begin)
  if (!(wide > 0 && wide <= longestMs))
    throw invalid([{ path: 'from', message: 'must lie before `to`, a year at most' }])
  return withScope(deps.connection.pool, scope, async (tx) => {
    const hit = found(await readDevice(tx, now, id))
    const known = await readPoint(tx, point)
    const mine = (await readPoints(tx, hit.id)).some((one) => one.id === point)
    if (!known || !mine) throw new DomainError('not-found')
    const series = { point, from: begin, to: end }
    const raw = wide <= rawMs ? await readRaw(tx, series) : []
    const step =
      wide <= rawMs && raw.length <= mostSamples
        ? 0
        : Math.max(60, Math.ceil(wide / 1_000 / 1_000 / 60) * 60)
    const samples = step === 0 ? raw : await readRolled(tx, series, step)
    const marks = await readMarks(tx, series)
    const { name, unit, lowLow, low, high, highHigh } = known
    return {
      now,
      from: begin,
      to: end,
      step,
      point: { id: point, name, unit, lowLow, low, high, highHigh },
      at: samples.map((one) => one.at),
      value: samples.map((one) => one.value),
      least: samples.map((one) => one.least),
      most: samples.map((one) => one.most),
      bad: samples.map((one) => one.bad),
      marks: marks.map(({ at, level, kind, alarm }) => ({
        at: instant(at),
        level,
        words: eventWords(kind),
        alarm,
      })),
    }
  })
}
