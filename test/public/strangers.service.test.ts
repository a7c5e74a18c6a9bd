// What may strangers bring, how often may they come, and what is published for them to read?
import { createHash, randomUUID } from 'node:crypto'
import { eq, like } from 'drizzle-orm'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ticketOf } from '../../api/http/strangers.ts'
import { contract } from '../../contract/contract.ts'
import { caseFacts } from '../../db/schema/cases/cases.ts'
import { files } from '../../db/schema/cases/files.ts'
import { rateLimit } from '../../db/schema/organisation/auth.ts'
import { type House, hazard, openHouse } from '../api/house.ts'
import { docx } from '../support/people/hostile.ts'
import { act, asPublic, type Body, hazardReport, verified } from './report-sending.ts'

let house: House
let people: ReturnType<typeof asPublic>
beforeAll(async () => {
  house = await openHouse({ demo: false, behindProxy: true })
  people = asPublic(house)
  await house.clock.setNow('2026-03-02T01:00:00.000Z')
})
afterAll(() => house.close())

const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x00, 0x13]),
  Buffer.from('Exif\0\0CANARY-gps!'),
  Buffer.from([0xff, 0xe0, 0x00, 0x10]),
  Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
  Buffer.from([0xff, 0xda, 0x00, 0x02, 0x11, 0x22, 0xff, 0xd9]),
])
const upload = (bytes: Uint8Array, name: string, token: string, address?: string) => {
  const body = new FormData()
  body.set('file', new Blob([new Uint8Array(bytes)]), name)
  return people.send('/api/public/files', {
    body,
    headers: { 'x-upload-token': token },
    ...(address ? { address } : {}),
  })
}

describe('photographs', () => {
  test('lose their metadata and their name, and belong to the one report with the same key', async () => {
    const key = randomUUID()
    const { status, body } = await upload(jpeg, '张三的手机.jpg', key)
    expect([status, body.name]).toEqual([201, expect.stringMatching(/^photo-\w{6}\.jpg$/)])
    const [row] = await house.db.select().from(files).where(eq(files.id, body.id))
    expect(row).toMatchObject({ caseId: null, takenAt: null, lat: null })
    expect(row?.sha256).not.toBe(createHash('sha256').update(jpeg).digest('hex'))
    expect((await people.report({ ...hazardReport, photos: [body.id] })).status).toBe(422)
    const mine = await people.report({ ...hazardReport, photos: [body.id] }, { key })
    expect(mine.status).toBe(201)
    const bytes = await house.send(`/api/files/${body.id}`, {
      headers: { cookie: await house.signIn('lin') },
    })
    expect([bytes.status, Buffer.from(await bytes.arrayBuffer()).includes('CANARY')]).toEqual([
      200,
      false,
    ])
    expect((await house.send(`/api/files/${body.id}`)).status).toBe(401)
    expect(
      (
        await people.report(
          { ...hazardReport, site: '北门', photos: [body.id] },
          { key: randomUUID() },
        )
      ).status,
    ).toBe(422)
  })
  test('other kinds, too many and too much are refused', async () => {
    const token = randomUUID()
    expect((await upload(Buffer.from('a,b\n1,2'), 'list.csv', token)).status).toBe(415)
    expect((await upload(jpeg, 'page.html', token)).status).toBe(415)
    const torn = await upload(jpeg.subarray(0, -2), 'one.jpg', token)
    expect([torn.status, torn.body.reasons[0]?.zh]).toEqual([
      422,
      expect.stringMatching(/重新拍摄/),
    ])
    // By its name alone: what only officials send is not even unpacked.
    const { status, body } = await upload(docx([{ name: '../x', content: '' }]), 'a.docx', token)
    expect([status, body.reasons[0]?.zh]).toEqual([415, '只接受 JPG、PNG、WebP 图片和 PDF'])
    expect(
      (await upload(Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024)]), 'big.jpg', token))
        .status,
    ).toBe(413)
    expect((await people.send('/api/public/files', { body: new FormData() })).status).toBe(422)
    for (let kept = 0; kept < 9; kept += 1)
      expect((await upload(jpeg, 'one.jpg', token)).status).toBe(201)
    expect((await upload(jpeg, 'one.jpg', token)).status).toBe(422)
  })
})

