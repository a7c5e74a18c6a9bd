// Does the host answer a station exactly as HJ 212 says, and take nothing that it must not?

import { describe, expect, it } from 'vitest'
import { createDeviceClocks } from '../../../devices/clocks/clocks.ts'
import { unknownClock } from '../../../devices/clocks/device-clock.ts'
import { driverOfHj212 } from '../../../devices/protocols/hj212/session.ts'
import { sampleWith } from './samples.ts'
import {
  beijing,
  device,
  frameOf,
  MN,
  openSession,
  readingsOf,
  reasons,
  replies,
  segments,
} from './session.ts'

const NOW = beijing('20260301081500')
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000)
const AREA = 'DataTime=20260301081500;w01018-Rtd=40.1,w01018-Flag=N'
const good = frameOf(AREA)

describe('acknowledgements', () => {
  it('9014 has the number of the data, ST 91 and a Flag without A: the published answer byte for byte', () => {
    const output = openSession().receive(
      sampleWith('w01018-EFlag=A01').bytes,
      beijing('20160801085900'),
    )
    expect(Buffer.from(output.replies[0] ?? [])).toEqual(
      sampleWith('CN=9014;PW=123456;MN=0100').bytes,
    )
    expect(output).toMatchObject({ device: MN, faults: [] })
    expect(output.replies).toHaveLength(1)
  })

  it('each packet of a split message has its own 9014; version and D are not mixed up', () => {
    for (const [part, number] of [
      ['PNO=1', '20160801085857534'],
      ['PNO=2', '20160801085857535'],
    ] as const) {
      expect(
        segments(openSession().receive(sampleWith(part).bytes, beijing('20160801090000'))),
      ).toEqual([`QN=${number};ST=91;CN=9014;PW=123456;MN=${MN};Flag=4;CP=&&&&`])
    }
    expect(segments(openSession().receive(frameOf(AREA, { Flag: '9' }), NOW))[0]).toContain(
      ';Flag=8;',
    )
    expect(segments(openSession().receive(frameOf(AREA, { Flag: '1' }), NOW))[0]).toContain(
      ';Flag=0;',
    )
  })

  it('who wants no answer gets none', () => {
    expect(replies(openSession().receive(frameOf(AREA, { Flag: '4' }), NOW))).toEqual([])
    expect(replies(openSession().receive(frameOf(AREA, { Flag: '', QN: '' }), NOW))).toEqual([])
  })

  it('heartbeat and request for the time are notices: 9013, and the time is sent', () => {
    expect(segments(openSession().receive(frameOf('', { CN: '9015', Flag: '9' }), NOW))).toEqual([
      `QN=20260301081500123;ST=91;CN=9013;PW=123456;MN=${MN};Flag=8;CP=&&&&`,
    ])
    const output = openSession().receive(frameOf('', { CN: '1013' }), NOW)
    expect(replies(output)).toEqual(['9013', '1012'])
    expect(segments(output)[1]).toContain('CP=&&SystemTime=20260301081500&&')
  })
})

describe('the same again, and late', () => {
  it('a resend is acknowledged again and has the key of the first, so that it is stored once', () => {
    const connection = openSession()
    const [first, again] = [connection.receive(good, NOW), connection.receive(good, later(10))]
    expect(again.observations).toEqual(first.observations)
    expect(replies(again)).toEqual(['9014'])
    expect(readingsOf(first).map(({ message }) => message)).toEqual(['20260301081500123/1'])
  })

  it('other words under a number that was heard are played again: refused', () => {
    const connection = openSession()
    connection.receive(good, NOW)
    const forged = connection.receive(frameOf(AREA.replace('40.1', '0.1')), later(1))
    expect([reasons(forged), replies(forged), readingsOf(forged)]).toEqual([['replay'], [], []])
    expect(forged.observations).toMatchObject([{ kind: 'sign', sign: 'replay' }])
  })

  it('frames of 2005 without a number have a key too', () => {
    const connection = openSession()
    const bare = { QN: '', Flag: '' }
    const keys = [AREA, AREA, AREA.replace('40.1', '40.2')].map(
      (area) => readingsOf(connection.receive(frameOf(area, bare), NOW))[0]?.message,
    )
    expect(keys[0]).toMatch(/^2011\/[0-9a-f]{24}$/)
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })

  it('2025: RF=1 is told as late and sent once more, even after 7 days', () => {
    const output = openSession().receive(sampleWith('RF=1').bytes, beijing('20260301081500'))
    expect(readingsOf(output)[0]).toMatchObject({
      value: 18.5,
      at: '2026-02-28T15:59:00.000Z',
      flags: ['late', 'retx'],
    })
    expect(segments(output)[0]).toContain('CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=8;')
    expect(
      reasons(openSession().receive(sampleWith('RF=1').bytes, beijing('20260315081500'))),
    ).toEqual([])
  })

  it('data older than 5 minutes are late; a field capture of 15 hours is', () => {
    const connection = openSession()
    const at = (DataTime: string, QN: string) =>
      readingsOf(
        connection.receive(frameOf(AREA.replace('20260301081500', DataTime), { QN }), NOW),
      )[0]?.flags
    expect(at('20260301081400', '20260301081500001')).toEqual([])
    expect(at('20260301081500', '20260301081500002')).toEqual([])
    expect(at('20260301080959', '20260301081500004')).toEqual(['late'])
    const capture = openSession([device({ key: '81733553213013' })]).receive(
      sampleWith('81733553213013').bytes,
      beijing('20210320163200'),
    )
    expect(new Set(readingsOf(capture).flatMap(({ flags }) => flags))).toEqual(new Set(['late']))
    expect(reasons(capture)).toEqual([])
  })

  it('an hour’s data may come up to the end of the next hour', () => {
    const hour = (now: string) => {
      const frame = frameOf('DataTime=20260301070000;w01018-Avg=40,w01018-Flag=N', {
        CN: '2061',
        QN: `${now}000`,
      })
      return readingsOf(openSession().receive(frame, beijing(now)))[0]?.flags
    }
    expect(hour('20260301090000')).toEqual([])
    expect(hour('20260301090001')).toEqual(['late'])
  })

  it('times of 14 and of 17 digits are both read', () => {
    const output = openSession().receive(
      frameOf('DataTime=20260301081500250;w01018-Rtd=1,w01018-Flag=N'),
      NOW,
    )
    expect(readingsOf(output)[0]?.at).toBe('2026-03-01T00:15:00.250Z')
  })
})

