// How does a person warn others: seen before it is sent, once under its key, and after what has been said before?
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { WarningOrder, WarningPreview } from '../../contract/devices/warnings.ts'
import { warningBody } from '../../contract/devices/warnings.ts'
import { readAlarm } from '../../db/alarms/alarms-reads.ts'
import {
  courseAfter,
  findIssued,
  keepWarning,
  readChain,
  readIncident,
  readOffice,
  readReachedReceivers,
  readReceivers,
  withIncident,
} from '../../db/alarms/warnings.ts'
import { readCaseOutline } from '../../db/cases/related-reads.ts'
import type { Executor } from '../../db/client.ts'
import { lockRequest } from '../../db/requests.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { exerciseMark, isExercise } from '../../domain/model/exercises/exercise.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'
import { writeCap } from '../../domain/warning/cap.ts'
import { placeFault } from '../../domain/warning/drawn-area.ts'
import { eventKinds } from '../../domain/warning/event-kinds.ts'
import { mayWarn } from '../../domain/warning/policy.ts'
import { takersOf } from '../../domain/warning/receivers.ts'
import {
  type Sender,
  type WarningContent,
  warningFrom,
} from '../../domain/warning/warning-content.ts'
import { asUuid, keyOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked, invalid } from '../http/input.ts'

const described = (summary: string) => describeRoute({ tags: ['warnings'], summary })

export const createGivingRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post(
      '/preview',
      described('What would be sent, and to whom; nothing is written'),
      checked('json', warningBody),
      async (c) => c.json(await preview(deps, c, c.req.valid('json'))),
    )
    .post(
      '/',
      described('Warn, change what was said, or give the all-clear'),
      checked('json', warningBody),
      async (c) => c.json({ identifier: await give(deps, c, c.req.valid('json')) }, 201),
    )

const giverOf = ({ var: { actor } }: Context<ApiEnv>, region: string): Person => {
  if (actor.kind === 'person' && mayWarn(actor, region)) return actor
  throw new DomainError('not-allowed', [
    text('由该地区的值班员或局领导发布', 'For the duty officers and the leaders of the region'),
  ])
}

/** Of an alarm that belongs to the event of its unit, what is said is said of that. */
const ofEvent = async (deps: Deps, request: WarningOrder): Promise<WarningOrder> =>
  request.incident === null
    ? request
    : { ...request, incident: await readIncident(deps.connection.db, request.incident) }

const preview = async (
  deps: Deps,
  c: Context<ApiEnv>,
  body: WarningOrder,
): Promise<WarningPreview> => {
  giverOf(c, body.region)
  const request = await ofEvent(deps, body)
  const at = new Date()
  const cause = await causeOf(deps, c, request.incident, instant(at))
  const { content, from, earlier, to } = await prepared(
    deps.connection.db,
    request,
    cause,
    instant(at),
  )
  const course = courseAfter(earlier, request.ended)
  const warning = warningFrom(content, {
    from,
    at,
    number: 0,
    course,
    incident: request.incident ?? randomUUID(),
  })
  return {
    cap: writeCap(warning),
    headline: content.headline,
    to: to.map(({ id, name }) => ({ id, name })),
  }
}

const give = async (deps: Deps, c: Context<ApiEnv>, body: WarningOrder): Promise<string> => {
  const person = giverOf(c, body.region)
  const request = await ofEvent(deps, body)
  const { db } = deps.connection
  const [id, hash, at] = [
    asUuid(commandId(person.id, `warning ${keyOf(c) ?? randomUUID()}`)),
    bodyHash(body),
    new Date(),
  ]
  const incident = request.incident ?? id
  const cause = await causeOf(deps, c, request.incident, instant(at))
  return withIncident(db, incident, async (tx) => {
    await lockRequest(tx, id)
    const before = await findIssued(tx, id)
    if (before && before.bodyHash !== hash) throw new DomainError('key-reused')
    if (before) return before.identifier
    const { to, ...ready } = await prepared(tx, request, cause, instant(at))
    if (to.length === 0)
      throw new DomainError('not-possible-now', [
        text('没有接收单位要接收这条预警', 'No receiver takes this warning'),
      ])
    const issuer = { by: person.id, byName: person.name, request: id, bodyHash: hash }
    return keepWarning(tx, {
      ...ready,
      at,
      incident,
      ended: request.ended,
      to: to.map((one) => one.id),
      issuer,
    })
  })
}

