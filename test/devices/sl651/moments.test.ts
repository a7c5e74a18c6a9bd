// Of which moment are the reports of telemetry stations, and what of the rest they carry?
import { expect, test } from 'vitest'
import { createDeviceClocks } from '../../../devices/clocks/clocks.ts'
import { digitsOf } from '../../../devices/protocols/sl651/message.ts'
import { bytes } from '../streams.ts'
import {
  answers,
  at,
  conditions,
  converse,
  frame,
  later,
  level,
  NOON,
  place,
  raw,
  readings,
  reasons,
  receiveBytes,
  registry,
  STATION,
} from './centre.ts'

test('late: older than five minutes when sent', () => {
  const flags = (seconds: number) =>
    receiveBytes(converse(), frame(0x37, [...place(later(seconds)), level(1)])).observations[0]
      ?.flags
  expect([flags(-240), flags(-360)]).toEqual([[], ['late']])
})

test('a report by satellite is live for ninety minutes; older it is history, and so is that of a clock which was put back', () => {
  const sent = (seconds: number) =>
    receiveBytes(converse(), frame(0x32, [...place(later(seconds)), level(120)], later(seconds)))
      .observations[0]
  expect(sent(-5400)).toMatchObject({ flags: [], at: later(-5400).toISOString() })
  expect(sent(-5460)).toMatchObject({ flags: ['late'], at: later(-5460).toISOString() })
  expect(sent(-86_340)).toMatchObject({ flags: ['late'], at: later(-86_340).toISOString() })
  const heldSince = converse().receive(
    { ok: true, frame: frame(0x32, [...place(), level(120)]) },
    later(7200),
    later(5),
  )
  expect(heldSince.observations[0]).toMatchObject({ flags: [], at: NOON.toISOString() })
})

test('a clock that was never set names no moment, and one that lies ahead was not sent by the clock that we know: both are doubtful', () => {
  const unset = at('2000-01-01 00:10:00')
  const output = receiveBytes(
    converse(),
    frame(0x37, [...place(at('2000-01-01 00:08:00')), level(1)], unset),
  )
  expect(output.observations[0]).toMatchObject({
    flags: ['doubtful', 'skew'],
    at: NOON.toISOString(),
  })
  const ahead = receiveBytes(
    converse(),
    frame(0x32, [...place(later(7200)), level(120)], later(7200)),
  )
  expect(ahead.observations[0]).toMatchObject({
    flags: ['doubtful', 'skew'],
    at: NOON.toISOString(),
  })
  expect(
    receiveBytes(converse(), frame(0x32, [...place(later(90_000)), level(120)], later(90_000)))
      .observations,
  ).toEqual([])
})

test('a clock that the answer to our question shows to be two hours fast: its moments are corrected', () => {
  const clocks = createDeviceClocks()
  const session = converse({ ...registry({ key: STATION, secret: '1234' }), clocks })
  const first = receiveBytes(session, frame(0x32, [...place(later(7200)), level(120)], later(7200)))
  expect(first.observations[0]?.flags).toEqual(['doubtful', 'skew'])
  expect(answers(first).map(({ func }) => func)).toEqual([0x32, 0x51])
  receiveBytes(
    session,
    frame(0x51, [{ kind: 'station', address: STATION, type: null }], later(7202)),
    later(2),
  )
  expect(clocks.offset(STATION)).toBe(-7_200_000)
  const level2 = receiveBytes(
    session,
    frame(0x32, [...place(later(7260)), level(120)], later(7260)),
    later(60),
  )
  expect(level2.observations[0]).toMatchObject({ flags: ['skew'], at: later(60).toISOString() })
})

test('promise (alarms): rain of each five minutes behind a time step is read, and not taken for missing', () => {
  const step = raw(0x04, 0x18, bytes('000005'))
  const hour = {
    kind: 'series' as const,
    id: 0xf4,
    definition: 0x60,
    data: bytes('05 00 00 00 14 FF FF 00 00 F0 00 01'),
  }
  const output = receiveBytes(converse(), frame(0x38, [...place(later(-3300)), step, hour]))
  const rain = output.observations.flatMap((one) =>
    one.kind === 'reading' ? [`${one.point} ${one.value}`] : [],
  )
  expect(rain).toEqual(
    [0.5, 0, 0, 0, 2, null, null, 0, 0, 24, 0, 0.1].map((value) => `DRP ${value}`),
  )
  expect(output.observations.at(-1)).toMatchObject({ at: NOON.toISOString(), flags: [] })
  expect(reasons(output)).toEqual([])
})

test('promise (alarms): what of a report could not be read is counted, though the station is reported that it came', () => {
  const tail = receiveBytes(
    converse(),
    frame(0x32, [...place(), level(120), { kind: 'rest', data: bytes('39 FB 00 01') }]),
  )
  expect([reasons(tail), answers(tail).length, readings(tail)]).toEqual([
    ['unread-tail'],
    1,
    ['Z 120 m good'],
  ])
  const step = raw(0x04, 0x18, bytes('000010'))
  const odd = {
    kind: 'series' as const,
    id: 0x39,
    definition: 0x23,
    data: bytes('00118200 001182'),
  }
  expect(
    reasons(receiveBytes(converse(), frame(0x31, [...place(later(-600)), step, odd]))),
  ).toEqual(['unread-tail'])
})

test('a test report is no measurement, and rings no alarm', () => {
  const output = receiveBytes(
    converse(),
    frame(0x30, [...place(), level(125), raw(0x45, 0x20, bytes('00000084'))]),
  )
  expect(readings(output)).toEqual(['Z 125 m calib'])
  expect(conditions(output)).toEqual([])
})

test('entries by hand, versions, events, switches and parameters; the password is nowhere', () => {
  const own = { kind: 'station' as const, address: STATION, type: null }
  const rest = (data: Uint8Array) => ({ kind: 'rest' as const, data })
  const told = (func: number, items: Parameters<typeof frame>[1]) =>
    receiveBytes(converse(), frame(func, items)).observations
  expect(told(0x35, [{ kind: 'manual', marks: 2, data: Buffer.from('Q 1.234 ') }])).toMatchObject([
    { document: 'manual-entry', body: { text: 'Q 1.234' } },
  ])
  expect(told(0x45, [own, rest(Buffer.from('\x07SIM-1.0'))])).toMatchObject([
    { kind: 'sign', sign: 'version', text: 'SIM-1.0' },
  ])
  expect(
    told(0x50, [own, rest(bytes(`${'0000'.repeat(11)}0003${'0000'.repeat(20)}`))]),
  ).toMatchObject([{ document: 'event-record', body: { 水位超限告警: 3, 交流失电: 0 } }])
  expect(told(0x4e, [own, rest(bytes('0201 0150 0000'))])).toMatchObject([
    { document: 'gate-state', body: { bytes: '020101500000' } },
  ])
  expect(
    told(0x41, [own, raw(0x03, 0x10, bytes('1234')), raw(0x0c, 0x08, bytes('02'))]),
  ).toMatchObject([{ document: 'basic-configuration', body: { parameter: '0C', bytes: '02' } }])
  expect(digitsOf(NOON)).toBe('261126120000')
})
