// Does the centre answer transmitters as GB/T 26875.3-2011 wants, whatever they send?
import { expect, test } from 'vitest'
import { ACKNOWLEDGED, DENIED, tagOf } from '../../../devices/protocols/gb26875/message.ts'
import { driverOfGb26875 } from '../../../devices/protocols/gb26875/session.ts'
import { bytes, glued, hex, published, ways } from '../streams.ts'
import {
  answers,
  at,
  CENTRE,
  component,
  conditions,
  converse,
  frame,
  later,
  NOON,
  receiveBytes,
  registry,
  SOURCE,
  system,
} from './centre.ts'
import { unknownClock } from './known.ts'

const all = published('gb26875/published.txt')
const golden = all[0]!.frame
const badSum = all[1]!.frame
const SENT = at('2020-10-22 17:13:24')

test('acceptance: the published vector is acknowledged with its serial and is a fire, of a moment that nobody is sure of', () => {
  const output = receiveBytes(converse(unknownClock()), golden, SENT)
  expect(answers(output)[0]).toMatchObject({
    command: ACKNOWLEDGED,
    serial: 0,
    source: CENTRE,
    target: SOURCE,
    units: [],
  })
  expect(conditions(output)).toContain('+1-3/217-6 fire')
  expect(output.observations[0]).toMatchObject({
    level: 1,
    text: '通用 Ａ区１层呷哺走廊 火警',
    at: '2020-08-01T11:18:48.000Z',
    flags: ['doubtful'],
  })
  expect(output.device).toBe(SOURCE)
})

test('acceptance: the published bad sum is denied, byte for byte, and nothing of it is kept', () => {
  const output = receiveBytes(converse(), badSum, SENT)
  expect(output.replies.map(hex)).toEqual([
    '404000000101180D11160A14000000000000000000000000000006722323',
  ])
  expect(output).toMatchObject({ observations: [], faults: [{ reason: 'sum', device: SOURCE }] })
})

test('promise (alarms): an unknown fire transmitter is listed by its own number, and only from a frame whose check sum is right', () => {
  const output = receiveBytes(converse(registry({ key: '0000000000FF' })), golden, SENT)
  expect(output).toMatchObject({
    replies: [],
    observations: [],
    faults: [{ reason: 'unknown-device', device: SOURCE }],
  })
  expect(receiveBytes(converse(registry()), badSum, SENT)).toMatchObject({
    replies: [],
    faults: [{ reason: 'sum', device: null }],
  })
})

test.each(Object.entries(ways))(
  'length beyond 1024 and length that lies are denied in the stream, %s',
  (_way, feed) => {
    const driver = driverOfGb26875('tcp')
    const framer = driver.framer()
    const session = driver.createSession(registry({ key: SOURCE }), { address: '10.0.0.9' })
    // Its fires are of months ago, so that it is also asked how they stand.
    const answersOf = (output: Parameters<typeof answers>[0]) =>
      answers(output).filter(({ command }) => command !== 4)
    const [tooLong, wrong] = [golden.slice(), golden.slice()]
    tooLong.set([0x01, 0x04], 24)
    wrong[24] = 0x2f
    const outputs = feed(framer, glued(golden, tooLong, golden, wrong, golden)).map((result) =>
      session.receive(result, SENT),
    )
    expect(outputs.flatMap(answersOf).map(({ command }) => command)).toEqual([
      ACKNOWLEDGED,
      DENIED,
      ACKNOWLEDGED,
      DENIED,
      ACKNOWLEDGED,
    ])
    expect(outputs.flatMap(({ faults }) => faults.map(({ reason }) => reason))).toEqual([
      'oversize',
      'length',
    ])
  },
)

test('half a frame that is given up is dropped without an answer', () => {
  const framer = driverOfGb26875('tcp').framer()
  framer.push(golden.subarray(0, 40))
  expect(framer.giveUp().map((result) => converse().receive(result, SENT))).toMatchObject([
    { replies: [], faults: [{ reason: 'truncated' }] },
  ])
})

test.each([
  ['command that is none', frame([], NOON, { command: 9 }), 'command'],
  ['objects that do not fit', frame([], NOON, { rest: bytes('020201') }), 'objects'],
  ['request, which only the centre sends', frame([], NOON, { command: 4 }), 'direction'],
])('a %s is denied', (_what, sent, reason) => {
  const output = receiveBytes(converse(), sent)
  expect(answers(output)).toMatchObject([{ command: DENIED }])
  expect(output).toMatchObject({ observations: [], faults: [{ reason }] })
})

