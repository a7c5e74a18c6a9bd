// What becomes of positions, alarms and waybills of a lower platform, good ones and others?
import { expect, test } from 'vitest'
import type { Command, Condition, Observation } from '../../../devices/port.ts'
import { toGcj02 } from '../../../devices/protocols/jt809/datum.ts'
import type { Conversation, Heard } from '../../../devices/protocols/protocol.ts'
import { CENTRE, LORRY, Lower, later, lorry, NOW, peerDevice, plain, reasons, replies } from './lower.ts'

const signedIn = (dialect: Record<string, unknown> = {}): Lower => {
  const lower = new Lower(peerDevice({}, dialect))
  lower.signIn()
  return lower
}
const kind = <K extends Observation['kind']>({ observations }: Heard, which: K): Extract<Observation, { kind: K }>[] =>
  observations.filter((one): one is Extract<Observation, { kind: K }> => one.kind === which)
const raised = (heard: Heard): string[] => kind(heard, 'condition').map(({ condition, active }) => `${active ? '+' : '-'}${condition}`)
const standing = (heard: Heard): string[] =>
  kind(heard, 'condition')
    .filter(({ active }) => active)
    .map(({ condition }) => condition)

test('a position: place, speed and time as the vehicle measured them', () => {
  const lower = signedIn()
  const heard = lower.position(NOW)
  expect(heard.faults).toEqual([])
  expect(kind(heard, 'position')).toEqual([
    {
      ...{ kind: 'position', device: LORRY, at: NOW.toISOString(), lon: 118.85, lat: 28.95, speedKmh: 60, direction: 90, altitude: 70 },
      ...{ alarmBits: 0, statusBits: 3, flags: [], message: `jt809/${LORRY}/${NOW.toISOString()}` },
    },
  ])
})

test('the first position tells how every lasting alarm stands, later ones only what changes', () => {
  const lower = signedIn()
  const first = lower.position(NOW, { alarm: 0b10 })
  expect(standing(first)).toEqual(['overspeed'])
  expect(kind(first, 'condition')).toHaveLength(32)
  expect(raised(lower.position(later(10), { alarm: 0b10 }))).toEqual([])
  expect(raised(lower.position(later(20), { alarm: 1 << 23 }))).toEqual(['-overspeed', '+route-deviation'])
})

test('events are told for each time at which they happen, once', () => {
  const lower = signedIn()
  lower.position(NOW)
  const first = lower.position(later(10), { alarm: 1 })
  expect(raised(first)).toEqual(['+emergency'])
  expect(kind(first, 'condition')[0]).toMatchObject({ device: LORRY, point: 'terminal', level: 1, text: '紧急报警', event: `jt809/${LORRY}/bit0/${later(10).toISOString()}` })
  expect(raised(lower.position(later(10), { alarm: 1 }))).toEqual([])
  expect(raised(lower.position(later(20), { alarm: 1 }))).toEqual(['+emergency'])
  expect(raised(lower.position(later(30)))).toEqual(['-emergency'])
  expect(raised(lower.position(later(40)))).toEqual([])
})

test('alarms that platforms found themselves stand beside those of the terminal (2019)', () => {
  const lower = signedIn({ version: '2019' })
  const location = { alarm: 0, status: 3, lat: 28_950_000, lon: 118_850_000, altitude: 70, speed: 605, direction: 90, time: '261126100000', extras: [], rest: new Uint8Array() }
  const findings = [0, 4, 0].map((alarm) => ({ platform: '00'.repeat(11), alarm }))
  const heard = lower.say(0x1200, { vehicle: lorry, sub: 0x1202, positions: [{ form: '2019', encrypted: 0, location, findings }] })
  expect(standing(heard)).toEqual(['fatigue'])
  expect(kind(heard, 'position')).toMatchObject([{ at: NOW.toISOString(), speedKmh: 60.5, lat: 28.95 }])
})

test.each([
  ['no fix', { status: 1 }, []],
  ['nowhere', { lon: 0, lat: 0 }, []],
  ['outside of China', { lon: 20_000_000 }, ['outside-china']],
  ['south', { status: 7 }, ['outside-china']],
  ['latitude and longitude swapped', { lon: 28_950_000, lat: 118_850_000 }, ['swapped-coordinates']],
  ['year 2009', { year: 2009 }, ['position-time']],
  ['a month that is none', { month: 13 }, ['position-time']],
  ['two hours ahead', { hour: 12, minute: 1 }, ['position-time']],
])('not stored as a position: %s', (_, more, faults) => {
  const heard = signedIn().position(NOW, more)
  expect(kind(heard, 'position')).toEqual([])
  expect(reasons(heard)).toEqual(faults)
})

