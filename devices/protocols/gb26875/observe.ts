// What has happened, when a message of GB/T 26875.3-2011 says this?

import { writtenTime } from '../../frames/beijing.ts'
import { remember } from '../../frames/recall.ts'
import { readField } from '../../frames/text-field.ts'
import { nameOf } from '../../frames/words.ts'
import type { Condition, Observation } from '../../port/port.ts'
import { acted } from './acts.ts'
import { conditionsOf, isPresent, splitFire } from './conditions.ts'
import { type Message, tagged } from './message.ts'
import { type Context, type Moment, momentOf } from './moments.ts'
import { componentName, componentPoint, systemPoint, TRANSMITTER } from './points.ts'
import { measured } from './readings.ts'
import { componentStates, has, RESET, systemStates, transmitterStates } from './states.ts'
import type { Item } from './units.ts'
import { gasDetectors, systemTypes } from './words.ts'

/** The observations of a message in its order. Levels: fire and gas 1, faults 3; measures with their unit. */
export const observe = (message: Message, context: Context): Observation[] =>
  message.units.flatMap(({ type, items }, unit) =>
    items.flatMap((item, n) => {
      const moment = momentOf(context, message, item, `${context.message}#${unit}.${n}`)
      return moment ? observeItem(type, item, moment, context) : []
    }),
  )

const observeItem = (type: number, item: Item, moment: Moment, context: Context): Observation[] => {
  switch (type) {
    case 1:
      return systemState(item, moment, context)
    case 2:
      return componentState(item, moment, context)
    case 3:
      return measured(item, moment, context)
    case 21:
      return conditionsOf(
        transmitterStates,
        item.status ?? 0,
        { point: TRANSMITTER, name: '用户信息传输装置', shields: false },
        moment,
        context,
      )
    case 4:
    case 24:
      return acted(type, item, moment, context)
    default:
      return described(type, item, moment, context)
  }
}

const systemState = (item: Item, moment: Moment, context: Context): Observation[] => {
  const point = systemPoint(item)
  const place = {
    point,
    name: `${nameOf(systemTypes, item.systemType ?? 0).zh}（${item.systemAddress ?? 0}号）`,
    shields: true,
  }
  const bits = item.state ?? 0
  return [
    ...(has(bits, RESET) ? reset(point, place.name, moment, context) : []),
    ...conditionsOf(systemStates, bits, place, moment, context),
  ]
}

const componentState = (item: Item, moment: Moment, context: Context): Observation[] => {
  const point = componentPoint(item)
  const note = readField(item.note ?? new Uint8Array(0))
  const gas = gasDetectors.includes(item.componentType ?? 0)
  const place = {
    point,
    name: `${componentName(item)}${note ? ` ${note}` : ` ${point}`}`,
    shields: true,
    gas,
  }
  return conditionsOf(componentStates, item.state ?? 0, place, moment, context)
}

// The panel has forgotten its alarms: those that we know one by one, and whatever else is stored below the system.
const reset = (
  system: string,
  name: string,
  moment: Moment,
  { device, memory }: Context,
): Observation[] => {
  if (!isPresent(moment.flags)) return []
  const known =
    memory.ended.get(moment.event) ??
    [...memory.fires].filter((fire) => fire.startsWith(`${system}/`))
  remember(memory.ended, moment.event, known, 64)
  for (const fire of known) memory.fires.delete(fire)
  const end = (point: string, condition: string): Condition => ({
    kind: 'condition',
    device,
    point,
    condition,
    active: false,
    level: 1,
    severity: null,
    limit: null,
    value: null,
    text: `${name} 复位`,
    at: moment.at,
    event: `${moment.event}/reset/${point}/${condition}`,
    flags: moment.flags,
  })
  return [
    ...known.map((fire) => end(...splitFire(fire))),
    ...['fire', 'gas'].map(
      (condition): Condition => ({ ...end(system, condition), covers: 'below' }),
    ),
  ]
}

const described = (
  type: number,
  item: Item,
  { at, flags }: Moment,
  { device }: Context,
): Observation[] => {
  const text = readField(item.note ?? item.text ?? new Uint8Array(0))
  const point = item.component === undefined ? systemPoint(item) : componentPoint(item)
  const sign = (name: string, words: string): Observation[] => [
    { kind: 'sign', device, sign: name, text: words, at, flags },
  ]
  const paper = (document: string, key: string, body: Record<string, unknown>): Observation[] => [
    { kind: 'document', device, document, key, at, body, flags },
  ]
  const system = nameOf(systemTypes, item.systemType ?? 0).zh
  if (type === 5) return sign('system-version', `${system} ${version(item)}`)
  if (type === 6) return paper('system-configuration', point, { system, text })
  if (type === 7)
    return paper('component-configuration', point, { component: componentName(item), text })
  if (type === 8) return sign('system-clock', `${system} ${clock(item)}`)
  if (type === 25) return sign('transmitter-version', version(item))
  if (type === 26) return paper('transmitter-configuration', TRANSMITTER, { text })
  if (type === 28) return sign('transmitter-clock', clock(item))
  return []
}

const version = ({ major = 0, minor = 0 }: Item): string => `${major}.${minor}`

const clock = ({ time }: Item): string => {
  const instant = time && tagged(time)
  return instant ? writtenTime(instant) : '时钟无效'
}
