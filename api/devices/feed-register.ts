// How do administrators enrol a feed and change its settings, and who lets us dial where?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import {
  feedSettingsBody,
  newFeedBody,
  proposalDecisionBody,
} from '../../contract/devices/registry.ts'
import type { Executor } from '../../db/client.ts'
import {
  decideFeed,
  enrolFeed,
  type RegisterOutcome,
  senderOf,
  setFeed,
} from '../../db/devices/feed-register.ts'
import { readOwnCertificate } from '../../db/devices/feed-status-reads.ts'
import { readFeedSettings } from '../../db/devices/registry-reads.ts'
import { dialledAddress, feedFaults, senderKeyOf } from '../../domain/duty/feed-settings.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { targetOf } from '../../domain/outbound/address.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { keptRegions, once, registryRequest, signed } from '../http/registry-request.ts'
import { refusedAddress } from './refused-address.ts'

const described = (summary: string) => describeRoute({ tags: ['registry'], summary })

export const createFeedRegister = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/:feed/certificate',
      described('Our own certificate before the feed’s server, for its engineers to trust'),
      async (c): Promise<Response> => {
        const { feed } = c.req.param()
        const certificate = await readOwnCertificate(deps.connection.db, keptRegions(c), feed)
        if (!certificate) throw new DomainError('not-found')
        const headers = {
          'content-type': 'application/pkix-cert',
          'content-disposition': 'attachment; filename="anjian-certificate.der"',
        }
        return c.body(new Uint8Array(certificate), 200, headers)
      },
    )
    .post(
      '/',
      described('Enrol a feed; one that we dial waits for a second administrator'),
      checked('json', newFeedBody),
      async (c) => c.json(await enrolled(deps, c, c.req.valid('json'))),
    )
    .put(
      '/:feed/settings',
      described(
        'Change the port or settings of a feed; where we dial a second administrator approves it',
      ),
      checked('json', feedSettingsBody),
      async (c) => c.json(await changed(deps, c, c.req.param('feed'), c.req.valid('json'))),
    )
    .post(
      '/:feed/decision',
      described('Approve what another administrator wants of a feed that we dial, or drop it'),
      checked('json', proposalDecisionBody),
      async (c) => c.json(await decided(deps, c, c.req.param('feed'), c.req.valid('json'))),
    )

const enrolled = async (
  deps: Deps,
  c: Context<ApiEnv>,
  { reason, ...feed }: v.InferOutput<typeof newFeedBody>,
) => {
  const request = registryRequest(deps, c, `new feed ${feed.id}`, { reason, ...feed })
  if (!request.regions.includes(feed.region)) throw new DomainError('invalid-input', [foreign])
  refuse([...feedFaults({ ...feed, secretStands: false }), ...addressFaults(deps, feed)])
  return once(deps, request, async (tx) =>
    settled(await enrolFeed(tx, feed, signed(request, reason))),
  )
}

const changed = async (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  { reason, ...set }: v.InferOutput<typeof feedSettingsBody>,
) => {
  const request = registryRequest(deps, c, `feed ${id} settings`, { reason, ...set })
  return once(deps, request, async (tx) => {
    const known = await readFeedSettings(tx, request.regions, id)
    if (!known) throw new DomainError('not-found')
    const { protocol } = known
    const sender = await senderStanding(tx, id, protocol, set.settings)
    refuse([
      ...feedFaults({ ...set, protocol, secret: null, ...sender }),
      ...addressFaults(deps, { protocol, settings: set.settings }),
    ])
    settled(await setFeed(tx, { id, regions: request.regions, ...set }, signed(request, reason)))
  })
}

const senderStanding = (
  tx: Executor,
  id: string,
  protocol: string,
  settings: Record<string, unknown>,
) => {
  const key = senderKeyOf(id, protocol, settings)
  return key === null ? { secretStands: false, synthetic: false } : senderOf(tx, id, key)
}

const decided = async (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  { reason, ...sent }: v.InferOutput<typeof proposalDecisionBody>,
) => {
  const request = registryRequest(deps, c, `decide feed ${id}`, { reason, ...sent })
  const isAllowed = ({ url }: Record<string, unknown>) =>
    typeof url === 'string' && targetOf(url, deps.settings.outbound) !== null
  return once(deps, request, async (tx) => {
    const outcome = await decideFeed(
      tx,
      { id, ...sent, regions: request.regions },
      signed(request, reason),
      isAllowed,
    )
    if (outcome === 'refused') throw new DomainError('invalid-input', [refusedAddress])
    settled(outcome)
  })
}

const addressFaults = (
  { settings: { outbound } }: Deps,
  feed: { protocol: string; settings: Record<string, unknown> },
): Text[] => {
  const address = dialledAddress(feed.protocol, feed.settings)
  return address === null || targetOf(address, outbound) ? [] : [refusedAddress]
}

const refuse = (faults: Text[]): void => {
  if (faults.length > 0) throw new DomainError('invalid-input', faults)
}

const foreign = text('不在您的行政区划内', 'Outside your region')

const says: Record<Exclude<RegisterOutcome, 'done' | 'not-found' | 'own'>, Text> = {
  taken: text('该编号已登记或正待批准', 'This id is enrolled or waits for approval'),
  'port-taken': text('该端口已由另一路接入使用', 'Another feed has this port'),
  gone: text(
    '该变更已办结或已有新的内容，请重新查看',
    'It is decided already or has been changed: look again',
  ),
}
const notYours = text(
  '须由提请人以外的系统管理员批准',
  'Another administrator than the one who wants it approves',
)

const settled = (outcome: RegisterOutcome): void => {
  if (outcome === 'done') return
  if (outcome === 'not-found') throw new DomainError('not-found')
  if (outcome === 'own') throw new DomainError('not-allowed', [notYours])
  throw new DomainError(outcome === 'gone' ? 'not-possible-now' : 'invalid-input', [says[outcome]])
}