test('without a fix the alarm bits still count', () => {
  expect(standing(signedIn().position(NOW, { status: 1, alarm: 1 }))).toEqual(['emergency'])
})

test('encrypted coordinates are told once a day and never stored', () => {
  const lower = signedIn()
  const send = (now: Date): Heard =>
    lower.say(0x1200, { vehicle: lorry, sub: 0x1202, positions: [{ form: '2011', encrypted: 1, plain: plain(now, { alarm: 1 }) }] }, now)
  const first = send(NOW)
  expect(kind(first, 'position')).toEqual([])
  expect(kind(first, 'sign')).toMatchObject([{ device: LORRY, sign: 'coordinates-encrypted' }])
  expect(standing(first)).toEqual(['emergency'])
  expect(kind(send(later(10)), 'sign')).toEqual([])
  expect(kind(send(later(86_400)), 'sign')).toHaveLength(1)
})

test('a peer that sends the coordinates of Chinese maps: they become WGS 84', () => {
  const there = toGcj02({ lon: 118.85, lat: 28.95 })
  expect(Math.hypot(there.lon - 118.85, there.lat - 28.95)).toBeGreaterThan(0.003)
  const beijing = toGcj02({ lon: 116.404, lat: 39.915 })
  expect([beijing.lon, beijing.lat]).toEqual([expect.closeTo(116.410244, 5), expect.closeTo(39.916404, 5)])
  const sent = { lon: Math.round(there.lon * 1e6), lat: Math.round(there.lat * 1e6) }
  const [position] = kind(signedIn({ datum: 'gcj02' }).position(NOW, sent), 'position')
  expect(position?.lon).toBeCloseTo(118.85, 5)
  expect(position?.lat).toBeCloseTo(28.95, 5)
})

test('sent later (0x1203), older than the newest, or more than five minutes old: history, no alarm', () => {
  const lower = signedIn()
  lower.position(NOW)
  const positions = [1, 2, 3].map((minute) => ({ form: '2011' as const, encrypted: 0, plain: plain(later(60 * minute), { alarm: 1 }) }))
  const backfill = lower.say(0x1200, { vehicle: lorry, sub: 0x1203, positions }, later(300))
  expect(kind(backfill, 'position').map(({ flags }) => flags)).toEqual([['late'], ['late'], ['late']])
  expect(raised(backfill)).toEqual([])
  const older = lower.position(later(-60), { alarm: 1 }, later(301))
  expect(kind(older, 'position')).toMatchObject([{ flags: ['late'] }])
  expect(raised(older)).toEqual([])
  const stale = lower.position(later(310), { alarm: 1 }, later(700))
  expect(kind(stale, 'position')).toMatchObject([{ flags: ['late'] }])
  expect(raised(stale)).toEqual([])
  expect(raised(lower.position(later(710), { alarm: 1 }))).toEqual(['+emergency'])
})

test('a vehicle that is not registered: shown and marked, without alarms, told once a day', () => {
  const lower = signedIn()
  lower.devices.delete(LORRY)
  const first = lower.position(NOW, { alarm: 1 })
  expect(kind(first, 'position')).toMatchObject([{ unregistered: true }])
  expect(raised(first)).toEqual([])
  expect(first.faults).toMatchObject([{ reason: 'unknown-vehicle', device: LORRY }])
  expect(reasons(lower.position(later(10)))).toEqual([])
  expect(reasons(lower.position(later(86_400)))).toEqual(['unknown-vehicle'])
  const warned = lower.say(0x1400, { vehicle: lorry, sub: 0x1402, values: { source: 2, type: 3, time: NOW.getTime() / 1000, infoId: 1, text: '' } })
  expect(warned.observations).toEqual([])
})

test('the same frame again within ten minutes is dropped, and the link stays', () => {
  const lower = signedIn()
  lower.position(NOW)
  lower.sn -= 1
  const again = lower.position(NOW)
  expect(again).toMatchObject({ observations: [], replies: [] })
  expect(again.close).toBeUndefined()
  expect(reasons(again)).toEqual(['duplicate'])
  // Another position under the same number, as of a sender that does not count, is none.
  lower.sn -= 1
  expect(kind(lower.position(later(5)), 'position')).toHaveLength(1)
})

