// Are corners read as they are written, and does a picture put places where they are?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '../../../domain/warning/districts.ts'
import { boundsOf, cityBounds } from '../../../domain/warning/drawn-area.ts'
import { readCorners, writeCorners } from '../../../ui/map/corners.ts'
import { frameOf, viewOf, zoomed } from '../../../ui/map/frame.ts'
import { boundsToSee, boxOf, marksOf, regionBounds, unmarkedOf } from '../../../ui/map/marks.ts'

const { west, south, east, north } = cityBounds
const place: fc.Arbitrary<Position> = fc.tuple(
  fc.double({ min: west, max: east, noNaN: true }),
  fc.double({ min: south, max: north, noNaN: true }),
)

test('corners that are written are read again, to 11 centimetres', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 120 }), (corners) => {
      const { corners: read } = readCorners(writeCorners(corners))
      expect(read).toHaveLength(corners.length)
      for (const [index, [lon, lat]] of read.entries()) {
        expect(Math.abs(lon - corners[index]![0])).toBeLessThan(1e-6)
        expect(Math.abs(lat - corners[index]![1])).toBeLessThan(1e-6)
      }
    }),
  )
})

test.each([
  ['118.86, 28.96\n118.88，28.96\n\n118.88\t28.98', null],
  ['118.86 28.96\n118.88 28.96\n118.88 28.98 3', '第3行'],
  ['118.86 28.96\n北门', '第2行'],
  ['1e3 28.96', '第1行'],
  ['', '三个不同'],
  ['118.86,28.96\n118.88,28.98\n118.88,28.96\n118.86,28.98', '自相交'],
])('%j: %s', (text, fault) => {
  const read = readCorners(text)
  if (fault === null) expect(read.fault).toBeNull()
  else expect(read.fault?.zh).toContain(fault)
})

test('what lies under a point of the picture lies at that point, however near one looks', () => {
  fc.assert(
    fc.property(place, place, fc.integer({ min: 0, max: 8 }), (middle, other, times) => {
      let view = viewOf(cityBounds, 640, 480)
      for (let n = 0; n < times; n++) view = zoomed(view, 2, middle)
      const frame = frameOf(view, 640, 480)
      const [lon, lat] = frame.placeAt(...frame.at(other))
      expect([lon, lat]).toEqual([expect.closeTo(other[0], 9), expect.closeTo(other[1], 9)])
    }),
  )
})

test('all that is worth looking at is in the picture', () => {
  const inPicture = (region: string, area: Parameters<typeof boundsToSee>[0]) => {
    const bounds = boundsToSee(area, region)
    const frame = frameOf(viewOf(bounds, 640, 480), 640, 480)
    return boxOf(bounds).every((corner) => {
      const [x, y] = frame.at(corner)
      return x >= -1 && x <= 641 && y >= 0 && y <= 480
    })
  }
  for (const region of ['330800', '330802', '330871', '330824'])
    expect([region, inPicture(region, { around: null })]).toEqual([region, true])
  expect(inPicture('330802', { around: { lon: 118.87, lat: 28.97, km: 3 } })).toBe(true)
  expect(
    inPicture('330802', {
      around: null,
      polygon: [
        [118.8, 28.9],
        [118.9, 28.9],
        [118.9, 29],
      ],
    }),
  ).toBe(true)
  expect(regionBounds('330871')).toEqual(cityBounds)
  expect(boundsOf(boxOf(cityBounds))).toEqual(cityBounds)
})

test('what has no place has no mark, and alarms lie on top', () => {
  const row = { name: 'x', region: { zh: '', en: '' }, enterprise: null, synthetic: false }
  const here = { ...row, lon: 118.8, lat: 28.9 }
  const nowhere = { ...row, lon: null, lat: null }
  const empty = { total: 0, items: [] }
  const marks = marksOf({
    now: '2026-01-01T00:00:00.000Z',
    alarms: {
      total: 2,
      items: [
        { ...here, id: 'a', level: 1, caseId: null },
        { ...nowhere, id: 'b', level: 1, caseId: null },
      ],
    },
    devices: { total: 1, items: [{ ...here, id: 'd', at: null }] },
    cameras: { total: 1, items: [{ ...here, id: 'c' }] },
    enterprises: empty,
    cases: { ...empty, processes: [] },
    people: null,
    unplaced: { devices: 0, cameras: 0, enterprises: 0 },
  })
  expect(marks.map(({ id }) => id)).toEqual(['c', 'd', 'a'])
  expect([marksOf(null), unmarkedOf(null)]).toEqual([[], 0])
})
