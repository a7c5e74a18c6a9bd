// Who will be late, and who has been notified? (S10)
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type {
  WallEscalationLevel,
  WallLane,
  WallView,
} from '../../contract/supervision/supervision.ts'
import { type wallFilter, wallQuery } from '../../contract/supervision/supervision.ts'
import { decodeCursor } from '../../db/keyset.ts'
import { withScope } from '../../db/scope.ts'
import { readWall, type WallHit } from '../../db/tasks/wall-reads.ts'
import { offer } from '../../domain/engine/judging/judge.ts'
import { actingOn } from '../../domain/engine/judging/judgement.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { type DecisionContext, inRegion } from '../../domain/model/decision-context.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { isRegion, regionsBelow } from '../../domain/organisation/regions.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import { workdaysBetween } from '../../domain/time/workdays.ts'
import type { ClockView, EscalationLevelView } from '../../domain/views/case-views.ts'
import { clockViews } from '../../domain/views/clock-view.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import { type ApiEnv, type Deps, decisionContextOf, type Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { processOf } from '../reading/case-reading.ts'
import { regionName } from '../reading/names.ts'

export type WallFilter = Pick<v.InferOutput<typeof wallQuery>, keyof typeof wallFilter>

export const wallQueryOf = ({ process, region, level, late }: WallFilter, at: Instant) => ({
  process: process || null,
  regions: region && isRegion(region) ? regionsBelow(region) : null,
  level: level ? Number(level) : null,
  endedBy: late ? at : null,
})

export const createSupervisionRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/clocks',
    describeRoute({
      tags: ['supervision'],
      summary: 'Cases that run against a legal end, soonest first, with their escalation policies',
    }),
    checked('query', wallQuery),
    async (c) => c.json(await wall(deps, c.var, c.req.valid('query'))),
  )

const wall = async (
  deps: Deps,
  { actor, scope, at }: Variables,
  query: v.InferOutput<typeof wallQuery>,
): Promise<WallView> => {
  if (!isStaff(actor))
    throw new DomainError('not-allowed', [
      text('供监管人员使用', 'For the people of the authorities'),
    ])
  const page = await withScope(deps.connection.pool, scope, (tx) =>
    readWall(tx, {
      ...wallQueryOf(query, at),
      after: decodeCursor(query.cursor),
      limit: query.limit,
    }),
  )
  const decisionContext = await decisionContextOf(deps, at)
  const items = page.rows.flatMap((hit) => {
    const lane = laneOf(deps, hit, decisionContext)
    return lane
      ? {
          ...lane,
          acts: actsFromHere(processOf(deps, hit.record), hit.record, actor, decisionContext),
        }
      : []
  })
  return {
    items,
    cursor: page.cursor,
    total: page.total,
    revision: Math.max(0, ...items.map(({ revision }) => revision)),
  }
}

export const laneOf = (
  deps: Deps,
  hit: WallHit,
  decisionContext: DecisionContext,
): WallLane | null => {
  const { record } = hit
  const process = processOf(deps, record)
  const clock = clockViews(process, record, decisionContext, 'internal').find(
    ({ id }) => id === hit.obligation,
  )
  if (!clock?.now) return null
  const escalationLevels = clock.escalationLevels.flatMap(
    (escalationLevel) =>
      escalationLevelOf(
        escalationLevel,
        clock.now?.paused ?? false,
        heardOf(hit, escalationLevel.escalationLevel),
        decisionContext,
      ) ?? [],
  )
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
    escalationLevels,
    next: nextOf(escalationLevels, clock.now.paused, inRegion(decisionContext, record)),
    due: clock.now,
    acts: [],
  }
}

