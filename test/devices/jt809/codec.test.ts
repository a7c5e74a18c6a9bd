// Do published frames of JT/T 809 say what is known of them?
import { expect, test } from 'vitest'
import { jt809Codec } from '../../../devices/protocols/jt809/codec.ts'
import type { Message809 } from '../../../devices/protocols/jt809/message.ts'
import { fixOf } from '../../../devices/protocols/jt809/position.ts'
import { Lower, lorry } from './lower.ts'
import { decoded, frames } from './published-frames.ts'

const good = frames.filter(({ facts }) => !facts.startsWith('JT809_0x1001PackageTest'))

const of = (name: string, which = 0): Message809 => {
  const one = frames.filter(({ facts }) => facts.startsWith(name))[which]
  if (!one) throw new Error(`no frame ${name}`)
  return decoded(one.bytes, one.dialect)
}

test('there are seventeen published frames, and only the known one is bad', () => {
  expect(frames).toHaveLength(17)
  const bad = frames.filter(({ bytes, dialect }) => !jt809Codec.decode(bytes, dialect).ok)
  expect(bad.map(({ facts }) => facts.split(' ')[0])).toEqual(['JT809_0x1001PackageTest.cs'])
  expect(jt809Codec.decode(bad[0]!.bytes, bad[0]!.dialect)).toMatchObject({
    fault: { reason: 'wrong-length' },
  })
})

test.each(good.map((one) => [one.facts.slice(0, 60), one] as const))(
  '%s',
  (_, { bytes, facts, dialect }) => {
    const message = decoded(bytes, dialect)
    const fact = (name: string): string | undefined => new RegExp(`${name}=(\\S+)`).exec(facts)?.[1]
    expect(Buffer.from(jt809Codec.encode(message, dialect)).toString('hex')).toBe(
      bytes.toString('hex'),
    )
    if (fact('type')) expect(message.type).toBe(Number(fact('type')))
    if (fact('sub')?.startsWith('0x')) expect(message.body.sub).toBe(Number(fact('sub')))
    if (fact('time')?.startsWith('20'))
      expect(new Date((message.time ?? 0) * 1000).toISOString()).toBe(fact('time'))
    if (fact('enc')) expect(message.encrypted).toBe(Number(fact('enc')))
    const open = Buffer.from(jt809Codec.encode({ ...message, encrypted: 0 }, dialect)).toString(
      'hex',
    )
    if (!/5[abde]/i.test(fact('bodyPlainHex') ?? '5a')) expect(open).toContain(fact('bodyPlainHex'))
    expect(
      jt809Codec
        .describe(message)
        .every(({ name, value }) => name !== '' && typeof value === 'string'),
    ).toBe(true)
  },
)

test('the degenerate cipher of a sample: one constant byte hides the password', () => {
  const { body } = of('Demo1.cs', 1)
  expect(body.values).toMatchObject({
    user: 102,
    password: '123456',
    centre: 102,
    ip: '127.0.0.1',
    port: 10_062,
  })
  expect(jt809Codec.describe(of('Demo1.cs', 1)).map(({ value }) => value)).not.toContain('123456')
})

test('alarms of 2019 carry two times in milliseconds or three in seconds', () => {
  const two = of('GuoJian001Test.cs', 0).body
  expect(two).toMatchObject({
    sub: 0x9403,
    values: { type: 3, plate: '京A12345', colour: 1, line: 1001 },
  })
  expect(two.values.times).toEqual([1755226863502, 1755230463502])
  expect(two.values.text).toBe('车辆超速报警，当前速度超过限制值')
  expect(of('JT809_0x1400_0x1402Test.cs').body.values).toMatchObject({
    times: [0x5f5f7b3e, 0x5f5f7b3e, 0x5f5f7b3e],
    plate: '测A93228',
    text: '超时停车',
  })
})

test('an answer to a supervision of 2019 names the message it answers', () => {
  const answer = frames.findIndex(({ facts }) => facts.includes('bodyPlainHex=14010000000b'))
  expect(decoded(frames[answer]!.bytes, frames[answer]!.dialect).body.values).toEqual({
    id: 0x0d6f196e,
    sourceType: 0x1402,
    sourceSn: 4,
    result: 1,
  })
})

test('a post query of 2019 says how soon it must be answered', () => {
  const query = frames.find(({ facts }) => facts.includes('type=0x9300'))!
  expect(decoded(query.bytes, query.dialect).body.values).toMatchObject({
    objectType: 2,
    object: '测B01844',
    answerTime: 10,
    infoId: 0x19,
    text: '平台查岗请求是否是人类',
  })
})

test('a supervised alarm of 2011', () => {
  expect(of('AnalyzeTest.cs').body).toMatchObject({
    vehicle: { plate: '粤A12345', colour: 2 },
    values: {
      source: 1,
      type: 2,
      id: 0x123ffaa1,
      level: 1,
      person: 'smallchi',
      phone: '12345678901',
      mail: '123456@qq.com',
    },
  })
})

test('the fields of 2011 inside the frame of 2019', () => {
  const [sent] = of('JT809_0x1200_0x1202Test.cs').body.positions
  expect(sent).toMatchObject({ form: 'mixed' })
  expect(fixOf(sent!)).toMatchObject({
    at: '2025-09-29T09:54:43.000Z',
    lon: 112.414833,
    lat: 34.674454,
    status: 0x40003,
    alarm: 1,
  })
})

test('a sub-message with a wrong length of its own: read so far as it goes', () => {
  expect(of('JT809_0x1200_0x1206Test.cs').body).toMatchObject({
    vehicle: { plate: '测试1111', colour: 4 },
    sub: 0x1206,
    values: {},
  })
})

test('bodies published without a frame', () => {
  const lower = new Lower()
  const body = (sub: number, hex: string): Message809 =>
    decoded(lower.frame(sub & 0xff00, { vehicle: lorry, sub, data: Buffer.from(hex, 'hex') }), {
      version: '2011',
    })
  const position = body(
    0x1202,
    '00130707DC0F0F0F07EF4D80017018400032003300000096002D002D0000000300000101',
  ).body.positions[0]!
  expect(fixOf(position)).toMatchObject({
    at: '2012-07-19T07:15:15.000Z',
    lon: 133.123456,
    lat: 24.123456,
    speedKmh: 50,
    alarm: 0x101,
  })
  expect(position).toMatchObject({
    plain: { recorder: 51, odometer: 150, direction: 45, altitude: 45, status: 3 },
  })
  expect(
    body(0x1402, '01000B000000005BAA5B8000000D100000000A67666466343534353533').body.values,
  ).toEqual({
    source: 1,
    type: 0x0b,
    time: 0x5baa5b80,
    infoId: 3344,
    text: 'gfdf454553',
  })
  expect(body(0x120d, '0000000C617364313233343536617364').body.values).toEqual({
    text: 'asd123456asd',
  })
})
