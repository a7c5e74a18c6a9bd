// How is a GB/T 26875.3-2011 frame told to people?

import type { FieldText } from '../../frames/protocol.ts'
import { readField } from '../../frames/text-field.ts'
import { nameOf } from '../../frames/words.ts'
import type { Message } from './message.ts'
import { componentName, componentPoint, systemPoint } from './points.ts'
import {
  type Bit,
  componentStates,
  has,
  RESET,
  systemActs,
  systemStates,
  transmitterActs,
  transmitterStates,
} from './states.ts'
import type { Item, Unit } from './units.ts'
import { commands, measures, systemTypes, unitTypes } from './words.ts'

/** The fields of a message under the names of the standard. */
export const describe = (message: Message): FieldText[] => [
  { name: '业务流水号', value: String(message.serial) },
  { name: '协议版本号', value: message.version.join('.') },
  { name: '时间标签', value: writtenTag(message.sent) },
  { name: '源地址', value: message.source },
  { name: '目的地址', value: message.target },
  { name: '命令字节', value: `${message.command} ${nameOf(commands, message.command).zh}` },
  ...message.units.flatMap(describeUnit),
  ...(message.rest.length > 0
    ? [{ name: '未识别数据', value: Buffer.from(message.rest).toString('hex') }]
    : []),
]

const describeUnit = (unit: Unit): FieldText[] => [
  { name: '类型标志', value: `${unit.type} ${nameOf(unitTypes, unit.type).zh}` },
  { name: '信息对象数目', value: String(unit.items.length) },
  ...unit.items.flatMap((item) => describeItem(unit.type, item)),
]

const describeItem = (type: number, item: Item): FieldText[] => {
  const fields: (FieldText | undefined)[] = [
    fieldText(
      '系统',
      item.systemType,
      () => `${systemPoint(item)} ${nameOf(systemTypes, item.systemType ?? 0).zh}`,
    ),
    fieldText('部件', item.component, () => `${componentPoint(item)} ${componentName(item)}`),
    fieldText('状态', item.state, (bits) =>
      written(bits, type === 1 ? systemStates : componentStates),
    ),
    fieldText('复位', item.state, (bits) => (type === 1 && has(bits, RESET) ? '复位' : undefined)),
    fieldText(measures[item.kind ?? -1]?.zh ?? '模拟量', item.value, (value) =>
      measured(item.kind ?? -1, value),
    ),
    fieldText('状态', item.status, (bits) => written(bits, transmitterStates)),
    fieldText('操作信息', item.act, (bits) =>
      written(bits, type === 24 ? transmitterActs : systemActs),
    ),
    fieldText('操作员编号', item.operator, String),
    fieldText('软件版本', item.major, (major) => `${major}.${item.minor ?? 0}`),
    fieldText('记录数目', item.count, String),
    fieldText('说明', item.note ?? item.text, readField),
    fieldText('时间', item.time, writtenTag),
    fieldText('自定义对象', item.raw, (raw) => Buffer.from(raw).toString('hex')),
  ]
  return fields.filter((one) => one !== undefined)
}

const fieldText = <T>(
  name: string,
  value: T | undefined,
  words: (value: T) => string | undefined,
): FieldText | undefined => {
  const text = value === undefined ? undefined : words(value)
  return text === undefined ? undefined : { name, value: text }
}

const written = (bits: number, table: readonly Bit[]): string => {
  const set = table.filter(({ bit }) => has(bits, bit)).map(({ zh }) => zh)
  return `0x${bits.toString(16).padStart(4, '0')} ${set.join('、') || '无'}`
}

const measured = (kind: number, value: number): string => {
  const measure = measures[kind]
  return measure
    ? `${Number((value * measure.step).toFixed(2))} ${measure.unit}`
    : `${value}（类型${kind}）`
}

const writtenTag = (tag: Uint8Array): string => {
  const [second = 0, minute = 0, hour = 0, day = 0, month = 0, year = 0] = tag
  const two = (n: number): string => String(n).padStart(2, '0')
  return `20${two(year)}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`
}
