// Are documents numbered without gaps, made, read by whom they concern, served, ended, and verified by anybody?
import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView } from '../../contract/case/cases.ts'
import type { DocumentList, DocumentView } from '../../contract/documents/documents.ts'
import { type OwnProduct, openOwnProduct, signInAs } from '../api/own-product.ts'
import { checklist } from '../hazchem-licence/samples.ts'
import { type PersonAtWork, ProblemError } from '../support/servers/product.ts'

const cast = {
  boss: 'e001.principal',
  other: 'e002.principal',
  clerk: 'kecheng.clerk',
  chief: 'kecheng.chief',
  abroad: 'jiangshan.clerk',
} as const

let product: OwnProduct
let people: Record<keyof typeof cast, PersonAtWork>
beforeAll(async () => {
  product = await openOwnProduct('2026-03-30T01:00:00.000Z')
  people = await signInAs(product, cast)
}, 120_000)
afterAll(() => product?.closeAll())

const form = { kind: 'new', site: '三号楼一层', mode: '批发（无储存）', scope: ['甲醇'] }
const applies = async (more = {}) =>
  (await people.boss.applies('hazchem-licence', { ...form, ...more })).id
const listed = async (id: string, who: keyof typeof cast = 'clerk') =>
  (await people[who].get<DocumentList>(`/api/cases/${id}/documents`)).items
/** The latest document of a kind, once its bytes are made. */
const made = async (id: string, kind: string): Promise<DocumentView & { url: string }> => {
  const latest = async () =>
    (await listed(id)).filter((one) => one.kind === kind && one.url !== null).at(-1)
  await expect.poll(latest, { timeout: 20_000 }).toBeDefined()
  return (await latest()) as DocumentView & { url: string }
}
const bytesOf = async (who: keyof typeof cast, url: string) =>
  Buffer.from(await (await people[who].raw('GET', url)).arrayBuffer())
const verify = (code: string, sha256?: string) =>
  fetch(`${product.base}/api/public/verify/${code}`, {
    ...(sha256
      ? {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: product.base },
          body: JSON.stringify({ sha256 }),
        }
      : {}),
  })
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const codeOf = async (wanted: Promise<unknown>) => {
  try {
    await wanted
    return 'done'
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code
    throw error
  }
}

describe('numbers', () => {
  test('acts at once get numbers without gap or repeat; a refused act takes none', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => applies()))
    const acts = ids.map((id) =>
      people.clerk.act(id, 'require-supplement', { items: ['租赁合同'] }),
    )
    await Promise.all(acts)
    expect(
      await codeOf(people.clerk.act(ids[0] as string, 'require-supplement', { items: ['又一项'] })),
    ).not.toBe('done')
    const last = await applies()
    await people.clerk.act(last, 'require-supplement', { items: ['资格证书'] })
    const numbers = await Promise.all(
      [...ids, last].map(async (id) => (await made(id, 'require-supplement')).number),
    )
    expect(numbers.toSorted()).toEqual(
      [1, 2, 3, 4, 5].map((n) => `（衢柯）应急危经补〔2026〕${n}号`),
    )
    expect(numbers.at(-1)).toContain('5号')
  })

  test('the number stands in the sentence of the party and, with the hash of the words, in the chain', async () => {
    const id = await applies()
    await people.clerk.act(id, 'accept', { checklist })
    const { number, id: document } = await made(id, 'accept')
    const { items } = await people.boss.timeline(id)
    expect(items.find(({ type }) => type === 'accept')?.title.zh).toContain(number)
    const client = new pg.Client({ connectionString: product.env.DATABASE_URL as string })
    await client.connect()
    const { rows } = await client.query(
      "SELECT data FROM case_facts WHERE case_id = $1 AND type = 'accept'",
      [id],
    )
    const [{ content_hash }] = (
      await client.query('SELECT content_hash FROM documents WHERE id = $1', [document])
    ).rows
    await expect(
      client.query("UPDATE documents SET number = 'x' WHERE id = $1", [document]),
    ).rejects.toThrow(/append-only/)
    await client.end()
    expect(rows[0].data.documentsMade).toMatchObject([
      { id: document, number, content: content_hash },
    ])
    expect((await people.chief.timeline(id)).chain.valid).toBe(true)
  })
})

describe('reading', () => {
  let id: string
  test('the party gets its own document inline, with the hash that was recorded; nobody else hears of it', async () => {
    id = await applies()
    await people.clerk.act(id, 'accept', { checklist })
    const { url, sha256 } = await made(id, 'accept')
    const answer = await people.boss.raw('GET', url)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(answer.headers.get('content-disposition')).toMatch(/^inline/)
    expect(hash(Buffer.from(await answer.arrayBuffer()))).toBe(sha256)
    for (const who of ['other', 'abroad'] as const) {
      expect((await people[who].raw('GET', url)).status).toBe(404)
      expect(await codeOf(listed(id, who))).toBe('not-found')
    }
    expect((await fetch(`${product.base}${url}`)).status).toBe(401)
  })

  test('opened without consent it is looked at, not served; with consent it is served, once', async () => {
    expect((await listed(id)).find(({ kind }) => kind === 'accept')?.services).toMatchObject([
      { served: false, method: { zh: '平台查阅' } },
    ])
    const agreed = await applies({ electronic: true })
    const { url } = await made(agreed, 'receipt')
    await Promise.all([bytesOf('boss', url), bytesOf('boss', url)])
    await bytesOf('boss', url)
    expect((await listed(agreed)).find(({ kind }) => kind === 'receipt')?.services).toMatchObject([
      { served: true },
    ])
    expect(
      (await people.boss.timeline(agreed)).items.filter(({ type }) => type === 'open-document'),
    ).toHaveLength(1)
  })
})

