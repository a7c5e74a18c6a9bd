// How does an administrator put an enterprise into the register and give its people accounts?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type { EnterpriseFile } from '../../contract/organisation/enterprises.ts'
import {
  enterpriseAccountBody,
  enterpriseBody,
  enterpriseEntriesQuery,
} from '../../contract/organisation/enterprises.ts'
import { line } from '../../contract/parts/date-inputs.ts'
import {
  addEnterprise,
  findEnterprise,
  listAccountsOf,
  listEnterprises,
} from '../../db/organisation/enterprises.ts'
import { registryChanges } from '../../db/schema/devices/duty.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { enterpriseOffice } from '../../domain/organisation/offices.ts'
import { personnelAdministrator, regionsKept } from '../../domain/organisation/personnel.ts'
import { isRegion, regions } from '../../domain/organisation/regions.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { once, registryRequest, signed } from '../http/registry-request.ts'
import { regionName } from '../reading/names.ts'
import { enrolPerson } from './enrolling.ts'

const one = v.object({ id: line(100) })
const described = (summary: string) => describeRoute({ tags: ['personnel'], summary })

export const createEnterpriseRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      described('Enterprises of the administrator’s regions, by name, initials or credit code'),
      checked('query', enterpriseEntriesQuery),
      async (c) => {
        const kept = regionsKept(personnelAdministrator(c.var.actor))
        const rows = await listEnterprises(deps.connection.db, {
          regions: kept,
          q: c.req.valid('query').q,
          limit: 200,
        })
        return c.json({
          items: rows.map(({ one: { pinyin: _, ...one }, accounts }) => ({
            ...one,
            region: regionName(one.region),
            accounts,
          })),
        })
      },
    )
    .post('/', described('Register an enterprise'), checked('json', enterpriseBody), async (c) => {
      const { reason: why, ...body } = c.req.valid('json')
      await register(deps, c, { ...body, region: asRegion(body.region) }, why)
      return c.json(await fileOf(deps, c, body.code), 201)
    })
    .get('/:id', described('An enterprise with its accounts'), checked('param', one), async (c) =>
      c.json(await fileOf(deps, c, c.req.valid('param').id)),
    )
    .post(
      '/:id/accounts',
      described('Give somebody of the enterprise an account; a link to set the password is mailed'),
      checked('param', one),
      checked('json', enterpriseAccountBody),
      async (c) => {
        const { id } = c.req.valid('param')
        await fileOf(deps, c, id)
        const { role, ...person } = c.req.valid('json')
        const post = { office: enterpriseOffice(id), role, from: civilDate(c.var.at), until: null }
        await enrolPerson(deps, c, { ...person, enterprise: id, order: null, posts: [post] })
        return c.json(await fileOf(deps, c, id), 201)
      },
    )

const asRegion = (region: string) => {
  if (isRegion(region) && regions[region].level === 'county') return region
  throw new DomainError('invalid-input', [
    text('企业登记在县（市、区）', 'An enterprise belongs to a county'),
  ])
}

const register = async (
  deps: Deps,
  c: Context<ApiEnv>,
  one: Parameters<typeof addEnterprise>[1],
  why: string,
): Promise<void> => {
  if (!regionsKept(personnelAdministrator(c.var.actor)).includes(one.region))
    throw new DomainError('not-allowed', [
      text('超出您的管理范围', 'Outside the area that you administer'),
    ])
  const request = registryRequest(deps, c, 'enterprise', { ...one, why })
  await once(deps, request, async (tx) => {
    if (await findEnterprise(tx, { code: one.code }))
      throw new DomainError('invalid-input', [
        text('该统一社会信用代码已登记', 'That credit code is registered already'),
      ])
    await addEnterprise(tx, one)
    const rows = [{ what: 'enterprise', key: one.code, before: null, after: one }]
    await tx
      .insert(registryChanges)
      .values({ ...signed(request, why), region: one.region, words: `企业 ${one.name}`, rows })
  })
}

const fileOf = async (
  { connection }: Deps,
  c: Context<ApiEnv>,
  id: string,
): Promise<EnterpriseFile> => {
  const kept = regionsKept(personnelAdministrator(c.var.actor))
  const found = await findEnterprise(connection.db, { id })
  if (!found || !kept.includes(found.region)) throw new DomainError('not-found')
  const { pinyin: _, ...one } = found
  return {
    ...one,
    region: regionName(one.region),
    accounts: await listAccountsOf(connection.db, id),
  }
}
