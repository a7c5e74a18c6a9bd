// Under which name is a station listed that nobody has registered?
import { expect, test } from 'vitest'
import { converse, frame, level, place, receiveBytes, registry, STATION } from './centre.ts'

test('promise (alarms): an unknown water station is listed by its own number, and only from a frame whose check sum is right', () => {
  const sent = frame(0x32, [...place(), level(1)])
  const known = registry({ key: '0099999999' })
  expect(receiveBytes(converse(known), sent).faults).toMatchObject([
    { reason: 'unknown-device', device: STATION },
  ])
  const damaged = sent.map((byte, n) => (n === sent.length - 1 ? byte ^ 1 : byte))
  const [fault] = receiveBytes(converse(known), damaged).faults
  expect(fault).toMatchObject({ device: null })
  expect(fault?.reason).not.toBe('unknown-device')
})
