// Does an answer to what was asked for touch that alone, and does nobody reach the materials of others by any id?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveAccount } from '../../../db/organisation/accounts.ts'
import { files } from '../../../db/schema/cases/files.ts'
import { uploads } from '../../../db/schema/cases/uploads.ts'
import { appointments, enterprises } from '../../../db/schema/organisation/organisation.ts'
import { withScope } from '../../../db/scope.ts'
import { hazchemLicence } from '../../../domain/hazchem-licence/process.ts'
import type { Material } from '../../../domain/views/materials.ts'
import { pdf } from '../../support/people/hostile.ts'
import { broughtTo } from '../../support/people/papers.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { enterpriseId, licensers, settleThem } from '../../support/people/people.ts'
import { type House, hazard, openHouse, password } from '../house.ts'

let house: House
let serial = 0
const paper = (): Buffer => pdf('<< /Type /Catalog >>', `<< /Title (${serial++}) >>`)

/** A second enterprise in the same county, and an agent of the first whose power of attorney is about to end. */
const strangers: Parameters<typeof settleThem>[1] = {
  rao: ['饶总', 'enterprise-principal', 'enterprise:e-2', '330802', 'e-2'],
  dai: ['代办', 'enterprise-safety', `enterprise:${enterpriseId}`, '330802', enterpriseId],
}

beforeAll(async () => {
  house = await openHouse({}, null, { 'hazchem-licence': hazchemLicence })
  const neighbour = {
    id: 'e-2',
    code: '91330802MA00000001',
    name: '柯城邻家化工有限公司',
    pinyin: 'kcljhg',
    region: '330802' as const,
  }
  await house.db
    .insert(enterprises)
    .values({ ...neighbour, industry: '化工', address: '试验路2号', principal: '饶总' })
  const more = { ...licensers, ...strangers }
  await settleThem(house.db, more)
  const passwordHash = await quickHash(password)
  for (const [id, [name]] of Object.entries(more))
    await saveAccount(house.db, { id, username: id, name, passwordHash })
})
afterAll(() => house.close())

const begin = (who: string, size: number, name = '材料.pdf') =>
  house.as(who, '/api/uploads', { json: { name, size } })
const sendChunk = (who: string, id: string, bytes: Uint8Array) =>
  house.as(who, `/api/uploads/${id}`, {
    method: 'PATCH',
    body: bytes as never,
    headers: { 'upload-offset': '0' },
  })
const brought = async (who: string, name?: string): Promise<string> => {
  const bytes = paper()
  const { id } = (await begin(who, bytes.length, name)).body
  expect((await sendChunk(who, id, bytes)).body.file.id).toBe(id)
  return id
}
const form = { kind: 'new', site: '试验路1号', mode: '零售', scope: ['甲醇'] }
const applying = (who: string, data: Record<string, unknown>) =>
  house.as(who, '/api/cases/hazchem-licence', { json: { data } })
const applies = async (who: string, materials: Record<string, string[]>) =>
  applying(who, await broughtTo(house, hazchemLicence)(who, 'apply', { ...form, ...materials }))
const act = (who: string, id: string, type: string, data: Record<string, unknown>) =>
  house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
const materials = async (who: string, id: string): Promise<Material[]> =>
  (await house.as(who, `/api/cases/${id}/materials`)).body.items
const byName = (all: Material[]) =>
  Object.fromEntries(
    all.map(({ label, versions }) => [
      label.zh,
      versions.map(({ files }) => files.map(({ id }) => id).join()),
    ]),
  )
const bytesOf = async (who: string, id: string) =>
  (await house.send(`/api/files/${id}`, { headers: { cookie: await house.signIn(who) } })).status

const supplement = { items: ['申请书：缺签字', '消防意见'], document: '柯应急补〔2026〕1号' }

