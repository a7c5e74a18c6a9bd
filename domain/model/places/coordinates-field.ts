// How is a form asked where on the earth something is?
import * as v from 'valibot'
import { coordinatesIn, coordinatesPattern } from '../../organisation/coordinates.ts'
import { type FieldBuilder, field } from '../field.ts'

/** 坐标: longitude first. */
export const coordinatesField = (): FieldBuilder =>
  field
    .text('坐标', 'Coordinates', 30)
    .accepting(
      v.pipe(
        v.string(),
        v.regex(coordinatesPattern),
        v.check((value) => coordinatesIn(value) !== null),
      ),
    )
    .optional()
    .hint(
      '经度,纬度（WGS 84，英文逗号），如118.8721,28.9357；用于计算距离',
      'Longitude,latitude (WGS 84), such as 118.8721,28.9357: distances are counted by it',
    )
