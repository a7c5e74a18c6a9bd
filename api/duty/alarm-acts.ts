// How does a person at the desk acknowledge or shelve an alarm, also while Temporal and the devices are away?
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type { AlarmDone } from '../../contract/duty/alarms.ts'
import { acknowledgementBody, shelvingBody } from '../../contract/duty/alarms.ts'
import { reasonedAtLength } from '../../contract/parts/date-inputs.ts'
import { type AlarmHit, readAlarm } from '../../db/alarms/alarms-reads.ts'
import {
  findAcknowledgement,
  findShelving,
  keepAcknowledgement,
  keepShelving,
} from '../../db/alarms/duty.ts'
import {
  deviceCommandKeyOf,
  findDeviceCommand,
  giveDeviceCommand,
} from '../../db/devices/device-commands.ts'
import { withScope } from '../../db/scope.ts'
import { acknowledgedBody, deskCommand, shelvedBody } from '../../domain/duty/commands.ts'
import {
  alarmEnded,
  longestShelfMs,
  mayAcknowledge,
  whoseAlarm,
  whyNotShelve,
} from '../../domain/duty/policy.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'
import { asUuid, keyOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { withKeeper } from './keepers.ts'

const described = (summary: string) => describeRoute({ tags: ['alarms'], summary })

export const createAlarmActs = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post(
      '/:id/acknowledgement',
      described('Acknowledge what rings'),
      checked('json', acknowledgementBody),
      async (c) => c.json(await acknowledge(deps, c, c.req.param('id'), c.req.valid('json'))),
    )
    .post(
      '/:id/shelving',
      described('Shelve until a moment, eight hours at most'),
      checked('json', shelvingBody),
      async (c) =>
        c.json(await shelve(deps, c, c.req.param('id'), { act: 'shelve', ...c.req.valid('json') })),
    )
    .post(
      '/:id/unshelving',
      described('End the shelving'),
      checked('json', reasonedAtLength),
      async (c) =>
        c.json(
          await shelve(deps, c, c.req.param('id'), {
            act: 'unshelve',
            until: null,
            ...c.req.valid('json'),
          }),
        ),
    )
    .post(
      '/:id/ending',
      described('Declare over what stands by an uncertain time only'),
      checked('json', reasonedAtLength),
      async (c) =>
        c.json(await declareOver(deps, c, c.req.param('id'), c.req.valid('json').reason)),
    )

type NewDeviceCommand = {
  id: string
  hash: string
  person: Person
  at: Instant
  occurredAt: Instant
  hit: AlarmHit
}

/** Who asks, for which alarm, and under which key; of others’ regions there is none, and nobody but a desk may. */
const requestFor = async (
  deps: Deps,
  c: Context<ApiEnv>,
  alarm: string,
  kind: string,
  sent: unknown,
): Promise<NewDeviceCommand> => {
  const { actor, scope, at: occurredAt } = c.var
  const at = instant(Date.now())
  const hit = await withScope(deps.connection.pool, scope, async (tx) => {
    const found = await readAlarm(tx, at, alarm)
    return found && withKeeper(tx, found, occurredAt)
  })
  if (!hit) throw new DomainError('not-found')
  if (actor.kind !== 'person' || !mayAcknowledge(actor, hit))
    throw new DomainError('not-allowed', [whoseAlarm(hit)])
  const id = asUuid(commandId(actor.id, `${kind} ${alarm} ${keyOf(c) ?? randomUUID()}`))
  return { id, hash: bodyHash(sent), person: actor, at, occurredAt, hit }
}

const stillOpen = ({ hit }: NewDeviceCommand): void => {
  if (hit.closedAt !== null) throw new DomainError('not-possible-now', [alarmEnded])
}

const same = <Row extends { bodyHash: string }>(row: Row, { hash }: NewDeviceCommand): Row => {
  if (row.bodyHash !== hash) throw new DomainError('key-reused')
  return row
}

/** Names and forms stay in the row; the case reads its own command. */
const consequences = (
  deviceCommand: NewDeviceCommand,
  verb: 'acknowledge' | 'shelve' | 'unshelve',
  args: Record<string, string>,
  body: Record<string, unknown>,
) => {
  const { id, person, at, occurredAt, hit } = deviceCommand
  return {
    place: { region: hit.region, enterprise: hit.enterprise, seq: hit.seq },
    deviceCommand: {
      key: deviceCommandKeyOf(id),
      alarm: hit.id,
      verb,
      args: { ...args, side: 'city' },
      by: person.id,
      at,
    },
    command:
      hit.caseId === null
        ? null
        : deskCommand({ id, alarm: hit.id, by: person.id, type: verb, body, occurredAt }),
  }
}

type Acknowledged = v.InferOutput<typeof acknowledgementBody>

const acknowledge = async (
  deps: Deps,
  c: Context<ApiEnv>,
  alarm: string,
  { seq, measures }: Acknowledged,
): Promise<AlarmDone> => {
  const deviceCommand = await requestFor(deps, c, alarm, 'acknowledge', { seq, measures })
  const { db } = deps.connection
  const before = await findAcknowledgement(db, deviceCommand.id)
  if (before) return done(deps, deviceCommand, same(before, deviceCommand).at)
  stillOpen(deviceCommand)
  if (seq > deviceCommand.hit.seq)
    throw new DomainError('invalid-input', [text('没有这个事件', 'There is no such event')])
  const { id, hash, person, at, occurredAt } = deviceCommand
  const row = {
    id,
    alarm: deviceCommand.hit.id,
    seq,
    measures: measures || null,
    by: person.id,
    byName: person.name,
    bodyHash: hash,
    at,
    occurredAt,
  }
  const kept = await keepAcknowledgement(
    db,
    row,
    consequences(
      deviceCommand,
      'acknowledge',
      { seen: String(seq), ...(measures ? { comment: measures } : {}) },
      acknowledgedBody(seq, measures),
    ),
  )
  return done(deps, deviceCommand, same(kept, deviceCommand).at)
}

type Shelved = { act: 'shelve' | 'unshelve'; until: string | null; reason: string }

const shelve = async (
  deps: Deps,
  c: Context<ApiEnv>,
  alarm: string,
  { act, until, reason }: Shelved,
): Promise<AlarmDone> => {
  const deviceCommand = await requestFor(deps, c, alarm, act, { until, reason })
  const { db } = deps.connection
  const before = await findShelving(db, deviceCommand.id)
  if (before) return done(deps, deviceCommand, same(before, deviceCommand).at)
  stillOpen(deviceCommand)
  if (act === 'shelve') lawful(deviceCommand, until)
  else if (deviceCommand.hit.shelvedUntil === null)
    throw new DomainError('not-possible-now', [text('该报警没有搁置', 'It is not shelved')])
  const { id, hash, person, at, occurredAt } = deviceCommand
  const row = {
    id,
    alarm: deviceCommand.hit.id,
    act,
    until,
    reason,
    by: person.id,
    byName: person.name,
    bodyHash: hash,
    at,
    occurredAt,
  }
  const args = until === null ? { reason } : { until: instant(until), reason }
  const of = consequences(deviceCommand, act, args, shelvedBody({ until, reason, at, occurredAt }))
  return done(deps, deviceCommand, same(await keepShelving(db, row, of), deviceCommand).at)
}

/** The device command is the record of it; whoever holds the feed carries it out, unless the device has confirmed meanwhile that it stands. */
const declareOver = async (
  deps: Deps,
  c: Context<ApiEnv>,
  alarm: string,
  reason: string,
): Promise<AlarmDone> => {
  const deviceCommand = await requestFor(deps, c, alarm, 'declare-over', { reason })
  const { db } = deps.connection
  const { id, person, at, hit } = deviceCommand
  const key = deviceCommandKeyOf(id)
  const before = await findDeviceCommand(db, key)
  if (before && before.args.reason !== reason) throw new DomainError('key-reused')
  if (!before) {
    stillOpen(deviceCommand)
    if (!hit.active || !(hit.doubtful || hit.unwatched))
      throw new DomainError('not-possible-now', [
        text(
          '报警的时间没有疑问，设备仍在监测，由设备结束',
          'The time of the alarm is not in doubt, and its device is in use: the device ends it',
        ),
      ])
    await giveDeviceCommand(db, {
      key,
      alarm: hit.id,
      verb: 'declare-over',
      args: { reason, side: 'city' },
      by: person.id,
      at,
    })
  }
  return {
    id: hit.id,
    at: before ? instant(before.createdAt) : at,
    caseNotified: hit.caseId !== null,
  }
}

const lawful = ({ hit, at }: NewDeviceCommand, until: string | null): void => {
  const no = whyNotShelve(hit)
  if (no) throw new DomainError('not-possible-now', [no])
  const left = Date.parse(until ?? '') - Date.parse(at)
  if (left > 0 && left <= longestShelfMs) return
  const words = text('搁置须在此刻之后、八小时之内结束', 'It must end within the next eight hours')
  throw new DomainError('invalid-input', [words], { fields: { until: words } })
}

/** The case hears it as soon as it can: now, or from the dispatcher. Nobody waits for it. */
const done = (deps: Deps, { id, hit }: NewDeviceCommand, at: Instant): AlarmDone => {
  const { caseId, process } = hit
  if (caseId !== null && process !== null)
    void deps.cases
      .act({ caseId, process, commandId: id })
      .catch((error: Error) =>
        deps.log.info(
          { caseId, reason: error.message },
          'the case has not taken what the desk did',
        ),
      )
  return { id: hit.id, at, caseNotified: caseId !== null }
}
