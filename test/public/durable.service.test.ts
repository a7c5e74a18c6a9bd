// Through Temporal, as every case: a nameless report survives a worker that is away, and is followed meanwhile.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createDatabase } from '../support/servers/infra.ts'
import { openProduct, type Product } from '../support/servers/product.ts'

let product: Product
let database: Awaited<ReturnType<typeof createDatabase>>
beforeAll(async () => {
  database = await createDatabase()
  const { temporalAddress, smtpUrl, mailDir } = inject('infra')
  product = await openProduct(
    { databaseUrl: database.url, temporalAddress, smtpUrl, mailDir },
    '2026-03-02T01:00:00.000Z',
  )
}, 120_000)
afterAll(async () => {
  await product?.close()
  await database?.drop()
})

type Receipt = { number: string | null; receipt: string; code: string }
const data = {
  title: '消防通道堵死',
  region: '330802',
  site: '东门',
  category: 'fire',
  description: '堆满纸箱',
}

test('it is stored, given to Temporal, numbered, and found by the inspectors of the county', async () => {
  const { ticket } = (await (await fetch(`${product.base}/api/public/processes`)).json()) as {
    ticket: string
  }
  await new Promise((resolve) => setTimeout(resolve, 2_100))
  const key = randomUUID()
  const report = async (): Promise<Receipt> => {
    const answer = await fetch(`${product.base}/api/public/cases/hazard-rectification`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ data, ticket }),
    })
    expect([201, 202]).toContain(answer.status)
    return (await answer.json()) as Receipt
  }
  const first = await report()
  const follow = async () =>
    (
      await fetch(`${product.base}/api/public/follow`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ number: first.receipt, code: first.code }),
      })
    ).json()
  await expect
    .poll(follow, { timeout: 20_000, interval: 500 })
    .toMatchObject({ status: 'open', number: expect.stringMatching(/〔2026〕/) })
  const again = await report()
  expect([again.code, again.receipt]).toEqual([first.code, first.receipt])
  const { rows } = await product.db.execute<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM cases WHERE number = ${again.number}`,
  )
  expect(rows).toEqual([{ n: 1 }])
  const inspector = await product.person('kecheng.inspector1')
  expect(
    await inspector.get(`/api/cases?q=${encodeURIComponent(again.number ?? '')}`),
  ).toMatchObject({ total: 1 })
})
