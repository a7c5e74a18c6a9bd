// What becomes of the data that a signed-in platform sends, on whichever link?

import type { Registry, SessionOutput } from '../../frames/protocol.ts'
import { emptyOutput, joinOutputs } from '../../frames/session-output.ts'
import type { Condition, Flag } from '../../port/port.ts'
import { answeredBy } from './commands.ts'
import {
  type Context809,
  knownVehicle,
  MINUTE,
  ofAnotherPlatform,
  vehicleAbout,
} from './context.ts'
import { subLayouts } from './layouts.ts'
import { type Message809, milliseconds } from './message.ts'
import {
  afterTheLast,
  documentOf,
  historyOf,
  LATE,
  lastedUntil,
  questionOf,
  vehicleKey,
  warnedAt,
  warningOf,
} from './observe.ts'
import { isDuplicate, type Peer, remember, untaken, vehicleIn } from './peer.ts'
import { takePositions } from './vehicle-positions.ts'

const SKEW = 10 * MINUTE
const LIVE = 2 * MINUTE

/** `first`: see `Session`. */
export const takeData = (
  peer: Peer,
  registry: Registry,
  message: Message809,
  frame: Uint8Array,
  now: Date,
  first = now,
): SessionOutput => {
  if (!peer.bucket.take(now))
    return untaken(peer.key, 'flood', '超过每秒2000条', 'more than 2,000 a second', frame)
  const { clocks } = registry
  const sent = message.time ? new Date(milliseconds(message.time)) : null
  const offset = clocks.offset(peer.key)
  const live =
    sent !== null && offset !== null && Math.abs(first.getTime() - sent.getTime() - offset) <= LIVE
  clocks.frame(peer.key, { sent, sureness: 'data' }, first)
  const stamp =
    sent &&
    clocks.judge(peer.key, { at: sent, allowsMs: SKEW, than: 'newest', held: first !== now }, first)
  if (sent && !stamp)
    return untaken(peer.key, 'time-ahead', '发送时间超前24小时以上', 'sent a day ahead', frame, 23)
  const sum = Buffer.from(frame.slice(-6)).toString('hex')
  const mark = `${message.sn}/${message.time}/${frame.length}/${sum}`
  if (isDuplicate(peer, mark, now))
    return untaken(peer.key, 'duplicate', '重复报文', 'heard before', frame)
  if (stamp?.flags.includes('late'))
    return untaken(peer.key, 'replay', '过期报文重放', 'sent long before the newest', frame, 23)
  const flags: Flag[] = stamp?.flags.includes('skew') ? ['skew'] : []
  const output = take({ peer, registry, message, frame, now, first, flags, live })
  return { ...output, forget: () => forget(peer, mark, message) }
}

/** Nobody knows which of its alarms were reported: the next position of the vehicle tells all of them. */
const forget = (peer: Peer, mark: string, { body }: Message809): void => {
  peer.seen.delete(mark)
  const vehicle = body.vehicle && peer.vehicles.get(vehicleKey(body.vehicle))
  if (!vehicle) return
  vehicle.alarm = null
  vehicle.doubted = 0
  vehicle.reported.clear()
}

const take = (context: Context809): SessionOutput => {
  const { peer, message, frame, now } = context
  const { sub, data, positions } = message.body
  if (sub === null)
    return untaken(
      peer.key,
      'unknown-message',
      '未列入的消息',
      'a message that no table describes',
      frame,
      9,
    )
  const described = sub in subLayouts || sub === 0x1202 || sub === 0x1203
  if (!described)
    return untaken(
      peer.key,
      'unknown-message',
      '未列入的消息',
      'a message that no table describes',
      frame,
      23,
    )
  if (data && (sub !== 0x120e || message.raw))
    return untaken(
      peer.key,
      'wrong-body',
      '子业务数据不符合标准',
      'the data do not fit the standard',
      frame,
      23,
    )
  if (sub === 0x9301 || sub === 0x9401) return takeQuestion(context)
  const refused = ofAnotherPlatform(context)
  if (refused) return refused
  if (sub === 0x1202 || sub === 0x1203) return takePositions(context, positions)
  if (sub === 0x1402 || sub === 0x9403) return takeWarning(context)
  const answered = answeredBy(peer, message, now)
  const document = documentOf(message, now.toISOString(), context.flags)
  return joinOutputs(answered, { ...emptyOutput(), observations: document ? [document] : [] })
}

const takeWarning = (context: Context809): SessionOutput => {
  const { peer, message, frame, now } = context
  const { values } = message.body
  const vehicle = vehicleAbout(message)
  const ofVehicle = vehicle !== null
  const device = ofVehicle ? vehicleKey(vehicle) : peer.key
  const own = warnedAt(values, now)
  const { clocks } = context.registry
  const whose = ofVehicle && clocks.offset(device) !== null ? device : peer.key
  const stamps = [own, lastedUntil(values, own)].map((at) =>
    clocks.judge(whose, { at, allowsMs: LATE, than: 'receipt' }, context.first),
  )
  const [began, lasted] = stamps
  if (!began || !lasted)
    return untaken(device, 'warning-time', '报警时间超前', 'an alarm of the future', frame)
  const known = ofVehicle
    ? knownVehicle(context, device, vehicleIn(peer, device))
    : { registered: true, output: emptyOutput() }
  const late = lasted.flags.includes('late')
  const flags = [...new Set([...context.flags, ...lasted.flags.filter((flag) => flag !== 'late')])]
  const condition = warningOf({ device, ofVehicle }, values, began.at, flags)
  if (!condition)
    return joinOutputs(
      known.output,
      untaken(device, 'unknown-warning', '未列入的报警类型', `alarm type ${values.type}`, frame),
    )
  if (ofVehicle && !late) vehicleIn(peer, device).warned.add(condition.condition)
  const observations = late ? [historyOf(condition)] : afterTheLast(condition)
  return joinOutputs(known.output, {
    ...emptyOutput(),
    observations: known.registered ? observations : [],
  })
}

const takeQuestion = ({ peer, message, now }: Context809): SessionOutput => {
  const { sub, values, vehicle } = message.body
  const supervised = sub === 0x9401
  const id = supervised ? values.id : values.infoId
  const event = `jt809/${peer.key}/${supervised ? 'supervised' : 'post-query'}/${id}/${message.sn}`
  remember(peer.questions, event, { sub: sub ?? 0, sn: message.sn, values, vehicle })
  const condition: Condition = questionOf(
    peer.key,
    supervised ? 'supervised' : 'post-query',
    event,
    values,
    now.toISOString(),
  )
  return { ...emptyOutput(), observations: [condition] }
}
