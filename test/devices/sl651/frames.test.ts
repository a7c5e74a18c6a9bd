// Are the published frames of SL 651-2014 read, told and written back as they are, however the stream is cut?
import { expect, test } from 'vitest'
import { sl651 } from '../../../devices/protocols/sl651/codec.ts'
import { readBcd, readHour, readStep, writeBcd } from '../../../devices/protocols/sl651/numbers.ts'
import { bytes, framesOf, glued, hex, published, reasonsOf, ways } from '../streams.ts'
import { frame, level, NOON, packet, place } from './centre.ts'

const all = published('sl651/published.txt')
const good = all.filter(({ verdict }) => verdict === 'crc-ok')
const bad = all.filter(({ verdict }) => verdict.startsWith('CRC-BAD'))
const [first] = good.map((one) => one.frame)
if (!first) throw new Error('no published frame')

const fieldsOf = (from: Uint8Array): Record<string, string> => {
  const decoded = sl651.decode(from, {})
  if (!decoded.ok) throw new Error(decoded.fault.words)
  return Object.fromEntries(sl651.describe(decoded.message).map(({ name, value }) => [name, value]))
}
const faultOf = (from: Uint8Array) => {
  const decoded = sl651.decode(from, {})
  return decoded.ok ? null : decoded.fault
}

test('there are eleven good ones and five bad', () => {
  expect([good.length, bad.length]).toEqual([11, 5])
})

test.each(good)('func $note: written back byte for byte', (one) => {
  const decoded = sl651.decode(one.frame, {})
  expect(decoded.ok && hex(sl651.encode(decoded.message, {}))).toBe(hex(one.frame))
})

test.each(bad)('$note: $verdict', ({ frame: wrong, verdict, note }) => {
  const length = Number(/len=(\d+)/.exec(note)?.[1]) + 17
  // Three of them were published without the two bytes of their sum.
  if (wrong.length < length) expect(faultOf(wrong)).toMatchObject({ reason: 'length' })
  else
    expect(faultOf(wrong)).toMatchObject({
      reason: 'crc',
      at: length - 2,
      words: expect.stringContaining(`应为${verdict.slice(-4)}`),
    })
})

test('the level of the dam: 39 23 00998099 is 998.099 m', () => {
  expect(fieldsOf(first)).toMatchObject({
    功能码: '37 查询遥测站实时数据',
    密码: '****',
    遥测站: '0040803540 降水',
    观测时间: '2017-02-06 16:36',
    当前降水量: '0 mm',
    降水量累计值: '1314.3 mm',
    '瞬时河道水位、潮位': '998.099 m',
    电源电压: '11.82 V',
  })
})

test.each([
  ['39', { 人工置数: 'Q 1.234' }],
  ['3A', { '1小时内每5分钟时段雨量': '0.5、0、0、0、2、缺、缺、缺、缺、缺、0、0' }],
  ['45', { 其他数据: '11444154413836 2D53572D56312E32284829'.replace(' ', '') }],
  ['46', { 遥测站状态及报警信息: '终端箱门开启' }],
  ['49', { 密码: '****', 参数03: '****' }],
])('function %s is told in its own way', (func, words) => {
  const one = good.find(({ note }) => note.startsWith(`func=${func}`))
  expect(fieldsOf(one!.frame)).toMatchObject(words)
})

test.each(Object.entries(ways))('good ones between bad ones are all found, %s', (_way, feed) => {
  for (const { frame: wrong } of bad) {
    const results = feed(
      sl651.framer({}),
      glued(first, wrong, first, bytes('0D0AFE'), first, first.subarray(0, 30), first, first),
    )
    expect(framesOf(results)).toEqual(Array(5).fill(hex(first)))
    expect(reasonsOf(results)).toContain('noise')
    expect(reasonsOf(results)).toHaveLength(3)
  }
})

test.each([
  ['shorter', 0x2a],
  ['longer', 0x40],
])('a length that is %s than the body is told once, the neighbours are kept', (_name, length) => {
  const wrong = first.slice()
  wrong[12] = length
  for (const feed of Object.values(ways)) {
    const results = feed(sl651.framer({}), glued(first, wrong, first))
    expect(framesOf(results)).toEqual([hex(first), hex(first)])
    expect(reasonsOf(results)).toHaveLength(1)
  }
})

