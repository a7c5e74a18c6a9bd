// What becomes of the data that a signed-in platform sends, on whichever link?
import type { Stamp } from '../../clocks/clocks.ts'
import type { Registry, SessionOutput } from '../../frames/protocol.ts'
import type { Condition, Flag, Observation, Position } from '../../port/port.ts'
import { answeredBy } from './commands.ts'
import { subLayouts } from './layouts.ts'
import { type Message809, milliseconds } from './message.ts'
import {
  conditionsOf,
  documentOf,
  historyOf,
  LATE,
  lastedUntil,
  type Place,
  placeOf,
  questionOf,
  signOf,
  unbelievable,
  vehicleKey,
  warnedAt,
  warningOf,
} from './observe.ts'
import {
  emptyOutput,
  isDuplicate,
  joinOutputs,
  type Peer,
  remember,
  untaken,
  type VehicleMemory,
  vehicleIn,
} from './peer.ts'
import { type Fix, fixOf, type Located } from './position.ts'

const MINUTE = 60_000
const SKEW = 10 * MINUTE
const LIVE = 2 * MINUTE

/** `first`: when the frame was received first, if it could not be stored then. `live`: the platform has sent it just now, by a clock that is known. */
type Context = {
  peer: Peer
  registry: Registry
  message: Message809
  frame: Uint8Array
  now: Date
  first: Date
  flags: Flag[]
  live: boolean
}

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

const take = (context: Context): SessionOutput => {
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
  if (sub === 0x1202 || sub === 0x1203) return takePositions(context, positions)
  if (sub === 0x1402 || sub === 0x9403) return takeWarning(context)
  if (sub === 0x9301 || sub === 0x9401) return takeQuestion(context)
  const answered = answeredBy(peer, message, now)
  const document = documentOf(message, now.toISOString(), context.flags)
  return joinOutputs(answered, { ...emptyOutput(), observations: document ? [document] : [] })
}

const takePositions = (context: Context, positions: Located[]): SessionOutput => {
  const { peer, message, frame, now } = context
  const vehicle = message.body.vehicle
  if (!vehicle || vehicle.plate.trim() === '')
    return untaken(peer.key, 'no-vehicle', '没有车牌', 'no plate', frame)
  const key = vehicleKey(vehicle)
  const memory = vehicleIn(peer, key)
  peer.counted.count += positions.length
  const known = knownVehicle(context, key, memory)
  // What was kept while the link was down comes all at once, and once only.
  const stored = message.body.sub === 0x1203 || memory.bucket.take(now)
  const outputs = positions.map((sent) =>
    takePosition(context, key, sent, known.registered, stored),
  )
  const flood = stored
    ? emptyOutput()
    : untaken(
        key,
        'vehicle-flood',
        '同一车辆超过每秒2条',
        'more than two a second of one vehicle',
        frame,
      )
  return joinOutputs(known.output, flood, ...outputs)
}

/** Reported once a day; without a registration a vehicle is listed for somebody to enrol, but raises no alarm. */
const knownVehicle = (
  { registry, frame, now }: Context,
  key: string,
  memory: VehicleMemory,
): { registered: boolean; output: SessionOutput } => {
  if (registry.device(key)) return { registered: true, output: emptyOutput() }
  if (memory.unknown === day(now)) return { registered: false, output: emptyOutput() }
  memory.unknown = day(now)
  return {
    registered: false,
    output: untaken(
      key,
      'unknown-vehicle',
      '未登记的车辆',
      'a vehicle that is not registered',
      frame,
    ),
  }
}

const day = (now: Date): string =>
  new Date(now.getTime() + 8 * 60 * MINUTE).toISOString().slice(0, 10)

/** `kept` false: the vehicle sends too much; its alarm bits count, the position is not kept. */
const takePosition = (
  context: Context,
  key: string,
  sent: Located,
  registered: boolean,
  stored: boolean,
): SessionOutput => {
  const { peer, message, frame } = context
  const stamp = stampOf(context, key, fixOf(sent).at)
  const refused = (refusal: ReturnType<typeof unbelievable>) => [
    { ...refusal, at: 0, device: key, bytes: frame, mild: true as const },
  ]
  if (!stamp) return { ...emptyOutput(), faults: refused(unbelievable()) }
  const place = placeOf(key, sent, stamp.at, peer.gcj02)
  const nowhen = isMoved(stamp.flags) ? unbelievable() : null
  const faults = [place.refusal ?? nowhen].flatMap((one) => (one ? refused(one) : []))
  if (place.kind === 'refused') return { ...emptyOutput(), faults }
  const memory = vehicleIn(peer, key)
  const isUncertain = stamp.flags.includes('doubtful')
  const late =
    message.body.sub === 0x1203 ||
    stamp.flags.includes('late') ||
    (!isUncertain && Date.parse(stamp.at) < memory.newest)
  const flags = [
    ...new Set<Flag>([...context.flags, ...stamp.flags, ...(late ? ['late' as const] : [])]),
  ]
  const observations: Observation[] = [
    ...positionOf(place, flags, registered, stored),
    ...signs(context, key, place, memory, late || isUncertain),
  ]
  if (!late && registered)
    observations.push(...bitsOf(key, place.fix, memory, { at: stamp.at, flags }))
  if (!late && !isUncertain) memory.newest = Date.parse(stamp.at)
  return { ...emptyOutput(), observations, faults }
}

