// Which frames of SL 651 has nobody published that a centre must nevertheless bear?
import { EOT } from '../../../devices/protocols/sl651/message.ts'
import type { Sample } from '../playing.ts'
import { element, frame, later, level, NOON, place, raw } from './centre.ts'

const sample = (name: string, note: string, made: Uint8Array): Sample => ({
  name: `made/${name}`,
  note,
  bytes: made,
})

let serial = 100
const frameOf = (...[func, items, sent = NOON, of = {}]: Parameters<typeof frame>): Uint8Array =>
  frame(func, items, sent, { serial: serial++, ...of })
const report = [...place(), level(118.2)]

export const made: Sample[] = [
  sample('password', 'a wrong password', frameOf(0x32, report, NOON, { password: 0x4321 })),
  sample('direction', 'a frame that goes down', frameOf(0x32, report, NOON, { direction: 'down' })),
  sample('end', 'an end that no station writes', frameOf(0x32, report, NOON, { end: EOT })),
  sample(
    'unknown-device',
    'a station that is not registered',
    frameOf(0x32, report, NOON, { station: '0055555555' }),
  ),
  sample(
    'stranger',
    'a station that speaks for another',
    frameOf(0x32, [...place(NOON, '0040803540'), level(1)]),
  ),
  sample('missing', 'a value of FF', frameOf(0x32, [...place(), level(null)])),
  sample(
    'unknown-element',
    'an element that is unknown, before one that is known',
    frameOf(0x34, [...place(), raw(0xe0, 0x10, Uint8Array.of(1, 2)), element(0x38, 2, 2, 12.5)]),
  ),
  sample(
    'alarm',
    'an additional report: a threshold was passed',
    frameOf(0x33, [...place(later(60)), level(119.5)], later(60)),
  ),
  sample(
    'clock',
    'a clock that is eleven minutes slow',
    frameOf(0x34, [...place(later(-660)), level(118.3)], later(-660)),
  ),
]
