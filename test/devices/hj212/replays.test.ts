// Is what was received before known again, on whatever connection, whatever the clock of its station?
import { describe, expect, it } from 'vitest'
import { createSeenMessages } from '../../../devices/protocols/hj212/seen-messages.ts'
import { driverOfHj212 } from '../../../devices/protocols/hj212/session.ts'
import { beijing, device, frameOf, openSession, readingsOf, reasons, replies } from './session.ts'

const NOW = beijing('20260301101500')
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000)
const DAYS = 86_400
const area = (value: number): string => `DataTime=20260301081500;w01018-Rtd=${value},w01018-Flag=N`
/** Two hours old by its number. */
const slow = frameOf(area(900))
const WRITTEN = beijing('20260301081500').toISOString()
const onTime = frameOf(area(900).replace('0815', '1015'), { QN: '20260301101500123' })

const feed = () => {
  const service = driverOfHj212()
  return (address = '10.0.0.9') => openSession([device()], address, service)
}

describe('a frame that is two hours old', () => {
  it('is history, and so is its resend, under the same moment', () => {
    const connect = feed()
    const first = connect().receive(slow, NOW)
    expect([replies(first), readingsOf(first)]).toMatchObject([
      ['9014', '1012'],
      [{ at: WRITTEN, flags: ['late'] }],
    ])
    for (const seconds of [10, 600]) {
      const again = connect().receive(slow, later(seconds))
      expect(readingsOf(again)).toMatchObject([{ at: WRITTEN, value: 900, flags: ['late'] }])
      expect([replies(again).at(0), reasons(again)]).toEqual(['9014', []])
    }
  })

  it('marked as sent once more (RF=1), minutes later: answered, and the moment is that of the first', () => {
    const connection = feed()()
    const newest = { Flag: '9' }
    connection.receive(frameOf(area(900), newest), NOW)
    const again = connection.receive(frameOf(area(900), { ...newest, more: 'RF=1;' }), later(20))
    expect(replies(again).at(0)).toBe('9014')
    expect(readingsOf(again)).toMatchObject([
      { at: WRITTEN, flags: expect.arrayContaining(['late', 'retx']) },
    ])
  })
})

it.each([
  ['whose clock was wrong', slow],
  ['whose clock was right', onTime],
])(
  'a frame %s, more than ten minutes later: refused as a replay, which people are told of once an hour',
  (_, frame) => {
    const connect = feed()
    expect(replies(connect().receive(frame, NOW))).toContain('9014')
    const after = [601, 602, 3 * DAYS, 3 * DAYS + 1].map((seconds) =>
      connect('10.6.6.6').receive(frame, later(seconds)),
    )
    expect(after.map(reasons)).toEqual(Array(4).fill(['replay']))
    expect(after.flatMap(({ replies: answers }) => answers)).toEqual([])
    expect(after.flatMap(({ observations }) => observations)).toMatchObject(
      [601, 3 * DAYS].map((seconds) => ({
        kind: 'sign',
        sign: 'replay',
        at: later(seconds).toISOString(),
        text: expect.stringContaining('10.6.6.6'),
      })),
    )
  },
)

it('marked as sent once more (RF=1), days later: answered, and history', () => {
  const connect = feed()
  connect().receive(
    frameOf(onTime.toString().slice(onTime.indexOf('CP=&&') + 5, -8), {
      QN: '20260301101500123',
      Flag: '9',
    }),
    NOW,
  )
  const repeated = frameOf(area(900).replace('0815', '1015'), {
    QN: '20260301101500123',
    Flag: '9',
    more: 'RF=1;',
  })
  const output = connect().receive(repeated, later(3 * DAYS))
  expect([replies(output), reasons(output)]).toEqual([['9014'], []])
  expect(readingsOf(output)).toMatchObject([{ at: NOW.toISOString(), flags: ['late', 'retx'] }])
})

