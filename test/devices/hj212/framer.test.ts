// Are frames found in every stream, whole, byte by byte, glued, and behind rubbish?
import { describe, expect, it } from 'vitest'
import { codec } from '../../../devices/protocols/hj212/codec.ts'
import { standard } from '../../../devices/protocols/hj212/dialect.ts'
import { checkSum, createFramer, sumText } from '../../../devices/protocols/hj212/frame.ts'
import { named, type Sample, samples, sampleWith, sealedSamples } from './samples.ts'

const good = sampleWith('CN=9014;PW=123456;MN=0100').bytes
const other = sampleWith('RtdInterval=30').bytes

const whole = (stream: Buffer): string[] => {
  const framer = createFramer()
  return named([...framer.push(stream), ...framer.giveUp()])
}
const byBytes = (stream: Buffer): string[] => {
  const framer = createFramer()
  return named([...[...stream].flatMap((byte) => framer.push(Buffer.of(byte))), ...framer.giveUp()])
}
const bothWays = (stream: Buffer): string[] => {
  const found = whole(stream)
  expect(byBytes(stream)).toEqual(found)
  return found
}
const glued = (middle: Buffer): Buffer => Buffer.concat([good, middle, other])
const text = (bytes: Buffer): string => bytes.toString('latin1')

it.each(samples)(
  '$file:$line comes out as it went in, alone and between good ones',
  ({ bytes }) => {
    expect(bothWays(bytes)).toEqual([text(bytes)])
    expect(bothWays(glued(bytes))).toEqual([text(good), text(bytes), text(other)])
  },
)

it('an encrypted frame is found by its end, for its length field is that of the plain text', () => {
  const [{ bytes }] = sealedSamples as [Sample]
  expect(Number(text(bytes).slice(2, 6))).toBeLessThan(bytes.length - 12)
  expect(bothWays(glued(bytes))).toHaveLength(3)
})

describe('an encrypted frame of many factors, longer on the wire than a plain one may be', () => {
  const values = Array.from(
    { length: 16 },
    (_, n) => `w0101${n}-Rtd=${n}.25,w0101${n}-Flag=N`,
  ).join(';')
  const { bytes: written } = sealedSamples[0] as Sample
  const dialect = { ...standard, sm4: '30'.repeat(16) }
  const decoded = codec.decode(written, dialect)
  if (!decoded.ok) throw new Error(decoded.fault.reason)
  const groups = values
    .split(';')
    .map((group) => group.split(',').map((item) => item.split('=') as [string, string]))
  const plainLength = Buffer.from(
    codec.encode({ ...decoded.message, groups, sum: null, declared: null }, dialect),
  )
  const wireLength = Buffer.from(
    text(plainLength).replace(/^##\d{4}/, `##${plainLength.length - 12}`),
    'latin1',
  )

  it.each([
    ['of the plain text', plainLength],
    ['of the wire', wireLength],
  ])('the length field is that %s: found, and read', (_, bytes) => {
    expect(bytes.length).toBeGreaterThan(2048)
    expect(bothWays(glued(bytes))).toEqual([text(good), text(bytes), text(other)])
    expect(codec.decode(bytes, dialect)).toMatchObject({
      ok: true,
      message: { groups, lengthOff: false },
    })
  })

  it('one that does not end is held to 8 KB, and what follows it is heard', () => {
    const endless = Buffer.concat([wireLength.subarray(0, -8), Buffer.alloc(9000, '0')])
    const found = [whole, byBytes].map((way) => way(Buffer.concat([good, endless, other])))
    expect(found.map((parts) => parts.at(-1))).toEqual([text(other), text(other)])
  })
})

describe('wrong pieces between good ones', () => {
  const cut = good.subarray(0, 40)
  it.each([
    ['truncated: resynchronised at the next mark', cut, ['truncated']],
    ['truncated within its head', Buffer.from('##0'), ['length-field']],
    ['oversize length', Buffer.from(text(good).replace('##0087', '##1025')), ['too-long']],
    [
      'length that is no number',
      Buffer.from(text(good).replace('##0087', '##00x7')),
      ['length-field'],
    ],
    ['noise', Buffer.from('hello world'), ['noise']],
    ['one sign before the mark', Buffer.from('#'), ['length-field']],
    ['two truncated ones', Buffer.concat([cut, other.subarray(0, 50)]), ['truncated', 'truncated']],
    [
      'a length that is too long by the next frame',
      Buffer.from(text(cut).replace('##0087', '##0900')),
      ['truncated'],
    ],
  ])('%s', (_, middle, reasons) => {
    const found = bothWays(glued(middle))
    expect(found[0]).toBe(text(good))
    expect(found.at(-1)).toBe(text(other))
    expect(found.slice(1, -1).map((one) => one.split(':')[0])).toEqual(reasons)
  })

  it('white space between frames is nobody’s fault', () => {
    expect(bothWays(glued(Buffer.from('\r\n \r\n')))).toEqual([text(good), text(other)])
  })

  it('a length that is not the length: the frame is cut at its end, for the sum to judge', () => {
    for (const length of ['0010', '0086', '0088', '0900']) {
      const lying = Buffer.from(text(good).replace('0087', length))
      expect(bothWays(glued(lying))).toEqual([text(good), text(lying), text(other)])
    }
  })

  it('a mark within a text is text when the frame around it is sound', () => {
    const segment = 'QN=1;CP=&&i11001-Info=##0012QN&&'
    const frame = Buffer.from(
      `##00${segment.length}${segment}${sumText(checkSum(Buffer.from(segment)))}\r\n`,
    )
    expect(bothWays(glued(frame))).toEqual([text(good), text(frame), text(other)])
  })
})

describe('what is held', () => {
  it('the end of a frame is waited for, and given up when the line stays silent', () => {
    const framer = createFramer()
    expect(framer.push(good.subarray(0, 60))).toEqual([])
    expect(framer.held()).toBe(60)
    expect(named(framer.giveUp())).toEqual([`truncated:${text(good.subarray(0, 60))}`])
    expect(framer.held()).toBe(0)
    expect(named(framer.push(good))).toEqual([text(good)])
  })

  it('what was given up lets the frames behind it through', () => {
    const framer = createFramer()
    const begun = Buffer.from('##0900QN=20160801085857223;ST=32;')
    expect(framer.push(Buffer.concat([begun, good.subarray(0, -2)]))).toEqual([])
    expect(named(framer.giveUp()).map((one) => one.split(':')[0])).toEqual([
      'truncated',
      'truncated',
    ])
  })

  it.each([
    ['without a mark', Buffer.alloc(300_000, 'x')],
    ['after a mark', Buffer.concat([Buffer.from('##0100'), Buffer.alloc(300_000, 'x')])],
    ['of marks', Buffer.from('##'.repeat(150_000))],
    ['of frames without end', Buffer.from('##0100QN=1;'.repeat(30_000))],
  ])('a stream %s is never held beyond 8 KB', (_, stream) => {
    const framer = createFramer()
    for (let at = 0; at < stream.length; at += 4096) {
      framer.push(stream.subarray(at, at + 4096))
      expect(framer.held()).toBeLessThanOrEqual(8192)
    }
  })
})

it.each([
  ['that end at once', '##0001\r\n'],
  ['that seem to end with the length field', '##1012\r\n'],
  ['of encrypted ones', '##7988CP=&&{0x\r\n'],
])('64 KB of false beginnings %s keep nobody waiting', (_, one) => {
  const stream = Buffer.from(one.repeat(65_536 / one.length))
  const began = performance.now()
  createFramer().push(stream)
  expect(performance.now() - began).toBeLessThan(1_000)
})
