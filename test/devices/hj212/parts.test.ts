// How are messages in parts, of the encrypted variant and of several stations taken?

import { describe, expect, it } from 'vitest'
import { codec } from '../../../devices/protocols/hj212/codec.ts'
import { dialectOf } from '../../../devices/protocols/hj212/dialect.ts'
import { type Sample, sampleWith, sealedSamples } from './samples.ts'
import {
  beijing,
  device,
  framed,
  frameOf,
  MN,
  openSession,
  readingsOf,
  reasons,
  replies,
  values,
} from './session.ts'

const NOW = beijing('20260301081500')
const _later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000)
const AREA = 'DataTime=20260301081500;w01018-Rtd=40.1,w01018-Flag=N'
const good = frameOf(AREA)

it('a length that is not the length is counted, and the data are taken', () => {
  const output = openSession().receive(
    Buffer.from(good.toString().replace(/^##\d{4}/, '##0099')),
    NOW,
  )
  expect([reasons(output), replies(output), values(output)]).toEqual([
    ['length-off'],
    ['9014'],
    { 'w01018-Rtd': '40.1 good' },
  ])
})

describe('parts', () => {
  it('each is used when it comes; a set that stays open for 60 s is told once', () => {
    const connection = openSession()
    const at = beijing('20160801090000')
    expect(readingsOf(connection.receive(sampleWith('PNO=1').bytes, at))).toHaveLength(7)
    expect(connection.session.tick(new Date(at.getTime() + 59_000)).observations).toEqual([])
    const observations = connection.session.tick(new Date(at.getTime() + 61_000)).observations
    expect(observations).toMatchObject([
      {
        kind: 'sign',
        sign: 'parts-missing',
        text: expect.stringContaining('2061 2016-08-01T00:00:00.000Z 1/2'),
      },
    ])
    expect(connection.session.tick(new Date(at.getTime() + 120_000)).observations).toEqual([])
  })

  it('a set that is complete is not told', () => {
    const connection = openSession()
    const at = beijing('20160801090000')
    const both = connection.receive(
      Buffer.concat([sampleWith('PNO=2').bytes, sampleWith('PNO=1').bytes]),
      at,
    )
    expect(readingsOf(both)).toHaveLength(11)
    expect(connection.session.tick(new Date(at.getTime() + 61_000)).observations).toEqual([])
  })

  it('a part without DataTime takes that of its set, and is not acknowledged before it', () => {
    const connection = openSession()
    const part = (PNO: number, area: string, QN: string) =>
      connection.receive(frameOf(area, { QN, Flag: '7', more: `PNUM=2;PNO=${PNO};` }), NOW)
    const second = 'w21003-Rtd=1,w21003-Flag=N'
    const early = part(2, second, '20260301081500002')
    expect([reasons(early), replies(early)]).toEqual([['part-without-time'], []])
    expect(reasons(part(1, AREA, '20260301081500001'))).toEqual([])
    const again = part(2, second, '20260301081500002')
    expect([values(again), replies(again)]).toEqual([{ 'w21003-Rtd': '1 good' }, ['9014']])
  })
})

describe('what a station is', () => {
  it('the encrypted variant: data in, requests out; in plain nothing is taken from it', () => {
    const dialect = { sm4: '30'.repeat(16), greets: false }
    const connection = openSession([device({ dialect })])
    const [{ bytes }] = sealedSamples as [Sample]
    const output = connection.receive(bytes, beijing('20240601085900'))
    expect(values(output)).toEqual({ 'w01018-Rtd': expect.stringMatching(/good$/) })
    expect(replies(output, dialect)).toEqual(['9014'])
    const deviceCommand = {
      key: 'k',
      feed: 'f',
      device: MN,
      verb: 'set-clock' as const,
      args: {},
      until: '2027-01-01T00:00:00Z',
    }
    const queryOutput = connection.session.command?.(deviceCommand, beijing('20240601090000'))
    expect(Buffer.from(queryOutput?.replies[0] ?? []).toString()).toMatch(/CP=&&\{0x[0-9A-F]{2},/)
    const decoded = codec.decode(queryOutput?.replies[0] ?? new Uint8Array(), dialectOf(dialect))
    expect(decoded.ok && decoded.message.groups).toEqual([[['SystemTime', '20240601090000']]])
    expect(reasons(connection.receive(good, NOW))).toEqual(['plain-text'])
    expect(reasons(openSession().receive(bytes, beijing('20240601085900')))).toEqual(['no-key'])
  })

  it('the Modbus sum, both ways', () => {
    const dialect = { crc: 'modbus', greets: false }
    const segment = good.toString().slice(6, -6)
    const output = openSession([device({ dialect })]).receive(framed(segment, 'modbus'), NOW)
    expect(replies(output, dialect)).toEqual(['9014'])
  })

  it('several stations may share a connection; each is judged by its own rules', () => {
    const other = device({ key: 'OTHER', secret: '654321' })
    const connection = openSession([device(), other])
    const output = connection.receive(frameOf(AREA, { MN: 'OTHER', PW: '654321' }), NOW)
    expect(output.device).toBe('OTHER')
    expect(reasons(connection.receive(frameOf(AREA, { MN: 'OTHER' }), NOW))).toEqual(['password'])
    expect(connection.receive(good, NOW).device).toBe(MN)
  })
})
