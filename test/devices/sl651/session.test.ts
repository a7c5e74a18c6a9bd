// Does the centre answer the reports of telemetry stations as SL 651-2014 wants?
import { expect, test } from 'vitest'
import { ACK, digitsOf, EOT, ESC, ETB, ETX } from '../../../devices/protocols/sl651/message.ts'
import { driverOfSl651 } from '../../../devices/protocols/sl651/session.ts'
import { hex, ways } from '../streams.ts'
import {
  answers,
  at,
  converse,
  frame,
  later,
  level,
  NOON,
  place,
  reasons,
  receiveBytes,
  registry,
  STATION,
} from './centre.ts'
import { all, bad } from './known.ts'

const good = all.filter(({ verdict }) => verdict === 'crc-ok').map((one) => one.frame)

/** Each station with the password that it sends. */
const everybody = (of: Uint8Array) =>
  registry(
    ...['0040803540', STATION, '0011223344', '1234567891'].map((key) => ({
      key,
      secret: hex(of.slice(8, 10)).toLowerCase(),
    })),
  )

test('a report is confirmed: same station, function and serial, the time of now, EOT', () => {
  const output = receiveBytes(
    converse(),
    frame(0x32, [...place(), level(118.2)], NOON, { serial: 77 }),
    later(2),
  )
  expect(answers(output)).toEqual([
    {
      direction: 'down',
      centre: 1,
      station: STATION,
      password: 0x1234,
      func: 0x32,
      end: EOT,
      part: null,
      body: { serial: 77, sent: digitsOf(later(2)), items: [] },
    },
  ])
  expect(hex(output.replies[0]!).slice(0, 34)).toBe('7E7E001234567801123432800802004D26')
  expect(output.device).toBe(STATION)
})

test('ETB is answered with ACK, a station that is to stay on line with ESC, M1 and the keep-alive with nothing', () => {
  const report = (end = ETX) => frame(0x32, [...place(), level(118.2)], NOON, { end })
  const dialect = (of: Record<string, unknown>) => converse(registry({ key: STATION, dialect: of }))
  expect(answers(receiveBytes(converse(), report(ETB)))[0]?.end).toBe(ACK)
  expect(answers(receiveBytes(dialect({ stayOnline: true }), report()))[0]?.end).toBe(ESC)
  expect(receiveBytes(dialect({ mode: 'M1' }), report())).toMatchObject({
    replies: [],
    observations: [{}, {}],
  })
  expect(receiveBytes(converse(), frame(0x2f, []))).toMatchObject({
    replies: [],
    observations: [],
    faults: [],
    device: STATION,
  })
})

test.each(good.map((one, i) => [i, one] as const))('published frame %d is confirmed', (_i, one) => {
  const sent = at('2017-07-18 11:00:16')
  const output = receiveBytes(converse(everybody(one)), one, sent)
  expect(reasons(output)).toEqual([])
  // Of a station whose clock does not fit the time is asked too.
  expect(answers(output)[0]?.end).toBe(EOT)
})

test.each(Object.entries(ways))(
  'bad CRC: no answer, nothing kept, the password blotted out, %s',
  (_way, feed) => {
    const driver = driverOfSl651('tcp')
    for (const wrong of bad) {
      const secret = '1234'
      const known = ['0011223344', '0011111112', STATION].map((key) => ({ key, secret }))
      const session = driver.createSession(registry(...known), { address: '1.1.1.1' })
      const framer = driver.framer()
      const outputs = [...feed(framer, wrong), ...framer.giveUp()].map((result) =>
        session.receive(result, NOON),
      )
      expect(outputs.flatMap(({ replies, observations }) => [...replies, ...observations])).toEqual(
        [],
      )
      expect(outputs.flatMap(reasons)).toHaveLength(1)
      expect(outputs[0]!.faults[0]!.bytes.slice(8, 10)).toEqual(Uint8Array.of(0, 0))
    }
  },
)

