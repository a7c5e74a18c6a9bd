// Of which moment is what a transmitter tells, and what is asked for again?
import { expect, test } from 'vitest'
import { ACKNOWLEDGED, CONTROL, tagged } from '../../../devices/protocols/gb26875/message.ts'
import { bytes } from '../streams.ts'
import { answers, component, converse, frame, later, NOON, receiveBytes } from './centre.ts'
import { unknownClock } from './known.ts'

test('a clock that two heartbeats show to be two hours slow: what follows is shifted by as much; it is set (cmd 1 type 90), once in ten minutes', () => {
  const session = converse(unknownClock())
  receiveBytes(session, frame([], later(-7260)), later(-60))
  receiveBytes(session, frame([], later(-7230)), later(-30))
  const wrong = later(-7200)
  const output = receiveBytes(session, frame([component(1 | 2, wrong)], wrong))
  expect(output.observations[0]).toMatchObject({ at: NOON.toISOString(), flags: ['skew'] })
  expect(answers(receiveBytes(session, frame([], later(-7195)), later(5)))).toHaveLength(1)
  const setAgain = answers(receiveBytes(session, frame([], later(-6500)), later(700)))
  expect(setAgain).toMatchObject([
    { command: ACKNOWLEDGED },
    { command: CONTROL, units: [{ type: 90 }] },
  ])
  expect(tagged(setAgain[1]!.units[0]!.items[0]!.time!)).toEqual(later(700))
})

test('a time that no calendar has: the fire is dated by its arrival, and of a moment that nobody is sure of', () => {
  const output = receiveBytes(
    converse(),
    frame([component(2, NOON, { time: bytes('3C3C18201000') })], NOON, {
      sent: bytes('3C3C18201000'),
    }),
  )
  expect(output.observations[0]).toMatchObject({ flags: ['doubtful'], at: NOON.toISOString() })
})

test('what is more than ten minutes older than the newest of its transmitter is history, a fire that begins after two hours', () => {
  const session = converse()
  const told = (seconds: number) => {
    const output = receiveBytes(
      session,
      frame([component(1 | 2 | 4, later(seconds))], later(9000)),
      later(9000),
    )
    return output.observations.slice(0, 2).map(({ flags }) => flags)
  }
  expect([told(8401), told(8399), told(1801), told(1799)]).toEqual([
    [[], []],
    [[], ['late']],
    [[], ['late']],
    [['late'], ['late']],
  ])
})

test('what was reported of another moment than now is asked for again, and what is answered is of now', () => {
  const session = converse()
  const output = receiveBytes(session, frame([component(1, later(-3600))]))
  const question = answers(output).find(({ command }) => command === 4)
  expect(question).toMatchObject({
    units: [{ type: 62, items: [{ systemType: 1, systemAddress: 3, component: 0x0002000a }] }],
  })
  expect(answers(receiveBytes(session, frame([component(1, later(-3601))])))).toHaveLength(1)
  const answered = receiveBytes(
    session,
    frame([component(1, later(-86_400))], later(2), { command: 5, serial: question?.serial ?? 0 }),
    later(2),
  )
  expect(answered.observations[0]).toMatchObject({
    condition: 'fire',
    active: false,
    flags: [],
    at: later(2).toISOString(),
  })
})

test('a maker that never counts: two alarms of one second are two, and its empty heartbeats are answered for ever', () => {
  const session = converse()
  const event = (component_: number) =>
    frame([component(2, NOON, { component: component_ })], NOON, { serial: 0 })
  const keys = [1, 2].map((one) =>
    receiveBytes(session, event(one)).observations.map((of) => ('event' in of ? of.event : '')),
  )
  expect(keys[0]!.some((key) => keys[1]!.includes(key))).toBe(false)
  const beat = frame([], NOON, { serial: 0, sent: new Uint8Array(6) })
  for (const seconds of [0, 30, 7200])
    expect(answers(receiveBytes(session, beat, later(seconds)))).toMatchObject([
      { command: ACKNOWLEDGED },
    ])
})
