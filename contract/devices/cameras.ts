// What do the routes of cameras and video platforms take and answer?
import * as v from 'valibot'
import { isTemplate } from '../../domain/video/play-link.ts'
import { line, reasoned, shortText } from '../parts/date-inputs.ts'
import { bilingual, decimal, flag, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import { countsShape, registryDone, sheetBody, sheetFormat } from './registry.ts'

const named = v.strictObject({ id: string, name: string })

/** `total`: how many there are; the list is a hundred long at most. */
const cameras = v.strictObject({
  items: list(
    v.strictObject({
      /** 20 digits (GB/T 28181). */
      id: string,
      name: string,
      source: string,
      owner: string,
      region: bilingual,
      enterprise: maybe(named),
      lon: maybe(decimal),
      lat: maybe(decimal),
      /** From the place that was asked for; null: none was. */
      metres: maybe(decimal),
      synthetic: flag,
    }),
  ),
  total: decimal,
})
export type CameraList = v.InferOutput<typeof cameras>
export type CameraRow = CameraList['items'][number]

const cameraLink = v.strictObject({ url: string, until: moment })
export type CameraLink = v.InferOutput<typeof cameraLink>

const source = v.strictObject({
  id: string,
  name: string,
  owner: string,
  template: string,
  seconds: decimal,
  enabled: flag,
  cameras: decimal,
})

const register = v.strictObject({
  sources: list(source),
  looks: list(
    v.strictObject({
      id: decimal,
      at: moment,
      person: string,
      camera: string,
      name: string,
      region: bilingual,
    }),
  ),
  changes: list(
    v.strictObject({
      id: string,
      at: moment,
      by: string,
      words: string,
      reason: string,
    }),
  ),
})
export type VideoRegister = v.InferOutput<typeof register>

const cameraImport = v.strictObject({
  applied: flag,
  lines: decimal,
  cameras: countsShape,
  faults: list(v.strictObject({ line: decimal, words: bilingual })),
})
export type CameraImport = v.InferOutput<typeof cameraImport>

const between = (least: number, most: number) =>
  v.pipe(
    string,
    v.regex(/^-?\d{1,3}(\.\d{1,8})?$/),
    v.transform(Number),
    v.minValue(least),
    v.maxValue(most),
  )

export const camerasQuery = v.pipe(
  v.object({
    lon: v.optional(between(-180, 180)),
    lat: v.optional(between(-90, 90)),
    km: v.optional(between(0, 50), '1'),
    region: v.optional(shortText, ''),
    q: v.optional(shortText, ''),
  }),
  v.check(
    ({ lon, lat }) => (lon === undefined) === (lat === undefined),
    'lon and lat come together',
  ),
)

export const cameraSheetQuery = v.object({ format: sheetFormat })

export const videoSourceBody = v.strictObject({
  name: line(80),
  owner: line(80),
  enabled: flag,
  reason: line(500),
  template: v.pipe(
    line(500),
    v.check(isTemplate, 'must be an address with {point}, {expires} and {token} once each'),
  ),
  seconds: v.pipe(decimal, v.integer(), v.minValue(10), v.maxValue(600)),
  secret: v.optional(v.pipe(string, v.minLength(16), v.maxLength(200))),
})

export const cameraContract = {
  'GET /api/cameras': { query: camerasQuery, status: 200, description: 'Cameras', answer: cameras },
  'POST /api/cameras/{id}/link': {
    status: 201,
    description: 'An address that ends soon',
    answer: cameraLink,
  },
  'GET /api/registry/cameras': {
    status: 200,
    description: 'Platforms, and who has looked',
    answer: register,
  },
  'PUT /api/registry/cameras/sources/{id}': {
    body: videoSourceBody,
    status: 200,
    description: 'Changed',
    answer: registryDone,
  },
  'POST /api/registry/cameras/{id}/end': {
    body: reasoned,
    status: 200,
    description: 'No longer in use',
    answer: registryDone,
  },
  'GET /api/registry/cameras/sheet': {
    query: cameraSheetQuery,
    status: 200,
    description: 'The file',
    type: 'application/octet-stream',
  },
  'POST /api/registry/cameras/sheet': {
    body: sheetBody,
    status: 200,
    description: 'What was or would be done, and what is wrong in which line',
    answer: cameraImport,
  },
} as const satisfies ContractRoutes
