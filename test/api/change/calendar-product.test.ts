// The whole way with Temporal: proposed by one, approved by another, carried out by the cases themselves, also when the API dies on the way.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProposalView } from '../../../contract/change/changes.ts'
import { type OwnProduct, openOwnProduct } from '../own-product.ts'

let product: OwnProduct
beforeAll(async () => {
  product = await openOwnProduct('2026-12-30T01:00:00.000Z')
}, 180_000)
afterAll(() => product?.closeAll())

const proposed = {
  kind: 'year',
  year: 2027,
  decree: '国务院办公厅关于2027年部分节假日安排的通知（试验）',
  source: '试验文件',
  off: ['01', '04', '05', '06', '07', '08', '11', '12', '13', '14', '15'].map(
    (day) => `2027-01-${day}`,
  ),
  work: ['2027-01-09'],
}
const hazard = (n: number) => ({
  title: `防爆灯损坏 ${n}`,
  site: '2号仓库',
  category: 'hazchem',
  description: '外壳破裂',
})

test('a decree reaches running cases through their workflows, and goes on when the API was killed in between', async () => {
  const [safety, one, other] = await Promise.all(
    ['e001.safety', 'city.admin', 'city.admin2'].map(product.person),
  )
  if (!safety || !one || !other) throw new Error('nobody there')
  const [first, second] = await Promise.all(
    ['kecheng.inspector1', 'kecheng.inspector2'].map(product.person),
  )
  const ids: string[] = []
  for (let n = 0; n < 3; n += 1) {
    const { id } = await safety.start('hazard-rectification', hazard(n))
    await first?.act(id, 'verify', { grade: 'general', findings: '属实', opinion: '同意' })
    await second?.act(id, 'sign', { opinion: '同意' })
    await first?.act(id, 'issue-order', { dueDate: '2027-01-20', requirements: '更换' })
    ids.push(id)
  }
  const answer = await one.raw(
    'POST',
    '/api/changes',
    { proposed, reason: '' },
    { 'idempotency-key': randomUUID() },
  )
  const { id } = (await answer.json()) as ProposalView
  const read = (): Promise<ProposalView> => one.get(`/api/changes/${id}`)
  await expect.poll(async () => (await read()).preview.status, { timeout: 30_000 }).toBe('done')
  const { preview } = await read()
  expect(new Set(preview.rows.map(({ caseId }) => caseId))).toEqual(new Set(ids))

  await product.worker.stop('SIGKILL') // nobody answers the cases: the change is approved and waits
  const approval = await other.raw('POST', `/api/changes/${id}/approval`, { reason: '已核对' })
  expect([approval.status, ((await approval.json()) as ProposalView).carriedOut]).toEqual([
    200,
    false,
  ])
  await product.api.stop('SIGKILL')
  await product.restartWorker()
  product.api = await product.launch('api')
  await expect
    .poll(async () => (await read().catch(() => null))?.outcome?.status, { timeout: 90_000 })
    .toBe('done')

  const done = await read()
  expect(done.outcome).toMatchObject({
    asPreviewed: true,
    failed: 0,
    done: 3,
    digest: preview.digest,
    differences: [],
  })
  for (const row of preview.rows) {
    const items = (await one.timeline(row.caseId)).items.filter(
      ({ type }) => type === 'reprojected',
    )
    expect(items).toHaveLength(1)
    const field = items[0]?.fields.find(({ name }) => name === row.obligation)
    expect(field?.value.zh).toContain(row.from === row.to ? row.to : `${row.from} → ${row.to}`)
  }
}, 240_000)
