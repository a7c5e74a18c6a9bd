// Is a feed paused and resumed, and a server's certificate trusted and not, by administrators of its region alone, each with a reason and on record?
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultCounts, feedOwners, serverCertificates } from '../../../db/schema/devices/devices.ts'
import { dailyMails } from '../../../db/schema/statistics/daily.ts'
import { civilDate } from '../../../domain/time/instant.ts'
import { ago, settlePlant, shownCertificate, stand, thumbprint } from '../duty/standing-alarms.ts'
import { type House, openHouse } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await settlePlant(house)
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'hao'`,
  )
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330881-bureau' WHERE person = 'jiang'`,
  )
  await house.db
    .insert(feedOwners)
    .values([{ feed: 'park', owner: 'x/1', leaseUntil: ago(-600), since: ago(60) }])
  await house.db
    .insert(faultCounts)
    .values({ feed: 'park', device: '', reason: 'crc', day: civilDate(ago(0)), count: 3 })
  await house.db
    .insert(serverCertificates)
    .values([shownCertificate(), shownCertificate({ thumbprint: 'E'.repeat(40), to: ago(60) })])
})
afterAll(() => house.close())

const page = async (who = 'hao') => (await house.as(who, '/api/registry/feeds')).body
const feed = async (id: string) => (await page()).feeds.find((one: { id: string }) => one.id === id)
const certificate = async () =>
  (await page()).certificates.find((one: { thumbprint: string }) => one.thumbprint === thumbprint)
const post = (
  path: string,
  json: Record<string, unknown> = { reason: '检修' },
  who = 'hao',
  key: string = randomUUID(),
) => house.as(who, `/api/registry/feeds/${path}`, { json, headers: { 'idempotency-key': key } })
const recorded = async () =>
  (await page()).changes.map(({ words, by }: { words: string; by: string }) => [words, by])

describe('a feed', () => {
  test('is listed with how it does, for its own administrators', async () => {
    const answer = await house.as('hao', '/api/registry/feeds')
    fits('GET /api/registry/feeds', answer)
    expect(await feed('park')).toMatchObject({
      state: 'held',
      paused: null,
      faultsToday: 3,
      gaps: 0,
      devices: 1,
      lastSeenAt: expect.any(String),
    })
    expect(await feed('river')).toMatchObject({
      state: 'unheld',
      gaps: 1,
      gapSince: expect.any(String),
      faultsToday: 0,
    })
    expect((await page('jiang')).feeds.map(({ id }: { id: string }) => id)).toEqual(['river'])
    expect((await page('jiang')).certificates).toEqual([])
    for (const who of ['dan', 'lin', 'qi'])
      expect((await house.as(who, '/api/registry/feeds')).status, who).toBe(403)
  })
  test('is paused by name and reason, once; the desk says so and calls nothing of it lost', async () => {
    const alarm = await stand(house)
    const done = await post('park/pause', { reason: '罐区检修' }, 'hao', 'once')
    fits('POST /api/registry/feeds/{feed}/pause', done)
    expect((await post('park/pause', { reason: '罐区检修' }, 'hao', 'once')).body).toEqual(
      done.body,
    )
    expect(await post('park/pause')).toMatchObject({
      status: 409,
      body: { code: 'not-possible-now' },
    })
    expect(await feed('park')).toMatchObject({
      state: 'paused',
      paused: { by: '郝检查', reason: '罐区检修' },
      gaps: 1,
    })
    await house.db.execute(
      sql`UPDATE feed_states SET last_frame_at = now() - interval '1 day' WHERE feed = 'park'`,
    )
    const desk = (await house.as('du', '/api/duty/feeds')).body
    expect(desk.signals).toEqual({ total: 1, good: 0, awaited: 0, resting: 1 })
    expect(desk.items[0]).toMatchObject({
      id: 'park',
      silent: false,
      paused: { by: '郝检查', reason: '罐区检修' },
    })
    const standing = (await house.as('dan', '/api/alarms')).body.items.find(
      (one: { id: string }) => one.id === alarm,
    )
    expect(standing).toMatchObject({ active: true, stale: true })
  })
  test('is resumed by name; its gap is closed and says why it was', async () => {
    fits(
      'POST /api/registry/feeds/{feed}/resume',
      await post('park/resume', { reason: '检修结束' }),
    )
    expect(await post('park/resume')).toMatchObject({ status: 409 })
    expect(await feed('park')).toMatchObject({ paused: null, gaps: 1, gapSince: null })
    expect((await house.as('dan', '/api/alarms')).body.items[0]).toMatchObject({ stale: false })
    expect(await recorded()).toEqual([
      ['恢复接入 park', '郝检查'],
      ['暂停接入 park', '郝检查'],
    ])
  })
  test('of another region is not there, and without a reason nothing is done', async () => {
    expect((await post('park/pause', { reason: '检修' }, 'jiang')).status).toBe(404)
    expect((await post('nowhere/pause')).status).toBe(404)
    expect((await post('park/pause', { reason: ' ' })).status).toBe(422)
    expect((await post('park/pause', { reason: '检修' }, 'dan')).status).toBe(403)
  })
})