it('what could not be stored was never heard: it may come again, however late', () => {
  const connection = feed()()
  connection.receive(slow, NOW).forget?.()
  const again = connection.session.receive({ ok: true, frame: slow }, later(1200), NOW)
  expect(reasons(again)).toEqual([])
  expect(readingsOf(again)).toMatchObject([{ at: WRITTEN, flags: ['late'] }])
  const resent = connection.receive(slow, later(1210))
  expect([replies(resent).at(0), readingsOf(resent)]).toMatchObject(['9014', [{ at: WRITTEN }]])
  // A resend that cannot be stored does not undo that the first was.
  resent.forget?.()
  expect(reasons(connection.receive(slow, later(3 * DAYS)))).toEqual(['replay'])
})

it('what was refused was not heard either', () => {
  const connection = feed()()
  const without = frameOf('w01018-Rtd=1,w01018-Flag=N', { QN: '20260301101500123' })
  expect(
    [0, 1, 901].map((seconds) => reasons(connection.receive(without, later(seconds)))),
  ).toEqual(Array(3).fill(['data-time']))
})

it('two messages of one second are two, where a station numbers in whole seconds', () => {
  const connection = feed()()
  const second = { QN: '20260301101500000' }
  const all = [
    frameOf(area(900).replace('0815', '1015'), second),
    frameOf('DataTime=20260301101000;w01018-Avg=60,w01018-Flag=N', { ...second, CN: '2051' }),
    frameOf(area(50).replace('0815', '1015'), { ...second, ST: '31' }),
  ]
  const first = all.map((frame) => connection.receive(frame, NOW))
  expect(first.map(reasons)).toEqual([[], [], []])
  expect(first.map((one) => readingsOf(one).length)).toEqual([1, 1, 1])
  const messages = first.flatMap(readingsOf).map(({ message }) => message)
  expect(new Set(messages).size).toBe(3)
  // Each is still known again by what it says.
  all.forEach((frame, n) => {
    expect(readingsOf(connection.receive(frame, later(20)))).toEqual(
      readingsOf(first[n] ?? connection.receive(frame, later(20))),
    )
    expect(reasons(connection.receive(frame, later(900)))).toEqual(['replay'])
  })
})

it('frames of 2005 without a number may be the same each time', () => {
  const connection = feed()()
  const request = frameOf('', { QN: '', Flag: '', CN: '1013' })
  expect(
    [0, 601, 3 * DAYS].map((seconds) => reasons(connection.receive(request, later(seconds)))),
  ).toEqual([[], [], []])
})

it('stations do not answer for one another', () => {
  const service = driverOfHj212()
  const both = openSession([device(), device({ key: 'OTHER' })], '10.0.0.9', service)
  both.receive(onTime, NOW)
  expect(
    reasons(
      both.receive(
        frameOf(area(900).replace('0815', '1015'), { QN: '20260301101500123', MN: 'OTHER' }),
        later(900),
      ),
    ),
  ).toEqual([])
})

it('of a station are known a week at one message in thirty seconds, and at the most a fixed number', () => {
  const seenMessages = createSeenMessages()
  const week = (7 * DAYS) / 30
  const keep = (n: number) =>
    seenMessages.keep(`${n}`, { first: later(30 * n), now: later(30 * n), lasting: true })
  for (let n = 0; n < week; n++) keep(n)
  expect(
    [0, 1, week - 25].map((n) => seenMessages.recognise(`${n}`, later(7 * DAYS)).kind),
  ).toEqual(['seen', 'seen', 'seen'])
  expect([week - 1, week].map((n) => seenMessages.recognise(`${n}`, later(7 * DAYS)).kind)).toEqual(
    ['again', 'new'],
  )
  for (let n = week; n < 40_000; n++) keep(n)
  expect(['0', '10000'].map((one) => seenMessages.recognise(one, later(30 * 40_000)).kind)).toEqual(
    ['new', 'seen'],
  )
})