test('promise (alarms): a water station that has no password registered is not received, and no password is kept in clear', () => {
  const sent = frame(0x32, [...place(), level(118.2)], NOON, { password: 0x1234 })
  const open = receiveBytes(converse(registry({ key: STATION, secret: null })), sent)
  expect(open).toMatchObject({
    replies: [],
    observations: [],
    faults: [{ reason: 'no-secret', device: STATION }],
  })
  expect(open.faults[0]?.bytes.slice(8, 10)).toEqual(Uint8Array.of(0, 0))
  expect(receiveBytes(converse(registry()), sent).faults[0]?.bytes.slice(8, 10)).toEqual(
    Uint8Array.of(0, 0),
  )
})

test('wrong password: dropped without an answer; what is kept of it does not show the password', () => {
  const sent = frame(0x32, [...place(), level(118.2)], NOON, { password: 0x4321 })
  const output = receiveBytes(converse(), sent)
  expect(output).toMatchObject({
    replies: [],
    observations: [],
    faults: [{ reason: 'password', device: STATION }],
  })
  expect(hex(output.faults[0]!.bytes)).not.toContain('4321')
  expect(output.device).toBeUndefined()
})

test.each([
  ['unknown device', registry({ key: '0099999999' }), {}, 'unknown-device'],
  ['another centre', registry({ key: STATION, dialect: { centre: 9 } }), {}, 'target'],
  ['another host', registry({ key: STATION, hosts: ['10.1.1.1'] }), {}, 'host'],
  [
    'a frame that goes down',
    registry({ key: STATION }),
    { direction: 'down' as const },
    'direction',
  ],
  ['an end that is no station’s', registry({ key: STATION }), { end: EOT }, 'end'],
])('%s: no reply, nothing kept', (_what, known, of, reason) => {
  const output = receiveBytes(converse(known), frame(0x32, [...place(), level(1)], NOON, of))
  expect(output).toMatchObject({ replies: [], observations: [], faults: [{ reason }] })
})

test('a duplicate is confirmed again and reported again under the same key, so that it is stored once', () => {
  const session = converse()
  const sent = frame(0x32, [...place(), level(118.2)])
  const [first, again] = [
    receiveBytes(session, sent, later(3)),
    receiveBytes(session, sent, later(23)),
  ]
  expect(answers(again)).toMatchObject([{ end: EOT }])
  expect(again.observations).toMatchObject(
    first.observations.map((one) => ({ ...one, flags: ['retx'] })),
  )
  expect(first.observations[0]).toMatchObject({
    kind: 'reading',
    flags: [],
    message: expect.stringContaining('-261126120000-32'),
  })
})

test('replay: the same frame long after is refused without an answer', () => {
  const session = converse()
  const sent = frame(0x32, [...place(), level(118.2)])
  receiveBytes(session, sent)
  expect(receiveBytes(session, sent, later(3600))).toMatchObject({
    observations: [],
    replies: [],
    faults: [{ reason: 'replay' }],
  })
})

test('flood: fifty at once, then five a second: what was kept while the line was away is read more slowly, and is no fault that ends it', () => {
  const session = converse()
  const all = Array.from({ length: 65 }, () =>
    receiveBytes(session, frame(0x32, [...place(), level(1)])),
  )
  const many = all.filter(({ waitMs }) => waitMs === 200)
  expect(all.flatMap(reasons)).toEqual(Array(15).fill('flood'))
  expect([many.length, many.every(({ faults }) => faults[0]?.mild)]).toEqual([15, true])
  expect(receiveBytes(session, frame(0x32, [...place(), level(1)]), later(1)).replies).toHaveLength(
    1,
  )
})

test('a station speaks for itself, and for others only where the registry says so', () => {
  const other = '0055667788'
  const report = () => frame(0x32, [...place(), level(118.2), ...place(NOON, other), level(97.1)])
  const stranger = receiveBytes(converse(), report())
  expect(reasons(stranger)).toEqual(['stranger'])
  expect(stranger.observations.filter(({ kind }) => kind === 'reading')).toMatchObject([
    { device: STATION, value: 118.2 },
  ])
  const relay = registry({ key: STATION, dialect: { speaksFor: [other] } }, { key: other })
  expect(
    receiveBytes(converse(relay), report()).observations.filter(({ kind }) => kind === 'reading'),
  ).toMatchObject([
    { device: STATION, value: 118.2 },
    { device: other, value: 97.1 },
  ])
})
