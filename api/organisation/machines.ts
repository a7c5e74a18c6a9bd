// How does an administrator give a machine a token, and take it back?
import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type { TokensPage, TokenView } from '../../contract/organisation/machines.ts'
import { machineBody } from '../../contract/organisation/machines.ts'
import { line, reasoned } from '../../contract/parts/date-inputs.ts'
import type { Executor } from '../../db/client.ts'
import { readPerson } from '../../db/organisation/personnel.ts'
import { registryChanges } from '../../db/schema/devices/duty.ts'
import { machineTokens } from '../../db/schema/organisation/organisation.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { machineScopes } from '../../domain/organisation/machine-scopes.ts'
import { administersUntil } from '../../domain/organisation/made-tokens.ts'
import { personnelAdministrator, regionsKept } from '../../domain/organisation/personnel.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import { addDays } from '../../domain/time/days.ts'
import { civilDate, instant } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { madeAlready, registryRequest, signed } from '../http/registry-request.ts'
import { regionName } from '../reading/names.ts'

const described = (summary: string) => describeRoute({ tags: ['personnel'], summary })
const longestDays = 731

export const createMachineRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/', described('Tokens of machines, with what each may do'), async (c) =>
      c.json(await pageFor(deps, c)),
    )
    .post(
      '/',
      described('Make a token; it is shown in this answer and never again'),
      checked('json', machineBody),
      async (c) =>
        c.json(
          { token: await make(deps, c, c.req.valid('json')), ...(await pageFor(deps, c)) },
          201,
        ),
    )
    .post(
      '/:id/revocation',
      described('Revoke a token at once'),
      checked('param', v.object({ id: line(100) })),
      checked('json', reasoned),
      async (c) => {
        await revoke(deps, c, c.req.valid('param').id, c.req.valid('json').reason)
        return c.json(await pageFor(deps, c))
      },
    )

const keptBy = (c: Context<ApiEnv>): Region[] => regionsKept(personnelAdministrator(c.var.actor))

const make = async (
  deps: Deps,
  c: Context<ApiEnv>,
  { reason, ...body }: v.InferOutput<typeof machineBody>,
): Promise<string> => {
  const region = keptBy(c).find((one) => one === body.region)
  if (!region)
    throw new DomainError('not-allowed', [
      text('超出您的管理范围', 'Outside the area that you administer'),
    ])
  const offered = machineScopes(Object.values(deps.processes)).map(({ scope }) => scope)
  const today = civilDate(instant(Date.now()))
  if (body.scopes.some((scope) => !offered.includes(scope)))
    throw new DomainError('invalid-input', [text('没有这项权限', 'There is no such scope')])
  if (body.lastDay < today || body.lastDay > addDays(today, longestDays))
    throw new DomainError('invalid-input', [
      text('有效期须在今日至两年之内', 'It lasts from today to two years at the most'),
    ])
  const request = registryRequest(deps, c, 'token', { reason, ...body })
  const token = `anjian_${randomBytes(32).toString('base64url')}`
  const tokenHash = createHash('sha256').update(token).digest('hex')
  const expiresAt = new Date(`${addDays(body.lastDay, 1)}T00:00:00+08:00`)
  await deps.connection.db.transaction(async (tx) => {
    await refuseBeyondPost(tx, request.by, region, expiresAt)
    if (await madeAlready(tx, request))
      throw new DomainError('not-possible-now', [
        text(
          '令牌已经生成，只显示一次；如未抄下请吊销后重新生成',
          'The token was made and shown once: revoke it and make another',
        ),
      ])
    const { name, scopes } = body
    await tx.insert(machineTokens).values({
      id: request.id,
      name,
      tokenHash,
      scopes,
      region,
      expiresAt,
      createdBy: request.by,
      createdByName: request.byName,
    })
    const rows = [
      {
        what: 'token',
        key: request.id,
        before: null,
        after: { name, scopes, region, lastDay: body.lastDay },
      },
    ]
    await tx
      .insert(registryChanges)
      .values({ ...signed(request, reason), region, words: `机器令牌 ${name}`, rows })
  })
  return token
}

/** A token stands on the post of whoever made it, and ends with it. */
const refuseBeyondPost = async (tx: Executor, maker: string, region: Region, expiresAt: Date) => {
  const held = (await readPerson(tx, maker))?.held ?? []
  const end = administersUntil(held, region)
  if (end !== null && end < expiresAt.toISOString())
    throw new DomainError('invalid-input', [
      text('有效期不得超过您的任期', 'It cannot last longer than your own post'),
    ])
}

const revoke = async (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  reason: string,
): Promise<void> => {
  const kept = keptBy(c)
  const request = registryRequest(deps, c, `revoke ${id}`, { reason })
  await deps.connection.db.transaction(async (tx) => {
    if (await madeAlready(tx, request)) return
    const mine = and(
      eq(machineTokens.id, id),
      inArray(machineTokens.region, kept),
      isNull(machineTokens.revokedAt),
    )
    const [gone] = await tx
      .update(machineTokens)
      .set({ revokedAt: new Date(), revokedByName: request.byName })
      .where(mine)
      .returning()
    if (!gone) throw new DomainError('not-found')
    const rows = [{ what: 'token', key: id, before: { name: gone.name }, after: null }]
    await tx.insert(registryChanges).values({
      ...signed(request, reason),
      region: gone.region,
      words: `吊销机器令牌 ${gone.name}`,
      rows,
    })
  })
}

const pageFor = async (
  { connection, processes }: Deps,
  c: Context<ApiEnv>,
): Promise<TokensPage> => {
  const kept = keptBy(c)
  const scopes = machineScopes(Object.values(processes))
  const rows = await connection.db
    .select()
    .from(machineTokens)
    .where(inArray(machineTokens.region, kept))
    .orderBy(desc(machineTokens.createdAt), desc(machineTokens.id))
  const words = new Map(scopes.map((one) => [one.scope, one.words]))
  return {
    scopes,
    regions: kept.map((id) => ({ id, name: regionName(id) })),
    items: rows.map((row) => viewOf(row, words)),
  }
}

const viewOf = (row: typeof machineTokens.$inferSelect, words: Map<string, Text>): TokenView => {
  const {
    id,
    name,
    scopes,
    region,
    createdAt,
    createdByName,
    expiresAt,
    revokedAt,
    revokedByName,
  } = row
  return {
    id,
    name,
    region: regionName(region),
    createdBy: createdByName,
    revokedBy: revokedByName,
    scopes: scopes.map((scope) => ({ scope, words: words.get(scope) ?? text(scope, scope) })),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    state: revokedAt ? 'revoked' : expiresAt && expiresAt <= new Date() ? 'expired' : 'valid',
  }
}