test('clocks: ten minutes off are marked, a day ahead is refused, an old frame among new ones is a replay', () => {
  const lower = signedIn({ version: '2019' })
  const send = (sent: number, now: number): Heard =>
    lower.say(0x1200, { vehicle: lorry, sub: 0x1202, positions: [{ form: '2011', encrypted: 0, plain: plain(later(sent)) }] }, later(now), { time: later(sent).getTime() / 1000 })
  expect(kind(send(-3600, 0), 'position')).toMatchObject([{ flags: ['skew'] }])
  expect(kind(send(60, 60), 'position')).toMatchObject([{ flags: [] }])
  expect(reasons(send(86_500, 61))).toEqual(['time-ahead'])
  const replay = send(-3000, 62)
  expect(replay.observations).toEqual([])
  expect(reasons(replay)).toEqual(['replay'])
})

test('two positions a second of one vehicle, two thousand a second of a peer', () => {
  const lower = signedIn()
  const heard = Array.from({ length: 30 }, (_, index) => lower.position(later(index / 10), { alarm: index === 29 ? 1 : 0 }))
  expect(heard.flatMap((one) => kind(one, 'position')).length).toBeLessThan(18)
  expect(reasons(heard[29]!)).toEqual(['vehicle-flood'])
  expect(standing(heard[29]!)).toEqual(['emergency'])
  const other = signedIn()
  const frame = (): Uint8Array => other.frame(0x1200, { vehicle: lorry, sub: 0x120d, values: { text: 'x' } })
  const flood = Array.from({ length: 4100 }, () => other.feed(frame()))
  expect(flood.filter((one) => reasons(one).includes('flood'))).toHaveLength(100)
})

test('a place that does not change for ten minutes while the wheels turn is told once', () => {
  const lower = signedIn()
  const signs = Array.from({ length: 80 }, (_, index) => kind(lower.position(later(10 * index)), 'sign')).flat()
  expect(signs).toMatchObject([{ sign: 'position-frozen', at: later(600).toISOString() }])
  expect(kind(lower.position(later(1000), { lon: 118_851_000 }), 'sign')).toEqual([])
})

test('what no table describes, or does not fit its table, is counted and says nothing', () => {
  const lower = signedIn()
  const odd = (type: number, sub: number, size: number): string[] => {
    const heard = lower.say(type, { vehicle: lorry, sub, data: new Uint8Array(size) })
    expect(heard).toMatchObject({ observations: [], replies: [] })
    return reasons(heard)
  }
  expect(odd(0x1200, 0x12ff, 5)).toEqual(['unknown-message'])
  expect(odd(0x1200, 0x1202, 20)).toEqual(['wrong-body'])
  expect(reasons(lower.say(0x1200, { sub: 0x1202, positions: [{ form: '2011', encrypted: 0, plain: plain(NOW) }] }))).toEqual(['no-vehicle'])
  expect(reasons(lower.say(0x1102, { data: new Uint8Array(5) }))).toEqual(['unknown-message'])
})

const warn = { source: 2, type: 0x0b, time: NOW.getTime() / 1000, infoId: 3344, text: '偏离\u0007规定路线' }

test('an alarm of the platform, 2011: named as the bit of the terminal, its text without control characters', () => {
  const heard = signedIn().say(0x1400, { vehicle: lorry, sub: 0x1402, values: warn })
  expect(kind(heard, 'condition')).toMatchObject([
    { device: LORRY, point: 'platform', condition: 'route-deviation', level: 2, active: true, at: NOW.toISOString(), text: '偏离路线报警：偏离规定路线', flags: [] },
  ])
})

test.each([
  ['three times in seconds', [NOW.getTime() / 1000, 0, 0]],
  ['two times in milliseconds', [NOW.getTime(), later(60).getTime()]],
])('an alarm of the platform, 2019: %s', (_, times) => {
  const values = { platform: '33080000001', type: 3, times, ...lorry, target: '', line: 7, text: '' }
  const heard = signedIn({ version: '2019' }).say(0x1400, { sub: 0x1402, values })
  expect(kind(heard, 'condition')).toMatchObject([{ device: LORRY, condition: 'emergency', level: 1, at: NOW.toISOString(), text: '紧急报警' }])
})

