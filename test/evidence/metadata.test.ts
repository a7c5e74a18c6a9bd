// Does a picture lose all that it says of who took it, and nothing of what it shows?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutMetadata } from '../../domain/evidence/metadata.ts'
import { png } from '../support/browser/pictures.ts'

const bytes = (...parts: (string | number[] | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1')))
const plainOf = (picture: Uint8Array): Buffer | null => {
  const plain = withoutMetadata(new Uint8Array(picture))
  return plain && Buffer.from(plain)
}

const segment = (marker: number, body: string | Uint8Array) => {
  const content = bytes(body)
  return bytes([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff], content)
}
const [start, end] = [bytes([0xff, 0xd8]), bytes([0xff, 0xd9])]
const jfif = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0')
const colours = segment(0xe2, 'ICC_PROFILE\0\x01\x01profile')
const adobe = segment(0xee, 'Adobe\0\x64\0\0\0\0\x01')
const frame = segment(0xc2, '\x08\0\x10\0\x10\x01\x01\x11\0')
const tables = bytes(segment(0xdb, 'quantities'), segment(0xc4, 'codes'), segment(0xdd, '\0\x04'))
const scan = (data: Uint8Array) => bytes(segment(0xda, '\x01\x01\0\0\x3f\0'), data)
const exif = segment(0xe1, 'Exif\0\0GPS 118.87E 28.94N')
const coded = bytes([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xff, 0xff, 0, 5, 0xff, 0xd7, 6])
const picture = bytes(start, jfif, colours, adobe, tables, frame, scan(coded), end)

describe('of a JPEG', () => {
  test('frame, tables, profile and coded data are kept to the byte', () => {
    expect(plainOf(picture)).toEqual(picture)
  })
  test('whatever stands between goes', () => {
    const marks = [
      exif,
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0GPS'),
      segment(0xe0, 'JFXX\0\x13GPS'),
      segment(0xe0, 'CIFF GPS'),
      segment(0xe2, 'MPF\0GPS'),
      segment(0xe2, 'ICC'),
      segment(0xed, 'Photoshop 3.0\0GPS'),
      segment(0xee, 'GPS'),
      segment(0xef, 'GPS'),
      segment(0xf0, 'GPS'),
      segment(0xfe, 'GPS'),
      bytes([0xff, 0xff], exif),
    ]
    const pieces = [jfif, colours, adobe, tables, frame, scan(coded)]
    for (const mark of marks)
      expect(plainOf(bytes(start, ...pieces.flatMap((piece) => [mark, piece]), mark, end))).toEqual(
        picture,
      )
  })
  test('whatever hangs behind its end goes: a moving picture, a second one', () => {
    expect(plainOf(bytes(picture, '\0\0\0\x18ftypmp42 GPS +28.94+118.87/'))).toEqual(picture)
    expect(plainOf(bytes(picture, start, exif, picture.subarray(2)))).toEqual(picture)
  })
  test('its small picture goes', () => {
    const small = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\x02\x01GPSGPS')
    expect(plainOf(bytes(start, small, picture.subarray(2 + jfif.length)))).toEqual(picture)
  })
  test('any number of scans with restarts is kept, and any marks are lost', () => {
    const data = fc
      .array(
        fc.oneof(
          fc.integer({ min: 0, max: 0xfe }).map((byte) => [byte]),
          fc.constant([0xff, 0]),
          fc.integer({ min: 0xd0, max: 0xd7 }).map((byte) => [0xff, byte]),
        ),
      )
      .map((all) => bytes(all.flat()))
    const marks = fc.array(fc.constantFrom(exif, segment(0xfe, 'GPS'), bytes([0xff])))
    fc.assert(
      fc.property(fc.array(fc.tuple(data, marks)), fc.uint8Array(), (scans, behind) => {
        const plain = bytes(start, frame, ...scans.map(([one]) => bytes(tables, scan(one))), end)
        const marked = scans.map(([one, seen]) => bytes(...seen, tables, scan(one)))
        expect(plainOf(bytes(start, exif, frame, ...marked, end, behind))).toEqual(plain)
      }),
    )
  })
  test.each([
    ['its end is missing', picture.subarray(0, -1)],
    ['a length leads nowhere', bytes(start, [0xff, 0xe1, 0xff, 0xff])],
    ['a length is none', bytes(start, [0xff, 0xe1, 0, 1], picture.subarray(2))],
    ['noise stands between', bytes(start, 'noise', exif, picture.subarray(2))],
    ['another one begins in it', bytes(start, picture)],
    ['there is nothing', bytes(start, [0xff])],
  ])('nothing is kept when %s', (_, broken) => {
    expect(plainOf(broken)).toBeNull()
  })
})

describe('of a PNG', () => {
  const chunk = (name: string, data = `${name}!`) =>
    bytes([0, 0, 0, data.length], name, data, [0, 0, 0, 0])
  const sized = png(8, 8)
  const [head, rest] = [sized.subarray(0, 33), sized.subarray(33)]

  test('text, time and EXIF go, and what hangs behind', () => {
    const marks = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf', 'caBX'].map((name) => chunk(name))
    expect(plainOf(bytes(head, ...marks, rest, chunk('tEXt'), 'GPS'))).toEqual(sized)
    expect(plainOf(sized)).toEqual(sized)
  })
  test('nothing is kept when it is cut', () => {
    for (const cut of [4, 8, 20, 33, 40, sized.length - 1])
      expect(plainOf(sized.subarray(0, cut))).toBeNull()
  })
})

describe('of a WebP', () => {
  const chunk = (name: string, data: Uint8Array | number[]) =>
    bytes(name, [data.length, 0, 0, 0], data, data.length % 2 ? [0] : [])
  const riff = (...chunks: Uint8Array[]) => {
    const inside = bytes(...chunks)
    return bytes('RIFF', [inside.length + 4, 0, 0, 0], 'WEBP', inside)
  }
  const marks = ['EXIF', 'XMP ', 'GPS!'].map((name) => chunk(name, [7, 7, 7]))
  const still = chunk('VP8 ', [1, 2, 3])
  const moving = (...more: Uint8Array[]) =>
    chunk('ANMF', bytes(new Uint8Array(16), chunk('ALPH', [4]), ...more, still))

  test('EXIF, XMP and what nobody knows go, its header no longer speaks of them, nor is anything kept behind', () => {
    const sent = riff(chunk('VP8X', [0x2c, 0, 0, 0]), ...marks, moving(...marks), still, ...marks)
    expect(plainOf(bytes(sent, 'GPS'))).toEqual(
      riff(chunk('VP8X', [0x20, 0, 0, 0]), moving(), still),
    )
  })
  test('nothing is kept when it is cut', () => {
    const whole = riff(chunk('VP8X', [0, 0, 0, 0]), moving(), still)
    for (let size = 12; size < whole.length; size += 1)
      expect(plainOf(whole.subarray(0, size))).toBeNull()
    const lying = riff(chunk('ANMF', bytes(new Uint8Array(16), 'VP8 ', [99, 0, 0, 0])))
    expect(plainOf(lying)).toBeNull()
  })
})

test('what is no picture comes back as it is', () => {
  for (const other of [bytes('%PDF-1.7'), bytes('')]) expect(plainOf(other)).toEqual(other)
})
