// What becomes of the positions of a vehicle: which are believed, and what do they show?
import type { Stamp } from '../../clocks/clocks.ts'
import type { SessionOutput } from '../../frames/protocol.ts'
import { emptyOutput, joinOutputs } from '../../frames/session-output.ts'
import type { Condition, Flag, Observation, Position } from '../../port/port.ts'
import { type Context809, dayIn, knownVehicle, MINUTE } from './context.ts'
import {
  conditionsOf,
  LATE,
  type Place,
  placeOf,
  signOf,
  unbelievable,
  vehicleKey,
} from './observe.ts'
import { untaken, type VehicleMemory, vehicleIn } from './peer.ts'
import { type Fix, fixOf, type Located } from './position.ts'

export const takePositions = (context: Context809, positions: Located[]): SessionOutput => {
  const { peer, message, frame, now } = context
  const vehicle = message.body.vehicle
  if (!vehicle || vehicle.plate.trim() === '')
    return untaken(peer.key, 'no-vehicle', '没有车牌', 'no plate', frame)
  const key = vehicleKey(vehicle)
  const memory = vehicleIn(peer, key)
  peer.counted.count += positions.length
  const known = knownVehicle(context, key, memory)
  // What was kept while the link was down comes all at once, and once only.
  const kept = message.body.sub === 0x1203 || memory.bucket.take(now)
  const outputs = positions.map((sent) => takePosition(context, key, sent, known.registered, kept))
  const flood = kept
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

/** `kept` false: the vehicle sends too much; its alarm bits count, the position is not kept. */
const takePosition = (
  context: Context809,
  key: string,
  sent: Located,
  registered: boolean,
  kept: boolean,
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
  const doubtful = stamp.flags.includes('doubtful')
  const late =
    message.body.sub === 0x1203 ||
    stamp.flags.includes('late') ||
    (!doubtful && Date.parse(stamp.at) < memory.newest)
  const flags = [
    ...new Set<Flag>([...context.flags, ...stamp.flags, ...(late ? ['late' as const] : [])]),
  ]
  const observations: Observation[] = [
    ...positionOf(place, flags, registered, kept),
    ...signs(context, key, place, memory, late || doubtful),
  ]
  if (!late && registered)
    observations.push(...bitsOf(key, place.fix, memory, { at: stamp.at, flags }))
  if (!late && !doubtful) memory.newest = Date.parse(stamp.at)
  return { ...emptyOutput(), observations, faults }
}

/** Vehicles take their time from satellites. What their platform passes on just now, and says to be of now, is of now. */
const stampOf = (
  { registry: { clocks }, message, first, live }: Context809,
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
  const first = memory.alarm === null
  memory.alarm = fix.alarm
  return first
    ? all.filter(({ active, condition }) => active || !memory.warned.has(condition))
    : all
}

/** Where somebody was at a moment that cannot be is on no map. */
const isMoved = (flags: readonly Flag[]): boolean =>
  flags.includes('doubtful') && flags.includes('skew')

const positionOf = (place: Place, flags: Flag[], registered: boolean, kept: boolean): Position[] =>
  place.kind === 'position' && kept && !isMoved(flags)
    ? [{ ...place.position, flags, ...(registered ? {} : { unregistered: true as const }) }]
    : []

/** Encrypted coordinates are reported once a day; a place that does not change while the wheels turn, once after ten minutes. */
const signs = (
  { now, flags }: Context809,
  key: string,
  place: Place,
  memory: VehicleMemory,
  late: boolean,
): Observation[] => {
  if (place.kind === 'nowhere' && place.encrypted && memory.encrypted !== dayIn(now)) {
    memory.encrypted = dayIn(now)
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
