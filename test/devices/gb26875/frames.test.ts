// Are the published frames of GB/T 26875.3-2011 read, told and written back as they are, however the stream is cut?
import { expect, test } from 'vitest'
import { gb26875 } from '../../../devices/protocols/gb26875/codec.ts'
import type { Message } from '../../../devices/protocols/gb26875/message.ts'
import { byteByByte, bytes, framesOf, glued, hex, published, reasonsOf, ways } from '../streams.ts'

const all = published('gb26875/published.txt')
const good = all.filter(({ verdict }) => verdict.startsWith('sum-ok'))
const badSum = all.find(({ verdict }) => verdict.startsWith('SUM-BAD'))!.frame
const [first] = good.map(({ frame }) => frame)
if (!first) throw new Error('no published frame')

const read = (frame: Uint8Array): Message => {
  const decoded = gb26875.decode(frame, {})
  if (!decoded.ok) throw new Error(decoded.fault.words)
  return decoded.message
}
const faultOf = (frame: Uint8Array) => {
  const decoded = gb26875.decode(frame, {})
  return decoded.ok ? null : decoded.fault
}
const framer = () => gb26875.framer({})

test('there are fifteen good ones and one bad', () => {
  expect([good.length, all.length]).toEqual([15, 16])
})

test.each(good)('$note: written back byte for byte', ({ frame }) => {
  expect(hex(gb26875.encode(read(frame), {}))).toBe(hex(frame))
})

test('the bad sum is reported with what it should be and where it stands', () => {
  expect(faultOf(badSum)).toMatchObject({
    reason: 'sum',
    at: 75,
    words: expect.stringContaining('应为53'),
  })
})

test('the published component is described in the words of the standard', () => {
  const fields = Object.fromEntries(
    gb26875.describe(read(first)).map(({ name, value }) => [name, value]),
  )
  expect(fields).toMatchObject({
    业务流水号: '0',
    源地址: '000000000000',
    目的地址: '010203040506',
    命令字节: '2 发送数据',
    类型标志: '2 建筑消防设施部件运行状态',
    系统: '1-3 火灾报警系统',
    部件: '1-3/217-6 通用',
    状态: '0x0002 火警',
    说明: 'Ａ区１层呷哺走廊',
    时间: '2020-08-01 19:18:48',
  })
})

test('the published data units: system state, and 80.0 ℃ of a smoke detector', () => {
  const valuesOf = (data: string) => {
    const message = { ...read(first), units: [], rest: bytes(data) }
    return gb26875
      .describe(read(gb26875.encode(message, {})))
      .map(({ name, value }) => `${name} ${value}`)
  }
  const system = valuesOf('01010102040204000902 0715')
  expect(system).toContain('系统 1-2 火灾报警系统')
  expect(system).toContain('状态 0x0204 故障、备电故障')
  expect(system).toContain('时间 2021-07-02 09:00:04')
  expect(valuesOf('030101022801020304032003040009020715')).toContain('温度 80 ℃')
})

test.each(Object.entries(ways))('good ones between bad ones are all found, %s', (_way, feed) => {
  const noise = bytes('0D0A00FF')
  const stream = glued(first, badSum, first, noise, first, first.subarray(0, 40), first, first)
  const results = feed(framer(), stream)
  expect(framesOf(results).filter((frame) => frame === hex(first))).toHaveLength(5)
  expect(framesOf(results)).toContain(hex(badSum))
  expect(reasonsOf(results)).toEqual(['noise', 'length'])
})

test.each(Object.entries(ways))(
  'a length beyond 1024 is told at once and the next frame found, %s',
  (_way, feed) => {
    const tooLong = first.slice()
    tooLong.set([0x01, 0x04], 24)
    const results = feed(framer(), glued(first, tooLong, first))
    expect(framesOf(results)).toEqual([hex(first), hex(first)])
    expect(reasonsOf(results)).toEqual(['oversize'])
  },
)

test.each([
  ['shorter', 0x20],
  ['longer', 0x3c],
])('a length that is %s than the data is told once, the neighbours are kept', (_name, length) => {
  const wrong = first.slice()
  wrong[24] = length
  for (const feed of Object.values(ways)) {
    const results = feed(framer(), glued(first, wrong, first))
    expect(framesOf(results)).toEqual([hex(first), hex(first)])
    expect(reasonsOf(results)).toEqual(['length'])
  }
})

test('a mark inside the data does not end or begin a frame', () => {
  const message = read(first)
  const [unit] = message.units
  const marked = gb26875.encode(
    {
      ...message,
      serial: 0x4040,
      units: [{ type: 2, items: [{ ...unit!.items[0], component: 0x40402323 }] }],
    },
    {},
  )
  expect(framesOf(byteByByte(framer(), glued(marked, marked)))).toEqual([hex(marked), hex(marked)])
})

test('noise that looks like half a mark does not hide the frame behind it', () => {
  for (const feed of Object.values(ways)) {
    const one = framer()
    const results = feed(one, glued(bytes('40'), first, bytes('4040'), first))
    expect(framesOf([...results, ...one.giveUp()])).toEqual([hex(first), hex(first)])
  }
})

test('half a frame waits, and is given up when the connection is silent', () => {
  const half = framer()
  expect(half.push(first.subarray(0, 50))).toEqual([])
  expect(half.held()).toBe(50)
  expect(reasonsOf(half.giveUp())).toEqual(['truncated'])
  expect(half.held()).toBe(0)
  expect(framesOf(half.push(first))).toEqual([hex(first)])
})

test('of a packet nothing waits for the next one', () => {
  const packets = gb26875.framer({ packets: true })
  expect(reasonsOf(packets.push(first.subarray(0, 50)))).toEqual(['truncated'])
  expect(packets.held()).toBe(0)
  expect(framesOf(packets.push(first))).toEqual([hex(first)])
})

test('a megabyte of marks is held as no more than one frame', () => {
  const flooded = framer()
  flooded.push(new Uint8Array(100_000).fill(0x40))
  expect(flooded.held()).toBeLessThanOrEqual(1054)
})

test('what does not fit is said: objects, command, length, start', () => {
  const message = read(first)
  const with5 = gb26875.encode({ ...message, units: [], rest: bytes('02020201') }, {})
  expect(faultOf(with5)?.reason).toBe('objects')
  expect(faultOf(gb26875.encode({ ...message, command: 9 }, {}))?.reason).toBe('command')
  expect(faultOf(first.subarray(0, 60))?.reason).toBe('length')
  expect(faultOf(first.subarray(1))?.reason).toBe('start')
  expect(faultOf(new Uint8Array(0))?.reason).toBe('start')
})

test('an unknown type is kept as it is; with its size known, what follows is read', () => {
  const message = read(first)
  const own = gb26875.encode(
    { ...message, units: [], rest: bytes('C8 02 AABB CCDD 19 01 01 02') },
    {},
  )
  expect(read(own)).toMatchObject({ units: [], rest: bytes('C802AABBCCDD19010102') })
  const decoded = gb26875.decode(own, { sizes: { 200: 2 } })
  expect(
    decoded.ok && decoded.message.units.map(({ type, items }) => [type, items.length]),
  ).toEqual([
    [200, 2],
    [25, 1],
  ])
  expect(decoded.ok && hex(gb26875.encode(decoded.message, {}))).toBe(hex(own))
})