describe('void, issued again, served', () => {
  test('a chief issues it again for a reason: the old one is replaced, the new one has the next number', async () => {
    const id = await applies()
    await people.clerk.act(id, 'accept', { checklist })
    const old = await made(id, 'accept')
    expect(
      await codeOf(
        people.clerk.act(id, 'reissue-document', { document: old.id, reason: '印章不清' }),
      ),
    ).toBe('not-allowed')
    await people.chief.act(id, 'reissue-document', { document: old.id, reason: '印章不清' })
    await expect
      .poll(async () => (await listed(id)).filter(({ kind, url }) => kind === 'accept' && url))
      .toHaveLength(2)
    const [first, second] = (await listed(id)).filter(({ kind }) => kind === 'accept')
    expect([first?.state, second?.state, second?.version]).toEqual(['replaced', 'issued', 2])
    expect(Number(/〕(\d+)号/.exec(second?.number ?? '')?.[1])).toBe(
      Number(/〕(\d+)号/.exec(old.number ?? '')?.[1]) + 1,
    )
    expect((await verify(old.code)).status).toBe(200)
    expect(await (await verify(old.code)).json()).toMatchObject({ state: 'replaced' })
    await people.chief.act(id, 'void-document', { document: second?.id, reason: '重复' })
    expect(await (await verify(second?.code ?? '')).json()).toMatchObject({ state: 'void' })
    expect(
      await codeOf(
        people.clerk.act(id, 'serve-document', {
          document: second?.id,
          method: 'counter',
          receiver: '毛总',
        }),
      ),
    ).toBe('not-possible-now')
  })

  test('what an act has made is void when the act is taken back, and its number is not given again', async () => {
    const id = await applies()
    await people.clerk.act(id, 'accept', { checklist })
    const { number } = await made(id, 'accept')
    await people.clerk.act(id, 'take-back', { reason: '误点' })
    expect(
      (await listed(id)).filter(({ kind }) => kind === 'accept').map(({ state }) => state),
    ).toEqual(['void'])
    await people.clerk.act(id, 'accept', { checklist })
    await expect
      .poll(async () =>
        (await listed(id)).filter(({ kind, state }) => kind === 'accept' && state === 'issued'),
      )
      .toHaveLength(1)
    expect((await listed(id)).filter(({ kind }) => kind === 'accept').at(-1)?.number).not.toBe(
      number,
    )
  })

  test('served at the counter, it says by whom it was taken; also after the case is closed', async () => {
    const id = await applies()
    await people.clerk.act(id, 'refuse-acceptance', {
      ground: 'not-competent',
      reasons: '不属于',
      remedies: '可以申请行政复议',
    })
    expect((await people.clerk.get<CaseView>(`/api/cases/${id}`)).status).toBe('closed')
    const { id: document } = await made(id, 'refuse-acceptance')
    await people.clerk.act(id, 'serve-document', {
      document,
      method: 'counter',
      receiver: '张喆堃',
    })
    expect((await made(id, 'refuse-acceptance')).services).toMatchObject([
      { receiver: '张喆堃', served: true },
    ])
    const served = (await people.boss.timeline(id)).items.find(
      ({ type }) => type === 'serve-document',
    )
    expect(served?.title.zh).toContain('不予受理决定书')
  })
})

describe('verification', () => {
  test('the file as it was made is the document; with one byte changed it is not', async () => {
    const id = await applies()
    await people.clerk.act(id, 'accept', { checklist })
    const { url, code, number } = await made(id, 'accept')
    const bytes = await bytesOf('clerk', url)
    expect(await (await verify(code.replaceAll('-', '').toLowerCase())).json()).toEqual({
      code,
      number,
      title: '受理通知书',
      office: '衢州市柯城区应急管理局',
      day: '2026-03-30',
      state: 'issued',
      endedAt: null,
      licence: null,
    })
    expect(await (await verify(code, hash(bytes))).json()).toEqual({ same: true })
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    expect(await (await verify(code, hash(bytes))).json()).toEqual({ same: false })
  })

  test('a code that nobody has and one that cannot be a code are answered alike', async () => {
    const plain = async (code: string) => {
      const answer = await verify(code)
      const { instance: _, ...body } = await answer.json()
      return { status: answer.status, body }
    }
    const unknown = await plain('2222-2222-2222-2222')
    expect(unknown.status).toBe(404)
    expect(await plain('0')).toEqual(unknown)
    expect(await plain('%27%3B--')).toEqual(unknown)
  })
})
