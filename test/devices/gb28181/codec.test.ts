// Is the body of an alarm of cameras read as the standard means it, whatever stands in it?

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { createDeviceClocks, type DeviceClocks } from '../../../devices/clocks/clocks.ts'
import { encodeGbk } from '../../../devices/frames/gbk.ts'
import { gb28181 } from '../../../devices/protocols/gb28181/codec.ts'
import type { Message } from '../../../devices/protocols/gb28181/message.ts'
import { observeAlarm, observeCatalogue } from '../../../devices/protocols/gb28181/observe.ts'
import {
  describePointId,
  isCamera,
  readPointId,
} from '../../../devices/protocols/gb28181/point-id.ts'
import { rightClocks } from '../clocks/right.ts'
import { framesOf, glued, hex, mutations, reasonsOf, ways } from '../streams.ts'

/** As the device says, whatever that is. */
const clocks: Pick<DeviceClocks, 'judge'> = {
  judge: (_, { at }) => ({ at: (at ?? new Date(0)).toISOString(), flags: [] }),
}
const stored = readFileSync(join(import.meta.dirname, '../../fixtures/gb28181/alarm.xml'), 'utf8')
const wire = encodeGbk(stored)
const usual = { charset: 'GB2312' }
const received = new Date('2009-12-04T08:23:40Z')

const message = (body: string): Message => {
  const decoded = gb28181.decode(encodeGbk(body), usual)
  if (!decoded.ok) throw new Error(decoded.fault.words)
  return decoded.message
}
const reasonOf = (bytes: Uint8Array): string => {
  const decoded = gb28181.decode(bytes, usual)
  return decoded.ok ? 'ok' : decoded.fault.reason
}
const changed = (from: string | RegExp, to: string): string => {
  expect(stored.replace(from, to)).not.toBe(stored)
  return stored.replace(from, to)
}

describe('the published alarm', () => {
  it('is read, told and written again as it was', () => {
    const decoded = gb28181.decode(wire, usual)
    if (!decoded.ok) throw new Error(decoded.fault.words)
    expect(decoded.message).toMatchObject({
      declared: 'GB2312',
      kind: 'Notify',
      command: 'Alarm',
      serial: '1',
      device: '64010000001340000001',
    })
    expect(hex(gb28181.encode(decoded.message, usual))).toBe(hex(wire))
    const fields = gb28181.describe(decoded.message).map(({ name, value }) => `${name}: ${value}`)
    expect(fields).toContain('AlarmMethod 报警方式 method: 2 设备报警 by a device')
    expect(fields).toContain('AlarmDescription 报警内容 description: 警情描述')
    expect(fields.find((line) => line.startsWith('DeviceID'))).toContain('报警输入设备')
  })

  it('is a condition of its device', () => {
    expect(observeAlarm(message(stored), clocks, received)).toEqual({
      kind: 'condition',
      device: '64010000001340000001',
      point: '2',
      condition: 'video-alarm',
      active: true,
      level: 4,
      severity: 4,
      limit: null,
      value: null,
      text: '设备报警：警情描述',
      at: '2009-12-04T08:23:32.000Z',
      flags: [],
      event: '64010000001340000001/1/2009-12-04T16:23:32',
    })
  })

  it('lines may end as SIP ends them', () => {
    const crlf = encodeGbk(stored.replaceAll('\n', '\r\n'))
    const decoded = gb28181.decode(crlf, usual)
    if (!decoded.ok) throw new Error(decoded.fault.words)
    expect(hex(gb28181.encode(decoded.message, usual))).toBe(hex(crlf))
  })
})

describe('alarms', () => {
  it.each([
    ['2', '1', 'video-lost', '视频丢失报警：警情描述'],
    ['2', '2', 'tampering', '设备防拆报警：警情描述'],
    ['5', '6', 'intrusion', '入侵检测报警：警情描述'],
    ['5', '99', 'video-alarm', '代码99：警情描述'],
    ['6', '1', 'fault', '存储设备磁盘故障报警：警情描述'],
  ])('method %s, type %s', (method, type, condition, text) => {
    const body = changed(
      '<AlarmMethod>2<',
      `<Info><AlarmType>${type}</AlarmType></Info><AlarmMethod>${method}<`,
    )
    expect(observeAlarm(message(body), clocks, received)).toMatchObject({
      condition,
      text,
      point: `${method}/${type}`,
    })
  })

  it.each([
    ['AlarmPriority>4', 'AlarmPriority>0'],
    ['AlarmPriority>4', 'AlarmPriority>5'],
    ['AlarmMethod>2', 'AlarmMethod>x'],
    ['2009-12-04T', '2009-13-04T'],
    ['2009-12-04T', ''],
    ['>Alarm<', '>Keepalive<'],
  ])('%s is no alarm as %s', (from, to) =>
    expect(observeAlarm(message(changed(from, to)), clocks, received)).toBeNull(),
  )

  it('by a clock that is known what is older than the newest of its device is history, what lies a day ahead is none; otherwise it is doubtful', () => {
    const conditionAt = (of: DeviceClocks, now: string) =>
      observeAlarm(message(changed('2009-12-04T', '2019-12-04T')), of, new Date(now))
    expect(conditionAt(rightClocks(), '2019-12-04T09:00:00Z')?.flags).toEqual(['late'])
    expect(conditionAt(rightClocks(), '2019-12-02T09:00:00Z')).toBeNull()
    expect(conditionAt(createDeviceClocks(), '2019-12-04T09:00:00Z')).toMatchObject({
      active: true,
      flags: expect.arrayContaining(['doubtful']),
    })
  })

  it('a zone is honoured', () => {
    expect(observeAlarm(message(changed('16:23:32', '16:23:32+09:00')), clocks, received)?.at).toBe(
      '2009-12-04T07:23:32.000Z',
    )
  })

  it('text of strangers is cut and cleaned', () => {
    const long =
      observeAlarm(message(changed('警情描述', `&#10;${'长'.repeat(2_000)}`)), clocks, received)
        ?.text ?? ''
    expect(long.length).toBe(512)
    expect(long).not.toMatch(/\p{Cc}/u)
  })
})

