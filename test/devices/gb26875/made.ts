// Which frames of GB/T 26875.3 has nobody published that a centre must nevertheless bear?
import type { Sample } from '../playing.ts'
import { bytes } from '../streams.ts'
import { component, frame, later, NOON, system } from './centre.ts'

const sample = (name: string, note: string, made: Uint8Array): Sample => ({
  name: `made/${name}`,
  note,
  bytes: made,
})

const source = '000000000379'
let serial = 100
const frameOf = (...[units, sent = NOON, of = {}]: Parameters<typeof frame>): Uint8Array =>
  frame(units, sent, { source, serial: serial++, ...of })

const changed = (at: number, ...to: number[]): Uint8Array => {
  const whole = frameOf([system(2)])
  whole.set(to, at)
  return whole
}

export const made: Sample[] = [
  sample('oversize', 'a length beyond 1024', changed(24, 0x01, 0x04)),
  sample('length', 'a length that does not lead to the end', changed(24, 0x05)),
  sample('command', 'a command that is none', frameOf([system(2)], NOON, { command: 9 })),
  sample('objects', 'objects that do not fit', frameOf([], NOON, { rest: bytes('020201') })),
  sample(
    'unknown-device',
    'a source that is not registered',
    frameOf([system(2)], NOON, { source: '0000000000AA' }),
  ),
  sample(
    'unknown-type',
    'data of a type that is unknown',
    frameOf([], NOON, { rest: bytes('7F01AABBCC') }),
  ),
  sample(
    'clock',
    'a clock that is eleven minutes slow',
    frameOf([system(4, later(-660))], later(-660)),
  ),
  sample('shielded', 'a fire of a shielded detector', frameOf([component(2 | 8)])),
]
