// Where does a piece of a recording belong, and how large should the next one be?
import { describe, expect, test } from 'vitest'
import { endingsOf, recordingType } from '../../domain/evidence/recording.ts'
import {
  digestHeader,
  digestIn,
  nextPieceBytes,
  placeOfPiece,
} from '../../domain/evidence/recording-pieces.ts'

const mega = 1024 * 1024

test.each([
  ['goes on', { received: 8, size: 20, offset: 8, bytes: 8 }, 'next'],
  ['ends it', { received: 16, size: 20, offset: 16, bytes: 4 }, 'next'],
  ['came before', { received: 16, size: 20, offset: 0, bytes: 8 }, 'again'],
  ['came before, cut otherwise', { received: 16, size: 20, offset: 3, bytes: 13 }, 'again'],
  ['overlaps', { received: 8, size: 20, offset: 4, bytes: 8 }, 'elsewhere'],
  ['leaves a gap', { received: 8, size: 20, offset: 9, bytes: 2 }, 'elsewhere'],
  ['goes beyond the end', { received: 16, size: 20, offset: 16, bytes: 5 }, 'beyond'],
  ['came before, and beyond', { received: 20, size: 20, offset: 18, bytes: 5 }, 'beyond'],
  ['is empty at the end', { received: 20, size: 20, offset: 20, bytes: 0 }, 'nothing'],
  ['is empty elsewhere', { received: 20, size: 20, offset: 4, bytes: 0 }, 'elsewhere'],
])('a piece that %s', (_, at, place) => {
  expect(placeOfPiece(at)).toBe(place)
})

test('pieces in any order and any number of times make the whole once', () => {
  const size = 103
  let [received, state] = [0, 7]
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state % below
  }
  for (let nth = 0; received < size && nth < 10_000; nth += 1) {
    const offset = nth % 3 === 0 ? received : next(size)
    const bytes = 1 + (nth % Math.min(20, size - received))
    const place = placeOfPiece({ received, size, offset, bytes })
    if (place === 'next') received += bytes
    if (place === 'again') expect(offset + bytes).toBeLessThanOrEqual(received)
  }
  expect(received).toBe(size)
})

describe('the hash of a piece', () => {
  const hex = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  test('goes there and back', () => {
    expect(digestHeader(hex)).toBe('sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:')
    expect(digestIn(digestHeader(hex))).toBe(hex)
    expect(digestIn(`md5=:AA==:, ${digestHeader(hex)}`)).toBe(hex)
  })
  test('is none, or not to be read', () => {
    expect(digestIn(undefined)).toBeUndefined()
    for (const one of ['', 'sha-256=abc', 'md5=:AA==:', `sha-512=:${'A'.repeat(43)}=:`])
      expect(digestIn(one)).toBeNull()
  })
})

test('the next piece takes some seconds: never less than one megabyte, never more than allowed', () => {
  expect(nextPieceBytes(null, 8 * mega)).toBe(8 * mega)
  expect(nextPieceBytes(10_000, 8 * mega)).toBe(mega)
  expect(nextPieceBytes(200_000, 8 * mega)).toBe(2 * mega)
  expect(nextPieceBytes(50_000_000, 8 * mega)).toBe(8 * mega)
})

test.each([
  ['video/mp4', '.mp4', 'video', 'video/mp4'],
  ['video/quicktime', '.mov', 'video', 'video/quicktime'],
  ['video/quicktime', '.mov', 'audio', null],
  ['video/quicktime', '.mp4', 'video', null],
  ['audio/x-m4a', '.m4a', 'audio', 'audio/mp4'],
  ['video/matroska', '.mkv', 'video', 'video/matroska'],
  ['video/webm', '.webm', 'audio', 'video/webm'],
  ['audio/ogg; codecs=opus', '.opus', 'audio', 'audio/ogg'],
  ['audio/wav', '.wav', 'audio', 'audio/wav'],
  ['video/mp4', '.mp4', 'audio', null],
  ['video/mp4', '.html', 'video', null],
  ['image/png', '.mp4', 'video', null],
  [undefined, '.mp4', 'video', null],
  ['constructor', '.mp4', 'video', null],
] as const)('%s as %s of kind %s is %s', (found, ending, kind, type) => {
  expect(recordingType(found, ending, kind)).toBe(type)
})

test('every ending that is offered is one that some content has', () => {
  expect(endingsOf('video')).toContain('.mp4')
  expect(endingsOf('audio')).not.toContain('.mp4')
})
