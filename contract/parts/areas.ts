// How does an area come in: a circle, or the corners of a polygon?
import * as v from 'valibot'
import { type DrawnArea, leastKm, mostKm, polygonFault } from '../../domain/warning/drawn-area.ts'
import { decimal, maybe } from './pieces.ts'

const between = (least: number, most: number) =>
  v.pipe(decimal, v.minValue(least), v.maxValue(most))

const circle = v.strictObject({
  lon: between(73, 136),
  lat: between(3, 54),
  km: between(leastKm, mostKm),
})

/** Longitude first; the first one may stand again at the end. */
const polygon = v.pipe(
  v.array(v.strictTuple([decimal, decimal])),
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed ? polygonFault(dataset.value) : null
    if (fault) addIssue({ message: `${fault.zh} | ${fault.en}` })
  }),
)

export const areaParts = { around: maybe(circle), polygon: v.optional(polygon) }

/** Where both are named, nobody knows which is meant. */
export const isOneArea = ({ around, polygon }: DrawnArea): boolean =>
  around === null || polygon === undefined
export const twoAreas = '圆形范围和多边形范围只能填一种 | either a circle or a polygon, not both'
