// Does a bureau draw by lot over HTTP: pool frozen, two people bound, cases opened once, strangers kept out, the record repeatable?
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DrawView } from '../../contract/drawing/draws.ts'
import { registerEntries } from '../../db/schema/registers/registers.ts'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { commitmentTo } from '../../domain/drawing/lot.ts'
import { day } from '../administrative-inspection/samples.ts'
import { type House, openHouse } from '../api/house.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({}, null, { 'administrative-inspection': administrativeInspection })
  await settleCertificates(house.db)
  await house.clock.setNow(`${day}T01:00:00.000Z`)
  const filler = Array.from({ length: 30 }, (_, at) => 100 + at)
  for (const at of filler)
    await house.db.execute(sql`
      INSERT INTO enterprises (id, code, name, pinyin, region, industry, address, principal)
      VALUES (${`x-${at}`}, ${`9133080200000${at}`}, ${`企业${at}`}, 'qy', '330802', '化工', '柯城', '某')`)
})
afterAll(() => house?.close())

const answers = {
  title: '年度双随机抽查',
  checklist: 'general',
  scope: '责任制和设备',
  plannedOn: '2026-03-06',
}
const freeze = (who: string, more: object = {}) =>
  house.as(who, '/api/draws', { json: { region: '330802', count: 25, answers, ...more } })
const post = (who: string, path: string, json: object = {}) =>
  house.as(who, `/api/draws/${path}`, { json })
const view = async (who: string, id: string): Promise<DrawView> =>
  (await house.as(who, `/api/draws/${id}`)).body
const secrets = { lin: 'a'.repeat(64), chen: 'b'.repeat(64) }

const bound = async (id: string): Promise<void> => {
  for (const [who, secret] of Object.entries(secrets)) {
    const hash = commitmentTo(id, who, secret)
    for (const _ of ['sent', 'sent again'])
      expect((await post(who, `${id}/commitments`, { hash })).status).toBe(200)
  }
  for (const [who, secret] of Object.entries(secrets))
    expect((await post(who, `${id}/reveals`, { secret })).status).toBe(200)
}
const casesOf = async (id: string): Promise<number> => {
  const { rows } = await house.db.execute<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM cases WHERE record #>> '{data,plan-inspection,draw}' = ${id}`,
  )
  return rows[0]?.n ?? 0
}

test('a pool is frozen, two people bind themselves and draw, each enterprise gets its case once, and the record is repeated', async () => {
  const { status, body } = await freeze('lin')
  expect([status, body.phase, body.objects >= 31, body.intact]).toEqual([
    201,
    'committing',
    true,
    true,
  ])
  const { id } = body
  expect((await post('lin', `${id}/cases`)).status).toBe(409)
  await bound(id)
  const drawn = await view('chen', id)
  expect(drawn.platform).toBe(body.platform)
  expect([drawn.phase, drawn.visits.length]).toEqual(['drawn', 25])
  expect((await post('lin', `${id}/cases`)).body).toEqual({ opened: 20, total: 25, refused: 0 })
  // Whoever died between a case and its step finds the case again: nothing of it is opened twice.
  await house.db.execute(sql`ALTER TABLE draw_steps DISABLE TRIGGER USER`)
  await house.db.execute(
    sql`DELETE FROM draw_steps WHERE draw = ${id} AND once IN ('visit 19', 'visit 20')`,
  )
  await house.db.execute(sql`ALTER TABLE draw_steps ENABLE TRIGGER USER`)
  const both = await Promise.all(['lin', 'chen'].map((who) => post(who, `${id}/cases`)))
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect((await post('lin', `${id}/cases`)).body).toEqual({ opened: 25, total: 25, refused: 0 })
  expect(await casesOf(id)).toBe(25)
  const caseId = (await view('lin', id)).visits[0]?.case ?? ''
  const { body: one } = await house.as('lin', `/api/cases/${caseId}`)
  expect(JSON.stringify(one.facts)).toContain(id)
  const { body: record } = await house.as('lin', `/api/draws/${id}/record`)
  const file = join(mkdtempSync(join(tmpdir(), 'draw-')), 'record.json')
  writeFileSync(file, JSON.stringify(record))
  expect(execFileSync('python3', ['test/drawing/repeat.py', file], { encoding: 'utf8' })).toBe(
    'the draw is as recorded\n',
  )
})

test('whose visit is being opened is not replaced in the draw alone: its case would send him all the same', async () => {
  const [known] = await house.db.select().from(registerEntries)
  if (!known) throw new Error('nobody holds a certificate')
  const { lon: _, lat: __, ...certificate } = known
  await house.db.insert(registerEntries).values({
    ...certificate,
    id: 'third',
    number: '浙执003',
    data: { ...(known.data as object), holder: '郑检查' },
  })
  const { body } = await freeze('lin', { count: 2 })
  const { id } = body
  await bound(id)
  expect((await post('lin', `${id}/cases`)).body.opened).toBe(2)
  // As it lies there when a server died between the case and its step.
  await house.db.execute(sql`ALTER TABLE draw_steps DISABLE TRIGGER USER`)
  await house.db.execute(sql`DELETE FROM draw_steps WHERE draw = ${id} AND once = 'visit 2'`)
  await house.db.execute(sql`ALTER TABLE draw_steps ENABLE TRIGGER USER`)
  const officer = (await view('lin', id)).visits[1]?.officers[0]?.certificate ?? ''
  const recusal = await post('lin', `${id}/recusals`, { nth: 2, officer, reason: '近亲属' })
  expect([recusal.status, JSON.stringify(recusal.body)]).toEqual([
    409,
    expect.stringContaining('人员在检查中变更'),
  ])
  expect((await post('lin', `${id}/cases`)).body.opened).toBe(2)
})