describe('what is refused', () => {
  it.each([
    ['charset', Buffer.from(stored)],
    ['charset', encodeGbk(changed('GB2312', 'UTF-8'))],
    ['charset', encodeGbk(changed('GB2312', 'Big5'))],
    ['charset', Uint8Array.of(...encodeGbk('<Notify>'), 0xff, 0xff)],
    ['doctype', encodeGbk(changed('<Notify>', '<!DOCTYPE x [<!ENTITY a "b">]><Notify>'))],
    ['entity', encodeGbk(changed('警情描述', '&a;'))],
    ['root', encodeGbk(stored.replaceAll('Notify', 'Anything'))],
    ['command', encodeGbk(changed('<CmdType>Alarm</CmdType>', ''))],
    ['serial', encodeGbk(changed('<SN>1', '<SN>-1'))],
    ['device', encodeGbk(changed('64010000001340000001', '6401000000134000000'))],
    ['oversize', encodeGbk(changed('警情描述', 'x'.repeat(66_000)))],
    ['truncated', wire.slice(0, 200)],
  ])('%s', (reason, bytes) => expect(reasonOf(bytes)).toBe(reason))

  it('UTF-8 that says so is read', () => {
    expect(reasonOf(Buffer.from(changed('GB2312', 'UTF-8')))).toBe('ok')
    expect(
      gb28181.decode(Buffer.from(stored.split('\n').slice(1).join('\n')), { charset: 'UTF-8' }).ok,
    ).toBe(true)
  })
})

describe.each(Object.entries(ways))('bodies one after another, %s', (_, way) => {
  it('each is cut out, and what lies between is told', () => {
    const results = way(gb28181.framer(usual), glued(wire, encodeGbk('rubbish'), wire, wire))
    const body = hex(wire.subarray(0, -1))
    expect(framesOf(results)).toEqual([body, body, body])
    expect(reasonsOf(results)).toEqual(['noise'])
  })

  it('one without an end is given up, one too long is dropped', () => {
    const framer = gb28181.framer(usual)
    expect(way(framer, wire.slice(0, 100))).toEqual([])
    expect(reasonsOf(framer.giveUp())).toEqual(['truncated'])
    expect(framer.held()).toBe(0)
  })
})

test('the framer holds no more than a body', () => {
  const framer = gb28181.framer(usual)
  for (let n = 0; n < 10; n++) framer.push(encodeGbk(`<Notify>${'x'.repeat(20_000)}`))
  expect(framer.held()).toBeLessThanOrEqual(65_536)
})

test('mutations throw nothing, and what is accepted is true to its bytes', () => {
  fc.assert(
    fc.property(fc.nat(wire.length - 1), fc.nat(255), fc.nat(3), (at, byte, cut) => {
      const bad = Buffer.concat([
        wire.subarray(0, at),
        Uint8Array.of(byte),
        wire.subarray(at + cut),
      ])
      const decoded = gb28181.decode(bad, usual)
      if (!decoded.ok) return
      gb28181.describe(decoded.message)
      const seen = observeAlarm(decoded.message, clocks, received)
      if (seen)
        expect([
          seen.device.length,
          seen.level >= 1 && seen.level <= 4,
          Number.isNaN(Date.parse(seen.at)),
        ]).toEqual([20, true, false])
    }),
    { numRuns: mutations },
  )
})

test('a catalogue names cameras; places that are none are left out', () => {
  const item = (id: string, lon: string, lat: string, status: string) =>
    `<Item><DeviceID>${id}</DeviceID><Name>东门</Name><Status>${status}</Status><Longitude>${lon}</Longitude><Latitude>${lat}</Latitude></Item>`
  const body = `<?xml version="1.0"?><Response><CmdType>Catalog</CmdType><SN>2</SN><DeviceID>33080200002000000001</DeviceID><DeviceList Num="3">
${item('33080200001310000001', '118.87', '28.97', 'ON')}${item('33080200001320000002', '171.3', '34.2', 'OFF')}${item('7', '', '', '')}</DeviceList></Response>`
  expect(observeCatalogue(message(body))).toEqual([
    { id: '33080200001310000001', name: '东门', online: true, parent: '', lon: 118.87, lat: 28.97 },
    { id: '33080200001320000002', name: '东门', online: false, parent: '', lon: null, lat: null },
  ])
  expect(observeCatalogue(message(stored))).toEqual([])
})

test('numbers of points', () => {
  const camera = readPointId('33080200001310000001')
  expect(camera).toEqual({
    centre: '33080200',
    industry: '00',
    type: 131,
    network: 0,
    serial: '000001',
  })
  expect(camera && [isCamera(camera), describePointId(camera).zh]).toEqual([
    true,
    '中心33080200 社会治安路面接入 摄像机 序号000001',
  ])
  for (const wrong of [
    '',
    '3308020000131000000',
    '330802000013100000011',
    '3308020000131000000x',
    '09080200001310000001',
    '33080200000000000001',
  ])
    expect(readPointId(wrong)).toBeNull()
})
