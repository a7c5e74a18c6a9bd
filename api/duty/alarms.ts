// Which alarms stand before this person, and what is known of one?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type { AlarmDetail, AlarmList } from '../../contract/duty/alarms.ts'
import { alarmsQuery } from '../../contract/duty/alarms.ts'
import {
  type AlarmHit,
  rateBins,
  readAlarm,
  readAlarmStory,
  readAlarmSums,
  readAlarms,
} from '../../db/alarms/alarms-reads.ts'
import { withScope } from '../../db/scope.ts'
import { deviceCommandState, deviceCommandWords } from '../../domain/duty/device-commands.ts'
import { eventWords } from '../../domain/duty/words.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { instant } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { createAlarmActs } from './alarm-acts.ts'
import { alarmRow, type Eyes } from './alarm-views.ts'
import { createFigureRoutes } from './figures.ts'
import { ownAlarmsOf, waitingFor, withAllKeepers, withKeeper } from './keepers.ts'

const described = (summary: string) => describeRoute({ tags: ['alarms'], summary })

export const createAlarmRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      described('Alarms of a box: unacknowledged, active, by level, the newest first'),
      checked('query', alarmsQuery),
      async (c) => c.json(await listFor(deps, c, c.req.valid('query'))),
    )
    .route('/figures', createFigureRoutes(deps))
    .get(
      '/:id',
      described(
        'An alarm with its events, the readings kept of it, and what was asked of its device',
      ),
      async (c) => c.json(await detailFor(deps, c, c.req.param('id'))),
    )
    .route('/', createAlarmActs(deps))

export const eyesOf = async (deps: Deps, c: Context<ApiEnv>): Promise<Eyes> => ({
  actor: c.var.actor,
  deps,
  offset: Date.parse(c.var.at) - Date.now(),
})

const listFor = async (
  deps: Deps,
  c: Context<ApiEnv>,
  query: v.InferOutput<typeof alarmsQuery>,
): Promise<AlarmList> => {
  const now = instant(Date.now())
  const eyes = await eyesOf(deps, c)
  const wanted = { now, box: query.box, site: query.site || null, limit: query.limit }
  const { actor, at, scope } = c.var
  const [hits, waiting, sums] = await withScope(deps.connection.pool, scope, async (tx) => {
    const own = query.own === '1' ? await ownAlarmsOf(tx, actor, at) : null
    const sums = await readAlarmSums(tx, now, own)
    const hits = await readAlarms(tx, { ...wanted, own })
    return [...(await withAllKeepers(tx, hits, sums.waiting, at)), sums] as const
  })
  const { active, shelved, out, returned, first, second, third, fourth, floods } = sums
  const counts = { active, shelved, out, returned }
  return {
    now,
    items: hits.map((hit) => alarmRow(hit, eyes)),
    total: query.box === 'waiting' ? waiting.reduce((sum, { n }) => sum + n, 0) : counts[query.box],
    counts,
    ...waitingFor(actor, waiting),
    levels: [first, second, third, fourth],
    floods: floods.map((one) => ({ ...one, since: instant(one.since) })),
    rate: Array.from(
      { length: rateBins },
      (_, n) => sums.rate.find(({ ago }) => ago === rateBins - 1 - n)?.n ?? 0,
    ),
  }
}

/** Outside one’s scope there is no such alarm. */
export const found = (hit: AlarmHit | null): AlarmHit => {
  if (!hit) throw new DomainError('not-found')
  return hit
}

const detailFor = async (deps: Deps, c: Context<ApiEnv>, id: string): Promise<AlarmDetail> => {
  const now = instant(Date.now())
  const eyes = await eyesOf(deps, c)
  const [hit, story] = await withScope(deps.connection.pool, c.var.scope, async (tx) => {
    const hit = await withKeeper(tx, found(await readAlarm(tx, now, id)), c.var.at)
    return [hit, await readAlarmStory(tx, hit.id)] as const
  })
  // Who at the desk did what is no matter of the enterprise.
  const staff = isStaff(c.var.actor)
  return {
    now,
    alarm: alarmRow(hit, eyes),
    events: story.events.map(({ seq, kind, at, recordedAt, level, value, limit, text, by }) => ({
      seq,
      kind,
      words: eventWords(kind),
      at,
      recordedAt,
      level,
      value,
      limit,
      text,
      by: staff ? by : null,
    })),
    readings: story.readings.map(({ at, value, quality }) => ({ at, value, quality })),
    acknowledgements: story.acknowledgements.map(({ byName, at, seq, measures }) => ({
      by: staff ? byName : null,
      at,
      seq,
      measures: staff ? measures : null,
    })),
    deviceCommands: story.deviceCommands.map(({ verb, state, by, createdAt, until, result }) => ({
      verb,
      state: deviceCommandState({ state, until: instant(until) }, now),
      words: deviceCommandWords({ verb, state, until: instant(until), result }, now),
      by: staff ? by : null,
      at: createdAt,
      result,
    })),
    closedAt: hit.closedAt === null ? null : instant(hit.closedAt),
  }
}
