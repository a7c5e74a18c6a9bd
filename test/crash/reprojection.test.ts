// Hundreds of running cases, two thousand in the deep run, follow a promise: the worker is killed in the middle, nothing is lost, nothing happens twice, and all of it is taken back.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProposalView } from '../../contract/change/changes.ts'
import type { PersonAtWork, Product } from '../support/servers/product.ts'
import { openProductAlone, type ProductAlone } from '../support/servers/product-alone.ts'

const copies = Number(process.env.ANJIAN_REPROJECTED ?? 200)
const rule = 'hazchem-licence.promised-acceptance'

let alone: ProductAlone
let product: Product
let one: PersonAtWork
let other: PersonAtWork
let original: string
beforeAll(async () => {
  alone = await openProductAlone('2026-03-30T01:00:00.000Z')
  product = alone.product
  Object.assign(product.env, { ANJIAN_REPROJECTIONS_PER_SECOND: '1000' })
  await product.worker.stop('SIGKILL')
  await product.restartWorker()
  one = await product.person('city.admin')
  other = await product.person('city.admin2')
  const boss = await product.person('e001.principal')
  const form = { kind: 'new', site: '三号楼一层', mode: '批发（无储存）', scope: ['甲醇'] }
  original = (await boss.applies('hazchem-licence', form)).id
  await multiply()
}, 180_000)
afterAll(() => alone?.close())

/** Cases as the product has opened one, without workflows: the first that asks such a case starts its own. */
const multiply = (): Promise<void> =>
  product.db.transaction(async (tx) => {
    // So many at once take longer than any act may.
    await tx.execute(sql`SET LOCAL statement_timeout = 0`)
    await tx.execute(sql`
      WITH made AS (SELECT md5(n::text)::uuid::text AS id, 'P-' || n AS number FROM generate_series(1, ${copies}) n)
      INSERT INTO cases SELECT (jsonb_populate_record(NULL::cases, to_jsonb(c) || jsonb_build_object('id', made.id, 'number', made.number,
        'record', c.record || jsonb_build_object('id', made.id, 'number', made.number)))).* FROM cases c, made WHERE c.id = ${original}`)
    await tx.execute(sql`
      INSERT INTO obligations SELECT (jsonb_populate_record(NULL::obligations, to_jsonb(o) || jsonb_build_object('case_id', c.id))).*
      FROM obligations o, cases c WHERE o.case_id = ${original} AND c.id <> ${original}`)
  })

const dues = async (): Promise<Record<string, number>> => {
  const { rows } = await product.db.execute<{ due: string; n: number }>(sql`
    SELECT o->>'due' AS due, count(*)::int AS n FROM cases, jsonb_array_elements(record->'obligations') o WHERE o->>'rule' = ${rule} GROUP BY 1`)
  return Object.fromEntries(rows.map(({ due, n }) => [due, n]))
}
/** How many cases have been notified how often. */
const texts = async (): Promise<number[][]> => {
  const { rows } = await product.db.execute<{ times: number; n: number }>(sql`
    SELECT times::int, count(*)::int AS n FROM (SELECT count(*) AS times FROM case_facts WHERE type = 'reprojected' GROUP BY case_id) t GROUP BY 1`)
  return rows.map(({ times, n }) => [times, n])
}

const proposed = async (who: PersonAtWork, proposed: unknown): Promise<ProposalView> => {
  const answer = await who.raw(
    'POST',
    '/api/changes',
    { proposed, reason: '' },
    { 'idempotency-key': randomUUID() },
  )
  const { id } = (await answer.json()) as ProposalView
  await expect.poll(async () => (await read(id)).preview.status, { timeout: 60_000 }).toBe('done')
  return read(id)
}
const read = (id: string): Promise<ProposalView> => one.get<ProposalView>(`/api/changes/${id}`)
const approved = async (who: PersonAtWork, id: string): Promise<void> => {
  expect((await who.raw('POST', `/api/changes/${id}/approval`, { reason: '已核对' })).status).toBe(
    200,
  )
}
const done = async (id: string): Promise<ProposalView> => {
  await expect
    .poll(async () => (await read(id)).outcome?.status, { timeout: 150_000, interval: 500 })
    .toBe('done')
  return read(id)
}

test('the change reaches every case once, although the worker is killed under way, and is taken back the same way', async () => {
  expect(await dues()).toEqual({ '2026-04-01': copies + 1 })
  const promise = {
    kind: 'promise',
    rule,
    region: '330802',
    from: '2026-03-01',
    n: 1,
    source: '服务承诺公告',
    running: null,
  }
  const change = await proposed(one, promise)
  expect(change.preview).toMatchObject({
    checked: expect.any(Number),
    movedCount: copies + 1,
    total: copies + 1,
  })

  await approved(other, change.id)
  await expect
    .poll(async () => (await read(change.id)).outcome?.done ?? 0, {
      timeout: 60_000,
      interval: 100,
    })
    .toBeGreaterThan(copies / 10)
  await product.worker.stop('SIGKILL')
  const { outcome } = await read(change.id)
  expect([outcome?.status, (outcome?.done ?? 0) < copies]).toEqual(['running', true])
  await product.restartWorker()
  const carried = await done(change.id)
  expect(carried.outcome).toMatchObject({
    asPreviewed: true,
    done: copies + 1,
    failed: 0,
    digest: change.preview.digest,
  })
  expect([await dues(), await texts()]).toEqual([{ '2026-03-31': copies + 1 }, [[1, copies + 1]]])

  const back = await proposed(other, { kind: 'revoke', proposal: change.id })
  expect(back.preview.movedCount).toBe(copies + 1)
  expect((await other.raw('POST', `/api/changes/${back.id}/approval`, { reason: '' })).status).toBe(
    403,
  )
  await approved(one, back.id)
  expect((await done(back.id)).outcome).toMatchObject({ asPreviewed: true, failed: 0 })
  expect([await dues(), await texts()]).toEqual([{ '2026-04-01': copies + 1 }, [[2, copies + 1]]])
}, 280_000)