/** An alarm, or the case of an event: what the warning is about. */
type Cause = { synthetic: boolean; raisedAt: Instant; region: string } | null
type Earlier = { identifier: string; type: string; synthetic: boolean; region: string }

/** An incident is an alarm or a case in reach, or one that a person has begun. */
const causeOf = (
  deps: Deps,
  c: Context<ApiEnv>,
  incident: string | null,
  now: Instant,
): Promise<Cause> =>
  incident === null
    ? Promise.resolve(null)
    : withScope(
        deps.connection.pool,
        c.var.scope,
        async (tx) => (await readAlarm(tx, now, incident)) ?? (await caseAsCause(tx, incident)),
      )

const caseAsCause = async (tx: Reader, id: string): Promise<Cause> => {
  const found = await readCaseOutline(tx, id)
  if (!found) return null
  const { openedAt, region } = found
  return { synthetic: isExercise(found), raisedAt: openedAt, region }
}

const prepared = async (
  tx: Pick<Executor, 'select'>,
  request: WarningOrder,
  cause: Cause,
  now: Instant,
) => {
  const from: Sender | null = await readOffice(tx)
  if (!from)
    throw new DomainError('not-possible-now', [
      text('还没有登记发布单位', 'Nobody is registered in whose name to warn'),
    ])
  const earlier = request.incident === null ? [] : await readChain(tx, request.incident)
  inOrder(request, earlier, cause)
  if (request.expires !== null && Date.parse(request.expires) <= Date.parse(now))
    throw invalid([{ path: 'expires', message: 'must lie ahead' }])
  refuseElsewhere(request)
  const reached =
    request.incident === null ? new Set<string>() : await readReachedReceivers(tx, request.incident)
  const to = takersOf(await readReceivers(tx), reached, request)
  return { content: saidBy(request, cause), from, earlier, to }
}

/** An all-clear goes where the warning went, wherever that was. */
const refuseElsewhere = ({ ended, region, around, polygon }: WarningOrder): void => {
  const words = ended ? null : placeFault({ around, polygon }, region)
  if (words) throw invalid([{ path: polygon ? 'polygon' : 'around', message: words.en, words }])
}

const inOrder = (request: WarningOrder, earlier: Earlier[], cause: Cause): void => {
  const last = earlier.at(-1)
  const region = last?.region ?? cause?.region
  if (request.incident !== null && region === undefined) throw new DomainError('not-found')
  if (region !== undefined && region !== request.region)
    throw new DomainError('invalid-input', [
      text('预警的地区不能改变', 'The region of an incident stays'),
    ])
  if ((last?.identifier ?? null) !== request.after)
    throw new DomainError('not-possible-now', [
      text('其间已发出新的预警，请先查看', 'Something has been said since: read it first'),
    ])
  if (last?.type === 'Cancel')
    throw new DomainError('not-possible-now', [
      text('该预警已经解除', 'The all-clear has been given'),
    ])
  if (request.ended && !last)
    throw new DomainError('not-possible-now', [
      text('没有可以解除的预警', 'There is nothing to end'),
    ])
  // A drill about what was sensed would stand where the real warning has to.
  if ((last ?? cause ?? { synthetic: request.exercise }).synthetic !== request.exercise)
    throw new DomainError('invalid-input', [
      text(
        '演练与真实预警不能互相转换',
        'An exercise never becomes the real thing, nor the other way round',
      ),
    ])
  const { headline, description, instruction } = request
  if (!request.exercise && [headline, description, instruction ?? ''].some(claimsExercise))
    throw new DomainError('invalid-input', [
      text(
        '文字标有【演练】的，须按演练发布',
        'What says that it is an exercise is sent as an exercise',
      ),
    ])
}

const claimsExercise = (words: string): boolean => words.includes(exerciseMark)

const saidBy = (
  { incident: _, after: __, ended: ___, ...request }: WarningOrder,
  cause: Cause,
): WarningContent => ({
  ...request,
  event: eventKinds[request.kind].words.zh,
  onset: cause?.raisedAt ? instant(cause.raisedAt) : null,
  place: null,
})
