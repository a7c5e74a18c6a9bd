// What becomes of alarms, waybills and other messages about vehicles?
import { expect, test } from 'vitest'
import type { SessionOutput } from '../../../devices/frames/protocol.ts'
import { openFrame } from '../../../devices/protocols/jt809/frame.ts'
import { CENTRE, kind, LORRY, later, lorry, NOW, plain, reasons, signedIn } from './lower.ts'

test('what no table describes, or does not fit its table, is counted and says nothing', () => {
  const lower = signedIn()
  const odd = (type: number, sub: number, size: number): string[] => {
    const output = lower.send(type, { vehicle: lorry, sub, data: new Uint8Array(size) })
    expect(output).toMatchObject({ observations: [], replies: [] })
    return reasons(output)
  }
  expect(odd(0x1200, 0x12ff, 5)).toEqual(['unknown-message'])
  expect(odd(0x1200, 0x1202, 20)).toEqual(['wrong-body'])
  expect(
    reasons(
      lower.send(0x1200, {
        sub: 0x1202,
        positions: [{ form: '2011', encrypted: 0, plain: plain(NOW) }],
      }),
    ),
  ).toEqual(['no-vehicle'])
  expect(reasons(lower.send(0x1102, { data: new Uint8Array(5) }))).toEqual(['unknown-message'])
})

test('data that are not as long as they say are not taken', () => {
  const lower = signedIn()
  const frame = lower.frame(0x1200, {
    vehicle: lorry,
    sub: 0x1202,
    positions: [{ form: '2011', encrypted: 0, plain: plain(NOW) }],
  })
  const opened = openFrame(frame)
  const raw = Buffer.from(opened.ok ? opened.behind : [])
  expect(raw.readUInt32BE(24)).toBe(36)
  raw.writeUInt32BE(35, 24)
  expect(reasons(lower.send(0x1200, {}, NOW, { raw }))).toEqual(['wrong-body'])
})

const warn = {
  source: 2,
  type: 0x0b,
  time: NOW.getTime() / 1000,
  infoId: 3344,
  text: '偏离\u0007规定路线',
}

test('an alarm of the platform, 2011: named as the bit of the terminal and under its point, its text without control characters', () => {
  const output = signedIn().send(0x1400, { vehicle: lorry, sub: 0x1402, values: warn })
  expect(kind(output, 'condition')).toMatchObject([
    {
      device: LORRY,
      point: 'terminal',
      condition: 'route-deviation',
      level: 2,
      active: true,
      at: NOW.toISOString(),
      text: '偏离路线报警：偏离规定路线',
      flags: [],
    },
  ])
})

test.each([
  ['three times in seconds', [NOW.getTime() / 1000, 0, 0]],
  ['two times in milliseconds', [NOW.getTime(), later(60).getTime()]],
])('an alarm of the platform, 2019: %s', (_, times) => {
  const values = {
    platform: '33080000001',
    type: 3,
    times,
    ...lorry,
    target: '',
    line: 7,
    text: '',
  }
  const output = signedIn({ version: '2019' }).send(0x1400, { sub: 0x1402, values })
  expect(kind(output, 'condition')).toMatchObject([
    { device: LORRY, condition: 'emergency', level: 1, at: NOW.toISOString(), text: '紧急报警' },
  ])
})

test('an alarm about no vehicle concerns the platform; of an unknown type it is none; one that is over is history; one of the future is refused', () => {
  const lower = signedIn({ version: '2019' })
  const send = (more: Record<string, unknown>): SessionOutput =>
    lower.send(0x1400, {
      sub: 0x1402,
      values: {
        platform: '',
        type: 0xa004,
        times: [NOW.getTime()],
        plate: '',
        colour: 0,
        target: '',
        line: 0,
        text: '',
        ...more,
      },
    })
  expect(kind(send({}), 'condition')).toMatchObject([
    { device: String(CENTRE), condition: 'platform-lost', active: false },
    { device: String(CENTRE), condition: 'platform-lost', active: true },
  ])
  expect(reasons(send({ type: 0x77 }))).toEqual(['unknown-warning'])
  expect(
    kind(send({ times: [later(-3600).getTime(), later(-10).getTime()] }), 'condition'),
  ).toMatchObject([
    { active: false, flags: [] },
    { active: true, flags: [] },
  ])
  const late = send({ times: [later(-400).getTime()] })
  expect(kind(late, 'condition')).toEqual([])
  expect(kind(late, 'document')).toMatchObject([
    { document: 'late-alarm', body: { condition: 'platform-lost', level: 3 }, flags: ['late'] },
  ])
  expect(reasons(send({ times: [later(90_000).getTime()] }))).toEqual(['warning-time'])
})

test('a waybill: its lines are read, its text is kept, its key is the vehicle and the number', () => {
  const text =
    '运单编号：YD20261126001\n承运人：某公司\nUN编号:UN1203;货物名称：汽油\n驾驶员：张三\n备注：小心轻放'
  const [document] = kind(
    signedIn().send(0x1200, { vehicle: lorry, sub: 0x120d, values: { text } }),
    'document',
  )
  expect(document).toMatchObject({
    device: LORRY,
    document: 'waybill',
    key: `${LORRY}/YD20261126001`,
    at: NOW.toISOString(),
  })
  expect(document?.body).toEqual({
    ...lorry,
    text,
    number: 'YD20261126001',
    fields: {
      number: 'YD20261126001',
      company: '某公司',
      un: 'UN1203',
      goods: '汽油',
      driver: '张三',
    },
  })
})

test('a waybill in JSON, and one that is only a text', () => {
  const lower = signedIn()
  const key = (text: string) =>
    kind(lower.send(0x1200, { vehicle: lorry, sub: 0x120d, values: { text } }), 'document')[0]?.key
  expect(key('{"id":"W7","goodsName":"甲醇"}')).toBe(`${LORRY}/W7`)
  expect(key('asd123456asd')).toMatch(/-2\/[0-9a-f]{16}$/)
  expect(key('asd123456asd')).toBe(key('asd123456asd'))
  expect(key('{"id":')).toMatch(/[0-9a-f]{16}$/)
})

test('driver, terminal and route are documents too', () => {
  const lower = signedIn()
  const driver = { name: '张三', id: '330800', licence: 'YL1', office: '某机关' }
  expect(
    kind(lower.send(0x1200, { vehicle: lorry, sub: 0x120c, values: driver }), 'document'),
  ).toMatchObject([{ document: 'driver', key: `${LORRY}/330800`, body: driver }])
  const terminal = { platform: '1', producer: '2', model: 'M', terminal: 'T1', sim: '013900000000' }
  expect(
    kind(lower.send(0x1200, { vehicle: lorry, sub: 0x1201, values: terminal }), 'document'),
  ).toMatchObject([{ document: 'terminal', body: terminal }])
  expect(
    kind(
      lower.send(0x1200, { vehicle: lorry, sub: 0x120e, values: { text: '衢州至金华' } }),
      'document',
    ),
  ).toMatchObject([{ document: 'route', body: { text: '衢州至金华' } }])
})
