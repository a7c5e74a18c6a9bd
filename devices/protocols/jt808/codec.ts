// How is a message of a vehicle's terminal framed in JT/T 808, 2013 and 2019?
import { escaped, flaggedFramer, unescaped } from '../../frames/flagged.ts'
import type { Codec, Decoded, Fault, FieldText } from '../../frames/protocol.ts'
import { both } from '../../frames/words.ts'
import { decodeLocation, encodeLocation, type Location, momentOf } from './location.ts'
import { alarmBits, extraWords, statusBits } from './words.ts'

export type Message808 = {
  id: number
  version: '2013' | '2019'
  /** Version of the protocol that a terminal of 2019 names. */
  protocol: number | null
  /** Attributes but for the length: encryption and reserved bits. */
  attributes: number
  phone: string
  sn: number
  /** A position report (0x0200), unless the body is encrypted. */
  location: Location | null
  body: Uint8Array
}

const MARK = 0x7e
const pairs: [number, number, number][] = [
  [0x7e, 0x7d, 0x02],
  [0x7d, 0x7d, 0x01],
]
/** The body has at most 1,023 bytes, and each may be escaped. */
const MOST = 2_200
const V2019 = 0x4000
const SPLIT = 0x2000

const fault = (
  reason: string,
  at: number,
  zh: string,
  en: string,
): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { reason, at, words: both(zh, en) },
})

const decode = (frame: Uint8Array): Decoded<Message808> => {
  if (frame.length < 2 || frame[0] !== MARK || frame[frame.length - 1] !== MARK)
    return fault('not-framed', 0, '首尾应为7E', '7E expected at both ends')
  const plain = unescaped(frame.subarray(1, -1), pairs)
  if (!(plain instanceof Uint8Array))
    return fault('bad-escape', plain.badAt + 1, '转义错误', 'a lone 7D or 7E')
  if (plain.length < 13) return fault('too-short', 0, '短于消息头', 'shorter than a header')
  const sum = plain.reduce((all, byte) => all ^ byte, 0)
  if (sum !== 0)
    return fault('bad-checksum', frame.length - 2, '校验码不符', 'XOR of all bytes is not 0')
  return decodePlain(Buffer.from(plain.subarray(0, -1)))
}

const decodePlain = (plain: Buffer): Decoded<Message808> => {
  const id = plain.readUInt16BE(0)
  const parts = plain.readUInt16BE(2)
  if (parts & SPLIT)
    return fault('split', 2, '不接收分包', 'parts of a longer message are not taken')
  const is2019 = (parts & V2019) !== 0
  const header = is2019 ? 17 : 12
  if (plain.length < header) return fault('too-short', 0, '短于消息头', 'shorter than a header')
  const body = plain.subarray(header)
  if (body.length !== (parts & 0x3ff))
    return fault(
      'wrong-length',
      2,
      `消息体应为${parts & 0x3ff}字节，实为${body.length}`,
      `${parts & 0x3ff} bytes announced, ${body.length} came`,
    )
  const phoneAt = is2019 ? 5 : 4
  return {
    ok: true,
    message: {
      id,
      version: is2019 ? '2019' : '2013',
      protocol: is2019 ? plain.readUInt8(4) : null,
      attributes: parts & 0xfc00 & ~V2019,
      phone: plain.subarray(phoneAt, header - 2).toString('hex'),
      sn: plain.readUInt16BE(header - 2),
      location: id === 0x0200 && (parts & 0x1c00) === 0 ? decodeLocation(body) : null,
      body: Uint8Array.from(body),
    },
  }
}

const encode = (message: Message808): Uint8Array => {
  const body = message.location ? encodeLocation(message.location) : message.body
  const is2019 = message.version === '2019'
  const header = Buffer.alloc(is2019 ? 17 : 12)
  header.writeUInt16BE(message.id, 0)
  header.writeUInt16BE(message.attributes | body.length | (is2019 ? V2019 : 0), 2)
  if (is2019) header.writeUInt8(message.protocol ?? 1, 4)
  header.write(message.phone, is2019 ? 5 : 4, is2019 ? 10 : 6, 'hex')
  header.writeUInt16BE(message.sn, header.length - 2)
  const plain = Buffer.concat([header, body])
  const sum = plain.reduce((all, byte) => all ^ byte, 0)
  return Buffer.concat([
    Uint8Array.of(MARK),
    escaped(Buffer.concat([plain, Uint8Array.of(sum)]), pairs),
    Uint8Array.of(MARK),
  ])
}

const describe = (message: Message808): FieldText[] => [
  { name: '消息ID', value: `0x${message.id.toString(16).padStart(4, '0')}` },
  { name: '版本', value: message.version },
  { name: '终端手机号', value: message.phone },
  { name: '消息流水号', value: String(message.sn) },
  ...(message.location
    ? describeLocation(message.location)
    : [{ name: '消息体', value: Buffer.from(message.body).toString('hex') }]),
]

/** What a position report says, for people. */
export const describeLocation = (location: Location): FieldText[] => [
  { name: '报警标志', value: describeAlarms(location.alarm) },
  { name: '状态', value: describeStatus(location.status) },
  { name: '纬度', value: `${location.lat / 1e6}°` },
  { name: '经度', value: `${location.lon / 1e6}°` },
  { name: '高程', value: `${location.altitude} m` },
  { name: '速度', value: `${location.speed / 10} km/h` },
  { name: '方向', value: `${location.direction}°` },
  { name: '时间', value: momentOf(location.time) ?? `${location.time}（无此时间）` },
  ...location.extras.map(({ id, value }) => ({
    name: extraWords[id] ?? `附加信息0x${id.toString(16).padStart(2, '0')}`,
    value: Buffer.from(value).toString('hex'),
  })),
  ...(location.rest.length > 0
    ? [{ name: '多余字节', value: Buffer.from(location.rest).toString('hex') }]
    : []),
]

export const describeAlarms = (alarm: number): string =>
  alarmBits
    .filter(({ bit }) => (alarm >>> bit) & 1)
    .map(({ words }) => words.zh)
    .join('、') || '无'

export const describeStatus = (status: number): string =>
  statusBits.map(([bit, set, clear]) => ((status >>> bit) & 1 ? set : clear)).join('、')

export const jt808Codec: Codec<Message808, Record<string, never>> = {
  framer: () => flaggedFramer({ begin: MARK, end: MARK, most: MOST }),
  decode,
  encode,
  describe,
}
