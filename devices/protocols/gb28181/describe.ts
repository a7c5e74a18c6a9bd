// How is a MANSCDP body told to people?

import { childrenOf, type Element, textOf } from '../../../domain/xml.ts'
import { look } from '../../frames/look.ts'
import type { FieldText } from '../../frames/protocol.ts'
import { nameOf, type Text } from '../../frames/words.ts'
import { replaceUnseen } from '../../port/cut.ts'
import type { Message } from './message.ts'
import { describePointId, readPointId } from './point-id.ts'
import { alarmTypes, methods, priorities } from './words.ts'

const names: Record<string, string> = {
  CmdType: '命令类型 command',
  SN: '命令序列号 serial',
  DeviceID: '设备编码 device',
  AlarmPriority: '报警级别 priority',
  AlarmMethod: '报警方式 method',
  AlarmTime: '报警时间 time',
  AlarmDescription: '报警内容 description',
  AlarmType: '报警类型 type',
  Longitude: '经度 longitude',
  Latitude: '纬度 latitude',
  Name: '名称 name',
  Status: '状态 status',
  Result: '执行结果 result',
}

const mostValue = 512

/** Every field by its name in the standard; codes with their meaning. */
export const describe = ({ kind, declared, root }: Message): FieldText[] => [
  { name: '根元素 body', value: `${kind} ${declared}` },
  ...fieldsOf(root, '', Number(codeIn(root, 'AlarmMethod'))),
]

const codeIn = (of: Element, name: string): string => {
  const found = childrenOf(of).find((one) => one.name === name)
  return found ? textOf(found).trim() : ''
}

const fieldsOf = (parent: Element, before: string, method: number): FieldText[] =>
  childrenOf(parent).flatMap((one) => {
    const name = `${before}${one.name}${look(names, one.name) ? ` ${look(names, one.name)}` : ''}`
    const value = replaceUnseen(textOf(one), ' ').trim().slice(0, mostValue)
    const inner = fieldsOf(one, `${before}${one.name}/`, method)
    return inner.length > 0 ? inner : [{ name, value: meaning(one.name, value, method) }]
  })

const meaning = (name: string, value: string, method: number): string => {
  if (name === 'DeviceID' || name === 'ParentID') {
    const id = readPointId(value)
    return id ? `${value} ${written(describePointId(id))}` : value
  }
  const table = { AlarmPriority: priorities, AlarmMethod: methods, AlarmType: alarmTypes[method] }[
    name
  ]
  return table && /^\d{1,3}$/.test(value)
    ? `${value} ${written(nameOf(table, Number(value)))}`
    : value
}

const written = ({ zh, en }: Text): string => `${zh} ${en}`
