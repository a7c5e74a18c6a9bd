// What does a message of JT/T 809 say, line by line, for people?

import type { FieldText } from '../../frames/protocol.ts'
import { describeAlarms, describeLocation, describeStatus } from '../jt808/codec.ts'
import type { Values } from './fields.ts'
import { linkLayouts, subLayouts } from './layouts.ts'
import { type Message809, milliseconds } from './message.ts'
import { fixOf, type Located } from './position.ts'
import {
  colourWords,
  messageWords,
  outcomeWords,
  signInWords,
  warnSources,
  warnTypes,
} from './words.ts'

const hex = (value: number): string => `0x${value.toString(16).toUpperCase().padStart(4, '0')}`
const named = (type: number): string => `${hex(type)} ${messageWords[type]?.zh ?? '未列入的消息'}`

export const describe = (message: Message809): FieldText[] => [
  { name: 'MSG_ID 业务类型', value: named(message.type) },
  { name: 'MSG_SN 报文序列号', value: String(message.sn) },
  { name: 'MSG_GNSSCENTERID 接入码', value: String(message.centre) },
  { name: 'VERSION_FLAG 版本', value: message.version.join('.') },
  { name: 'ENCRYPT_FLAG 加密', value: message.encrypted ? `是，密钥 ${message.key}` : '否' },
  ...(message.time === null ? [] : [{ name: 'TIME 发送时间', value: clock(message.time) }]),
  ...describeBody(message),
]

const describeBody = ({ type, body }: Message809): FieldText[] => {
  const { vehicle, sub, positions, data } = body
  return [
    ...(vehicle
      ? [
          {
            name: 'VEHICLE_NO 车牌',
            value: `${vehicle.plate} ${colourWords[vehicle.colour]?.zh ?? vehicle.colour}`,
          },
        ]
      : []),
    ...(sub === null ? [] : [{ name: 'DATA_TYPE 子业务类型', value: named(sub) }]),
    ...describeValues(sub ?? type, body.values),
    ...positions.flatMap(describePosition),
    ...(data ? [{ name: 'DATA 数据', value: Buffer.from(data).toString('hex') }] : []),
  ]
}

const describeValues = (id: number, values: Values): FieldText[] => {
  const names = Object.keys(values)
  const layout = (subLayouts[id] ?? linkLayouts[id])?.find(
    (fields) => fields.length === names.length && fields.every(({ name }) => name in values),
  )
  return (layout ?? []).map(({ name, words }) => ({
    name: words,
    value: inWords(id, name, values[name] ?? ''),
  }))
}

/** A password is never shown. */
const inWords = (id: number, name: string, value: Values[string]): string => {
  if (name === 'password') return '******'
  if (Array.isArray(value)) return value.map(clock).join('、')
  if (typeof value === 'string') return value
  if (['time', 'begin', 'end', 'until', 'validUntil'].includes(name)) return clock(value)
  const words: Record<string, string | undefined> = {
    type: warnTypes.find(({ type }) => type === value)?.words.zh,
    source: warnSources[value]?.zh,
    colour: colourWords[value]?.zh,
    result:
      id === 0x1002 ? signInWords[value]?.zh : id === 0x1401 ? outcomeWords[value]?.zh : undefined,
  }
  return words[name] ? `${value} ${words[name]}` : String(value)
}

const clock = (time: number): string => {
  const at = new Date(milliseconds(time))
  return Number.isNaN(at.getTime()) ? String(time) : at.toISOString()
}

const describePosition = (located: Located): FieldText[] => {
  const encrypted = { name: 'ENCRYPT 坐标加密', value: located.encrypted ? '是' : '否' }
  if (located.form === '2019') return [encrypted, ...describeLocation(located.location)]
  const fix = fixOf(located)
  return [
    encrypted,
    { name: 'DATE/TIME 时间', value: fix.at ?? '无此时间' },
    { name: 'LON 经度', value: `${fix.lon}°` },
    { name: 'LAT 纬度', value: `${fix.lat}°` },
    {
      name: 'VEC1 速度',
      value: fix.speedKmh === null ? '不可信 not believable' : `${fix.speedKmh} km/h`,
    },
    { name: 'VEC2 行驶记录速度', value: `${located.plain.recorder} km/h` },
    { name: 'VEC3 总里程', value: `${located.plain.odometer} km` },
    { name: 'DIRECTION 方向', value: `${fix.direction}°` },
    { name: 'ALTITUDE 海拔', value: `${fix.altitude} m` },
    { name: 'STATE 车辆状态', value: describeStatus(fix.status) },
    { name: 'ALARM 报警状态', value: describeAlarms(fix.alarm) },
  ]
}
