// What do drafts, their keys and the cameras' own words decide, without a browser?
import { describe, expect, test } from 'vitest'
import { takenByCamera } from '../../../ui/photo/exif.ts'
import {
  claimed,
  type Draft,
  type IdempotentRequest,
  isToSend,
  isWorthKeeping,
  restored,
  typedIn,
  unsent,
} from '../../../ui/reading/draft.ts'
import { exifHead } from '../../support/browser/pictures.ts'

const request: IdempotentRequest = { key: 'k1', sentAs: '', unanswered: false }
const photo = {
  key: 'p',
  name: 'a.jpg',
  type: 'image/jpeg',
  size: 1,
  keptAt: '',
  taken: {},
  stored: null,
  storedAt: null,
}
const draft = (more: Partial<Draft> = {}): Draft => ({
  name: 'n',
  title: { zh: '题', en: 'T' },
  href: '/',
  at: '',
  data: {},
  labels: {},
  uploads: {},
  request,
  ...more,
})

describe('the key of a request', () => {
  test('stays for the same content, however often it is sent', () => {
    const first = claimed(request, 'a', () => 'k2')
    expect(first).toEqual({ key: 'k1', sentAs: 'a', unanswered: true })
    expect(claimed(first, 'a', () => 'k2').key).toBe('k1')
    expect(claimed({ ...first, unanswered: false }, 'a', () => 'k2').key).toBe('k1')
  })
  test('is another one for other content', () => {
    expect(
      claimed(
        claimed(request, 'a', () => 'k2'),
        'b',
        () => 'k2',
      ),
    ).toEqual({ key: 'k2', sentAs: 'b', unanswered: true })
  })
})

describe('a draft', () => {
  test('is worth keeping for words, for a photograph alone, and for a request that nobody answered', () => {
    expect(isWorthKeeping(draft())).toBe(false)
    expect(isWorthKeeping(draft({ uploads: { photos: [] } }))).toBe(false)
    expect(isWorthKeeping(draft({ data: { title: '灯' } }))).toBe(true)
    expect(isWorthKeeping(draft({ uploads: { photos: [photo] } }))).toBe(true)
    expect(isWorthKeeping(draft({ request: { ...request, unanswered: true } }))).toBe(true)
  })
  test('keeps what was filled in and nothing else', () => {
    expect(
      typedIn({
        title: '灯',
        site: '',
        major: true,
        minor: false,
        photos: [photo],
        none: undefined,
      }),
    ).toEqual({
      title: '灯',
      major: true,
    })
  })
  test('keeps nothing that the form itself showed, which may have changed when it comes back', () => {
    expect(typedIn({ dead: '2', missing: '1' }, { dead: '2', missing: '0' })).toEqual({
      missing: '1',
    })
  })
  test('comes back under what was typed meanwhile', () => {
    expect(restored({ title: '新', site: '' }, { title: '旧', site: '车间' })).toEqual({
      title: '新',
      site: '车间',
    })
  })
  test('is counted with its photographs before it is lost', () => {
    expect(unsent([draft({ uploads: { a: [photo], b: [photo, photo] } }), draft()])).toEqual({
      drafts: 2,
      photos: 3,
    })
  })
})

describe('the time in a picture', () => {
  const read = (bytes: Buffer) => takenByCamera(new Uint8Array(bytes).buffer)
  test.each([true, false])('is read in either byte order, with its own zone or ours', (little) => {
    expect(read(exifHead('2026:03:02 09:10:11', null, little))).toBe('2026-03-02T01:10:11.000Z')
    expect(read(exifHead('2026:03:02 09:10:11', '+09:00', little))).toBe('2026-03-02T00:10:11.000Z')
  })
  test('that was never set is no time', () => {
    expect(read(exifHead('0000:00:00 00:00:00', null))).toBeNull()
    expect(read(exifHead('2026:13:02 09:10:11', null))).toBeNull()
  })
  test('of broken bytes is none, and nothing breaks', () => {
    const whole = exifHead('2026:03:02 09:10:11', '+09:00')
    for (let end = 0; end < whole.length; end += 1)
      expect([null, '2026-03-02T01:10:11.000Z', '2026-03-02T00:10:11.000Z']).toContain(
        read(whole.subarray(0, end)),
      )
    for (let at = 0; at < whole.length; at += 1) {
      const bent = Buffer.from(whole)
      bent[at] = 0xff
      expect(() => read(bent)).not.toThrow()
    }
  })
})

test('a file that was sent long ago is sent once more while its bytes are here', () => {
  const stored = { stored: {} as never, storedAt: '2026-03-01T00:00:00.000Z', keptAt: 'then' }
  const on = (day: string) => Date.parse(`2026-03-${day}T00:00:00.000Z`)
  expect(isToSend({ ...stored, stored: null, storedAt: null }, on('01'))).toBe(true)
  expect([isToSend(stored, on('20')), isToSend(stored, on('31'))]).toEqual([false, true])
  expect(isToSend({ ...stored, keptAt: '' }, on('31'))).toBe(false)
})