test('the wrong centre is denied; a host that is not its own hears nothing, not even of a bad sum', () => {
  const known = registry({ key: SOURCE, dialect: { centre: '000000015B38' }, hosts: ['10.0.0.9'] })
  const wrong = receiveBytes(converse(known), golden, SENT)
  expect(wrong).toMatchObject({ observations: [], faults: [{ reason: 'target' }] })
  expect(answers(wrong)).toMatchObject([{ command: DENIED }])
  const right = frame([system(2)], NOON, { target: '000000015B38' })
  expect(answers(receiveBytes(converse(known), right))).toMatchObject([{ command: ACKNOWLEDGED }])
  expect(receiveBytes(converse(known, '10.9.9.9'), right)).toMatchObject({
    replies: [],
    observations: [],
    faults: [{ reason: 'host' }],
  })
  expect(receiveBytes(converse(known, '10.9.9.9'), badSum)).toMatchObject({
    replies: [],
    faults: [{ reason: 'sum' }],
  })
})

test('a duplicate is acknowledged again and reported again under the same keys, so that it is stored once', () => {
  const session = converse()
  const sent = frame([
    component(1 | 2),
    {
      type: 3,
      items: [
        { systemType: 1, systemAddress: 3, component: 9, kind: 3, value: 215, time: tagOf(NOON) },
      ],
    },
  ])
  const keys = (output: ReturnType<typeof receiveBytes>) =>
    output.observations.map((one) =>
      'event' in one
        ? one.event
        : one.kind === 'reading'
          ? `${one.message} ${one.point} ${one.at}`
          : '',
    )
  const [first, again] = [
    receiveBytes(session, sent, later(1)),
    receiveBytes(session, sent, later(11)),
  ]
  expect(answers(again)).toMatchObject([{ command: ACKNOWLEDGED }])
  expect(new Set(keys(first)).size).toBe(first.observations.length)
  expect(keys(again)).toEqual(keys(first))
  expect(again.observations.every(({ flags }) => flags.includes('retx'))).toBe(true)
  expect(first.observations.every(({ flags }) => flags.length === 0)).toBe(true)
})

test('two connections of one transmitter share what was received: the resend on the second is one', () => {
  const driver = driverOfGb26875('tcp')
  const [a, b] = [1, 2].map(() =>
    driver.createSession(registry({ key: SOURCE }), { address: '10.0.0.9' }),
  )
  const sent = frame([component(1 | 2)])
  receiveBytes(a!, sent)
  expect(receiveBytes(b!, sent, later(10)).observations[0]?.flags).toEqual(['retx'])
})

test('replay: the same frame after its window is refused without an answer', () => {
  const session = converse()
  const sent = frame([component(1)])
  receiveBytes(session, sent)
  expect(receiveBytes(session, sent, later(3600))).toMatchObject({
    observations: [],
    replies: [],
    faults: [{ reason: 'replay', device: SOURCE }],
  })
})

test('a silent connection is closed after three minutes', () => {
  expect(driverOfGb26875('tcp').idleSeconds).toBe(180)
  expect(driverOfGb26875('udp')).toMatchObject({ transport: 'udp', protocol: 'gb26875' })
})

test('flood: beyond twenty a second nothing is kept or answered: it is read more slowly, which ends no connection, and it passes', () => {
  const session = converse()
  const all = Array.from({ length: 60 }, () => receiveBytes(session, frame([component(1)])))
  const flood = all.filter(({ faults }) => faults[0]?.reason === 'flood')
  expect(flood).toHaveLength(20)
  expect(flood.every(({ waitMs, faults }) => waitMs === 50 && faults[0]?.mild)).toBe(true)
  expect(receiveBytes(session, frame([component(1)], later(1)), later(1)).replies).toHaveLength(1)
})

test('a heartbeat is acknowledged, a command of its maker is counted', () => {
  expect(answers(receiveBytes(converse(), frame([])))).toMatchObject([{ command: ACKNOWLEDGED }])
  expect(receiveBytes(converse(), frame([], NOON, { command: 200 }))).toMatchObject({
    replies: [],
    faults: [{ reason: 'unknown-command' }],
  })
})

test('unknown types are acknowledged and counted; a known size lets what follows be read', () => {
  const rest = bytes('C8 01 AABB 15 01 02 00000C1A0B1A')
  expect(receiveBytes(converse(), frame([], NOON, { rest }))).toMatchObject({
    observations: [],
    faults: [{ reason: 'unknown-type' }],
  })
  const output = receiveBytes(
    converse(registry({ key: SOURCE, dialect: { sizes: { 200: 2 } } })),
    frame([], NOON, { rest }),
  )
  expect(conditions(output)).toContain('+transmitter fire')
  expect(output.faults).toEqual([])
})
