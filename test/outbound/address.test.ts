// Is there any way of writing a forbidden address that is not refused?
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isRefusedAddress, type Outbound, targetOf } from '../../domain/outbound/address.ts'

const open: Outbound = {
  listed: [],
  own: ['db.city.example', '10.9.8.7', 'fd12::7'],
  httpsOnly: false,
}
const bytes = (...first: number[]) =>
  fc
    .tuple(...first.map((one) => fc.constant(one)), fc.nat(255), fc.nat(255), fc.nat(255))
    .map((all) => all.slice(0, 4))
const forbidden = fc.oneof(
  ...[
    bytes(0),
    bytes(127),
    bytes(169, 254),
    fc.integer({ min: 224, max: 255 }).chain((first) => bytes(first)),
  ],
  fc.constantFrom<number[]>(
    [169, 254, 169, 254],
    [100, 100, 100, 200],
    [168, 63, 129, 16],
    [10, 9, 8, 7],
  ),
)
const number = (four: number[]) => four.reduce((sum, one) => sum * 256 + one, 0)
const hex = (n: number) => n.toString(16)
const ways: ((four: number[]) => string)[] = [
  (four) => four.join('.'),
  (four) => `${four.join('.')}.`,
  (four) => String(number(four)),
  (four) => `0x${hex(number(four))}`,
  (four) => four.map((one) => `0${one.toString(8)}`).join('.'),
  (four) => four.map((one) => `0x${hex(one)}`).join('.'),
  ([a = 0, b = 0, c = 0, d = 0]) => `${a}.${b}.${c * 256 + d}`,
  ([a = 0, b = 0, c = 0, d = 0]) => `${a}.${number([b, c, d])}`,
  (four) => `[::ffff:${four.join('.')}]`,
  ([a = 0, b = 0, c = 0, d = 0]) => `[::ffff:${hex(a * 256 + b)}:${hex(c * 256 + d)}]`,
  ([a = 0, b = 0, c = 0, d = 0]) => `[0:0:0:0:0:FFFF:${hex(a * 256 + b)}:${hex(c * 256 + d)}]`,
  (four) => `[::${four.join('.')}]`,
  (four) => `[64:ff9b::${four.join('.')}]`,
  ([a = 0, b = 0, c = 0, d = 0]) => `[2002:${hex(a * 256 + b)}:${hex(c * 256 + d)}::1]`,
]

describe('an address that somebody types', () => {
  it('promise (secrecy): however loopback, link-local, metadata, multicast or own addresses are written, nothing is sent there', () => {
    fc.assert(
      fc.property(
        forbidden,
        fc.constantFrom(...ways),
        fc.constantFrom('http', 'https', 'opc.tcp', 'mqtt'),
        fc.nat(65_535),
        (four, way, scheme, port) => {
          expect(targetOf(`${scheme}://${way(four)}:${port}/in`, open)).toBeNull()
        },
      ),
      { numRuns: 400 },
    )
  })

  it('in IPv6: loopback, unspecified, link-local with and without its zone, site-local, multicast, metadata, own', () => {
    for (const one of [
      '::1',
      '::',
      'fe80::1',
      'febf::1',
      'fec0::1',
      'ff02::1',
      'fd00:ec2::254',
      'fd20:ce::254',
      'fd12::7',
      'fd12:0::0007',
      '2001::1',
    ])
      expect([one, isRefusedAddress(one, open.own), targetOf(`https://[${one}]/`, open)]).toEqual([
        one,
        true,
        null,
      ])
    for (const one of [
      'fe80::1%eth0',
      '2400:3200::1%2',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '',
      'localhost',
      '1.2.3',
      '1.2.3.4/8',
    ])
      expect([one, isRefusedAddress(one, open.own)]).toEqual([one, true])
    for (const one of ['https://[fe80::1%25eth0]/', 'https://[fe80::1%eth0]/'])
      expect(targetOf(one, open)).toBeNull()
  })

  it('the networks of the city and of the world are not refused', () => {
    const free = fc.tuple(
      fc.constantFrom(10, 11, 36, 61, 114, 172, 192, 202, 223),
      fc.nat(255),
      fc.nat(255),
      fc.nat(255),
    )
    const fine = free.filter((four) => !['10.9.8.7', '192.0.0.192'].includes(four.join('.')))
    fc.assert(fc.property(fine, (four) => !isRefusedAddress(four.join('.'), open.own)))
    expect(isRefusedAddress('2400:3200::1', open.own)).toBe(false)
    expect(targetOf('https://cap.zj.example/in', open)).toEqual({
      host: 'cap.zj.example',
      port: '443',
      listed: false,
    })
  })
})

test.each([
  ['http://localhost/'],
  ['http://LOCALHOST./'],
  ['http://a.localhost/'],
  ['http://postgres:5432/'],
  ['https://db.city.example./'],
  ['https://DB.city.example/'],
  ['nothing'],
  ['https://'],
])('%s is refused by its name', (address) => expect(targetOf(address, open)).toBeNull())

test('what a deployment lists is allowed as it is listed, by host or by host and port, and only there', () => {
  const listing = { ...open, listed: ['127.0.0.1:9000', 'relay', '[::1]:7000', 'db.city.example'] }
  for (const good of [
    'http://127.0.0.1:9000/x',
    'http://2130706433:9000/',
    'opc.tcp://relay:4840',
    'http://[::1]:7000/',
    'https://db.city.example/',
  ])
    expect([good, targetOf(good, listing)?.listed]).toEqual([good, true])
  for (const wrong of [
    'http://127.0.0.1:9001/',
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://10.9.8.7:9000/',
    'http://relay2/',
  ])
    expect([wrong, targetOf(wrong, listing)]).toEqual([wrong, null])
})

test('where HTTP must be encrypted, it is not sent in the clear, not even to a listed host', () => {
  const strict = { ...open, listed: ['relay'], httpsOnly: true }
  for (const address of ['http://cap.example/', 'ws://cap.example/', 'http://relay/'])
    expect(targetOf(address, strict)).toBeNull()
  expect(targetOf('https://cap.example/', strict)).not.toBeNull()
})
