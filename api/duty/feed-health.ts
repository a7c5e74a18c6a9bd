// Is everything heard that should be heard, and how far behind are the cases?
import type { FeedHealth, FeedHealthRow } from '../../contract/duty/desk.ts'
import { type FeedHit, type Gaps, readDelay, readFeeds } from '../../db/devices/feeds-reads.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'
import type { Deps, Variables } from '../http/deps.ts'

const moment = (at: string | null): Instant | null => (at === null ? null : instant(at))
const sum = (items: number[]): number => items.reduce((all, one) => all + one, 0)

/** No alarms is not the same as no data: the strip says which of the two it is. */
export const feedHealth = async (deps: Deps, { actor, scope }: Variables): Promise<FeedHealth> => {
  if (!isStaff(actor))
    throw new DomainError('not-allowed', [
      text('供监管人员使用', 'For the people of the authorities'),
    ])
  const now = instant(Date.now())
  const hits = await withScope(deps.connection.pool, scope, (tx) =>
    readFeeds(tx, now, scope.regions),
  )
  const { waiting, oldest, heartbeat, outOfService, gaps } = await readDelay(
    deps.connection.db,
    now,
    scope.regions,
  )
  return {
    now,
    heartbeatAt: moment(heartbeat),
    signals: signalsOf(hits),
    workflowDelaySeconds:
      oldest === null ? 0 : Math.max(0, Math.round((Date.parse(now) - Date.parse(oldest)) / 1_000)),
    waiting,
    outOfService,
    items: hits.map((hit) => rowOf(hit, gaps)),
  }
}

const rests = ({ enabled, paused }: FeedHit): boolean => !enabled || paused !== null

/** Nobody waits for what is paused or switched off: it is neither good nor lost. */
const signalsOf = (hits: FeedHit[]): FeedHealth['signals'] => {
  const wanted = hits.filter((hit) => !rests(hit))
  return {
    total: sum(wanted.map(({ total, awaited }) => total - awaited)),
    good: sum(wanted.map(({ reporting }) => reporting)),
    awaited: sum(wanted.map(({ awaited }) => awaited)),
    resting: sum(hits.filter(rests).map(({ total }) => total)),
  }
}

const rowOf = (hit: FeedHit, gaps: Gaps[]): FeedHealthRow => {
  const gap = gaps.find(({ feed }) => feed === hit.id)
  const {
    id,
    name,
    protocol,
    enabled,
    paused,
    silenceSeconds,
    badPoints,
    total,
    reporting,
    exercises,
  } = hit
  return {
    id,
    name,
    protocol,
    enabled,
    silenceSeconds,
    badPoints,
    devices: { total, reporting },
    state: hit.state ?? 'unknown',
    silent: !rests(hit) && hit.silent,
    connections: hit.connections ?? 0,
    detail: hit.detail ?? '',
    lastSeenAt: moment(hit.lastSeenAt),
    lastFrameAt: moment(hit.lastFrameAt),
    lagMs: hit.lagMs === null ? null : Number(hit.lagMs),
    frames: Number(hit.frames ?? 0),
    faults: Number(hit.faults ?? 0),
    gaps: gap?.n ?? 0,
    gapSince: moment(gap?.since ?? null),
    paused: paused && { by: paused.byName, reason: paused.reason, at: paused.at },
    synthetic: total > 0 && exercises === total,
  }
}