describe('an answer to what was asked for', () => {
  let id: string
  let [form, premises, form2, fire] = ['', '', '', '']

  test('is refused beside what was asked for, and takes nothing of others', async () => {
    ;[form, premises] = [await brought('qi', '申请书.pdf'), await brought('qi', '租赁合同.pdf')]
    id = (await applies('qi', { form: [form], premises: [premises] })).body.id
    expect((await act('kou', id, 'require-supplement', supplement)).status).toBe(200)
    ;[form2, fire] = [await brought('qi', '申请书（签字）.pdf'), await brought('qi', '消防.pdf')]
    const input = [
      { item: '申请书：缺签字', passed: true, note: '已签字', after: [form2] },
      { item: '消防意见', passed: true, after: [fire] },
    ]
    const beside = [...input, { item: '经营场所产权或者租赁证明', passed: true, after: [premises] }]
    expect((await act('qi', id, 'supplement', { answers: beside })).status).toBe(403)
    expect((await act('qi', id, 'supplement', { answers: input.slice(1) })).status).toBe(403)
    const foreign = [{ ...input[0], after: [await brought('rao')] }, input[1]]
    expect((await act('qi', id, 'supplement', { answers: foreign })).body.code).toBe(
      'invalid-input',
    )
    expect(byName(await materials('kou', id))).toMatchObject({
      申请书: [form],
      经营场所产权或者租赁证明: [premises],
    })
    expect((await act('qi', id, 'supplement', { answers: input })).status).toBe(200)
  })

  test('makes a new version of that item; the old one stays, and all the others are as they were', async () => {
    for (const who of ['kou', 'shen', 'qi', 'mao'])
      expect(byName(await materials(who, id)), who).toEqual({
        申请书: [form, form2],
        经营场所产权或者租赁证明: [premises],
        '负责人、管理和业务人员资格证明': [expect.any(String)],
        安全管理制度和岗位操作规程目录: [expect.any(String)],
        消防意见: [fire],
      })
    for (const file of [form, form2, premises, fire])
      expect([await bytesOf('kou', file), await bytesOf('mao', file)]).toEqual([200, 200])
  })

  test('each version tells who, when and which hash; outside the authorities nobody by name', async () => {
    const [inside, outside] = [(await materials('kou', id))[0]!, (await materials('qi', id))[0]!]
    expect(
      inside.versions.map(({ version, who, note }) => [version, who?.zh.includes('戚安全'), note]),
    ).toEqual([
      [1, true, null],
      [2, true, '已签字'],
    ])
    expect(outside.versions.map(({ who }) => who?.zh)).toEqual(['本企业', '本企业'])
    const hashes = inside.versions.map(
      ({ files }) => (files[0] as unknown as { sha256: string }).sha256,
    )
    expect([new Set(hashes).size, hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))]).toEqual([
      2,
      true,
    ])
  })
})

describe('messages', () => {
  test('are one’s own: whoever was told reads it on the page of the case, and nobody else’s', async () => {
    const { id } = (await applies('mao', {})).body
    await act('kou', id, 'require-supplement', supplement)
    await house.deps.cases.tick({ caseId: id, process: 'hazchem-licence', generation: 1 })
    const of = async (who: string) => (await house.as(who, `/api/cases/${id}/messages`)).body.items
    const [mine] = await of('mao')
    expect(mine).toMatchObject({ title: { zh: expect.stringContaining('补正') }, mailed: true })
    expect((await of('qi')).map((one: { id: string }) => one.id)).not.toContain(mine.id)
    expect(await of('kou')).toEqual([])
  })
})

describe('a PDF is shown in a frame of ours and nowhere else', () => {
  test('by its headers', async () => {
    const id = await brought('qi')
    const read = async (query = '') =>
      (
        await house.send(`/api/files/${id}${query}`, {
          headers: { cookie: await house.signIn('qi') },
        })
      ).headers
    const headers = await read()
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none';.*frame-ancestors 'self'/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect((await read('?download=1')).get('content-security-policy')).toContain('sandbox')
    expect((await read('?download=1')).get('content-disposition')).toMatch(/^attachment/)
  })
})

