// What has a platform of cameras told: an alarm, or which cameras it has?

import { childrenOf, textIn } from '../../../domain/xml.ts'
import type { DeviceClocks } from '../../clocks/clocks.ts'
import { instantOf } from '../../frames/beijing.ts'
import { nameOf } from '../../frames/words.ts'
import { cut, replaceUnseen } from '../../port/cut.ts'
import type { Condition, Level } from '../../port/port.ts'
import type { Message } from './message.ts'
import { alarmTypes, methods } from './words.ts'

/** A time of Beijing without a zone, or with one; null: it is none. */
const momentOf = (text: string): string | null => {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,3})?(Z|[+-]\d\d:\d\d)?$/.exec(
    text,
  )
  if (!found) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map(Number)
  if (found[7]) return Number.isNaN(Date.parse(text)) ? null : new Date(text).toISOString()
  return instantOf({ year, month, day, hour, minute, second })?.toISOString() ?? null
}

/** By so much a notice may be older than the newest of its device. */
const lateMs = 600_000

const conditions: Record<string, string> = {
  '2/1': 'video-lost',
  '2/2': 'tampering',
  '5/6': 'intrusion',
  '6/': 'fault',
}

/**
 * An alarm notice as a condition of its device, at the point `method/type`; null: the body is no alarm, says neither how urgent nor when, or lies more
 * than a day ahead. The
 * event is device, serial and time, under which a notice sent again is found out. The standard tells no end: whoever has set the device back says so.
 */
export const observeAlarm = (
  message: Message,
  clocks: Pick<DeviceClocks, 'judge'>,
  received: Date,
): Condition | null => {
  const { kind, command, serial, device, root } = message
  if (kind !== 'Notify' || command !== 'Alarm') return null
  const textAt = (name: string): string => textIn(root, name) ?? ''
  const [priority, method, time] = [
    textAt('AlarmPriority'),
    textAt('AlarmMethod'),
    textAt('AlarmTime'),
  ]
  const at = momentOf(time)
  if (!/^[1-4]$/.test(priority) || !/^[1-7]$/.test(method) || at === null) return null
  const stamp = clocks.judge(
    device,
    { at: new Date(at), allowsMs: lateMs, than: 'newest' },
    received,
  )
  if (!stamp) return null
  const info = childrenOf(root).find(({ name }) => name === 'Info')
  const type = textAt('AlarmType') || ((info && textIn(info, 'AlarmType')) ?? '')
  const table = alarmTypes[Number(method)]
  const known =
    table && /^\d{1,3}$/.test(type)
      ? nameOf(table, Number(type)).zh
      : nameOf(methods, Number(method)).zh
  const description = replaceUnseen(textAt('AlarmDescription'))
  return {
    kind: 'condition',
    device,
    point: type === '' ? method : `${method}/${type}`,
    condition: conditions[`${method}/${type}`] ?? conditions[`${method}/`] ?? 'video-alarm',
    active: true,
    level: Number(priority) as Level,
    severity: Number(priority),
    limit: null,
    value: null,
    text: cut([known, description].filter((part) => part !== '').join('：')),
    at: stamp.at,
    event: `${device}/${serial}/${time}`,
    flags: stamp.flags,
  }
}

export type CatalogueItem = {
  id: string
  name: string
  online: boolean
  lon: number | null
  lat: number | null
  parent: string
}

/** Where China lies, with room; what is outside of it is no place of a camera. */
const within = (lon: number, lat: number): boolean =>
  lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54

/** The cameras and groups that a catalogue names; items without a number of 20 digits are left out. */
export const observeCatalogue = ({ kind, command, root }: Message): CatalogueItem[] => {
  const list =
    kind === 'Response' && command === 'Catalog'
      ? childrenOf(root).find(({ name }) => name === 'DeviceList')
      : undefined
  const items = list ? childrenOf(list).filter(({ name }) => name === 'Item') : []
  return items.flatMap((item) => {
    const textAt = (name: string): string => textIn(item, name) ?? ''
    const [lon, lat] = [Number(textAt('Longitude') || 'x'), Number(textAt('Latitude') || 'x')]
    if (!/^\d{20}$/.test(textAt('DeviceID'))) return []
    const place = within(lon, lat) ? { lon, lat } : { lon: null, lat: null }
    const name = replaceUnseen(textAt('Name')).slice(0, 128)
    return [
      {
        id: textAt('DeviceID'),
        name,
        online: textAt('Status') === 'ON',
        parent: textAt('ParentID'),
        ...place,
      },
    ]
  })
}