/** What the process lets supervisors do from the wall, as far as this one may now. */
const actsFromHere = (
  process: ProcessDefinition,
  record: CaseRecord,
  actor: Actor,
  decisionContext: DecisionContext,
): WallLane['acts'] =>
  (process.wallActs ?? []).flatMap((type) => {
    const definition = process.events[type]
    return definition &&
      offer(process, record, actingOn(record, actor), type, decisionContext).allowed
      ? [{ type, words: definition.words }]
      : []
  })

const inForce = ({
  id,
  clock,
  words,
  article,
  status,
  startedAt,
  due,
  dueAt,
  provisional,
  pauses,
}: ClockView): WallLane['clock'] => ({
  id,
  clock,
  words,
  article,
  status,
  startedAt,
  due,
  dueAt,
  provisional,
  pauses,
})

/** How long a notice may be under way before nobody told means that nobody was reached. */
const grace = 3_600_000

type HeardOf = Pick<WallEscalationLevel, 'recipientCount' | 'answered'>

const heardOf = ({ recipientCount, answered }: WallHit, escalationLevel: string): HeardOf => ({
  recipientCount: recipientCount?.[escalationLevel] ?? 0,
  answered: answered?.[escalationLevel] ?? null,
})

/** A level that never applied (a reminder for a period shorter than itself) or was called off is not shown; those of a stopped period wait. */
const escalationLevelOf = (
  escalationLevel: EscalationLevelView,
  paused: boolean,
  heard: HeardOf,
  decisionContext: DecisionContext,
): WallEscalationLevel | null => {
  const status =
    paused && escalationLevel.status === 'planned'
      ? 'planned'
      : statusOf(escalationLevel, heard.recipientCount, decisionContext)
  const {
    escalationLevel: name,
    words,
    plannedAt,
    acknowledgedAt,
    acknowledgedBy,
  } = escalationLevel
  const firedAt = escalationLevel.status === 'fired' ? escalationLevel.firedAt : null
  return (
    status && {
      escalationLevel: name,
      words,
      plannedAt,
      status,
      firedAt,
      acknowledgedAt,
      acknowledgedBy,
      ...heard,
    }
  )
}

const statusOf = (
  escalationLevel: EscalationLevelView,
  recipientCount: number,
  { at, noticeWindowMs }: DecisionContext,
): WallEscalationLevel['status'] | null => {
  if (escalationLevel.acknowledgedAt) return 'acknowledged'
  const since = (moment: Instant) => Date.parse(at) - Date.parse(moment)
  if (escalationLevel.status === 'fired') {
    const underWay =
      since(escalationLevel.recordedAt ?? escalationLevel.plannedAt) <= noticeWindowMs + grace
    return recipientCount > 0 || underWay ? 'notified' : 'missed'
  }
  if (escalationLevel.status === 'planned' || escalationLevel.status === 'held')
    return since(escalationLevel.plannedAt) > grace ? 'missed' : 'planned'
  return escalationLevel.recordedAt !== null && escalationLevel.status !== 'cancelled'
    ? 'missed'
    : null
}

const nextOf = (
  escalationLevels: WallEscalationLevel[],
  paused: boolean,
  { at, calendars, region }: DecisionContext,
): WallLane['next'] => {
  const [first] = escalationLevels
    .filter(({ status }) => status === 'planned')
    .sort((a, b) => (a.plannedAt < b.plannedAt ? -1 : 1))
  if (!first) return null
  const { words, plannedAt } = first
  if (paused)
    return {
      at: plannedAt,
      words: text(`中止计时中，暂不触发：${words.zh}`, `Clock stopped, on hold: ${words.en}`),
    }
  const days = workdaysBetween(civilDate(at), civilDate(plannedAt), calendars, region)
  if (days === 0)
    return {
      at: plannedAt,
      words: text(`下一个工作日前 → ${words.zh}`, `Before the next working day → ${words.en}`),
    }
  return {
    at: plannedAt,
    words: text(
      `${days} 个工作日后 → ${words.zh}`,
      `In ${days} working day${days === 1 ? '' : 's'} → ${words.en}`,
    ),
  }
}
