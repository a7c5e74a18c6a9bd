// A worker killed with −9 while it issues documents: no number is lost or given twice, and every document gets its bytes once.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoAuthority } from '../../documents/signing/demo-authority.ts'
import { createExaminer } from '../../documents/signing/examine.ts'
import { deep } from '../support/deep.ts'
import { acting, ask, insist } from './asking.ts'
import { type House, holdRows, openHouse, startFaultyWorker } from './house.ts'
import { order, soundly, verified } from './story.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

const rows = async (sql: string, values: unknown[] = []) => {
  const client = new pg.Client({ connectionString: house.product.env.DATABASE_URL as string })
  await client.connect()
  const found = await client.query(sql, values)
  await client.end()
  return found.rows
}
const orders = (state = 'issued') =>
  rows(
    'SELECT d.ordinal, d.sha256, b.bytes FROM documents d LEFT JOIN document_bytes b ON b.document = d.id WHERE kind = $1 AND state = $2 ORDER BY ordinal',
    ['issue-order', state],
  )
const ordinals = async () => (await orders()).map(({ ordinal }) => ordinal)

test('after its number and before its bytes: the bytes are made once, under the same number', async () => {
  const { product, people } = house
  const id = await verified(product, people)
  await expect
    .poll(() => rows("SELECT 1 FROM documents WHERE state = 'issuing'"), { timeout: 20_000 })
    .toEqual([])
  const dying = await startFaultyWorker(product, 'before-bytes')
  const ordered = people.lin.act(id, 'issue-order', order, { key: 'first' }).catch(() => undefined)
  await dying.gone
  expect((await orders('issuing')).map(({ ordinal }) => ordinal)).toEqual([1])
  await product.restartWorker()
  await ordered
  await expect.poll(ordinals, { timeout: 30_000 }).toEqual([1])
  for (const { sha256, bytes } of await orders())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  await soundly(product, id)
})

test.runIf(deep)(
  'after it is signed and before it is kept: one file is kept, with its signatures over these very bytes',
  async () => {
    const { product, people } = house
    const id = await verified(product, people)
    const dying = await startFaultyWorker(product, 'after-signing')
    const request = acting(id, 'issue-order', order, 'signed')
    const ordered = ask(people.lin, request).catch(() => undefined)
    await dying.gone
    expect(await orders('issuing')).toHaveLength(1)
    expect(
      await rows(
        'SELECT 1 FROM document_signatures s JOIN documents d ON d.id = s.document WHERE d.state = $1',
        ['issuing'],
      ),
    ).toEqual([])
    await product.restartWorker()
    await ordered
    await insist(people.lin, request)
    await expect.poll(ordinals, { timeout: 30_000 }).toEqual([1, 2])
    const kept = await rows(
      'SELECT d.sha256, b.bytes, s.signature, s.public_key FROM documents d JOIN document_bytes b ON b.document = d.id JOIN document_signatures s ON s.document = d.id WHERE d.kind = $1 AND d.ordinal = 2',
      ['issue-order'],
    )
    expect(kept).toHaveLength(1)
    const [{ sha256, bytes, signature, public_key: publicKey }] = kept
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    const { root } = await openDemoAuthority(join(product.folder, 'demo-signing'))
    expect(createExaminer([root])(bytes, { signature, publicKey })).toMatchObject({
      signatures: [{ verdict: 'whole' }],
      national: { whole: true },
    })
    await soundly(product, id)
  },
)

test.runIf(deep)(
  'in the transaction that gives the number: it is given when the act happens, and once',
  async () => {
    const { product, people } = house
    const id = await verified(product, people)
    const held = await holdRows(
      product,
      "SELECT 1 FROM document_numbers WHERE word = '责改' FOR UPDATE",
    )
    const request = acting(id, 'issue-order', order, 'second')
    const { sending } = await held.wantedBy(() => ask(people.lin, request))
    await product.worker.stop('SIGKILL')
    await held.release()
    await product.restartWorker()
    await sending
    await insist(people.lin, request)
    await expect.poll(ordinals, { timeout: 30_000 }).toEqual([1, 2, 3])
    expect(await rows("SELECT last FROM document_numbers WHERE word = '责改'")).toEqual([
      { last: 3 },
    ])
    await soundly(product, id)
  },
)
