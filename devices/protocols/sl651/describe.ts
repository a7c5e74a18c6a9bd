// How is an SL 651-2014 frame told to people?
import type { FieldText } from '../../frames/protocol.ts'
import { nameOf } from '../../frames/words.ts'
import { elements, isHour, STATE, STEP } from './elements.ts'
import type { Body, Item, Message } from './message.ts'
import { readBcd, readHour, readSeries, readStep } from './numbers.ts'
import { ends, functions, stateBits, stationTypes } from './words.ts'

/** Functions that carry parameters, not elements: the same identifiers mean other things, one of them is the password. */
const parameters = [0x40, 0x41, 0x42, 0x43, 0x49]

/** The fields of a message under the names of the standard. The password is never reported. */
export const describe = (message: Message): FieldText[] => [
  { name: '上下行标识', value: message.direction === 'up' ? '上行' : '下行' },
  { name: '中心站地址', value: String(message.centre) },
  { name: '遥测站地址', value: message.station },
  { name: '密码', value: '****' },
  { name: '功能码', value: `${hex(message.func)} ${nameOf(functions, message.func).zh}` },
  ...(message.part
    ? [
        {
          name: '包总数及序列号',
          value: `${message.part.number}/${message.part.total}，${message.bytes.length}字节`,
        },
      ]
    : describeBody(message.body, message.func)),
  { name: '报文结束符', value: nameOf(ends, message.end).zh },
]

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(2, '0')
const written = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase()

const describeBody = ({ serial, sent, items }: Body, func: number): FieldText[] => [
  { name: '流水号', value: String(serial) },
  { name: '发报时间', value: time(sent) },
  ...items.map((item) => describeItem(item, func)),
]

const time = (digits: string): string =>
  digits.replace(
    /^(..)(..)(..)(..)(..)(..)?$/,
    (_, y, m, d, h, n, s) => `20${y}-${m}-${d} ${h}:${n}${s ? `:${s}` : ''}`,
  )

const describeItem = (item: Item, func: number): FieldText => {
  switch (item.kind) {
    case 'station':
      return {
        name: '遥测站',
        value: `${item.address}${item.type === null ? '' : ` ${nameOf(stationTypes, item.type).zh}`}`,
      }
    case 'observed':
      return { name: '观测时间', value: time(item.time) }
    case 'manual':
      return { name: '人工置数', value: Buffer.from(item.data).toString('latin1').trim() }
    case 'picture':
      return { name: '图片信息', value: `${item.data.length}字节` }
    case 'rest':
      return { name: '其他数据', value: written(item.data) }
    case 'series':
      return {
        name: elementName(item.id, null),
        value: readSeries(item.definition, item.data).map(value).join('、'),
      }
    case 'element':
      return parameters.includes(func)
        ? { name: `参数${hex(item.id)}`, value: item.id === 0x03 ? '****' : written(item.data) }
        : { name: elementName(item.id, item.own), value: elementValue(item) }
  }
}

const elementName = (id: number, own: number | null): string => {
  if (id === STEP) return '时间步长'
  if (id === STATE) return '遥测站状态及报警信息'
  return elements.get(id)?.zh ?? `未知要素${hex(id)}${own === null ? '' : hex(own)}`
}

const value = (number: number | null): string => (number === null ? '缺' : String(number))

const elementValue = ({ id, own, definition, data }: Item & { kind: 'element' }): string => {
  if (id === STEP) return `${value(readStep(data))}分钟`
  if (id === STATE) return stateWords(data)
  if (isHour(id))
    return readHour(data, id !== 0xf4)
      .map(value)
      .join('、')
  if (own !== null || !elements.has(id)) return written(data)
  return `${value(readBcd(data, definition & 7))}${elements.get(id)?.unit ? ` ${elements.get(id)?.unit}` : ''}`
}

const stateWords = (data: Uint8Array): string => {
  const bits = data.length === 4 ? Buffer.from(data).readUInt32BE(0) : 0
  const set = stateBits
    .filter(({ bit, setMeans }) => ((bits >>> bit) & 1) === (setMeans ? 1 : 0))
    .map(({ zh }) => zh)
  return set.join('、') || '正常'
}
