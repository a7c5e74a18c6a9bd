// Is every plain area of the city taken, and everything else refused with a reason?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readXml } from '../../devices/frames/xml.ts'
import { writeCap } from '../../domain/warning/cap.ts'
import { complaintsOf } from '../../domain/warning/cap-shape.ts'
import { districts, type Position } from '../../domain/warning/districts.ts'
import {
  boundsOf,
  cityBounds,
  mostCorners,
  placeFault,
  polygonFault,
  squareKmOf,
} from '../../domain/warning/drawn-area.ts'
import { type WarningContent, warningFrom } from '../../domain/warning/warning-content.ts'
import { sender } from './cap-documents.ts'
import { earlier, sent } from './warnings.ts'

const square: Position[] = [
  [118.86, 28.96],
  [118.88, 28.96],
  [118.88, 28.98],
  [118.86, 28.98],
]
/** A star about a place: its corners go round it once, so it never crosses itself. */
const star = (radii: number[], [lon, lat]: Position = [118.87, 28.97]): Position[] =>
  radii.map((radius, index) => {
    const angle = (2 * Math.PI * index) / radii.length
    return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)]
  })
const radii = fc.array(fc.double({ min: 0.005, max: 0.05, noNaN: true }), {
  minLength: 3,
  maxLength: mostCorners,
})

describe('corners', () => {
  test('that go round once are an area, from wherever one begins and in either direction', () => {
    fc.assert(
      fc.property(radii, fc.nat(), fc.boolean(), (some, start, back) => {
        const corners = star(some)
        const from = start % corners.length
        const turned = [...corners.slice(from), ...corners.slice(0, from)]
        const all = back ? turned.reverse() : turned
        expect(polygonFault(all)).toBeNull()
        expect(polygonFault([...all, all[0]!])).toBeNull()
        expect(squareKmOf(all)).toBeCloseTo(squareKmOf(corners), 2)
      }),
      { numRuns: 100 },
    )
  })

  test('of which two have changed places cross', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 30 }), fc.nat(), (n, which) => {
        const corners = star(Array.from({ length: n }, () => 0.02))
        const at = which % n
        const next = (at + 1) % n
        ;[corners[at], corners[next]] = [corners[next]!, corners[at]!]
        expect(polygonFault(corners)?.zh).toContain('自相交')
      }),
    )
  })

  test.each<[string, Position[], string]>([
    ['none', [], '三个不同'],
    ['two', square.slice(0, 2), '三个不同'],
    ['one place three times', [square[0]!, square[0]!, square[0]!], '三个不同'],
    ['three on a line', [square[0]!, square[1]!, [118.87, 28.96]], '自相交'],
    ['a bow tie', [square[0]!, square[2]!, square[1]!, square[3]!], '自相交'],
    ['a corner on another edge', [...square, [118.87, 28.96]], '自相交'],
    ['a spike', [...square.slice(0, 3), [118.88, 28.99], ...square.slice(2)], '自相交'],
    [
      'an eight through one corner',
      [...square, [118.85, 28.97], square[0]!, [118.85, 28.95]],
      '自相交',
    ],
    ['off the earth', [...square.slice(0, 3), [418.86, 28.98]], '第4个角点'],
    ['latitude first', square.map(([lon, lat]): Position => [lat, lon]), '第1个角点'],
    ['a grain', star([1e-5, 1e-5, 1e-5]), '过小'],
    ['5,000 corners', star(Array.from({ length: 5_000 }, () => 0.02)), '超过100个'],
    ['101 corners', star(Array.from({ length: 101 }, () => 0.02)), '超过100个'],
  ])('%s: refused with its reason', (_, corners, reason) => {
    const fault = polygonFault(corners)
    expect(fault?.zh).toContain(reason)
    expect(fault?.en).toMatch(/^[ -~]+$/)
  })
})

describe('where it lies', () => {
  const beside = (polygon: Position[], region = '330802') =>
    placeFault({ around: null, polygon }, region)
  test('inside the district, across its border and around all of it is in it', () => {
    const outline = districts.get('330802')!.rings[0]!
    const { west, south, east, north } = boundsOf(outline)
    const all: Position[] = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ]
    for (const one of [square, all, star([0.02, 0.02, 0.02, 0.02], outline[0]!)])
      expect(beside(one)).toBeNull()
    expect(beside(outline.slice(0, 90))).toBeNull()
  })
  test('elsewhere in the city is in the city alone; a zone without an outline lies in the city', () => {
    expect(beside(square, '330824')).toMatchObject({ zh: '范围不在开化县内' })
    expect(beside(square, '330824')?.en).toContain('Kaihua')
    expect([beside(square, '330800'), beside(square, '330871')]).toEqual([null, null])
    const corner: Position = [cityBounds.east + 0.05, cityBounds.north + 0.05]
    expect(beside(star([0.01, 0.01, 0.01], corner), '330800')?.zh).toContain('不在衢州市内')
  })
  test('the sea is nobody’s, for corners and circles alike', () => {
    expect(beside([...square.slice(0, 3), [122.5, 29.5]])?.zh).toContain('122.5, 29.5')
    const around = { lon: 122.5, lat: 29.5, km: 1 }
    expect(placeFault({ around }, '330802')?.zh).toContain('不在衢州市')
    expect(placeFault({ around: { ...around, lon: 118.87, lat: 28.97 } }, '330802')).toBeNull()
    expect(placeFault({ around: null }, '330802')).toBeNull()
  })
})

const content: WarningContent = {
  level: 2,
  kind: 'gas',
  event: '可燃或有毒气体报警',
  headline: '氯气泄漏',
  description: '二号罐泄漏',
  instruction: null,
  response: 'Evacuate',
  certainty: 'Observed',
  onset: null,
  expires: null,
  region: '330802',
  around: null,
  place: null,
  exercise: false,
}

test('any area leaves as one closed polygon of CAP, latitude first, and warns no district as a whole', () => {
  fc.assert(
    fc.property(radii, fc.boolean(), (some, first) => {
      const course = first
        ? { type: 'Alert' as const }
        : { type: 'Update' as const, references: [earlier] as [typeof earlier] }
      const corners = star(some)
      const warning = warningFrom(
        { ...content, polygon: corners },
        { from: sender, at: sent, number: 1, course, incident: 'one' },
      )
      const cap = writeCap(warning)
      const read = readXml(cap)
      expect(read.ok && complaintsOf(read.xml.root)).toEqual([])
      const [, pairs = ''] = /<polygon>([^<]*)<\/polygon>/.exec(cap) ?? []
      const places = pairs.split(' ')
      expect(places).toHaveLength(corners.length + 1)
      expect(places.at(-1)).toBe(places[0])
      expect(new Set(places)).toEqual(
        new Set(corners.map(([lon, lat]) => `${Number(lat.toFixed(6))},${Number(lon.toFixed(6))}`)),
      )
      expect(cap).not.toMatch(/<geocode>|<circle>/)
      expect(cap).toContain('柯城区 划定范围')
    }),
    { numRuns: 50 },
  )
})