test('a direction or a beginning that is none is refused at once, not waited for', () => {
  const [direction, start] = [first.slice(), first.slice()]
  direction[11] = 0x40
  start[13] = 0x05
  for (const feed of Object.values(ways)) {
    expect(reasonsOf(feed(sl651.framer({}), glued(first, direction, first)))).toEqual(['direction'])
    expect(reasonsOf(feed(sl651.framer({}), glued(first, start, first)))).toEqual(['start'])
  }
})

test('oversize: no length beyond 4095 can be said, and no more than one such frame is held', () => {
  const framer = sl651.framer({})
  const endless = first.slice(0, 14)
  endless.set([0x0f, 0xff], 11)
  framer.push(glued(endless, new Uint8Array(3000)))
  expect(framer.held()).toBe(3014)
  framer.push(new Uint8Array(20_000))
  expect(framer.held()).toBe(0)
  expect(framesOf(framer.push(first))).toEqual([hex(first)])
})

test('half a frame waits, and is given up when the connection is silent', () => {
  const framer = sl651.framer({})
  expect(framer.push(first.subarray(0, 30))).toEqual([])
  expect(reasonsOf(framer.giveUp())).toEqual(['truncated'])
  expect(framesOf(framer.push(first))).toEqual([hex(first)])
})

test('a body without serial and time, a packet of none: refused', () => {
  const decoded = sl651.decode(packet(0x36, { total: 3, number: 1 }, bytes('0102')), {})
  expect(decoded).toMatchObject({ ok: true, message: { part: { total: 3, number: 1 } } })
  expect(faultOf(packet(0x36, { total: 1, number: 2 }, bytes('0102')))?.reason).toBe('part')
  const short = packet(0x32, { total: 1, number: 1 }, new Uint8Array(0))
  expect(sl651.decode(short, {}).ok).toBe(true)
})

test('packets count to 4095', () => {
  const part = { total: 4095, number: 2730 }
  expect(sl651.decode(packet(0x36, part, bytes('FF')), {})).toMatchObject({
    ok: true,
    message: { part },
  })
})

test('an unknown element, one of the user’s own and a cut one are kept as they are', () => {
  const items = [
    ...place(),
    { ...level(1), id: 0x9a },
    { ...level(1), id: 0xff, own: 0x11 },
    level(118.2),
  ]
  const sent = frame(0x32, items as Parameters<typeof frame>[1])
  const decoded = sl651.decode(sent, {})
  expect(decoded.ok && decoded.message.part === null && decoded.message.body.items).toMatchObject([
    { kind: 'station' },
    { kind: 'observed' },
    { id: 0x9a },
    { id: 0xff, own: 0x11 },
    { id: 0x39 },
  ])
  expect(decoded.ok && hex(sl651.encode(decoded.message, {}))).toBe(hex(sent))
  const cut = frame(0x32, [...place(), { kind: 'rest', data: bytes('3923001182') }])
  const read = sl651.decode(cut, {})
  expect(read.ok && read.message.part === null && read.message.body.items.at(-1)).toMatchObject({
    kind: 'rest',
  })
  expect(fieldsOf(frame(0x32, [...place(NOON), level(1)]))).toMatchObject({
    观测时间: '2026-11-26 12:00',
  })
})

test.each([
  ['00998099', 3, 998.099],
  ['FF0052', 1, -5.2],
  ['FF123456', 2, -1234.56],
  ['FFFFFFFF', 3, null],
  ['00AA1200', 1, null],
  ['', 0, null],
])('BCD %s with %d decimals is %s', (digits, decimals, value) => {
  expect(readBcd(bytes(digits), decimals)).toBe(value)
  if (value !== null) expect(hex(writeBcd(value, digits.length / 2, decimals))).toBe(digits)
})

test('what does not fit is written as missing; hours and steps are read', () => {
  expect(hex(writeBcd(123_456, 2, 0))).toBe('FFFF')
  expect(readHour(bytes('00 0A FE FF'), false)).toEqual([0, 1, 25.4, null])
  expect(readHour(bytes('0715 FFFF'), true)).toEqual([18.13, null])
  expect([readStep(bytes('010000')), readStep(bytes('000130')), readStep(bytes('00000A'))]).toEqual(
    [1440, 90, null],
  )
})