describe('a certificate', () => {
  const trust = (typed: string, who = 'hao', of = thumbprint) =>
    post(`park/certificates/${of}/trust`, { reason: '电话核对指纹', typed }, who)
  test('is trusted by whoever types its last signs, and withdrawn', async () => {
    expect(await certificate()).toMatchObject({ trusted: null, validity: 'soon' })
    const mistyped = await trust('0000 0000')
    expect([mistyped.status, mistyped.body.reasons[0].zh]).toEqual([422, '与指纹的最后 8 位不符'])
    expect((await certificate()).trusted).toBeNull()
    fits(
      'POST /api/registry/feeds/{feed}/certificates/{thumbprint}/trust',
      await trust('89ab cdef'),
    )
    expect(await certificate()).toMatchObject({ trusted: { by: '郝检查', reason: '电话核对指纹' } })
    expect(await trust('89ABCDEF')).toMatchObject({ status: 409 })
    const withdrawn = await post(`park/certificates/${thumbprint}/withdraw`, {
      reason: '企业已更换',
    })
    fits('POST /api/registry/feeds/{feed}/certificates/{thumbprint}/withdraw', withdrawn)
    expect((await certificate()).trusted).toBeNull()
    expect((await recorded()).slice(0, 2)).toEqual([
      [`撤销信任 park/${thumbprint}`, '郝检查'],
      [`信任证书 park/${thumbprint}`, '郝检查'],
    ])
    await expect(house.db.execute(sql`UPDATE registry_changes SET by_name = 'x'`)).rejects.toThrow()
  })
  test('on which a link rests is told to its administrators in the morning before it ends, once, and again when it has been renewed', async () => {
    const told = async () =>
      (
        await house.db
          .select()
          .from(dailyMails)
          .where(eq(dailyMails.kind, 'certificate'))
          .orderBy(dailyMails.day)
      ).map(
        ({ day, person, title }) =>
          `${day.slice(5)} ${person} ${title.zh.replace(/【.*】| [-\d]+$/g, '')}`,
      )
    const morning = async (day: string) => {
      await house.clock.setNow(`${day}T02:00:00.000Z`)
      await house.deps.dailyRound()
    }
    await morning('2026-03-09')
    await morning('2026-03-10')
    expect(await told()).toEqual([])
    await trust('89ABCDEF')
    await morning('2026-03-11')
    await morning('2026-03-12')
    expect(await told()).toEqual(['03-11 hao 1 路接入的证书将到期或已过期'])
    const renewed = { thumbprint: 'F'.repeat(40), to: ago(-86_400 * 900) }
    await house.db.insert(serverCertificates).values(shownCertificate(renewed))
    expect((await trust('FFFFFFFF', 'hao', renewed.thumbprint)).status).toBe(200)
    await morning('2026-03-13')
    expect(await told()).toEqual([
      '03-11 hao 1 路接入的证书将到期或已过期',
      '03-13 hao 接入证书均在有效期内',
    ])
  })
  test('that nobody has shown, of another region, or expired, is not', async () => {
    expect((await trust('AAAAAAAA', 'hao', 'A'.repeat(40))).status).toBe(404)
    expect((await trust('89ABCDEF', 'jiang')).status).toBe(404)
    expect((await trust('89ABCDEF', 'dan')).status).toBe(403)
    expect(await trust('EEEEEEEE', 'hao', 'E'.repeat(40))).toMatchObject({
      status: 409,
      body: { reasons: [{ zh: expect.stringContaining('过期') }] },
    })
  })
})
