// In which shape do cameras and the links to their pictures come?
import * as v from 'valibot'
import { text } from '../shapes.ts'

const word = v.string()
const number = v.nullable(v.number())

export const cameras = v.strictObject({
  items: v.array(
    v.strictObject({
      ...{ id: word, name: word, owner: word, region: text, enterprise: v.nullable(word) },
      ...{ lon: number, lat: number, metres: number, synthetic: v.boolean() },
    }),
  ),
})

export const cameraLink = v.strictObject({ url: word, until: v.pipe(v.string(), v.isoTimestamp()) })
