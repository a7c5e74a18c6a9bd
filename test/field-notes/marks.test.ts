// Which notes from the place does a reader see marked?
import { expect, test } from 'vitest'
import { unknownTaken } from '../../domain/evidence/photo.ts'
import { marksOf, metresBetween } from '../../domain/field-notes/marks.ts'

const site = { lat: 28.97, lon: 118.87 }
const noted = {
  phoneAt: '2026-03-06T02:00:00.000Z',
  offset: 1_500,
  recordedAt: '2026-03-06T09:00:00.000Z',
  openedAt: '2026-03-02T01:00:00.000Z',
  place: { ...site, accuracy: 20 },
  photos: [],
  site,
}
const dayMs = 86_400_000
const picture = (change: object) => ({ ...unknownTaken, ...site, accuracy: 15, ...change })

test('a note of this morning, at the place, has no mark', () => {
  expect(marksOf(noted)).toEqual([])
  expect(marksOf({ ...noted, photos: [picture({ at: '2026-03-06T01:58:00.000Z' })] })).toEqual([])
})

test.each([
  ['a phone a day ahead', { phoneAt: '2026-03-07T02:00:00.000Z', offset: -dayMs }, ['clock-off']],
  ['a phone a day behind', { phoneAt: '2026-03-05T02:00:00.000Z', offset: dayMs }, ['clock-off']],
  ['a clock that was set wrong afterwards', { phoneAt: '2026-03-07T02:00:00.000Z' }, ['ahead']],
  ['and one set back', { phoneAt: '2026-02-01T02:00:00.000Z' }, ['before-case']],
  ['no place', { place: null }, ['no-place']],
  [
    'a photo without one, of a note without one',
    { place: null, photos: [unknownTaken] },
    ['photo-untimed', 'no-place'],
  ],
  ['no exact place', { place: { ...site, accuracy: 3_000 } }, ['coarse-place']],
  ['another town', { place: { lat: 29.2, lon: 118.87, accuracy: 20 } }, ['far-place']],
  [
    'the middle of the sea',
    { photos: [picture({ at: noted.phoneAt, lat: 0, lon: 0 })] },
    ['far-place'],
  ],
  ['a picture that does not say when it was taken', { photos: [picture({})] }, ['photo-untimed']],
  ['an old picture', { photos: [picture({ at: '2026-02-01T02:00:00.000Z' })] }, ['photo-time']],
])('%s is marked', (_, change, marks) => {
  expect(marksOf({ ...noted, ...change })).toEqual(marks)
})

test('where nobody knows the place of the case none is far from it, and a wrong clock is wrong for note and picture alike', () => {
  expect(marksOf({ ...noted, place: { lat: 0, lon: 0, accuracy: 9 }, site: null })).toEqual([])
  const ahead = { phoneAt: '2026-03-07T02:00:00.000Z', offset: -dayMs }
  const photos = [picture({ at: '2026-03-07T02:01:00.000Z' })]
  expect(marksOf({ ...noted, ...ahead, photos })).toEqual(['clock-off'])
})

test('distances are right to the percent within a city', () => {
  expect(metresBetween(site, { ...site, lat: 28.98 })).toBeCloseTo(1_112, -1)
  expect(metresBetween(site, { ...site, lon: 118.88 })).toBeCloseTo(973, -1)
})
