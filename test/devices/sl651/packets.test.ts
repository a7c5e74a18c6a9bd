// Are packets put together, and commands brought to telemetry stations (SL 651-2014)?
import { expect, test } from 'vitest'
import type { Command } from '../../../devices/port/port.ts'
import { digitsOf, ENQ, EOT, ETB, ETX, NAK } from '../../../devices/protocols/sl651/message.ts'
import { driverOfSl651 } from '../../../devices/protocols/sl651/session.ts'
import { glued, ways } from '../streams.ts'
import {
  answers,
  converse,
  frame,
  later,
  level,
  NOON,
  packet,
  place,
  readings,
  reasons,
  receiveBytes,
  registry,
  STATION,
} from './centre.ts'
import { bad } from './known.ts'

const picture = (bytes = 2000) => {
  const data = Uint8Array.from([
    0xff,
    0xd8,
    ...Array.from({ length: bytes }, (_, i) => i & 0x7f),
    0xff,
    0xd9,
  ])
  const body = frame(0x36, [...place(), { kind: 'picture', data }], NOON, { serial: 9 }).slice(
    14,
    -3,
  )
  const total = Math.ceil(body.length / 900)
  const packets = Array.from({ length: total }, (_, i) =>
    packet(
      0x36,
      { total, number: i + 1 },
      body.slice(i * 900, (i + 1) * 900),
      i + 1 === total ? ETX : ETB,
    ),
  )
  return { data, packets }
}

test('a picture in packets is put together and confirmed once, as its last packet', () => {
  const session = converse()
  const { data, packets } = picture()
  const outputs = packets.map((one, i) => receiveBytes(session, one, later(i)))
  expect(outputs.map(({ replies }) => replies.length)).toEqual([0, 0, 1])
  expect(answers(outputs[2]!)).toMatchObject([{ end: EOT, part: { total: 3, number: 3 } }])
  expect(outputs[2]!.observations).toMatchObject([
    {
      kind: 'document',
      document: 'picture',
      body: {
        mime: 'image/jpeg',
        bytes: data.length,
        base64: Buffer.from(data).toString('base64'),
      },
    },
  ])
})

test('a missing packet is asked for by its number, and the body is whole when it comes', () => {
  const session = converse()
  const { packets } = picture()
  receiveBytes(session, packets[0]!)
  expect(answers(receiveBytes(session, packets[2]!, later(1)))).toMatchObject([
    { end: NAK, part: { total: 3, number: 2 } },
  ])
  expect(answers(receiveBytes(session, packets[1]!, later(2)))).toMatchObject([
    { end: EOT, part: { total: 3, number: 3 } },
  ])
})

test('a packet that never comes is asked for twice, then the body is given up after 60 s', () => {
  const session = converse()
  const { packets } = picture()
  receiveBytes(session, packets[0]!)
  receiveBytes(session, packets[2]!)
  expect(session.tick(later(10)).replies).toEqual([])
  expect(answers(session.tick(later(20)))).toMatchObject([
    { end: NAK, func: 0x36, part: { number: 2 } },
  ])
  expect(session.tick(later(45)).replies).toEqual([])
  expect(session.tick(later(60))).toMatchObject({
    replies: [],
    faults: [{ reason: 'incomplete', device: STATION }],
  })
  expect(receiveBytes(session, packets[1]!, later(61))).toMatchObject({ observations: [] })
})

test('packets of another picture begin anew; too long a body is refused', () => {
  const session = converse()
  const [a, b] = [picture(2000), picture(2100)]
  receiveBytes(session, a.packets[0]!)
  for (const one of b.packets.slice(0, -1)) receiveBytes(session, one)
  expect(receiveBytes(session, b.packets.at(-1)!).observations).toMatchObject([
    { body: { bytes: b.data.length } },
  ])
  const heavy = Array.from({ length: 540 }, (_, i) =>
    receiveBytes(session, packet(0x36, { total: 600, number: i + 1 }, new Uint8Array(4000), ETB)),
  )
  expect(heavy.flatMap(reasons)).toContain('oversize')
})

