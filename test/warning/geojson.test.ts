// Does the map show the same warning, longitude first and the right way round, and do identifiers come back as they went?
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { around, ringOf } from '../../domain/warning/area.ts'
import { districts, type Position } from '../../domain/warning/districts.ts'
import { geojsonOf } from '../../domain/warning/geojson.ts'
import { beijingTime, identifierOf, readIdentifier } from '../../domain/warning/identifier.ts'
import { gasLeak, office } from './warnings.ts'

const turn = (ring: Position[]): number =>
  ring
    .slice(1)
    .reduce((sum, [x, y], i) => sum + (ring[i]?.[0] ?? x) * y - x * (ring[i]?.[1] ?? y), 0)

test('a circle is its centre with a radius, a district its outline', () => {
  const { type, features } = geojsonOf(gasLeak)
  expect(type).toBe('FeatureCollection')
  const [round, whole] = features
  expect(round).toMatchObject({
    geometry: { type: 'Point', coordinates: [118.87, 28.97] },
    properties: {
      radiusKm: 0.5,
      severity: 'Extreme',
      colour: 'Red',
      status: 'Actual',
      exercise: false,
      msgType: 'Alert',
    },
  })
  if (whole?.geometry?.type !== 'Polygon') throw new Error('no outline')
  const [ring = []] = whole.geometry.coordinates
  expect(ring[0]).toEqual(ring.at(-1))
  expect(turn(ring)).toBeGreaterThan(0)
  expect(whole.id).toBe(`${gasLeak.identifier}/2`)
})

test('an exercise says so on the map too', () => {
  const [feature] = geojsonOf({
    ...gasLeak,
    origin: { synthetic: true, status: 'Exercise' },
  }).features
  expect(feature?.properties).toMatchObject({
    status: 'Exercise',
    exercise: true,
    headline: '【演练】可燃气高高报',
  })
})

test('the six districts and counties all have an outline round their centre', () => {
  expect([...districts.keys()]).toEqual([
    '330802',
    '330803',
    '330822',
    '330824',
    '330825',
    '330881',
  ])
  for (const { rings } of districts.values())
    expect(ringOf(rings[0] ?? []).length).toBeGreaterThan(20)
})

test('rings are closed and counter-clockwise, however they are given', () => {
  const square: Position[] = [
    [118, 28],
    [118, 29],
    [119, 29],
    [119, 28],
  ]
  const closed = ringOf(square)
  expect(closed).toHaveLength(5)
  expect(turn(closed)).toBeGreaterThan(0)
  expect(ringOf(closed)).toEqual(closed)
  expect(ringOf([...square].reverse()).length).toBe(5)
  expect(() => ringOf(square.slice(0, 2))).toThrow(RangeError)
  expect(() => ringOf([...square, [200, 0]])).toThrow(RangeError)
  expect(() => around([118, 28], Number.NaN, '', null)).toThrow(RangeError)
})

it('identifiers tell who and when, to the second, in Beijing', () => {
  expect(identifierOf(office, new Date('2026-12-31T16:00:00.999Z'), 12)).toBe(
    '33080012500100_20270101000000_12',
  )
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1992-01-01'), max: new Date('9990-01-01'), noInvalidDate: true }),
      fc.nat(),
      (at, sequence) => {
        const second = new Date(Math.floor(at.getTime() / 1000) * 1000)
        expect(readIdentifier(identifierOf(office, at, sequence))).toEqual({
          office,
          at: second,
          sequence,
        })
        expect(Date.parse(beijingTime(at))).toBe(second.getTime())
      },
    ),
  )
  for (const wrong of [
    '',
    '3308001250010_20261126200509_7',
    '33080012500100_20261326200509_7',
    '33080012500100_20261126200509_07',
  ])
    expect(readIdentifier(wrong)).toBeNull()
  expect(() => identifierOf({ ...office, unit: '1' }, new Date(), 1)).toThrow(RangeError)
  expect(() => identifierOf(office, new Date(), -1)).toThrow(RangeError)
})
