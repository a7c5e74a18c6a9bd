// Is the dossier of an enforcement case made in the background, whole and for whom it is, and does a killed server not lose it?
import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawPhoto } from '../../bin/seed/photo.ts'
import type { CaseView } from '../../contract/case/cases.ts'
import type { DossierView } from '../../contract/documents/dossier.ts'
import { type OwnProduct, openOwnProduct, signInAs } from '../api/own-product.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { day, sample, scene } from '../enforcement-case/samples.ts'
import type { PersonAtWork } from '../support/servers/product.ts'

const cast = {
  one: 'kecheng.inspector1',
  two: 'kecheng.inspector2',
  colleague: 'kecheng.inspector3',
  chief: 'kecheng.chief',
  leader: 'kecheng.leader',
  abroad: 'jiangshan.chief',
  party: 'e001.principal',
} as const

let product: OwnProduct
let people: Record<keyof typeof cast, PersonAtWork>
let id = ''
beforeAll(async () => {
  product = await openOwnProduct(`${day}T01:00:00.000Z`)
  await settleCertificates(product.db)
  people = await signInAs(product, cast)
  const { enterprise } = await people.party.get<{ enterprise: { id: string } }>('/api/me')
  const { region: _, ...form } = scene
  id = (await people.one.start('enforcement-case', { ...form, enterprise: enterprise.id })).id
  await people.one.act(id, 'tell-party', sample('tell-party'))
  const files = [await uploaded('现场照片.png', drawPhoto(3)), await uploaded('说明.txt', 'x')]
  await people.one.act(id, 'punish-on-the-spot', { ...sample('punish-on-the-spot'), files })
  await people.two.act(id, 'sign', {})
}, 180_000)
afterAll(() => product?.closeAll())

const { readZip } = (await import('../../bin/infra/zip.mjs' as string)) as {
  readZip: (bytes: Buffer) => Map<string, () => Buffer>
}