/** Vehicles take their time from satellites. What their platform passes on just now, and says to be of now, is of now. */
const stampOf = (
  { registry: { clocks }, message, first, live }: Context,
  vehicle: string,
  own: string | null,
): Stamp | null => {
  const at = own === null ? null : new Date(own)
  clocks.frame(
    vehicle,
    { sent: at, sureness: message.body.sub === 0x1203 ? 'again' : 'data', prior: live ? 0 : null },
    first,
  )
  return clocks.judge(vehicle, { at, allowsMs: LATE, than: 'receipt' }, first)
}

/** Of a moment that nobody knows only what stands is reported; the next position of now tells all that changed since the last one of now. */
const bitsOf = (key: string, fix: Fix, memory: VehicleMemory, stamp: Stamp): Condition[] => {
  if (stamp.flags.includes('doubtful')) {
    const all = conditionsOf(key, fix, memory.doubted, memory.reported, stamp)
    const stands = all.filter(({ active }) => active)
    memory.doubted = fix.alarm
    // Whether it does is told by the next position of now, whatever stood before.
    if (stands.length > 0) memory.alarm = null
    return stands
  }
  const all = conditionsOf(key, fix, memory.alarm, memory.reported, stamp)
  memory.alarm = fix.alarm
  return all
}

/** Where somebody was at a moment that cannot be is on no map. */
const isMoved = (flags: readonly Flag[]): boolean =>
  flags.includes('doubtful') && flags.includes('skew')

const positionOf = (
  place: Place,
  flags: Flag[],
  registered: boolean,
  stored: boolean,
): Position[] =>
  place.kind === 'position' && stored && !isMoved(flags)
    ? [{ ...place.position, flags, ...(registered ? {} : { unregistered: true as const }) }]
    : []

/** Encrypted coordinates are reported once a day; a place that does not change while the wheels turn, once after ten minutes. */
const signs = (
  { now, flags }: Context,
  key: string,
  place: Place,
  memory: VehicleMemory,
  late: boolean,
): Observation[] => {
  if (place.kind === 'nowhere' && place.encrypted && memory.encrypted !== day(now)) {
    memory.encrypted = day(now)
    return [
      signOf(
        key,
        'coordinates-encrypted',
        '坐标已加密，不作定位',
        'coordinates are encrypted and not used',
        now.toISOString(),
        flags,
      ),
    ]
  }
  if (place.kind !== 'position' || late) return []
  const { lon, lat } = place.position
  const at = Date.parse(place.position.at)
  if (memory.place !== `${lon},${lat}` || (place.fix.speedKmh ?? 0) <= 5)
    Object.assign(memory, { place: `${lon},${lat}`, since: at, stuck: false })
  if (memory.stuck || at - memory.since < 10 * MINUTE) return []
  memory.stuck = true
  return [
    signOf(
      key,
      'position-frozen',
      '有车速而位置十分钟不变',
      'the place does not change while the wheels turn',
      place.position.at,
      flags,
    ),
  ]
}

const takeWarning = (context: Context): SessionOutput => {
  const { peer, message, frame, now } = context
  const { values } = message.body
  const vehicle =
    'plate' in values
      ? { plate: String(values.plate), colour: Number(values.colour) }
      : message.body.vehicle
  const ofVehicle = vehicle !== null && vehicle.plate.trim() !== ''
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
  const condition = warningOf(device, values, began.at, flags)
  if (!condition)
    return joinOutputs(
      known.output,
      untaken(device, 'unknown-warning', '未列入的报警类型', `alarm type ${values.type}`, frame),
    )
  return joinOutputs(known.output, {
    ...emptyOutput(),
    observations: known.registered ? [late ? historyOf(condition) : condition] : [],
  })
}

const takeQuestion = ({ peer, message, now }: Context): SessionOutput => {
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
