// Does the token of a machine end with the post or account of the administrator who made it, and is that said before and after?
import { and, eq, like, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registryChanges } from '../../../db/schema/devices/duty.ts'
import { offices } from '../../../db/schema/organisation/organisation.ts'
import { dailyMails } from '../../../db/schema/statistics/daily.ts'
import { type House, openHouse } from '../house.ts'

const office = '330800-administration'
let house: House
beforeAll(async () => {
  house = await openHouse({ demo: false })
  await house.db.insert(offices).values({
    id: office,
    kind: 'administration',
    region: '330800',
    name: { zh: office, en: office },
  })
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = ${office}, region = '330800' WHERE person IN ('hao', 'yu', 'shi')`,
  )
})
afterAll(() => house.close())

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const makes = async (who: string, name: string, lastDay = inDays(700)) =>
  house.as(who, '/api/personnel/machines', {
    json: { name, scopes: ['cases:read'], region: '330800', lastDay, reason: '对接' },
  })
const reads = async (token: string) =>
  (await house.send('/api/cases', { headers: { authorization: `Bearer ${token}` } })).status
const person = (id: string) => `/api/personnel/people/${id}`
const tokensSeenBy = async (who: string) =>
  (await house.as(who, '/api/personnel/machines')).body.items as {
    name: string
    state: string
    expiresAt: string
    revokedBy: string | null
  }[]

test('a post that ends on a day takes the token along on that day, and no token may outlast a post', async () => {
  const { token } = (await makes('shi', '统计')).body
  const [post] = (await house.as('yu', person('shi'))).body.posts
  const until = inDays(30)
  const ending = { office, role: 'administrator', since: post.since, until, reason: '轮岗' }
  const refused = await house.as('yu', `${person('shi')}/appointments/end`, { json: ending })
  expect([refused.status, JSON.stringify(refused.body.reasons).includes('统计')]).toEqual([
    409,
    true,
  ])
  const json = { ...ending, knowingly: true }
  expect((await house.as('yu', `${person('shi')}/appointments/end`, { json })).status).toBe(200)
  expect(await reads(token)).toBe(200)
  const [row] = (await tokensSeenBy('yu')).filter(({ name }) => name === '统计')
  expect(Math.abs(Date.parse(row?.expiresAt ?? '') - Date.now())).toBeLessThan(32 * 86_400_000)
  const longer = await makes('shi', '更久')
  expect([longer.status, longer.body.reasons[0].zh]).toEqual([422, '有效期不得超过您的任期'])
  expect((await makes('shi', '以内', inDays(5))).status).toBe(201)
})

test('an account that is disabled takes its tokens along at once, which is said before and told to the others', async () => {
  const { token } = (await makes('hao', '对接')).body
  const other = (await makes('yu', '另一系统')).body.token
  expect(await reads(token)).toBe(200)
  const loss = (await house.as('yu', `${person('hao')}/loss`)).body
  expect(JSON.stringify(loss.warnings)).toContain('对接')
  const disable = (more: object) =>
    house.as('yu', `${person('hao')}/disabling`, { json: { reason: '离任', ...more } })
  expect((await disable({})).status).toBe(409)
  expect(await reads(token)).toBe(200)
  expect((await disable({ knowingly: true })).status).toBe(200)
  expect([await reads(token), await reads(other)]).toEqual([401, 200])
  const [row] = (await tokensSeenBy('yu')).filter(({ name }) => name === '对接')
  expect(row).toMatchObject({ state: 'revoked', revokedBy: expect.any(String) })
  const changes = await house.db
    .select()
    .from(registryChanges)
    .where(eq(registryChanges.words, '吊销机器令牌 对接'))
  expect(changes).toMatchObject([{ by: 'yu', reason: '离任', region: '330800' }])
  const mails = await house.db
    .select()
    .from(dailyMails)
    .where(and(eq(dailyMails.kind, 'token'), like(sql`${dailyMails.body}::text`, '%对接%')))
  expect(mails.map((one) => one.person).sort()).toEqual(['shi', 'yu'])
  const again = await house.as('yu', `${person('hao')}/enabling`, { json: { reason: '返岗' } })
  expect([again.status, await reads(token)]).toEqual([200, 401])
})