test('what begins as no picture is not kept as one', () => {
  const output = receiveBytes(
    converse(),
    frame(0x36, [...place(), { kind: 'picture', data: Uint8Array.of(1, 2, 3) }]),
  )
  expect(output.observations).toMatchObject([{ kind: 'sign', sign: 'bad-picture' }])
})

const command = (of: Partial<Command>): Command => ({
  key: 'k1',
  feed: 'dam',
  device: STATION,
  verb: 'query',
  args: {},
  until: later(600).toISOString(),
  ...of,
})

test('query: asked with serial 0 and ENQ, answered by a report of the function', () => {
  const session = converse()
  receiveBytes(session, frame(0x2f, []))
  expect(answers(session.command!(command({}), NOON))).toMatchObject([
    { direction: 'down', func: 0x37, end: ENQ, password: 0x1234, body: { serial: 0, items: [] } },
  ])
  const output = receiveBytes(session, frame(0x37, [...place(), level(118.2)]), later(2))
  expect(output).toMatchObject({ answered: [{ key: 'k1', ok: true }] })
  expect(readings(output)).toEqual(['Z 118.2 m good'])
})

test('set-clock: set twice, from two frames with the time of each', () => {
  const session = converse()
  receiveBytes(session, frame(0x2f, []))
  const own = { kind: 'station' as const, address: STATION, type: null }
  expect(answers(session.command!(command({ verb: 'set-clock' }), NOON))).toMatchObject([
    { func: 0x4a, body: { sent: digitsOf(NOON) } },
  ])
  const first = receiveBytes(session, frame(0x4a, [own]), later(3))
  expect(answers(first).map(({ end }) => end)).toEqual([EOT, ENQ])
  expect(receiveBytes(session, frame(0x4a, [own]), later(5)).answered).toMatchObject([
    { key: 'k1', ok: true },
  ])
})

test('a station that does not answer is asked twice more, then given up', () => {
  const session = converse()
  receiveBytes(session, frame(0x2f, []))
  session.command!(command({ args: { read: '46' } }), NOON)
  expect([20, 40].map((seconds) => session.tick(later(seconds)).replies.length)).toEqual([1, 1])
  expect(session.tick(later(60))).toMatchObject({
    replies: [],
    answered: [{ key: 'k1', ok: false }],
  })
})

test.each([
  ['a verb it has not', { verb: 'shelve' as const }],
  ['a function that changes it', { args: { read: '48' } }],
  ['a station that is not here', { device: '0099999999' }],
])('a command with %s is answered at once', (_what, of) => {
  const session = converse()
  receiveBytes(session, frame(0x2f, []))
  expect(session.command!(command(of), NOON)).toMatchObject({
    replies: [],
    answered: [{ ok: false }],
  })
})

test.each(Object.entries(ways))(
  'good frames between bad ones are all confirmed, %s',
  (_way, feed) => {
    const driver = driverOfSl651('tcp')
    const session = driver.createSession(registry({ key: STATION, secret: '1234' }), {
      address: '1.1.1.1',
    })
    const reports = [1, 2, 3].map((value) => frame(0x32, [...place(), level(value)]))
    const stream = glued(reports[0]!, bad[0]!, reports[1]!, bad[3]!, reports[2]!)
    const outputs = feed(driver.framer(), stream).map((result) => session.receive(result, NOON))
    expect(outputs.flatMap(answers)).toHaveLength(3)
  },
)

test('a silent connection is closed after five minutes', () => {
  expect(driverOfSl651('tcp').idleSeconds).toBe(300)
})

test('a command is done once by its key, and neither begun nor repeated after its time', () => {
  const session = converse()
  receiveBytes(session, frame(0x2f, []))
  const deviceCommand = command({ until: later(30).toISOString() })
  expect(session.command!(deviceCommand, NOON).replies).toHaveLength(1)
  expect(session.command!(deviceCommand, later(1))).toMatchObject({ replies: [], observations: [] })
  expect(session.tick(later(20)).replies).toHaveLength(1)
  expect(session.tick(later(40))).toMatchObject({
    replies: [],
    answered: [{ key: 'k1', ok: false }],
  })
  expect(session.command!({ ...deviceCommand, key: 'k2' }, later(31))).toMatchObject({
    replies: [],
    answered: [{ key: 'k2', ok: false }],
  })
})
