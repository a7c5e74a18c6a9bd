// How are a device or a point of it taken out of service under a permit, and put back?

import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type { PermitDone, PermitList, WorkKinds } from '../../contract/devices/permits.ts'
import { permitBody } from '../../contract/devices/permits.ts'
import { reasoned } from '../../contract/parts/date-inputs.ts'
import { type CaseCommand, type PermitOutcome, putBack, takeOut } from '../../db/alarms/permits.ts'
import {
  isPointOf,
  type PermitHit,
  readPermit,
  readPermits,
} from '../../db/alarms/permits-reads.ts'
import { loadBooks } from '../../db/change/books.ts'
import type { Executor } from '../../db/client.ts'
import { type DeviceHit, readDevice } from '../../db/devices/devices-reads.ts'
import { changeUnder } from '../../db/devices/registry-changes.ts'
import { withRequest } from '../../db/requests.ts'
import { withScope } from '../../db/scope.ts'
import { acknowledgedFirst } from '../../domain/duty/kinds.ts'
import {
  longestHours,
  mayTakeOut,
  whyNotUntil,
  workNames,
  workWords,
} from '../../domain/duty/permits.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'
import { asUuid, keyOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { permitView } from './permit-views.ts'

const described = (summary: string) => describeRoute({ tags: ['permits'], summary })

export const createPermitRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      described('What is out of service now, and what has ended in the last day'),
      async (c) => c.json(await permitsFor(deps, c)),
    )
    .get(
      '/works',
      described('Kinds of work, and for how long at most a device stands aside for each'),
      async (c) => c.json(await worksFor(deps, c.var.actor)),
    )
    .post(
      '/',
      described('Take a device or a point out of service until a moment, under a permit'),
      checked('json', permitBody),
      async (c) => c.json(await take(deps, c, c.req.valid('json')), 201),
    )
    .post(
      '/:id/end',
      described('Put it back before its end'),
      checked('json', reasoned),
      async (c) => c.json(await end(deps, c, c.req.param('id'), c.req.valid('json').reason)),
    )

const permitsFor = async (deps: Deps, c: Context<ApiEnv>): Promise<PermitList> => {
  const now = instant(Date.now())
  const hits = await withScope(deps.connection.pool, c.var.scope, (tx) => readPermits(tx, now))
  return { now, items: hits.map((hit) => permitView(hit, c.var.actor, now)) }
}

/** For as long as a person may have devices of his own region out of service. */
const worksFor = async (deps: Deps, actor: Actor): Promise<WorkKinds> => {
  const now = instant(Date.now())
  const region = actor.kind === 'person' ? actor.appointments[0]?.region : undefined
  const law = { ...(await deps.books()), region }
  return {
    now,
    items: workNames.map((id) => ({ id, words: workWords(id), hours: longestHours(id, now, law) })),
  }
}

type IdempotentRequest = {
  id: string
  bodyHash: string
  by: string
  byName: string
  at: Instant
  occurredAt: Instant
}

/** Only desks and supervisors of the region may. Alarms run in real time, cases by the law’s clock. */
const requestFor = (
  c: Context<ApiEnv>,
  region: string,
  kind: string,
  sent: unknown,
): IdempotentRequest => {
  const { actor, at: occurredAt } = c.var
  if (actor.kind !== 'person' || !mayTakeOut(actor, region))
    throw new DomainError('not-allowed', [
      text('由该地区的值班员或督办员办理', 'For the duty officers and supervisors of the region'),
    ])
  const id = asUuid(commandId(actor.id, `permit ${kind} ${keyOf(c) ?? randomUUID()}`))
  return {
    id,
    bodyHash: bodyHash(sent),
    by: actor.id,
    byName: actor.name,
    at: instant(Date.now()),
    occurredAt,
  }
}

type Outcome = { at: Instant; notifications: CaseCommand[] }

/** Once under its key, however often it is sent; answers when it was done, and whom to tell now. */
const once = (
  deps: Deps,
  request: IdempotentRequest,
  work: (tx: Executor) => Promise<PermitOutcome>,
): Promise<Outcome> =>
  withRequest(deps.connection.db, request.id, async (tx) => {
    const before = await changeUnder(tx, request.id)
    if (before && before.bodyHash !== request.bodyHash) throw new DomainError('key-reused')
    return before
      ? { at: instant(before.at), notifications: [] }
      : { at: request.at, notifications: notificationsOf(await work(tx)) }
  })

const take = async (
  deps: Deps,
  c: Context<ApiEnv>,
  sent: v.InferOutput<typeof permitBody>,
): Promise<PermitDone> => {
  const now = instant(Date.now())
  const [hit, known] = await withScope(deps.connection.pool, c.var.scope, async (tx) => {
    const hit = found(await readDevice(tx, now, sent.device))
    return [hit, sent.point === null || (await isPointOf(tx, hit.id, sent.point))] as const
  })
  const request = requestFor(c, hit.region, 'take-out', sent)
  const outcome = await once(deps, request, async (tx) => {
    const law = { ...(await loadBooks(tx)), region: hit.region }
    const until = instant(sent.until)
    const late = whyNotUntil(sent.work, request.at, until, law)
    if (late) throw wrong('until', late)
    if (!known) throw wrong('point', text('该设备没有这个测点', 'The device has no such point'))
    if (hit.until !== null)
      throw new DomainError('not-possible-now', [
        text('设备已不再登记在用', 'The device is no longer in use'),
      ])
    const { bodyHash: _, occurredAt: __, ...signed } = request
    return takeOut(tx, { ...sent, ...signed, until }, request)
  })
  return done(deps, request, outcome)
}

const end = async (
  deps: Deps,
  c: Context<ApiEnv>,
  permit: string,
  reason: string,
): Promise<PermitDone> => {
  const hit = await withScope(deps.connection.pool, c.var.scope, (tx) =>
    readPermit(tx, instant(Date.now()), permit),
  )
  const { region } = found(hit)
  const request = requestFor(c, region, `put-back ${permit}`, { reason })
  return done(
    deps,
    request,
    await once(deps, request, (tx) => putBack(tx, permit, { ...request, reason })),
  )
}

const found = <Hit extends DeviceHit | PermitHit>(hit: Hit | null): Hit => {
  if (!hit) throw new DomainError('not-found')
  return hit
}

const wrong = (field: string, words: Text): DomainError =>
  new DomainError('invalid-input', [words], { fields: { [field]: words } })

const overlapping = text(
  '该测点或设备已经停用，请先恢复再办',
  'It is out of service already: put it back first',
)
const refused = {
  overlaps: overlapping,
  ringing: acknowledgedFirst,
  over: text('已经恢复使用', 'It is in service again already'),
}

const notificationsOf = (outcome: PermitOutcome): CaseCommand[] => {
  if (outcome.outcome === 'not-found') throw new DomainError('not-found')
  if (outcome.outcome !== 'done')
    throw new DomainError('not-possible-now', [refused[outcome.outcome]])
  return outcome.caseCommands
}

/** Cases hear it as soon as they can: now, or from the devices process. Nobody waits for them. */
const done = (
  deps: Deps,
  { id }: IdempotentRequest,
  { at, notifications }: Outcome,
): PermitDone => {
  for (const address of notifications)
    void deps.cases
      .act(address)
      .catch((error: Error) =>
        deps.log.info(
          { caseId: address.caseId, reason: error.message },
          'the case has not taken what was permitted',
        ),
      )
  return { id, at }
}