describe('the materials of others', () => {
  /** Whatever of the first enterprise, its agent among them, has an id. */
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    const own = { form: [await brought('dai')], premises: [await brought('dai')] }
    ids.case = (await applies('dai', own)).body.id
    await act('kou', ids.case!, 'require-supplement', supplement)
    const answers = supplement.items.map((item) => ({ item, passed: true, after: [] as string[] }))
    answers[0]!.after = [await brought('qi')]
    expect((await act('qi', ids.case!, 'supplement', { answers })).status).toBe(200)
    Object.assign(ids, {
      form: own.form[0],
      premises: own.premises[0],
      version: answers[0]!.after[0],
    })
    Object.assign(ids, { fresh: await brought('qi'), agentsFresh: await brought('dai') })
    Object.assign(ids, {
      upload: (await begin('qi', 500)).body.id,
      agentsUpload: (await begin('dai', 500)).body.id,
      none: randomUUID(),
    })
    expect(await bytesOf('dai', ids.form!)).toBe(200)
    const yesterday = new Date(Date.now() - 86_400_000).toISOString()
    await house.db
      .update(appointments)
      .set({ until: yesterday })
      .where(eq(appointments.person, 'dai'))
  })

  const routes: [string, string, string][] = [
    ['GET', '/api/files/', ''],
    ['GET', '/api/files/', '?download=1'],
    ['GET', '/api/uploads/', ''],
    ['PATCH', '/api/uploads/', ''],
    ['DELETE', '/api/uploads/', ''],
    ['GET', '/api/cases/', ''],
    ['GET', '/api/cases/', '/materials'],
    ['GET', '/api/cases/', '/timeline'],
    ['GET', '/api/cases/', '/messages'],
  ]

  test.each(['rao', 'jiang', 'dai'])(
    '%s reaches none of them by any id in any place',
    async (who) => {
      const cookie = await house.signIn(who)
      for (const [method, path, rest] of routes)
        for (const [name, id] of Object.entries(ids)) {
          const body = method === 'PATCH' ? { body: 'x' } : {}
          const headers = { cookie, 'upload-offset': '0' }
          const answer = await house.send(`${path}${id}${rest}`, { method, headers, ...body })
          expect(
            [answer.status, (await answer.json()).code],
            `${method} ${path}${name}${rest}`,
          ).toEqual([404, 'not-found'])
        }
    },
  )

  test('nor do they let them be named in a form', async () => {
    for (const id of Object.values(ids)) {
      const answer = await applies('rao', { form: [id] })
      expect([answer.status, answer.body.code]).toEqual([422, 'invalid-input'])
      const reported = await house.as('rao', '/api/cases/hazard-rectification', {
        json: { data: hazard({ photos: [id] }) },
      })
      expect([reported.status, reported.body.code]).toEqual([422, 'invalid-input'])
    }
  })

  test('whose power of attorney has ended brings nothing more and begins nothing', async () => {
    expect((await begin('dai', 500)).status).toBe(403)
    expect((await applying('dai', form)).status).toBe(403)
  })

  test('and the database itself shows none of them, whatever is asked', async () => {
    const scopes = [
      { regions: [], caseRegions: [], owner: 'e-2', person: 'rao' },
      {
        regions: ['330881' as const],
        caseRegions: ['330881' as const],
        owner: null,
        person: 'jiang',
      },
      { regions: [], caseRegions: [], owner: null, person: 'dai' },
    ]
    for (const scope of scopes) {
      const seen = await withScope(house.deps.connection.pool, scope, async (tx) => [
        ...(await tx.select({ id: files.id }).from(files)),
        ...(await tx.select({ id: uploads.id }).from(uploads)),
      ])
      expect(seen.filter(({ id }) => Object.values(ids).includes(id))).toEqual([])
    }
  })

  test('their own people still have them all', async () => {
    for (const name of ['form', 'premises', 'version', 'fresh'])
      expect([name, await bytesOf('qi', ids[name]!)]).toEqual([name, 200])
    expect((await house.as('qi', `/api/uploads/${ids.upload}`)).status).toBe(200)
    expect(await bytesOf('mao', ids.version!)).toBe(200)
    expect(await bytesOf('mao', ids.fresh!)).toBe(404)
  })
})
