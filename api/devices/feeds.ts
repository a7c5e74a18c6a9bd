// How do administrators pause and resume a feed, and answer for the servers that it believes?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { CertificateView, FeedStatus, FeedsView } from '../../contract/devices/feeds.ts'
import { certificateTrustBody } from '../../contract/devices/feeds.ts'
import { reasoned } from '../../contract/parts/date-inputs.ts'
import type { Executor } from '../../db/client.ts'
import {
  type ActOutcome,
  pauseFeed,
  resumeFeed,
  type SignedAct,
  trustCertificate,
  withdrawTrust,
} from '../../db/devices/feed-acts.ts'
import {
  type CertificateRow,
  type FeedStatusRow,
  readFeedActs,
  readFeedStatuses,
  readServerCertificates,
} from '../../db/devices/feed-status-reads.ts'
import type { Signature } from '../../db/schema/devices/devices.ts'
import { feedStateOf, isTypedFrom, typedSigns, validityOf } from '../../domain/duty/feed-views.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { keptRegions, once, registryRequest, signed } from '../http/registry-request.ts'
import { regionName } from '../reading/names.ts'

const described = (summary: string) => describeRoute({ tags: ['registry'], summary })

export const createFeedRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      described('How each feed does, and the certificates that its servers have shown'),
      async (c) => c.json(await feedsFor(deps, c)),
    )
    .post(
      '/:feed/pause',
      described('Pause a feed: its door is shut, its link let go of, until somebody resumes it'),
      checked('json', reasoned),
      async (c) => {
        const { feed } = c.req.param()
        const done = (tx: Executor, regions: string[], act: SignedAct) =>
          pauseFeed(tx, { feed, regions }, act)
        return c.json(await applyAct(deps, c, c.req.valid('json'), done))
      },
    )
    .post(
      '/:feed/resume',
      described('Resume a paused feed'),
      checked('json', reasoned),
      async (c) => {
        const { feed } = c.req.param()
        const done = (tx: Executor, regions: string[], act: SignedAct) =>
          resumeFeed(tx, { feed, regions }, act)
        return c.json(await applyAct(deps, c, c.req.valid('json'), done))
      },
    )
    .post(
      '/:feed/certificates/:thumbprint/trust',
      described('Answer for a server’s certificate'),
      checked('json', certificateTrustBody),
      async (c) => {
        const { feed, thumbprint } = c.req.param()
        const sent = c.req.valid('json')
        const done = (tx: Executor, regions: string[], act: SignedAct) =>
          trustCertificate(tx, { feed, thumbprint, regions }, act)
        return c.json(
          await applyAct(
            deps,
            c,
            sent,
            done,
            isTypedFrom(sent.typed, thumbprint) ? [] : [mistyped],
          ),
        )
      },
    )
    .post(
      '/:feed/certificates/:thumbprint/withdraw',
      described('Believe a server’s certificate no longer'),
      checked('json', reasoned),
      async (c) => {
        const { feed, thumbprint } = c.req.param()
        const done = (tx: Executor, regions: string[], act: SignedAct) =>
          withdrawTrust(tx, { feed, thumbprint, regions }, act)
        return c.json(await applyAct(deps, c, c.req.valid('json'), done))
      },
    )

const mistyped = text(
  `与指纹的最后 ${typedSigns} 位不符`,
  `These are not the last ${typedSigns} signs of the thumbprint`,
)
const soAlready = text('已有人先行办理，请刷新', 'Somebody was quicker: load it again')
const expired = text(
  '证书已过期，请对方更换后再信任',
  'The certificate has expired: the plant has to renew it',
)

type Acting = (tx: Executor, regions: string[], act: SignedAct) => Promise<ActOutcome>

/** Once under its key, with the name of who does it. */
const applyAct = async (
  deps: Deps,
  c: Context<ApiEnv>,
  sent: { reason: string },
  act: Acting,
  faults: Text[] = [],
): Promise<{ id: string }> => {
  const request = registryRequest(deps, c, c.req.path, sent)
  if (faults.length > 0) throw new DomainError('invalid-input', faults)
  return once(deps, request, async (tx) => {
    const outcome = await act(tx, request.regions, signed(request, sent.reason))
    if (outcome === 'not-found') throw new DomainError('not-found')
    if (outcome !== 'done')
      throw new DomainError('not-possible-now', [outcome === 'expired' ? expired : soAlready])
  })
}

const feedsFor = async (deps: Deps, c: Context<ApiEnv>): Promise<FeedsView> => {
  const regions = keptRegions(c)
  const { db } = deps.connection
  const now = instant(Date.now())
  const [rows, certificates, changes] = await Promise.all([
    readFeedStatuses(db, regions, now),
    readServerCertificates(db, regions),
    readFeedActs(db, regions),
  ])
  return {
    now,
    feeds: rows.map(statusOf),
    certificates: certificates.map((row) => certificateOf(row, now)),
    changes: changes.map((one) => ({ ...one, at: instant(one.at) })),
  }
}

const signatureOf = (one: Signature | null) =>
  one && { by: one.byName, reason: one.reason, at: one.at }
const moment = (at: string | null): Instant | null => (at === null ? null : instant(at))

const statusOf = (row: FeedStatusRow): FeedStatus => {
  const { id, name, protocol, devices, faultsToday, gaps } = row
  const detail = row.down ? row.detail : ''
  return {
    id,
    name,
    protocol,
    detail,
    devices,
    faultsToday,
    gaps,
    region: regionName(row.region),
    state: feedStateOf({ ...row, paused: row.paused !== null }),
    paused: signatureOf(row.paused),
    lastSeenAt: moment(row.lastSeenAt),
    gapSince: moment(row.gapSince),
    own: row.own && { ...row.own, to: instant(row.own.to) },
  }
}

const certificateOf = (row: CertificateRow, now: Instant): CertificateView => {
  const [from, to, firstAt, lastAt] = [
    instant(row.from),
    instant(row.to),
    instant(row.firstAt),
    instant(row.lastAt),
  ]
  return {
    ...row,
    from,
    to,
    firstAt,
    lastAt,
    validity: validityOf({ from, to }, now),
    trusted: signatureOf(row.trusted),
  }
}