describe('against abuse', () => {
  test('a filled trap, a made-up ticket and a form sent at once are held, with words', async () => {
    for (const more of [
      { website: 'http://spam' },
      { ticket: `${Date.now() - 60_000}.invented` },
      { ticket: ticketOf(house.deps.settings) },
      { ticket: ticketOf(house.deps.settings, Date.now() - 90_000_000) },
    ]) {
      const { status, body } = await people.report(hazardReport, more)
      expect([status, body.reasons[0]?.zh]).toEqual([422, '表单未能通过检查，请稍候几秒再提交'])
    }
  })
  test('an address brings in a day the files of as many reports as it may make', async () => {
    const [address, other] = ['10.200.0.3', '10.200.0.4']
    expect((await upload(jpeg, 'one.jpg', randomUUID(), address)).status).toBe(201)
    const ofTheDay = like(rateLimit.key, 'public-file day %')
    await house.db.update(rateLimit).set({ count: 540 }).where(ofTheDay)
    const refused = await upload(jpeg, 'one.jpg', randomUUID(), address)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600'])
    expect((await upload(jpeg, 'one.jpg', randomUUID(), other)).status).toBe(201)
  })
  test('an address reports five times a minute and asks twenty times; others are not held up', async () => {
    const address = '10.200.0.1'
    const statuses: number[] = []
    for (let tried = 0; tried < 11; tried += 1)
      statuses.push((await people.report({ ...hazardReport, title: '' }, { address })).status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
    const refused = await people.report({ ...hazardReport, title: '' }, { address })
    if (refused.status === 429)
      expect([refused.headers.get('retry-after'), refused.body.reasons.length]).toEqual(['60', 1])
    const request = await Promise.all(
      Array.from({ length: 42 }, () =>
        people.follow('衢柯隐患〔2026〕9999号', 'AAAAAAAA', address),
      ),
    )
    expect(request.filter(({ status }) => status === 429).length).toBeGreaterThan(1)
    expect((await people.follow('衢柯隐患〔2026〕9999号', 'AAAAAAAA', '10.200.0.2')).status).toBe(
      404,
    )
  })
  test('where it came from is not kept', async () => {
    const { rows } = await house.db.execute<{ key: string }>('SELECT key FROM rate_limit')
    expect(rows.filter(({ key }) => key.startsWith('public-')).length).toBeGreaterThan(2)
    expect(JSON.stringify(rows)).not.toContain('10.200.0.1')
  })
})

describe('what is published', () => {
  const read = (query: Record<string, string> = {}) =>
    people.send(`/api/public/notices?${new URLSearchParams(query)}`)
  let id: string

  test('nothing is there before something is published', async () => {
    expect((await read()).body).toEqual({ items: [], cursor: null })
  })
  test('a hazard written off is read by everybody, with the published text and nothing else', async () => {
    const { body } = await people.report()
    id = await people.idOf(body.number)
    await verified(house, id)
    await act(house, 'lin', id, 'answer-reporter', { answer: '属实' })
    await act(house, 'lin', id, 'issue-order', {
      dueDate: '2026-03-20',
      requirements: 'CANARY-order',
    })
    await act(house, 'qi', id, 'report-rectified', { description: 'CANARY-done' })
    await act(house, 'zhou', id, 're-check-passed', { findings: 'CANARY-passed' })
    await act(house, 'chen', id, 'write-off', {
      publicSummary: '消防通道已清空',
      opinion: 'CANARY-opinion',
    })
    const { status, body: page } = await read()
    expect(status).toBe(200)
    expect(v.safeParse(contract['GET /api/public/notices'].answer, page).issues).toBeUndefined()
    expect(page.items).toEqual([
      expect.objectContaining({
        type: 'write-off',
        enterprise: '衢州试验化工有限公司',
        number: body.number,
      }),
    ])
    expect(page.items[0].fields.map(({ name, value }: Body) => [name, value.zh])).toEqual([
      ['publicSummary', '消防通道已清空'],
    ])
    for (const secret of ['CANARY', hazardReport.title, hazardReport.description, id, '公众'])
      expect(JSON.stringify(page), secret).not.toContain(secret)
  })
  test('a hazard listed and later taken off the list shows both, newest first, page by page', async () => {
    const other = (
      await house.as('qi', '/api/cases/hazard-rectification', { json: { data: hazard() } })
    ).body.id
    const [first] = await house.db
      .select()
      .from(caseFacts)
      .where(eq(caseFacts.caseId, other))
      .orderBy(caseFacts.seq)
    const of = (seq: number, type: string, at: string) => ({
      ...first!,
      seq,
      type,
      occurredAt: at,
      recordedAt: at,
      audience: 'public' as const,
      hash: `h${seq}`,
      data: { publicSummary: `CANARY-free ${type}`, medium: '市政府网站', opinion: 'secret' },
    })
    await house.db
      .insert(caseFacts)
      .values([
        of(8, 'publish-listing', '2026-03-03T01:00:00.000Z'),
        of(9, 'publish-delisting', '2026-03-04T01:00:00.000Z'),
      ])
    const { body } = await read({ region: '330802' })
    expect(body.items.map(({ type }: Body) => type)).toEqual([
      'publish-delisting',
      'publish-listing',
      'write-off',
    ])
    expect(body.items[1].others).toEqual([
      expect.objectContaining({ words: expect.objectContaining({ zh: '公告摘牌' }) }),
    ])
    expect(body.items[1].fields.map(({ name }: Body) => name)).toEqual(['publicSummary', 'medium'])
    const pages: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: Body[]; cursor: string | null } = (
        await read({ limit: '1', ...(cursor ? { cursor } : {}) })
      ).body
      pages.push(...page.items.map(({ type }) => type))
      cursor = page.cursor
    }
    expect(pages).toEqual(['publish-delisting', 'publish-listing', 'write-off'])
  })
  test('it is filtered by place and words, and what is not shown cannot be searched for', async () => {
    expect((await read({ region: '330881' })).body.items).toEqual([])
    expect((await read({ region: 'nowhere' })).body.items).toEqual([])
    expect((await read({ process: 'nothing' })).body.items).toEqual([])
    expect((await read({ q: '通道' })).body.items.map(({ type }: Body) => type)).toEqual([
      'write-off',
    ])
    expect((await read({ q: '试验化工' })).body.items).toHaveLength(3)
    for (const q of ['CANARY-opinion', 'secret', '堵死', '%'])
      expect((await read({ q })).body.items, q).toEqual([])
    expect((await read({ cursor: 'nonsense' })).status).toBe(422)
  })
})