test('only officers of the bureau are drawn, each once, whatever the number of their certificates', async () => {
  const [known] = await house.db.select().from(registerEntries)
  if (!known) throw new Error('nobody holds a certificate')
  const { lon: _, lat: __, ...certificate } = known
  const data = known.data as object
  await house.db.insert(registerEntries).values([
    {
      ...certificate,
      id: 'other-line',
      number: '浙市监001',
      data: { ...data, holder: '市监人员', office: '衢州市柯城区市场监督管理局' },
    },
    {
      ...certificate,
      id: 'again',
      number: '浙执0019',
      data: { ...data, validUntil: '2031-12-31' },
    },
  ])
  const { body } = await freeze('lin', { count: 2 })
  const { body: record } = await house.as('lin', `/api/draws/${body.id}/record`)
  const found = record.pool.officers.map((one: { certificate: string }) => one.certificate)
  expect(found).not.toContain('浙市监001')
  expect(found).toContain('浙执0019')
  expect(found).not.toContain(known.number)
})

test('strangers see none of it, nobody draws elsewhere, and nothing is kept of what cannot be', async () => {
  const { body } = await freeze('lin')
  for (const who of ['jiang', 'qi']) {
    expect((await house.as(who, `/api/draws/${body.id}`)).status).toBe(404)
    expect((await house.as(who, `/api/draws/${body.id}/record`)).status).toBe(404)
    const hash = 'c'.repeat(64)
    expect((await post(who, `${body.id}/commitments`, { hash })).status).toBe(404)
  }
  expect((await house.as('jiang', '/api/draws')).body.items).toEqual([])
  expect((await freeze('jiang')).status).toBe(403)
  expect((await freeze('gao')).status).toBe(403)
  expect((await freeze('lin', { count: 90_000 })).status).toBe(422)
  expect((await freeze('lin', { answers: { ...answers, checklist: 'none' } })).status).toBe(422)
  expect((await freeze('lin', { answers: { ...answers, plannedOn: '2026-01-05' } })).status).toBe(
    422,
  )
  await expect(
    house.db.execute(sql`UPDATE draws SET title = '改' WHERE id = ${body.id}`),
  ).rejects.toThrow()
})

test('the same pool asked for again is the same draw, another one under its key is refused, also at the same moment', async () => {
  const under = (key: string, count: number) =>
    house.as('lin', '/api/draws', {
      json: { region: '330802', count, answers },
      headers: { 'idempotency-key': key },
    })
  const first = await under('pool', 3)
  const again = await under('pool', 3)
  expect([again.status, again.body]).toEqual([201, first.body])
  const other = await under('pool', 4)
  expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
  expect(other.headers.get('content-type')).toContain('problem+json')
  const counts = [5, 6, 7, 8]
  const answered = await Promise.all(counts.map((count) => under('at-once', count)))
  const kept = answered.filter(({ status }) => status === 201)
  expect([kept.length, kept[0]?.body.count]).toEqual([
    1,
    counts[answered.findIndex(({ status }) => status === 201)],
  ])
  expect(answered.filter(({ body }) => body.code === 'key-reused').length).toBe(3)
})

test('sixty thousand are drawn out of sixty thousand', async () => {
  await house.db.execute(sql`
    INSERT INTO enterprises (id, code, name, pinyin, region, industry, address, principal)
    SELECT 'y-' || n, 'Y' || n, '企业' || n, 'qy', '330802', '其他', '柯城', '某' FROM generate_series(1, 60000) n`)
  const { status, body } = await freeze('lin', { count: 60_000, industry: '其他' })
  expect([status, body.objects]).toEqual([201, 60_000])
  const { id } = body
  for (const [who, secret] of Object.entries(secrets))
    await post(who, `${id}/commitments`, { hash: commitmentTo(id, who, secret) })
  await post('lin', `${id}/reveals`, { secret: secrets.lin })
  expect((await post('chen', `${id}/reveals`, { secret: secrets.chen })).status).toBe(200)
  const view = await house.as('lin', `/api/draws/${body.id}`)
  expect([view.body.phase, view.body.count, view.body.visits.length]).toEqual([
    'drawn',
    60_000,
    200,
  ])
})

test('whoever waits with opening leaves out nobody: the others get another day, and all are visited', async () => {
  const { body } = await freeze('lin', { industry: '化工' })
  const { id } = body
  await bound(id)
  const other = { day: '2026-03-12', reason: '检查人员参加应急处置' }
  expect((await post('lin', `${id}/days`, other)).status).toBe(409)
  expect((await post('lin', `${id}/cases`)).body).toEqual({ opened: 20, total: 25, refused: 0 })
  await house.clock.setNow('2026-03-09T01:00:00.000Z')
  const late = await post('lin', `${id}/cases`)
  expect([late.status, JSON.stringify(late.body)]).toEqual([
    409,
    expect.stringContaining('检查日期已过'),
  ])
  const { may, day: passed } = await view('lin', id)
  expect([passed, may.setDay, may.open]).toEqual(['2026-03-06', true, false])
  expect((await post('gao', `${id}/days`, other)).status).toBe(403)
  expect((await post('lin', `${id}/days`, { ...other, day: '2026-03-08' })).status).toBe(422)
  for (const _ of ['sent', 'sent again'])
    expect((await post('lin', `${id}/days`, other)).status).toBe(200)
  expect((await post('lin', `${id}/cases`)).body).toEqual({ opened: 25, total: 25, refused: 0 })
  const after = await view('lin', id)
  expect(after.days).toMatchObject([{ ...other, by: '林检查' }])
  const { body: last } = await house.as('lin', `/api/cases/${after.visits[24]?.case}`)
  expect(JSON.stringify(last.facts)).toContain('2026-03-12')
})