describe('clocks', () => {
  it('a clock that is known to be 11 minutes slow: its moments are corrected, people are told, and it is set, once an hour', () => {
    const clocks = createDeviceClocks(new Map([[MN, { ...unknownClock, offset: 661_000 }]]))
    const connection = openSession([device()], '10.0.0.9', driverOfHj212(), clocks)
    const now = beijing('20260301082601')
    const output = connection.receive(good, now)
    expect(readingsOf(output)[0]).toMatchObject({ at: now.toISOString(), flags: ['skew'] })
    expect(output.observations.at(-1)).toMatchObject({
      kind: 'sign',
      sign: 'clock-skew',
      at: now.toISOString(),
    })
    expect(replies(output)).toEqual(['9014', '1012'])
    expect(segments(output)[1]).toContain('CP=&&SystemTime=20260301082601&&')
    expect(replies(connection.receive(frameOf(AREA, { QN: '20260301081501123' }), now))).toEqual([
      '9014',
    ])
  })

  it('a station that has taken over our time is known; before that it may raise an alarm and end none', () => {
    const clocks = createDeviceClocks()
    const connection = openSession([device({ dialect: {} })], '10.0.0.9', driverOfHj212(), clocks)
    const first = connection.receive(good, NOW)
    expect(readingsOf(first)[0]?.flags).toEqual(['doubtful'])
    const output = [first]
    for (let turn = 0; turn < 4; turn++) {
      const [, number = ''] = /QN=(\d+);.*CN=10/.exec(segments(output.at(-1)!).at(-1) ?? '') ?? []
      output.push(
        connection.receive(
          frameOf('ExeRtn=1', { CN: '9012', QN: number, ST: '91', Flag: '4' }),
          later(turn + 1),
        ),
      )
    }
    expect(clocks.offset(MN)).toBe(0)
    expect(
      readingsOf(
        connection.receive(
          frameOf(AREA.replace('081500', '081510'), { QN: '20260301081510123' }),
          later(10),
        ),
      )[0]?.flags,
    ).toEqual([])
  })

  it('one moment of the future makes nothing late that comes after it', () => {
    const connection = openSession()
    const ahead = connection.receive(frameOf(AREA.replace('20260301081500', '20260302041500')), NOW)
    expect(readingsOf(ahead)[0]).toMatchObject({
      at: NOW.toISOString(),
      flags: ['doubtful', 'skew'],
    })
    const after = connection.receive(
      frameOf(AREA.replace('20260301081500', '20260301081501'), { QN: '20260301081501000' }),
      later(1),
    )
    expect(readingsOf(after)[0]?.flags).toEqual([])
  })

  it('10 minutes are nothing', () => {
    const output = openSession().receive(good, beijing('20260301082500'))
    expect([replies(output), readingsOf(output)[0]?.flags]).toEqual([['9014'], ['late']])
  })

  it('a period keeps its start', () => {
    const output = openSession().receive(
      frameOf('DataTime=20260301070000;w01018-Avg=40,w01018-Flag=N', { CN: '2061' }),
      beijing('20260301084500'),
    )
    expect(readingsOf(output)[0]).toMatchObject({ at: '2026-02-28T23:00:00.000Z', flags: [] })
  })
})
