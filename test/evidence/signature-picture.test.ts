// Is nothing kept of the picture of a signature but its ink, the same from every kind of pixel, and is whatever else it might be refused?
import { describe, expect, test } from 'vitest'
import { inkOfPng } from '../../domain/evidence/png.ts'
import { mostSent, signaturePicture } from '../../domain/signature/picture.ts'
import { exifHead, png } from '../support/browser/pictures.ts'
import { textChunk, written } from '../support/people/handwriting.ts'
import { zip } from '../support/people/hostile.ts'

const kept = (sent: Buffer) => {
  const made = signaturePicture(sent)
  if ('fault' in made) throw new Error(made.fault.en)
  return made
}
const refusal = (sent: Buffer): string => {
  const made = signaturePicture(sent)
  return 'fault' in made ? made.fault.zh : 'kept'
}

test.each([2, 3, 4, 6] as const)(
  'pixels of kind %i come to the same bytes as grey ones',
  (colour) => {
    expect(kept(written({ colour })).bytes.equals(kept(written()).bytes)).toBe(true)
  },
)

test('what is kept is small, cut out, a picture again, and stays the same when it is sent again', () => {
  const { bytes, width, height } = kept(written({ width: 2_000, height: 900 }))
  expect([width <= 600, height <= 200, bytes.length < 30_000]).toEqual([true, true, true])
  expect(inkOfPng(bytes)).toMatchObject({ width, height })
  const small = kept(written())
  expect(small.width).toBeLessThan(300)
  expect(kept(small.bytes).bytes.equals(small.bytes)).toBe(true)
  expect(kept(written({ slant: 1 })).bytes.equals(small.bytes)).toBe(false)
})

test('words, places and times in the file are not kept', () => {
  const texts = kept(written({ extra: [textChunk('GPS 28.97,118.87 secret')] })).bytes
  expect(texts.includes('secret')).toBe(false)
  expect(texts.equals(kept(written()).bytes)).toBe(true)
})

describe('refused', () => {
  const whole = written()
  const bent = (at: number, value: number) => {
    const copy = Buffer.from(whole)
    copy.writeUInt32BE(value, at)
    return copy
  }
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a photograph of a telephone', exifHead('2026:03:02 09:00:00', null)],
    ['half a picture', whole.subarray(0, whole.length - 30)],
    ['a picture that says it is larger', bent(16, 3_000)],
    ['a picture of a whole wall', bent(16, 60_000)],
    ['an interlaced one', written({ interlace: 1 })],
    [
      'an archive behind a picture',
      Buffer.concat([whole, zip([{ name: 'a.exe', content: 'MZ' }])]),
    ],
    ['a script in a picture', written({ extra: [textChunk('<script>alert(1)</script>')] })],
    ['more than is allowed', Buffer.concat([png(300, 300), Buffer.alloc(mostSent)])],
    ['blank paper', written({ blank: true })],
  ])('%s', (_name, sent) => {
    expect(refusal(sent)).not.toBe('kept')
  })
  test('and whatever bit is turned in it, it is refused or comes to a picture', () => {
    for (let at = 0; at < whole.length; at += 7) {
      const copy = Buffer.from(whole)
      copy.writeUInt8((copy.readUInt8(at) ^ 0x55) & 255, at)
      const made = signaturePicture(copy)
      expect('fault' in made || inkOfPng(made.bytes) !== null).toBe(true)
    }
  })
})
