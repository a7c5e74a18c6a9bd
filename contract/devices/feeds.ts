// What do the routes of feeds and the certificates of their servers take and answer?
import * as v from 'valibot'
import { feedStates } from '../../domain/duty/feed-views.ts'
import { reasoned, reasonLine } from '../parts/given.ts'
import { bilingual, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import { registryDone } from './registry.ts'

/** By whom something stands so, and why. */
const signature = maybe(v.strictObject({ by: string, reason: string, at: moment }))
export type FeedSignature = v.InferOutput<typeof signature>

const feedStatus = v.strictObject({
  id: string,
  name: string,
  protocol: string,
  region: bilingual,
  state: v.picklist(feedStates),
  paused: signature,
  detail: string,
  devices: integer,
  lastSeenAt: maybe(moment),
  faultsToday: integer,
  gaps: integer,
  gapSince: maybe(moment),
  own: maybe(v.strictObject({ thumbprint: string, to: moment })),
})

const certificate = v.strictObject({
  feed: string,
  thumbprint: string,
  sha256: string,
  subject: string,
  issuer: string,
  names: string,
  from: moment,
  to: moment,
  validity: v.picklist(['pending', 'valid', 'soon', 'expired']),
  firstAt: moment,
  lastAt: moment,
  trusted: signature,
})

const feeds = v.strictObject({
  now: moment,
  feeds: list(feedStatus),
  certificates: list(certificate),
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
export type FeedsView = v.InferOutput<typeof feeds>
export type FeedStatus = v.InferOutput<typeof feedStatus>
export type CertificateView = v.InferOutput<typeof certificate>

/** `typed`: the last signs of the thumbprint, as its plant has told them. */
export const certificateTrustBody = v.strictObject({
  reason: reasonLine,
  typed: v.pipe(string, v.maxLength(64)),
})

export const feedContract = {
  'GET /api/registry/feeds/{feed}/certificate': {
    status: 200,
    says: 'The certificate, DER',
    type: 'application/pkix-cert',
  },
  'GET /api/registry/feeds': {
    status: 200,
    says: 'How each feed does, the certificates seen, and who has done what',
    answer: feeds,
  },
  'POST /api/registry/feeds/{feed}/pause': {
    body: reasoned,
    status: 200,
    says: 'Paused',
    answer: registryDone,
  },
  'POST /api/registry/feeds/{feed}/resume': {
    body: reasoned,
    status: 200,
    says: 'Resumed',
    answer: registryDone,
  },
  'POST /api/registry/feeds/{feed}/certificates/{thumbprint}/trust': {
    body: certificateTrustBody,
    status: 200,
    says: 'Trusted from the next attempt',
    answer: registryDone,
  },
  'POST /api/registry/feeds/{feed}/certificates/{thumbprint}/withdraw': {
    body: reasoned,
    status: 200,
    says: 'Believed no longer',
    answer: registryDone,
  },
} as const satisfies ContractRoutes
