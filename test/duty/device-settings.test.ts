// Are the addresses, parameters and password of a device taken only as its protocol can use them?
import { describe, expect, it } from 'vitest'
import { devices, feeds } from '../../bin/simulate/city.ts'
import { plantDevices } from '../../bin/simulate/park.ts'
import { dialectOf } from '../../devices/protocols/hj212/dialect.ts'
import {
  dialectKeysOf,
  readHosts,
  settingFaults,
  typedDialect,
} from '../../domain/duty/device-settings.ts'
import { entriesOf } from '../../domain/duty/registry-sheet.ts'

const columns = [
  'feed',
  'deviceKey',
  'deviceName',
  'region',
  'pointKey',
  'kind',
  'secret',
  'hosts',
  'dialect',
]
const sheet = (...lines: string[][]) =>
  entriesOf([
    columns,
    ...lines.map(([point = '', ...of]) => ['f', 'd', 'D', '330802', point, 'other', ...of]),
  ])
const faults = (protocol: string, dialect: Record<string, unknown>, secret: string | null = null) =>
  settingFaults(protocol, { secret, dialect }).map(({ zh }) => zh)

describe('what a sheet says of how a device is heard', () => {
  it('promise (alarms): what one line says of password and addresses counts for all lines of the device, and two ways are refused', () => {
    const { entries, faults: none } = sheet(
      ['p1'],
      ['p2', 'pw-1', '10.0.0.9', '{"version": "2017"}'],
    )
    expect(none).toEqual([])
    const settings = { secret: 'pw-1', hosts: ['10.0.0.9'], dialect: { version: '2017' } }
    expect(entries.map(({ device }) => device)).toMatchObject([settings, settings])
    expect(sheet(['p1', 'pw-1'], ['p2', 'pw-2']).faults.map(({ line }) => line)).toEqual([3])
  })

  it('addresses are IP addresses as sockets write them; a name, a range or too many are refused, and an asterisk lifts the limit', () => {
    expect(readHosts('10.0.0.9，192.168.1.1; 2001:DB8:0:0::1')).toEqual([
      '10.0.0.9',
      '192.168.1.1',
      '2001:db8::1',
    ])
    expect(readHosts('*')).toEqual([])
    for (const bad of [
      'plant.example',
      '10.0.0.0/8',
      '10.0.0.256',
      '::ffff:10.0.0.1',
      '1.2.3',
      Array(21)
        .fill(0)
        .map((_, n) => `10.0.0.${n}`)
        .join(' '),
    ])
      expect(readHosts(bad), bad).toBeUndefined()
  })

  it('a fault never repeats what was typed: it may be a password in the wrong column', () => {
    const { faults: texts } = sheet(['p1', "'hush-hush", 'hush-hush', 'hush-hush'])
    expect(texts).toHaveLength(3)
    expect(
      JSON.stringify([texts, faults('sl651', { telephone: 'hush-hush' }, 'hush-hush')]),
    ).not.toContain('hush')
  })
})

describe('the parameters of a protocol', () => {
  it('of every demo device are ones that enrolment takes', () => {
    const protocols = new Map(feeds.map(({ id, protocol }) => [id, protocol]))
    for (const { feed, key, dialect, secret } of devices)
      expect(faults(protocols.get(feed)!, dialect, secret), key).toEqual([])
    for (const { key, dialect } of plantDevices) expect(faults('opc-ua', dialect), key).toEqual([])
  })

  it('are refused when unknown or beyond what the protocol does with them', () => {
    const bad: [string, Record<string, unknown>][] = [
      ['hj212', { version: '2016' }],
      ['hj212', { sm4: 'short' }],
      ['hj212', { rtdSeconds: 5 }],
      ['hj212', { factors: { w01018: -1 } }],
      [
        'hj212',
        { codes: Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`a${n}`, 'b'])) },
      ],
      ['sl651', { centre: 256 }],
      ['sl651', { sm4: '0123456789abcdef' }],
      ['gb26875', { sizes: { 200: 0 } }],
      ['jt809', { M1: '7' }],
      ['jt809', { route: { line: [[118.9, 28.9]], metres: 50 } }],
      ['push', { constructor: 1 }],
      ['push', { telephone: 'call me' }],
    ]
    for (const [protocol, dialect] of bad)
      expect(faults(protocol, dialect), JSON.stringify(dialect).slice(0, 60)).toHaveLength(1)
  })

  it('that are taken are those that the station is spoken to by', () => {
    const settings = {
      version: '2005',
      crc: 'modbus',
      charset: 'gbk',
      sm4: '0123456789abcdef',
      codes: { a: 'b' },
      factors: { a: 10 },
    }
    const dialect = { ...settings, greets: false, rtdSeconds: 30, minMinutes: 5 }
    expect(faults('hj212', dialect)).toEqual([])
    expect(dialectOf(dialect)).toEqual(dialect)
  })

  it('typed into the fields of the page they are what the sheet would say', () => {
    const typed = {
      version: '2019',
      user: '7',
      M1: '10000000',
      slave: 'false',
      route: '{"line": [[118.9, 28.9], [118.8, 28.9]], "metres": 50}',
      via: ' ',
    }
    const settings = typedDialect('jt809', typed)
    expect(settings).toEqual({
      version: '2019',
      user: 7,
      M1: 10_000_000,
      slave: false,
      route: JSON.parse(typed.route),
    })
    expect(faults('jt809', settings)).toEqual([])
    for (const [name, { kind }] of Object.entries(dialectKeysOf('hj212')))
      if (kind === 'json' || kind === 'number')
        expect(faults('hj212', typedDialect('hj212', { [name]: '{' })), name).toHaveLength(1)
  })

  it('a password that the protocol cannot carry is refused', () => {
    for (const [protocol, secret] of [
      ['sl651', '12345'],
      ['sl651', 'wxyz'],
      ['jt809', 'nine signs'],
      ['hj212', 'a;b'],
      ['push', 'short'],
    ] as const)
      expect(faults(protocol, {}, secret), `${protocol} ${secret}`).toHaveLength(1)
    expect([
      faults('sl651', {}, '1a2b'),
      faults('jt809', {}, 'yl-12345'),
      faults('hj212', {}, '123456'),
    ]).toEqual([[], [], []])
  })
})
