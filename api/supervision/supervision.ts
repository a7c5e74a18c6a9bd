// Who will be late, and who has been told? (S10)
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { decodeCursor } from '../../db/reads/keyset.ts'
import { withScope } from '../../db/reads/scope.ts'
import { readWall, type WallHit } from '../../db/reads/wall.ts'
import { workdaysBetween } from '../../domain/calendar/workdays.ts'
import type { Actor } from '../../domain/case/actor.ts'
import { stateKey } from '../../domain/case/chart.ts'
import { clockViews } from '../../domain/case/clock-view.ts'
import { DomainError } from '../../domain/case/errors.ts'
import { civilDate, type Instant } from '../../domain/case/instant.ts'
import { offer } from '../../domain/case/judge.ts'
import { actingOn } from '../../domain/case/judgement.ts'
import type { ProcessDefinition } from '../../domain/case/process.ts'
import type { CaseRecord } from '../../domain/case/record.ts'
import { stateWords } from '../../domain/case/timeline.ts'
import type { ClockView, RungView, WallLane, WallRung, WallView } from '../../domain/case/views.ts'
import { text } from '../../domain/case/words.ts'
import { inRegion, type World } from '../../domain/case/world.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { isRegion, regionsBelow } from '../../domain/organisation/regions.ts'
import { processOf } from '../case/case-reading.ts'
import { type ApiEnv, type Deps, type Variables, worldOf } from '../deps.ts'
import { checked, cursor, limit, shortText } from '../input.ts'
import { regionName } from '../organisation/names.ts'

/** What the wall can be narrowed to. */
export const wallFilter = {
  process: v.optional(shortText),
  region: v.optional(
    v.pipe(
      v.string(),
      v.check((code) => code === '' || isRegion(code), 'is no region known here'),
    ),
  ),
  level: v.optional(v.picklist(['', '1', '2', '3', '4'])),
  late: v.optional(v.picklist(['', '1'])),
}
const asked = v.object({ ...wallFilter, limit, cursor })
export type WallFilter = Pick<v.InferOutput<typeof asked>, keyof typeof wallFilter>

export const wallQueryOf = ({ process, region, level, late }: WallFilter, at: Instant) => ({
  process: process || null,
  regions: region && isRegion(region) ? regionsBelow(region) : null,
  level: level ? Number(level) : null,
  endedBy: late ? at : null,
})

export const createSupervisionRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/clocks',
    describeRoute({ tags: ['supervision'], summary: 'Cases that run against a legal end, soonest first, with their ladders' }),
    checked('query', asked),
    async (c) => c.json(await wall(deps, c.var, c.req.valid('query'))),
  )

const wall = async (deps: Deps, { actor, scope, at }: Variables, query: v.InferOutput<typeof asked>): Promise<WallView> => {
  if (!isStaff(actor)) throw new DomainError('not-allowed', [text('供监管人员使用', 'For the people of the authorities')])
  const page = await withScope(deps.connection.pool, scope, (tx) =>
    readWall(tx, { ...wallQueryOf(query, at), after: decodeCursor(query.cursor), limit: query.limit }),
  )
  const world = await worldOf(deps, at)
  const items = page.rows.flatMap((hit) => {
    const lane = laneOf(deps, hit, world)
    return lane ? { ...lane, acts: actsFromHere(processOf(deps, hit.record), hit.record, actor, world) } : []
  })
  return { items, cursor: page.cursor, total: page.total, revision: Math.max(0, ...items.map(({ revision }) => revision)) }
}

export const laneOf = (deps: Deps, hit: WallHit, world: World): WallLane | null => {
  const { record } = hit
  const process = processOf(deps, record)
  const clock = clockViews(process, record, world, 'internal').find(({ id }) => id === hit.obligation)
  if (!clock?.now) return null
  const rungs = clock.rungs.flatMap((rung) => rungOf(rung, clock.now?.paused ?? false, hit.told?.[rung.rung] ?? 0, world) ?? [])
  return {
    caseId: record.id,
    process: record.process,
    number: record.number,
    title: record.title,
    enterprise: hit.enterprise,
    region: regionName(record.region),
    level: process.level(record),
    state: stateWords(process, stateKey(record.snapshot.value), 'internal'),
    revision: record.revision,
    clock: inForce(clock),
    rungs,
    next: nextOf(rungs, clock.now.paused, inRegion(world, record)),
    due: clock.now,
    acts: [],
  }
}

/** What the process lets supervisors do from the wall, as far as this one may now. */
const actsFromHere = (process: ProcessDefinition, record: CaseRecord, actor: Actor, world: World): WallLane['acts'] =>
  (process.wallActs ?? []).flatMap((type) => {
    const definition = process.events[type]
    return definition && offer(process, record, actingOn(record, actor), type, world).allowed ? [{ type, words: definition.words }] : []
  })

const inForce = ({ id, clock, words, article, status, startedAt, due, dueAt, provisional, pauses }: ClockView): WallLane['clock'] => ({
  ...{ id, clock, words, article, status, startedAt, due, dueAt, provisional, pauses },
})

/** How long a notice may be under way before nobody told means that nobody was reached. */
const grace = 3_600_000

/** A rung that never applied (a reminder for a period shorter than itself) or was called off is not shown; those of a stopped period wait. */
const rungOf = (rung: RungView, paused: boolean, told: number, world: World): WallRung | null => {
  const status = paused && rung.status === 'planned' ? 'planned' : statusOf(rung, told, world)
  const { rung: name, words, plannedAt, acknowledgedAt, acknowledgedBy } = rung
  const firedAt = rung.status === 'fired' ? rung.firedAt : null
  return status && { rung: name, words, plannedAt, status, firedAt, acknowledgedAt, acknowledgedBy, told }
}

const statusOf = (rung: RungView, told: number, { at, noticeWindowMs }: World): WallRung['status'] | null => {
  if (rung.acknowledgedAt) return 'acknowledged'
  const since = (moment: Instant) => Date.parse(at) - Date.parse(moment)
  if (rung.status === 'fired') {
    const underWay = since(rung.recordedAt ?? rung.plannedAt) <= noticeWindowMs + grace
    return told > 0 || underWay ? 'told' : 'missed'
  }
  if (rung.status === 'planned' || rung.status === 'held') return since(rung.plannedAt) > grace ? 'missed' : 'planned'
  return rung.recordedAt !== null && rung.status !== 'cancelled' ? 'missed' : null
}

const nextOf = (rungs: WallRung[], paused: boolean, { at, calendars, region }: World): WallLane['next'] => {
  const [first] = rungs.filter(({ status }) => status === 'planned').sort((a, b) => (a.plannedAt < b.plannedAt ? -1 : 1))
  if (!first) return null
  const { words, plannedAt } = first
  if (paused) return { at: plannedAt, words: text(`中止计时中，暂不触发：${words.zh}`, `Clock stopped, on hold: ${words.en}`) }
  const days = workdaysBetween(civilDate(at), civilDate(plannedAt), calendars, region)
  if (days === 0) return { at: plannedAt, words: text(`下一个工作日前 → ${words.zh}`, `Before the next working day → ${words.en}`) }
  return { at: plannedAt, words: text(`${days} 个工作日后 → ${words.zh}`, `In ${days} working day${days === 1 ? '' : 's'} → ${words.en}`) }
}