const uploaded = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const body = new FormData()
  body.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name)
  const headers = { cookie: people.one.cookie }
  const answer = await fetch(`${product.base}/api/files`, { method: 'POST', body, headers })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { id: string }).id
}
const at = () => `/api/cases/${id}/dossier`
const view = (who: keyof typeof cast = 'one') => people[who].get<DossierView>(at())
const asks = async (who: keyof typeof cast = 'one') => (await people[who].raw('POST', at())).status
const isMade = async () => {
  const { run } = await view()
  return run?.state === 'made' && !run.outdated
}
const bytesOf = async (kind: 'pdf' | 'zip', headers: Record<string, string> = {}) => {
  const answer = await people.one.raw('GET', `${at()}/${kind}`, undefined, headers)
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const rows = async (sql: string) => {
  const client = new pg.Client({ connectionString: product.env.DATABASE_URL as string })
  await client.connect()
  const found = await client.query(sql)
  await client.end()
  return found.rows
}

test('contents in the order of the archive, and what is missing, stand there before anything is made', async () => {
  await expect.poll(async () => (await view()).parts.flatMap(({ papers }) => papers).length).toBe(3)
  const { parts, missing, run } = await view()
  expect(parts.map(({ words, papers }) => [words.zh, ...papers.map(({ title }) => title)])).toEqual(
    [['处罚决定', '当场行政处罚决定书', '现场照片.png', '说明.txt']],
  )
  expect(missing).toEqual([])
  expect(run).toBeNull()
  await people.one.act(id, 'report-on-the-spot', sample('report-on-the-spot'))
  expect((await view()).missing.map(({ zh }) => zh)).toEqual(['当场处罚决定书存根'])
})

test('only who handles the case and who answers for that is told of it', async () => {
  const statuses = async (path: string) =>
    Promise.all(
      (['one', 'chief', 'leader', 'colleague', 'party', 'abroad'] as const).map(
        async (who) => (await people[who].raw('GET', path)).status,
      ),
    )
  expect(await statuses(at())).toEqual([200, 200, 200, 403, 403, 404])
  expect(await statuses(`${at()}/pdf`)).toEqual([404, 404, 404, 403, 403, 404])
  expect([await asks('colleague'), await asks('party'), await asks('abroad')]).toEqual([
    403, 403, 404,
  ])
  const flags = (['one', 'colleague', 'party'] as const).map(
    async (who) => (await people[who].get<CaseView>(`/api/cases/${id}`)).dossier,
  )
  expect(await Promise.all(flags)).toEqual([true, false, false])
})

test('asked for, it is made behind the back of the request: one PDF, and every file with its hash', async () => {
  expect(await asks()).toBe(202)
  await expect.poll(isMade, { timeout: 60_000 }).toBe(true)
  const { run } = await view()
  const [pdf, zip] = [await bytesOf('pdf'), await bytesOf('zip')]
  expect([hash(pdf.bytes), hash(zip.bytes)]).toEqual([run?.pdf?.sha256, run?.zip?.sha256])
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const files = new Map([...readZip(zip.bytes)].map(([name, read]) => [name, read()]))
  expect([...files.keys()].map((name) => name.replace(/（.*(?=\.pdf)/, ''))).toEqual(
    [
      '卷宗.pdf',
      '001 当场行政处罚决定书 ',
      '001 当场行政处罚决定书 .sm2.sig',
      '001 当场行政处罚决定书 .sm2.pub.pem',
      '002 现场照片.png',
      '003 说明.txt',
      'manifest.json',
      'SHA256SUMS',
    ].map((name) => name.replace('决定书 ', '决定书 .pdf')),
  )
  const sums = String(files.get('SHA256SUMS')).trim().split('\n')
  expect(sums).toHaveLength(7)
  for (const line of sums) {
    const [, sha256 = '', name = ''] = /^([0-9a-f]{64}) {2}(.*)$/.exec(line) ?? []
    expect([name, hash(files.get(name) ?? Buffer.alloc(0))]).toEqual([name, sha256])
  }
  const manifest = JSON.parse(String(files.get('manifest.json')))
  expect(manifest.missing).toEqual(['当场处罚决定书存根'])
  expect(Object.fromEntries(manifest.cover)).toMatchObject({ 案由: scene.title })
})

test('the same one is given again while nothing is new; something new makes another, when it is asked for', async () => {
  const before = await view()
  expect(await asks('chief')).toBe(202)
  expect((await view()).run).toEqual(before.run)
  await people.chief.act(id, 'publish-penalty', sample('publish-penalty'))
  expect((await view()).run).toMatchObject({ state: 'made', outdated: true })
  expect(await asks('chief')).toBe(202)
  await expect.poll(isMade, { timeout: 60_000 }).toBe(true)
})

test('what was still being made then is missed now: another one is made, and one only, however many ask', async () => {
  const made = async () => Number((await rows('SELECT count(*) AS n FROM dossiers'))[0].n)
  const before = await made()
  await rows(`UPDATE dossiers SET missing = '[{"zh":"结案审批表（尚未制作完成）","en":"-"}]'
    WHERE id = (SELECT id FROM dossiers ORDER BY asked_at DESC, id DESC LIMIT 1)`)
  expect((await view()).run).toMatchObject({ state: 'made', outdated: true })
  const asking = (['one', 'two', 'chief', 'leader'] as const).map((who) => asks(who))
  expect(await Promise.all(asking)).toEqual([202, 202, 202, 202])
  await expect.poll(isMade, { timeout: 60_000 }).toBe(true)
  expect(await made()).toBe(before + 1)
})

test('a broken download goes on where it stopped, and who has taken it along is recorded', async () => {
  const whole = await bytesOf('zip')
  const piece = await bytesOf('zip', { range: 'bytes=1000-' })
  expect(piece.answer.status).toBe(206)
  expect(piece.answer.headers.get('content-range')).toBe(
    `bytes 1000-${whole.bytes.length - 1}/${whole.bytes.length}`,
  )
  expect(Buffer.concat([whole.bytes.subarray(0, 1000), piece.bytes]).equals(whole.bytes)).toBe(true)
  expect((await bytesOf('zip', { range: 'bytes=999999999-' })).answer.status).toBe(416)
  const taken = () =>
    rows("SELECT person, format, event FROM export_events WHERE list = 'dossier' ORDER BY at")
  await expect
    .poll(async () => (await taken()).filter(({ event }) => event === 'finished').length)
    .toBe(4)
  expect(new Set((await taken()).map(({ person }) => person)).size).toBe(1)
})

test('an API killed while it makes one: the next one makes it', async () => {
  await people.one.act(id, 'copy', { to: 'nobody' }).catch(() => undefined)
  await rows(
    "UPDATE dossiers SET state = 'making', beat = now() - interval '1 minute', pdf_sha256 = NULL, zip_sha256 = NULL WHERE id = (SELECT id FROM dossiers ORDER BY asked_at DESC, id DESC LIMIT 1)",
  )
  await product.api.stop('SIGKILL')
  await product.restartApi()
  await expect.poll(isMade, { timeout: 60_000 }).toBe(true)
  const { run } = await view()
  expect(hash((await bytesOf('pdf')).bytes)).toBe(run?.pdf?.sha256)
})

test('one that kills whoever makes it is given up, and made when it is asked for again', async () => {
  await rows(
    "UPDATE dossiers SET state = 'making', attempts = 3, beat = now() - interval '1 minute', pdf_sha256 = NULL, zip_sha256 = NULL WHERE id = (SELECT id FROM dossiers ORDER BY asked_at DESC, id DESC LIMIT 1)",
  )
  await product.api.stop('SIGKILL')
  await product.restartApi()
  await expect.poll(async () => (await view()).run?.state, { timeout: 20_000 }).toBe('failed')
  expect(await asks()).toBe(202)
  await expect.poll(isMade, { timeout: 60_000 }).toBe(true)
}, 120_000)

test('evidence that was exchanged goes into no dossier', async () => {
  const exchange = (from: string, to: string) =>
    rows(`ALTER TABLE files DISABLE TRIGGER files_stand;
      UPDATE files SET sha256 = '${to}' WHERE sha256 = '${from}';
      ALTER TABLE files ENABLE TRIGGER files_stand`)
  const [paper, other] = [hash(Buffer.from('x')), hash(drawPhoto(3))]
  await exchange(paper, other)
  await rows("UPDATE dossiers SET facts = facts - 1 WHERE state = 'made'")
  expect(await asks()).toBe(202)
  await expect.poll(async () => (await view()).run?.state, { timeout: 30_000 }).toBe('failed')
}, 60_000)
