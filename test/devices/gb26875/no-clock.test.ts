// Is the second fire of a transmitter that has neither a clock nor a counter heard?
import { expect, test } from 'vitest'
import { ACKNOWLEDGED } from '../../../devices/protocols/gb26875/message.ts'
import {
  answers,
  component,
  conditions,
  converse,
  frame,
  later,
  NOON,
  receiveBytes,
} from './centre.ts'
import { unknownClock } from './known.ts'

const none = new Uint8Array(6)
const undated = (state: number) =>
  frame([component(state, NOON, { time: none })], NOON, { serial: 0, sent: none })
const fire = undated(1 | 2)
const over = undated(1)
const eventsOf = ({ observations }: ReturnType<typeof receiveBytes>) =>
  observations.flatMap((one) => ('event' in one ? [one.event] : []))

test('a fire of the next day is acknowledged and another, though no byte of its frame has changed', () => {
  const centre = converse(unknownClock())
  const first = receiveBytes(centre, fire, NOON)
  expect(conditions(first)).toContain('+1-3/10-2 fire')
  receiveBytes(centre, over, later(1_800))
  const second = receiveBytes(centre, fire, later(86_400))
  expect(answers(second).map(({ command }) => command)).toContain(ACKNOWLEDGED)
  expect(conditions(second)).toContain('+1-3/10-2 fire')
  expect(second.observations.every(({ flags }) => !flags.includes('retx'))).toBe(true)
  expect(eventsOf(second).some((event) => eventsOf(first).includes(event))).toBe(false)
})

test('what comes again within ten minutes is a resend, also of the second', () => {
  const centre = converse(unknownClock())
  for (const seconds of [0, 86_400]) {
    const told = receiveBytes(centre, fire, later(seconds))
    const again = receiveBytes(centre, fire, later(seconds + 600))
    expect(eventsOf(again)).toEqual(eventsOf(told))
    expect(again.observations.every(({ flags }) => flags.includes('retx'))).toBe(true)
  }
})

test('a time of the frame or of its object tells a replay', () => {
  for (const [time, sent] of [
    [undefined, none],
    [none, undefined],
  ]) {
    const centre = converse(unknownClock())
    const dated = frame([component(2, NOON, time && { time })], NOON, {
      serial: 0,
      ...(sent && { sent }),
    })
    receiveBytes(centre, dated, NOON)
    expect(receiveBytes(centre, dated, later(3_600)).faults).toMatchObject([{ reason: 'replay' }])
  }
})
