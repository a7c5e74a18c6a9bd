// Is a decision signed when it is made, does its reader see by whom, and can anybody have a file examined?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentList } from '../../../contract/documents/documents.ts'
import type { Examination } from '../../../domain/documents/signature-report.ts'
import { type OwnProduct, openOwnProduct, signInAs } from '../../api/own-product.ts'
import { checklist } from '../../hazchem-licence/samples.ts'
import type { PersonAtWork } from '../../support/servers/product.ts'

const cast = {
  boss: 'e001.principal',
  other: 'e002.principal',
  clerk: 'kecheng.clerk',
  abroad: 'jiangshan.clerk',
} as const

let product: OwnProduct
let people: Record<keyof typeof cast, PersonAtWork>
let url = ''
let bytes: Buffer
beforeAll(async () => {
  product = await openOwnProduct('2026-03-30T01:00:00.000Z')
  people = await signInAs(product, cast)
  const form = { kind: 'new', site: '三号楼一层', mode: '批发（无储存）', scope: ['甲醇'] }
  const { id } = await people.boss.applies('hazchem-licence', form)
  await people.clerk.act(id, 'accept', { checklist })
  while (url === '') {
    await new Promise((resolve) => setTimeout(resolve, 200))
    const { items } = await people.clerk.get<DocumentList>(`/api/cases/${id}/documents`)
    url = items.find((one) => one.kind === 'accept')?.url ?? ''
  }
  bytes = Buffer.from(await (await people.clerk.raw('GET', url)).arrayBuffer())
}, 120_000)
afterAll(() => product?.closeAll())

const sent = (file: BlobPart, name = 'paper.pdf') => {
  const body = new FormData()
  body.set('file', new Blob([file]), name)
  return fetch(`${product.base}/api/public/signatures`, {
    method: 'POST',
    body,
    headers: { origin: product.base },
  })
}
const office = '衢州市柯城区应急管理局'

test('whoever may read the document sees its signature, whole, with office, certificate and time; nobody else does', async () => {
  for (const who of ['boss', 'clerk'] as const) {
    const { signatures, national } = await people[who].get<Examination>(`${url}/signature`)
    expect(national).toMatchObject({ whole: true })
    expect(signatures).toMatchObject([{ verdict: 'whole', signer: office, stamp: null }])
    expect(signatures[0]?.claimedAt).toMatch(/^2026-03-30T01:/)
    expect(signatures[0]?.certificate?.issuer).toContain('DEMO')
  }
  for (const who of ['other', 'abroad'] as const)
    expect((await people[who].raw('GET', `${url}/signature`)).status).toBe(404)
  expect((await fetch(`${product.base}${url}/signature`)).status).toBe(401)
})

test('a file that somebody brings is examined: as it was made, altered, added to, unsigned', async () => {
  const verdicts = async (file: Buffer) => {
    const answer = await sent(new Uint8Array(file))
    expect(answer.status).toBe(200)
    return ((await answer.json()) as Examination).signatures.map(({ verdict }) => verdict)
  }
  expect(await verdicts(bytes)).toEqual(['whole'])
  const altered = Buffer.from(bytes)
  altered[5_000] = (altered[5_000] ?? 0) ^ 1
  expect(await verdicts(altered)).toEqual(['altered'])
  expect(await verdicts(Buffer.concat([bytes, Buffer.from('\n%')]))).toEqual(['added-to'])
  expect(await verdicts(bytes.subarray(0, 20_000))).toEqual([])
})

test('what is no PDF, too large or no upload is refused in words', async () => {
  const told = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    return [answer.status, ((await answer.json()) as { code: string }).code]
  }
  expect(await told(await sent('hello'))).toEqual([415, 'file-type-refused'])
  const large = new Uint8Array(10 * 1024 * 1024 + 1_000)
  large.set(bytes.subarray(0, 100))
  expect(await told(await sent(large))).toEqual([413, 'file-too-large'])
  const headers = { 'content-type': 'multipart/form-data; boundary=x', origin: product.base }
  const broken = await fetch(`${product.base}/api/public/signatures`, {
    method: 'POST',
    body: 'nothing of the kind',
    headers,
  })
  expect((await told(broken))[0]).toBeGreaterThanOrEqual(400)
  expect(broken.status).toBeLessThan(500)
})
