// Is nothing taken that must not be, and is it refused in the words of HJ 212?
import { expect, it } from 'vitest'
import type { SessionOutput } from '../../../devices/frames/protocol.ts'
import { withoutPassword } from '../../../devices/protocols/hj212/codec.ts'
import { driverOfHj212 } from '../../../devices/protocols/hj212/session.ts'
import {
  beijing,
  device,
  framed,
  frameOf,
  MN,
  openSession,
  PASSWORD,
  readingsOf,
  reasons,
  replies,
  segments,
} from './session.ts'

const NOW = beijing('20260301081500')
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000)
const AREA = 'DataTime=20260301081500;w01018-Rtd=40.1,w01018-Flag=N'
const good = frameOf(AREA)

const cases: [string, Buffer, Date, string[], string[]][] = [
  ['wrong password', frameOf(AREA, { PW: '000000' }), NOW, ['9011 3'], ['password']],
  [
    'no password',
    framed(`QN=20260301081500123;ST=32;CN=2011;MN=${MN};Flag=5;CP=&&${AREA}&&`),
    NOW,
    ['9011 3'],
    ['password'],
  ],
  ['wrong ST', frameOf(AREA, { ST: '99' }), NOW, ['9011 5'], ['system-code']],
  [
    'an ST that every object has',
    frameOf(AREA, { ST: 'constructor' }),
    NOW,
    ['9011 5'],
    ['system-code'],
  ],
  ['a CN that every object has', frameOf(AREA, { CN: 'toString' }), NOW, ['9011 8'], ['command']],
  ['wrong Flag', frameOf(AREA, { Flag: '5x' }), NOW, ['9011 6'], ['flag']],
  ['a version that is none', frameOf(AREA, { Flag: '13' }), NOW, ['9011 6'], ['flag']],
  ['D without a packet number', frameOf(AREA, { Flag: '7' }), NOW, ['9011 6'], ['flag']],
  ['packet 3 of 2', frameOf(AREA, { Flag: '7', more: 'PNUM=2;PNO=3;' }), NOW, ['9011 6'], ['flag']],
  ['packet 0', frameOf(AREA, { Flag: '7', more: 'PNUM=2;PNO=0;' }), NOW, ['9011 6'], ['flag']],
  ['wrong QN', frameOf(AREA, { QN: '20260231081500123' }), NOW, ['9011 7'], ['request-number']],
  ['QN of 14 digits', frameOf(AREA, { QN: '20260301081500' }), NOW, ['9011 7'], ['request-number']],
  ['no QN though not of 2005', frameOf(AREA, { QN: '' }), NOW, [], ['request-number']],
  ['a QN more than 24 h ahead', good, beijing('20260228081459'), ['9011 7'], ['future']],
  ['wrong CN', frameOf(AREA, { CN: '2099' }), NOW, ['9011 8'], ['command']],
  [
    'a command that only the host gives',
    frameOf(AREA, { CN: '1072' }),
    NOW,
    ['9011 8'],
    ['command'],
  ],
  [
    'a DataTime of tomorrow',
    frameOf('DataTime=20260303081500;w01018-Rtd=1,w01018-Flag=N'),
    NOW,
    ['9011 100'],
    ['future'],
  ],
  ['no DataTime', frameOf('w01018-Rtd=1,w01018-Flag=N'), NOW, [], ['data-time']],
  ['a QN older than 7 days: played again', good, beijing('20260309081500'), [], ['replay']],
  [
    'wrong sum of data: nothing, so that it is sent again',
    Buffer.from(good.toString().replace('40.1', '41.1')),
    NOW,
    [],
    ['sum'],
  ],
  ['wrong sum of a notice', broken(frameOf('', { CN: '9015' })), NOW, ['9011 9'], ['sum']],
  ['unknown device', frameOf(AREA, { MN: 'NOBODY' }), NOW, [], ['unknown-device']],
]

it.each(cases)('%s: nothing is stored', (_, bytes, now, answers, faults) => {
  const output = openSession().receive(bytes, now)
  const signs = faults[0] === 'replay' ? [{ kind: 'sign', sign: 'replay' }] : []
  expect([replies(output), reasons(output)]).toEqual([answers, faults])
  expect(output.observations).toMatchObject(signs)
  expect(output.faults[0]?.bytes).toEqual(withoutPassword(bytes))
})

