// How do administrators keep who takes warnings, in whose name they leave, and try whether one is taken?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type { ReceiversView } from '../../contract/devices/receivers.ts'
import { receiverBody, warningOfficeBody } from '../../contract/devices/receivers.ts'
import { proposalDecisionBody } from '../../contract/devices/registry.ts'
import { findIssued, keepWarning, readOffice, readReceivers } from '../../db/alarms/warnings.ts'
import { decideReceiver, proposeReceiver, saveOffice } from '../../db/devices/receivers.ts'
import { readReceiverProposals, readReceiverViews } from '../../db/devices/receivers-reads.ts'
import { readRegistryChanges } from '../../db/devices/registry-reads.ts'
import { withRequest } from '../../db/requests.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { targetOf } from '../../domain/outbound/address.ts'
import { instant } from '../../domain/time/instant.ts'
import type { WarningContent } from '../../domain/warning/warning-content.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { cityRequest, once, type RegistryRequest, signed } from '../http/registry-request.ts'
import { refusedAddress } from './refused-address.ts'

const named = v.object({ id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)) })
const described = (summary: string) => describeRoute({ tags: ['registry'], summary })

export const createReceiverRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/', described('Who takes warnings, and what each has answered last'), async (c) =>
      c.json(await listFor(deps, c)),
    )
    .put(
      '/office',
      described('In whose name warnings leave'),
      checked('json', warningOfficeBody),
      async (c) => {
        const { reason, ...set } = c.req.valid('json')
        const request = cityRequest(deps, c, 'warning office', { reason, ...set })
        return c.json(
          await once(deps, request, (tx) => saveOffice(tx, set, change(request, reason))),
        )
      },
    )
    .put(
      '/:id',
      described('Want a receiver enrolled or changed; a second administrator approves it'),
      checked('param', named),
      checked('json', receiverBody),
      async (c) => {
        const { reason, ...set } = c.req.valid('json')
        const { id } = c.req.valid('param')
        const request = cityRequest(deps, c, `receiver ${id}`, { reason, ...set })
        if (!targetOf(set.url, deps.settings.outbound))
          throw new DomainError('invalid-input', [refusedAddress])
        return c.json(
          await once(deps, request, (tx) =>
            proposeReceiver(tx, { id, ...set }, change(request, reason)),
          ),
        )
      },
    )
    .post(
      '/:id/decision',
      described('Approve what another administrator wants of a receiver, or drop it'),
      checked('param', named),
      checked('json', proposalDecisionBody),
      async (c) => c.json(await decided(deps, c, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post(
      '/:id/test',
      described('Send it a message that is an exercise'),
      checked('param', named),
      async (c) => c.json({ identifier: await tried(deps, c, c.req.valid('param').id) }, 201),
    )

const notYours = text(
  '须由提请人以外的市级系统管理员批准',
  'Another administrator of the city than the one who wants it approves',
)
const changedSince = text(
  '该变更已办结或已有新的内容，请重新查看',
  'It is decided already or has been changed: look again',
)

const decided = async (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  { reason, ...sent }: v.InferOutput<typeof proposalDecisionBody>,
) => {
  const request = cityRequest(deps, c, `decide receiver ${id}`, { reason, ...sent })
  return once(deps, request, async (tx) => {
    const outcome = await decideReceiver(tx, { id, ...sent }, change(request, reason))
    if (outcome === 'own') throw new DomainError('not-allowed', [notYours])
    if (outcome === 'gone') throw new DomainError('not-possible-now', [changedSince])
  })
}

const change = (request: RegistryRequest, reason: string) => ({
  ...signed(request, reason),
  region: request.regions[0] ?? '',
})

const listFor = async (deps: Deps, c: Context<ApiEnv>): Promise<ReceiversView> => {
  const { regions, by } = cityRequest(deps, c, 'list', {})
  const { db } = deps.connection
  const from = await readOffice(db)
  const changes = await readRegistryChanges(db, regions)
  return {
    office: from && officeView(from),
    receivers: await readReceiverViews(db),
    proposals: await readReceiverProposals(db, by),
    changes: changes.map((one) => ({ ...one, at: instant(one.at) })),
  }
}

const officeView = ({
  region,
  organisation,
  unit,
  extension,
  sender,
  name,
}: NonNullable<Awaited<ReturnType<typeof readOffice>>>) => ({
  region,
  organisation,
  unit,
  extension,
  sender,
  name,
})

const trial = (region: string): WarningContent => ({
  level: 4,
  kind: 'safety',
  event: '通信测试',
  headline: '预警通信测试，无需处置',
  response: 'Monitor',
  certainty: 'Unlikely',
  description: '本消息用于检验预警能否送达，请按约定应答。',
  instruction: null,
  onset: null,
  expires: null,
  region,
  around: null,
  place: null,
  exercise: true,
})

const tried = async (deps: Deps, c: Context<ApiEnv>, receiver: string): Promise<string> => {
  const request = cityRequest(deps, c, `test ${receiver}`, {})
  return withRequest(deps.connection.db, request.id, async (tx) => {
    const before = await findIssued(tx, request.id)
    if (before) return before.identifier
    const from = await readOffice(tx)
    const known = (await readReceivers(tx)).find(({ id }) => id === receiver)
    if (!known) throw new DomainError('not-found')
    if (!known.enabled)
      throw new DomainError('not-possible-now', [
        text('该接收单位已停用', 'This receiver is switched off'),
      ])
    if (!from)
      throw new DomainError('not-possible-now', [
        text('还没有登记发布单位', 'Nobody is registered in whose name to warn'),
      ])
    const { id, by, byName, bodyHash, at } = request
    const issuer = { by, byName, request: id, bodyHash }
    const letter = {
      from,
      at: new Date(at),
      incident: id,
      earlier: [],
      ended: false,
      to: [receiver],
      issuer,
    }
    return keepWarning(tx, { content: trial(from.region), ...letter })
  })
}
