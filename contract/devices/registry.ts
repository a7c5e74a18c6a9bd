// What do the routes of the device register take and answer?
import * as v from 'valibot'
import type { RegistryDeviceSettings } from '../../domain/duty/registry-views.ts'
import { isRegion } from '../../domain/organisation/regions.ts'
import { line, reasonLine, shortText } from '../parts/date-inputs.ts'
import {
  bilingual,
  decimal,
  flag,
  integer,
  list,
  maybe,
  moment,
  type Of,
  string,
} from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const table = v.record(string, v.unknown())

const feed = v.strictObject({
  id: string,
  name: string,
  protocol: string,
  region: bilingual,
  port: maybe(decimal),
  silenceSeconds: decimal,
  enabled: flag,
  devices: decimal,
  settings: table,
})

const feedProposal = v.strictObject({
  id: string,
  name: string,
  protocol: string,
  region: bilingual,
  settings: table,
  proposal: string,
  fresh: flag,
  hasSecret: flag,
  by: string,
  at: moment,
  mine: flag,
})

const registry = v.strictObject({
  feeds: list(feed),
  proposals: list(feedProposal),
  /** Who spoke without being registered, of the last seven days. */
  unknown: list(
    v.strictObject({
      feed: string,
      device: string,
      peer: string,
      firstAt: moment,
      lastAt: moment,
      count: decimal,
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
export type RegistryView = v.InferOutput<typeof registry>
export type RegistryFeed = v.InferOutput<typeof feed>
/** What an administrator wants of a feed that we dial; `fresh`: there is no such feed yet. */
export type FeedProposal = v.InferOutput<typeof feedProposal>

const waitingChange = v.strictObject({ id: string, name: string, by: string, mine: flag })

/** Receivers of warnings, and feeds that we dial, that wait for a second administrator. */
const registryWaiting = v.strictObject({
  receivers: list(waitingChange),
  feeds: list(waitingChange),
})
export type RegistryWaiting = v.InferOutput<typeof registryWaiting>

const registeredDevice = v.strictObject({
  id: string,
  feed: string,
  key: string,
  name: string,
  enterprise: maybe(string),
  region: bilingual,
  synthetic: flag,
  points: decimal,
  since: moment,
})
export type RegistryDevice = v.InferOutput<typeof registeredDevice>
const registryDevices = v.strictObject({ items: list(registeredDevice) })

/** A device as it may be changed: where it is null nothing stands. Secrets do not leave their rows. */
/** `open`: how many alarms of the device whoever ends it has seen standing, and ends it all the same. */
export const endBody = v.strictObject({
  reason: reasonLine,
  open: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
})

const registryDevice = v.strictObject({
  id: string,
  feed: string,
  protocol: string,
  key: string,
  name: string,
  enterprise: maybe(string),
  region: string,
  lon: maybe(decimal),
  lat: maybe(decimal),
  synthetic: flag,
  hosts: list(string),
  dialect: table,
  hasSecret: flag,
  open: v.strictObject({
    total: integer,
    items: list(v.strictObject({ name: string, level: integer, raisedAt: moment })),
  }),
}) satisfies Of<RegistryDeviceSettings>

export const registryDone = v.strictObject({ id: string })
export const countsShape = v.strictObject({ fresh: decimal, changed: decimal, same: decimal })

const importView = v.strictObject({
  applied: flag,
  lines: decimal,
  devices: countsShape,
  points: countsShape,
  faults: list(v.strictObject({ line: decimal, words: bilingual })),
})
export type ImportView = v.InferOutput<typeof importView>
/** What a sheet has done, or would do. */
export type SheetRead = Pick<ImportView, 'applied' | 'lines' | 'faults'>

const format = v.picklist(['xlsx', 'csv'])
export const sheetFormat = v.optional(format, 'xlsx')

/** A text for CSV, base64 for a workbook; the body as a whole is limited to 1 MB. */
export const sheetBody = v.strictObject({
  format,
  content: v.pipe(string, v.minLength(1), v.maxLength(1_000_000)),
  apply: flag,
  reason: v.optional(v.pipe(string, v.trim(), v.maxLength(500)), ''),
})

export const registrySheetQuery = v.object({ format: sheetFormat, feed: v.optional(shortText, '') })

export const feedBody = v.strictObject({
  name: line(80),
  enabled: flag,
  reason: line(500),
  silenceSeconds: v.pipe(decimal, v.integer(), v.minValue(10), v.maxValue(86_400)),
})

export const registryDevicesQuery = v.object({
  feed: v.optional(shortText, ''),
  q: v.optional(shortText, ''),
})

export const proposalDecisionBody = v.strictObject({
  proposal: v.pipe(string, v.uuid()),
  approved: flag,
  reason: reasonLine,
})

/** Below are ports that only the machine's own services may open. */
const port = maybe(v.pipe(decimal, v.integer(), v.minValue(1_024), v.maxValue(65_535)))

const settings = v.pipe(
  v.record(string, v.unknown()),
  v.check((settings) => JSON.stringify(settings).length <= 40_000, 'is too long'),
)

export const feedSettingsBody = v.strictObject({ port, settings, reason: reasonLine })

export const newFeedBody = v.strictObject({
  id: v.pipe(string, v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  protocol: line(40),
  name: line(80),
  reason: reasonLine,
  region: v.pipe(string, v.check(isRegion, 'is no region of the city')),
  port,
  settings,
  synthetic: flag,
  silenceSeconds: v.pipe(decimal, v.integer(), v.minValue(10), v.maxValue(86_400)),
  secret: maybe(v.pipe(string, v.minLength(1), v.maxLength(8_000))),
})

export const registryContract = {
  'GET /api/registry': { status: 200, description: 'The register', answer: registry },
  'GET /api/registry/waiting': {
    status: 200,
    description: 'What waits for a second administrator',
    answer: registryWaiting,
  },
  'GET /api/registry/devices': {
    query: registryDevicesQuery,
    status: 200,
    description: 'Devices in use, two hundred at most',
    answer: registryDevices,
  },
  'GET /api/registry/devices/{id}': {
    status: 200,
    description: 'The device as it may be changed',
    answer: registryDevice,
  },
  'PUT /api/registry/feeds/{id}': {
    body: feedBody,
    status: 200,
    description: 'Changed',
    answer: registryDone,
  },
  'POST /api/registry/devices/{id}/end': {
    body: endBody,
    status: 200,
    description: 'No longer in use',
    answer: registryDone,
  },
  'POST /api/registry/feeds': {
    body: newFeedBody,
    status: 200,
    description: 'Enrolled, or waiting for a second administrator',
    answer: registryDone,
  },
  'PUT /api/registry/feeds/{feed}/settings': {
    body: feedSettingsBody,
    status: 200,
    description: 'Changed, or waiting for a second administrator',
    answer: registryDone,
  },
  'POST /api/registry/feeds/{feed}/decision': {
    body: proposalDecisionBody,
    status: 200,
    description: 'Decided',
    answer: registryDone,
  },
  'GET /api/registry/sheet': {
    query: registrySheetQuery,
    status: 200,
    description: 'The file',
    type: 'application/octet-stream',
  },
  'POST /api/registry/sheet': {
    body: sheetBody,
    status: 200,
    description: 'What was or would be done, and what is wrong in which line',
    answer: importView,
  },
} as const satisfies ContractRoutes
