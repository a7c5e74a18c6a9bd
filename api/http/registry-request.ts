// Who changes the register, of which regions, and under which key?
import { createHmac, randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { Executor } from '../../db/client.ts'
import { changeUnder, withRegistry } from '../../db/devices/registry-changes.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { ownPosts } from '../../domain/organisation/own-posts.ts'
import { regionsKept } from '../../domain/organisation/personnel.ts'
import { administersCity, isAdministrator } from '../../domain/organisation/policy.ts'
import { instant } from '../../domain/time/instant.ts'
import { asUuid, keyOf } from './command.ts'
import type { ApiEnv, Deps } from './deps.ts'

/** The regions whose register a person keeps: where he is an administrator, whatever else he may read. Throws not-allowed for others. */
export const keptRegions = ({ var: { actor } }: Context<ApiEnv>): string[] => {
  const own = actor.kind === 'person' && { ...actor, appointments: ownPosts(actor.appointments) }
  if (!own || !isAdministrator(own))
    throw new DomainError('not-allowed', [text('由系统管理员办理', 'For administrators')])
  return regionsKept(own)
}

/** By this server alone: what was sent may hold passwords, and whoever reads the record must not be able to try some. */
const sealedHash = ({ settings }: Keeping, sent: unknown): string =>
  createHmac('sha256', settings.secret)
    .update(`registry ${bodyHash(sent)}`)
    .digest('hex')

type Keeping = Pick<Deps, 'settings'>

export const registryRequest = (deps: Keeping, c: Context<ApiEnv>, kind: string, sent: unknown) => {
  const regions = keptRegions(c)
  const { actor } = c.var
  if (actor.kind !== 'person') throw new DomainError('not-allowed')
  const id = asUuid(commandId(actor.id, `registry ${kind} ${keyOf(c) ?? randomUUID()}`))
  return {
    id,
    regions,
    by: actor.id,
    byName: actor.name,
    at: instant(Date.now()),
    bodyHash: sealedHash(deps, sent),
  }
}

export type RegistryRequest = ReturnType<typeof registryRequest>
/** What holds for the whole city no county's administrator keeps. */
export const cityRequest = (
  deps: Keeping,
  c: Context<ApiEnv>,
  kind: string,
  sent: unknown,
): RegistryRequest => {
  if (!administersCity(c.var.actor))
    throw new DomainError('not-allowed', [
      text('由市级系统管理员办理', 'For the administrators of the city'),
    ])
  return registryRequest(deps, c, kind, sent)
}

export const signed = ({ regions: _, ...request }: RegistryRequest, reason: string) => ({
  ...request,
  reason,
})

/** The same request made before is done already, and one made at this moment is waited for; another content under its key is refused. */
export const madeAlready = async (tx: Executor, request: RegistryRequest): Promise<boolean> => {
  const before = await changeUnder(tx, request.id)
  if (before && before.bodyHash !== request.bodyHash) throw new DomainError('key-reused')
  return before !== null
}

/** Once under its key, however often it is sent. */
export const once = (
  deps: Deps,
  request: RegistryRequest,
  work: (tx: Executor) => Promise<void>,
): Promise<{ id: string }> =>
  withRegistry(deps.connection.db, async (tx) => {
    if (!(await madeAlready(tx, request))) await work(tx)
    return { id: request.id }
  })
