// How is the register of feeds and devices asked of the server?
import type { BodyOf } from '../../../contract/contract.ts'
import { addressOfRoute, ask } from '../asking.ts'

type NewFeedBody = BodyOf<'POST /api/registry/feeds'>
export type SheetBody = BodyOf<'POST /api/registry/sheet'>

export const registryApi = {
  registry: () => ask('GET /api/registry'),
  waiting: () => ask('GET /api/registry/waiting'),
  devices: (feed: string, q: string) => ask('GET /api/registry/devices', { query: { feed, q } }),
  device: (id: string) => ask('GET /api/registry/devices/{id}', { path: { id } }),
  enrolFeed: (body: NewFeedBody, key: string) => ask('POST /api/registry/feeds', { body, key }),
  setFeed: (feed: string, body: BodyOf<'PUT /api/registry/feeds/{feed}/settings'>, key: string) =>
    ask('PUT /api/registry/feeds/{feed}/settings', { path: { feed }, body, key }),
  decideFeed: (
    feed: string,
    body: BodyOf<'POST /api/registry/feeds/{feed}/decision'>,
    key: string,
  ) => ask('POST /api/registry/feeds/{feed}/decision', { path: { feed }, body, key }),
  /** Our own certificate before that feed’s plant. */
  certificate: (feed: string) =>
    addressOfRoute('GET /api/registry/feeds/{feed}/certificate', { path: { feed } }),
  feed: (id: string, body: BodyOf<'PUT /api/registry/feeds/{id}'>, key: string) =>
    ask('PUT /api/registry/feeds/{id}', { path: { id }, body, key }),
  end: (id: string, body: BodyOf<'POST /api/registry/devices/{id}/end'>, key: string) =>
    ask('POST /api/registry/devices/{id}/end', { path: { id }, body, key }),
  feeds: () => ask('GET /api/registry/feeds'),
  pause: (feed: string, act: 'pause' | 'resume', reason: string, key: string) =>
    ask(`POST /api/registry/feeds/{feed}/${act}`, { path: { feed }, body: { reason }, key }),
  trust: (feed: string, thumbprint: string, body: { reason: string; typed: string }, key: string) =>
    ask('POST /api/registry/feeds/{feed}/certificates/{thumbprint}/trust', {
      path: { feed, thumbprint },
      body,
      key,
    }),
  withdraw: (feed: string, thumbprint: string, reason: string, key: string) =>
    ask('POST /api/registry/feeds/{feed}/certificates/{thumbprint}/withdraw', {
      path: { feed, thumbprint },
      body: { reason },
      key,
    }),
  sheetAddress: (format: 'xlsx' | 'csv') =>
    addressOfRoute('GET /api/registry/sheet', { query: { format } }),
  sheet: (body: SheetBody, key: string) => ask('POST /api/registry/sheet', { body, key }),
}