it.each(cases)(
  '%s, byte by byte and glued between good frames',
  (_, bytes, now, answers, faults) => {
    const [before, after] = ['20260301081501000', '20260301081502000'].map((QN) =>
      frameOf(AREA, { QN }),
    ) as [Buffer, Buffer]
    const stream = Buffer.concat([before, bytes, after])
    const glued = openSession().receive(stream, now)
    const slow = openSession().receiveSlowly(stream, now)
    expect(slow.flatMap(({ observations }) => observations)).toEqual(glued.observations)
    expect(slow.flatMap((output) => replies(output))).toEqual(replies(glued))
    if (now !== NOW) return
    const known = faults[0] === 'unknown-device' ? ['9011 4'] : answers
    expect(replies(glued)).toEqual(['9014', ...known, '9014'])
    expect(reasons(glued)).toEqual(faults)
    expect(readingsOf(glued)).toHaveLength(2)
  },
)

it('the right password is never said to who gave a wrong one', () => {
  const answer = segments(openSession().receive(frameOf(AREA, { PW: '000000' }), NOW)).join()
  expect(answer).toContain('PW=000000')
  expect(answer).not.toContain('123456')
})

it('who is not registered hears nothing, and is told of by its name', () => {
  expect(openSession().receive(frameOf(AREA, { MN: 'NOBODY' }), NOW).faults).toMatchObject([
    { device: 'NOBODY', reason: 'unknown-device' },
  ])
})

it('a station may only come from its addresses', () => {
  const known = device({ hosts: ['10.0.0.1'] })
  expect(reasons(openSession([known], '10.0.0.2').receive(good, NOW))).toEqual(['wrong-host'])
  expect(reasons(openSession([known], '::ffff:10.0.0.1').receive(good, NOW))).toEqual([])
})

it('promise (alarms): a station that has no password registered is not heard, whatever it says', () => {
  for (const PW of ['9', '123456', 'null', ''])
    expect(
      reasons(openSession([device({ secret: null })]).receive(frameOf(AREA, { PW }), NOW)),
    ).toEqual(['password'])
})

it('promise (secrecy): the password of a station is kept in no refused frame, whoever sent it and however broken', () => {
  const right = { PW: PASSWORD }
  for (const sent of [
    frameOf(AREA, right),
    frameOf(AREA, { ...right, ST: '00' }),
    frameOf(AREA, { ...right, MN: 'STRANGER' }),
    Buffer.from(`##0012;PW=${PASSWORD};CN`),
  ])
    for (const { bytes } of [
      ...openSession([device({ hosts: ['10.1.1.1'] })]).receive(sent, NOW).faults,
      ...openSession([]).receive(sent, NOW).faults,
    ])
      expect(Buffer.from(bytes).toString('latin1')).not.toContain(PASSWORD)
})

it('what the registry says is asked at each frame', () => {
  const known = [device()]
  const connection = openSession(known)
  expect(reasons(connection.receive(good, NOW))).toEqual([])
  known[0] = device({ secret: 'other' })
  expect(reasons(connection.receive(good, NOW))).toEqual(['password'])
  known.pop()
  expect(reasons(connection.receive(good, NOW))).toEqual(['unknown-device'])
})

it('more than 5 frames a second after the first 50 are refused, on whatever connection', () => {
  const service = driverOfHj212()
  const burst = (count: number, now: Date): SessionOutput[] =>
    Array.from({ length: count }, () =>
      openSession([device()], '10.0.0.9', service).receive(good, now),
    )
  const flood = burst(60, NOW).filter(({ faults }) => faults.length > 0)
  expect(flood.flatMap(reasons)).toEqual(Array(10).fill('flood'))
  // The next may be taken after a fifth of a second; and where nobody waits, it is no reason to close the line.
  expect(flood.every(({ waitMs, faults }) => waitMs === 200 && faults[0]?.mild)).toBe(true)
  expect(
    burst(60, NOW).every(
      ({ replies: answers, observations }) => answers.length + observations.length === 0,
    ),
  ).toBe(true)
  expect(burst(8, later(1)).flatMap(reasons)).toEqual(['flood', 'flood', 'flood'])
  expect(burst(50, later(11)).flatMap(reasons)).toEqual([])
})

it('with a wrong password nobody uses up what the station itself may send', () => {
  const service = driverOfHj212()
  const stranger = openSession([device()], '203.0.113.7', service)
  const area = 'DataTime=20260301081500;w01018-Rtd=40,w01018-Flag=N'
  const refused = Array.from({ length: 60 }, () =>
    stranger.receive(frameOf(area, { PW: '999999' }), NOW),
  )
  expect(new Set(refused.flatMap(reasons))).toEqual(new Set(['password']))
  const station = openSession([device()], '10.0.0.9', service)
  expect(reasons(station.receive(good, NOW))).toEqual([])
})

function broken(frame: Buffer): Buffer {
  return Buffer.from(frame.toString().replace(/....\r\n$/, '0000\r\n'))
}
