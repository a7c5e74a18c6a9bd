// Which frames of HJ 212 has nobody published that a host must nevertheless bear?
import type { Sample } from '../playing.ts'
import { framed, frameOf, MN } from './session.ts'

const sample = (name: string, note: string, made: Uint8Array): Sample => ({
  name: `made/${name}`,
  note,
  bytes: made,
})

const area = (value: string): string => `DataTime=20260401081500;w01018-Rtd=${value},w01018-Flag=N`
let ms = 100
const sent = (what: string, head: Parameters<typeof frameOf>[1] = {}): Buffer =>
  frameOf(what, { QN: `20260401081500${ms++}`, ...head })
const changed = (from: Buffer, what: string | RegExp, to: string): Buffer =>
  Buffer.from(from.toString().replace(what, to))

export const made: Sample[] = [
  sample('system-code', 'wrong ST', sent(area('1'), { ST: '99' })),
  sample('flag', 'wrong Flag', sent(area('1'), { Flag: '5x' })),
  sample('request-number', 'wrong QN', frameOf(area('1'), { QN: '20260431081500123' })),
  sample('command', 'wrong CN', sent(area('1'), { CN: '2099' })),
  sample(
    'notice-sum',
    'a notice with a wrong sum',
    changed(sent('', { CN: '9015' }), /.{4}\r\n$/, '0000\r\n'),
  ),
  sample('unknown-device', 'an MN that is not registered', sent(area('1'), { MN: 'NOBODY' })),
  sample(
    'tomorrow',
    'a DataTime of the day after tomorrow',
    sent(area('1').replace('0401', '0403')),
  ),
  sample('too-long', 'a length beyond 1024', changed(sent(area('1')), /^##\d{4}/, '##1025')),
  sample(
    'length-field',
    'a length of three digits',
    changed(sent(area('1')), /^##\d{4}/, '##12a4'),
  ),
  sample(
    'length-off',
    'a length that is not the length',
    changed(sent(area('2')), /^##\d{4}/, '##0010'),
  ),
  sample(
    'grammar',
    'a key without a value',
    framed(
      `QN=20260401081500199;ST=32;CN=2011;PW=123456;MN=${MN};Flag=5;CP=&&DataTime=20260401081500;w01018-Rtd&&`,
    ),
  ),
  sample(
    'not-a-number',
    'a value that is no number',
    sent(area('--').replace('081500;', '081501;')),
  ),
  sample('impossible', 'a value that cannot be', sent(area('-9999').replace('081500;', '081502;'))),
  sample('twice', 'a key twice', sent(area('3,w01018-Rtd=4').replace('081500;', '081503;'))),
  sample(
    'clock',
    'a clock that is eleven minutes slow',
    sent(area('5').replace('081500;', '080420;'), { QN: '20260401080420123' }),
  ),
]