test('an alarm about no vehicle concerns the platform; of an unknown type it is none; an old one is late; one of the future is refused', () => {
  const lower = signedIn({ version: '2019' })
  const send = (more: Record<string, unknown>): Heard =>
    lower.say(0x1400, { sub: 0x1402, values: { platform: '', type: 0xa004, times: [NOW.getTime()], plate: '', colour: 0, target: '', line: 0, text: '', ...more } })
  expect(kind(send({}), 'condition')).toMatchObject([{ device: String(CENTRE), condition: 'platform-lost' }])
  expect(reasons(send({ type: 0x77 }))).toEqual(['unknown-warning'])
  expect(kind(send({ times: [later(-400).getTime()] }), 'condition')).toMatchObject([{ flags: ['late'] }])
  expect(reasons(send({ times: [later(4000).getTime()] }))).toEqual(['warning-time'])
})

test('a waybill: its lines are read, its text is kept, its key is the vehicle and the number', () => {
  const text = '运单编号：YD20261126001\n承运人：某公司\nUN编号:UN1203;货物名称：汽油\n驾驶员：张三\n备注：小心轻放'
  const [document] = kind(signedIn().say(0x1200, { vehicle: lorry, sub: 0x120d, values: { text } }), 'document')
  expect(document).toMatchObject({ device: LORRY, document: 'waybill', key: `${LORRY}/YD20261126001`, at: NOW.toISOString() })
  expect(document?.body).toEqual({
    ...{ ...lorry, text, number: 'YD20261126001' },
    fields: { number: 'YD20261126001', company: '某公司', un: 'UN1203', goods: '汽油', driver: '张三' },
  })
})

test('a waybill in JSON, and one that is only a text', () => {
  const lower = signedIn()
  const key = (text: string) => kind(lower.say(0x1200, { vehicle: lorry, sub: 0x120d, values: { text } }), 'document')[0]?.key
  expect(key('{"id":"W7","goodsName":"甲醇"}')).toBe(`${LORRY}/W7`)
  expect(key('asd123456asd')).toMatch(/-2\/[0-9a-f]{16}$/)
  expect(key('asd123456asd')).toBe(key('asd123456asd'))
  expect(key('{"id":')).toMatch(/[0-9a-f]{16}$/)
})

test('driver, terminal and route are documents too', () => {
  const lower = signedIn()
  const driver = { name: '张三', id: '330800', licence: 'YL1', office: '某机关' }
  expect(kind(lower.say(0x1200, { vehicle: lorry, sub: 0x120c, values: driver }), 'document')).toMatchObject([{ document: 'driver', key: `${LORRY}/330800`, body: driver }])
  const terminal = { platform: '1', producer: '2', model: 'M', terminal: 'T1', sim: '013900000000' }
  expect(kind(lower.say(0x1200, { vehicle: lorry, sub: 0x1201, values: terminal }), 'document')).toMatchObject([{ document: 'terminal', body: terminal }])
  expect(kind(lower.say(0x1200, { vehicle: lorry, sub: 0x120e, values: { text: '衢州至金华' } }), 'document')).toMatchObject([{ document: 'route', body: { text: '衢州至金华' } }])
})

const command = (more: Partial<Command>): Command => ({ key: 'k1', feed: 'jt809', device: LORRY, verb: 'supervise', args: {}, until: later(3600).toISOString(), ...more })

test('supervising an alarm: asked on the slave link, answered with an outcome', () => {
  const lower = new Lower()
  const { dial } = lower.signIn({ ip: '10.1.1.1', port: 8810 })
  const slave = dial!.talk
  slave.open(NOW)
  slave.hear({ ok: true, frame: lower.frame(0x9002, { values: { result: 0 } }) }, NOW)
  const order = command({ args: { type: '11', time: NOW.toISOString(), person: '王科长', phone: '0570-1' } })
  expect(lower.talk.command!(order, NOW)).toMatchObject({ replies: [] })
  const [asked, ...rest] = replies(slave.tick(later(1)))
  expect(asked).toMatchObject({ type: 0x9400, sub: 0x9401, vehicle: lorry, values: { type: 11, time: NOW.getTime() / 1000, person: '王科长' } })
  expect(rest).toEqual([])
  // The same order once more is not sent once more.
  expect(lower.talk.command!(order, later(2)).replies).toEqual([])
  expect(slave.tick(later(3)).replies).toEqual([])
  const id = asked!.values.id!
  const answered = lower.say(0x1400, { vehicle: lorry, sub: 0x1401, values: { id, result: 1 } }, later(4))
  expect(answered.answered).toEqual([{ key: 'k1', ok: true, words: '已处理完毕 dealt with' }])
  expect(kind(answered, 'document')).toMatchObject([{ document: 'supervision', body: { result: 1 } }])
  expect(lower.say(0x1400, { vehicle: lorry, sub: 0x1401, values: { id, result: 1 } }, later(5)).answered).toBeUndefined()
})

