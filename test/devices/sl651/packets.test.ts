// Are packets put together, and commands brought to telemetry stations (SL 651-2014)?
import { expect, test } from 'vitest'
import type { Command } from '../../../devices/port/port.ts'
import { digitsOf, ENQ, EOT, ETB, ETX, NAK } from '../../../devices/protocols/sl651/message.ts'
import { listenSl651 } from '../../../devices/protocols/sl651/talk.ts'
import { glued, ways } from '../streams.ts'
import {
  answers,
  converse,
  frame,
  hear,
  later,
  level,
  NOON,
  packet,
  place,
  readings,
  reasons,
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
  const talk = converse()
  const { data, packets } = picture()
  const heard = packets.map((one, i) => hear(talk, one, later(i)))
  expect(heard.map(({ replies }) => replies.length)).toEqual([0, 0, 1])
  expect(answers(heard[2]!)).toMatchObject([{ end: EOT, part: { total: 3, number: 3 } }])
  expect(heard[2]!.observations).toMatchObject([
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
  const talk = converse()
  const { packets } = picture()
  hear(talk, packets[0]!)
  expect(answers(hear(talk, packets[2]!, later(1)))).toMatchObject([
    { end: NAK, part: { total: 3, number: 2 } },
  ])
  expect(answers(hear(talk, packets[1]!, later(2)))).toMatchObject([
    { end: EOT, part: { total: 3, number: 3 } },
  ])
})

test('a packet that never comes is asked for twice, then the body is given up after 60 s', () => {
  const talk = converse()
  const { packets } = picture()
  hear(talk, packets[0]!)
  hear(talk, packets[2]!)
  expect(talk.tick(later(10)).replies).toEqual([])
  expect(answers(talk.tick(later(20)))).toMatchObject([
    { end: NAK, func: 0x36, part: { number: 2 } },
  ])
  expect(talk.tick(later(45)).replies).toEqual([])
  expect(talk.tick(later(60))).toMatchObject({
    replies: [],
    faults: [{ reason: 'incomplete', device: STATION }],
  })
  expect(hear(talk, packets[1]!, later(61))).toMatchObject({ observations: [] })
})

test('packets of another picture begin anew; too long a body is refused', () => {
  const talk = converse()
  const [a, b] = [picture(2000), picture(2100)]
  hear(talk, a.packets[0]!)
  for (const one of b.packets.slice(0, -1)) hear(talk, one)
  expect(hear(talk, b.packets.at(-1)!).observations).toMatchObject([
    { body: { bytes: b.data.length } },
  ])
  const heavy = Array.from({ length: 540 }, (_, i) =>
    hear(talk, packet(0x36, { total: 600, number: i + 1 }, new Uint8Array(4000), ETB)),
  )
  expect(heavy.flatMap(reasons)).toContain('oversize')
})

test('what begins as no picture is not kept as one', () => {
  const heard = hear(
    converse(),
    frame(0x36, [...place(), { kind: 'picture', data: Uint8Array.of(1, 2, 3) }]),
  )
  expect(heard.observations).toMatchObject([{ kind: 'sign', sign: 'bad-picture' }])
})

const command = (of: Partial<Command>): Command => ({
  ...{
    key: 'k1',
    feed: 'dam',
    device: STATION,
    verb: 'query',
    args: {},
    until: later(600).toISOString(),
    ...of,
  },
})

test('query: asked with serial 0 and ENQ, answered by a report of the function', () => {
  const talk = converse()
  hear(talk, frame(0x2f, []))
  expect(answers(talk.command!(command({}), NOON))).toMatchObject([
    { direction: 'down', func: 0x37, end: ENQ, password: 0x1234, body: { serial: 0, items: [] } },
  ])
  const heard = hear(talk, frame(0x37, [...place(), level(118.2)]), later(2))
  expect(heard).toMatchObject({ answered: [{ key: 'k1', ok: true }] })
  expect(readings(heard)).toEqual(['Z 118.2 m good'])
})

test('set-clock: set twice, from two frames with the time of each', () => {
  const talk = converse()
  hear(talk, frame(0x2f, []))
  const own = { kind: 'station' as const, address: STATION, type: null }
  expect(answers(talk.command!(command({ verb: 'set-clock' }), NOON))).toMatchObject([
    { func: 0x4a, body: { sent: digitsOf(NOON) } },
  ])
  const first = hear(talk, frame(0x4a, [own]), later(3))
  expect(answers(first).map(({ end }) => end)).toEqual([EOT, ENQ])
  expect(hear(talk, frame(0x4a, [own]), later(5)).answered).toMatchObject([{ key: 'k1', ok: true }])
})

test('a station that does not answer is asked twice more, then given up', () => {
  const talk = converse()
  hear(talk, frame(0x2f, []))
  talk.command!(command({ args: { read: '46' } }), NOON)
  expect([20, 40].map((seconds) => talk.tick(later(seconds)).replies.length)).toEqual([1, 1])
  expect(talk.tick(later(60))).toMatchObject({ replies: [], answered: [{ key: 'k1', ok: false }] })
})

test.each([
  ['a verb it has not', { verb: 'shelve' as const }],
  ['a function that changes it', { args: { read: '48' } }],
  ['a station that is not here', { device: '0099999999' }],
])('a command with %s is answered at once', (_what, of) => {
  const talk = converse()
  hear(talk, frame(0x2f, []))
  expect(talk.command!(command(of), NOON)).toMatchObject({ replies: [], answered: [{ ok: false }] })
})

test.each(Object.entries(ways))(
  'good frames between bad ones are all confirmed, %s',
  (_way, feed) => {
    const listening = listenSl651('tcp')
    const talk = listening.converse(registry({ key: STATION, secret: '1234' }), {
      address: '1.1.1.1',
    })
    const reports = [1, 2, 3].map((value) => frame(0x32, [...place(), level(value)]))
    const stream = glued(reports[0]!, bad[0]!, reports[1]!, bad[3]!, reports[2]!)
    const heard = feed(listening.framer(), stream).map((piece) => talk.hear(piece, NOON))
    expect(heard.flatMap(answers)).toHaveLength(3)
  },
)

test('a silent line is closed after five minutes', () => {
  expect(listenSl651('tcp').idleSeconds).toBe(300)
})

test('a command is done once by its key, and neither begun nor repeated after its time', () => {
  const talk = converse()
  hear(talk, frame(0x2f, []))
  const deviceCommand = command({ until: later(30).toISOString() })
  expect(talk.command!(deviceCommand, NOON).replies).toHaveLength(1)
  expect(talk.command!(deviceCommand, later(1))).toMatchObject({ replies: [], observations: [] })
  expect(talk.tick(later(20)).replies).toHaveLength(1)
  expect(talk.tick(later(40))).toMatchObject({ replies: [], answered: [{ key: 'k1', ok: false }] })
  expect(talk.command!({ ...deviceCommand, key: 'k2' }, later(31))).toMatchObject({
    replies: [],
    answered: [{ key: 'k2', ok: false }],
  })
})
