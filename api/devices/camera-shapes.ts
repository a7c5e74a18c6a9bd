// In which shape do cameras and the links to their pictures come?
import * as v from 'valibot'
import type { CameraImport, CameraLink, CameraList, VideoRegister } from '../../domain/video/views.ts'
import { text } from '../http/shapes.ts'
import { counts } from './device-shapes.ts'

/** A schema that yields exactly the type the code answers with. */
type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const moment = v.pipe(v.string(), v.isoTimestamp())
const number = v.nullable(v.number())
const named = v.strictObject({ id: word, name: word })

export const cameras = v.strictObject({
  items: v.array(
    v.strictObject({
      ...{ id: word, name: word, source: word, owner: word, region: text, enterprise: v.nullable(named) },
      ...{ lon: number, lat: number, metres: number, synthetic: v.boolean() },
    }),
  ),
  total: v.number(),
}) satisfies Of<CameraList>

export const cameraLink = v.strictObject({ url: word, until: moment }) satisfies Of<CameraLink>

const source = v.strictObject({
  ...{ id: word, name: word, owner: word, template: word, seconds: v.number(), enabled: v.boolean(), cameras: v.number() },
})
export const register = v.strictObject({
  sources: v.array(source),
  looks: v.array(v.strictObject({ id: v.number(), at: moment, person: word, camera: word, name: word, region: text })),
  changes: v.array(v.strictObject({ id: word, at: moment, by: word, words: word, reason: word })),
}) satisfies Of<VideoRegister>
export const cameraImport = v.strictObject({
  ...{ applied: v.boolean(), lines: v.number(), cameras: counts },
  faults: v.array(v.strictObject({ line: v.number(), words: text })),
}) satisfies Of<CameraImport>