test('without a slave link the main link carries what is asked; "will not be dealt with" is no success', () => {
  const lower = signedIn()
  const [asked] = replies(lower.talk.command!(command({ args: { time: NOW.toISOString() } }), NOW))
  const answered = lower.say(0x1400, { vehicle: lorry, sub: 0x1401, values: { id: asked!.values.id!, result: 2 } })
  expect(answered.answered).toMatchObject([{ ok: false }])
})

test('asking for a waybill, and asking who is on duty', () => {
  const lower = signedIn()
  const talk: Conversation = lower.talk
  expect(replies(talk.command!(command({ verb: 'query', args: { what: 'waybill' } }), NOW))).toMatchObject([{ type: 0x9200, sub: 0x920b, vehicle: lorry }])
  const waybill = lower.say(0x1200, { vehicle: lorry, sub: 0x120b, values: { text: '运单号：7' } })
  expect(waybill.answered).toMatchObject([{ key: 'k1', ok: true }])
  expect(kind(waybill, 'document')).toMatchObject([{ key: `${LORRY}/7` }])
  const [query] = replies(talk.command!(command({ key: 'k2', device: String(CENTRE), verb: 'query', args: { text: '请应答' } }), NOW))
  expect(query).toMatchObject({ type: 0x9300, sub: 0x9301, values: { text: '请应答' } })
  const duty = lower.say(0x1300, { sub: 0x1301, values: { objectType: 1, object: '', infoId: query!.values.infoId!, text: '在岗' } })
  expect(duty.answered).toEqual([{ key: 'k2', ok: true, words: '在岗' }])
})

test.each(['2011', '2019'] as const)('a post query of the peer stands until somebody answers it (%s)', (version) => {
  const lower = signedIn({ version })
  const values = { objectType: 1, object: '330800', ...(version === '2019' ? { answerTime: 10 } : {}), infoId: 25, text: '谁在岗？' }
  const [asked] = kind(lower.say(0x9300, { sub: 0x9301, values }), 'condition') as [Condition]
  expect(asked).toMatchObject({ device: String(CENTRE), condition: 'post-query', active: true, level: 2, text: '谁在岗？', limit: version === '2019' ? 10 : null })
  const answer = command({ verb: 'query', device: String(CENTRE), args: { event: asked.event, answer: '值班员张三在岗', person: '张三', phone: '0570' } })
  const heard = lower.talk.command!(answer, later(60))
  expect(replies(heard, version)).toMatchObject([{ type: 0x1300, sub: 0x1301, values: { text: '值班员张三在岗' } }])
  expect(kind(heard, 'condition')).toMatchObject([{ condition: 'post-query', active: false, event: asked.event }])
  expect(heard.answered).toMatchObject([{ key: 'k1', ok: true }])
  expect(lower.talk.command!({ ...answer, key: 'k3' }, later(61)).answered).toMatchObject([{ key: 'k3', ok: false }])
})

test('an alarm that the peer supervises stands until it is answered with an outcome', () => {
  const lower = signedIn()
  const values = { source: 3, type: 1, time: 1, id: 77, until: 2, level: 0, person: '', phone: '', mail: '' }
  const [asked] = kind(lower.say(0x9400, { vehicle: lorry, sub: 0x9401, values }), 'condition') as [Condition]
  expect(asked).toMatchObject({ condition: 'supervised', active: true })
  expect(lower.talk.command!(command({ args: { event: asked.event, result: '9' } }), NOW).answered).toMatchObject([{ ok: false }])
  const heard = lower.talk.command!(command({ args: { event: asked.event, result: '1' } }), NOW)
  expect(replies(heard)).toMatchObject([{ type: 0x1400, sub: 0x1401, vehicle: lorry, values: { id: 77, result: 1 } }])
})

test('commands that cannot be done are answered so', () => {
  const lower = new Lower()
  expect(lower.talk.command!(command({}), NOW).answered).toMatchObject([{ ok: false }])
  lower.signIn()
  for (const wrong of [{ verb: 'shelve' as const }, { until: later(-1).toISOString() }, { device: 'x' }, { verb: 'query' as const }]) {
    expect(lower.talk.command!(command(wrong), NOW)).toMatchObject({ replies: [], answered: [{ ok: false }] })
  }
})
