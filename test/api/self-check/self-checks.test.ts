// Does the ledger of self-checks stay true: written by its enterprise alone, never changed, read in scope, tied to its cases?
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveAccount } from '../../../db/organisation/accounts.ts'
import { appointments, enterprises, persons } from '../../../db/schema/organisation/organisation.ts'
import { enterpriseOffice } from '../../../domain/organisation/offices.ts'
import { civilDate } from '../../../domain/time/instant.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { enterpriseId } from '../../support/people/people.ts'
import { type House, hazard, openHouse, password } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await settleNeighbour()
})
afterAll(() => house.close())

/** A second enterprise of the same county, and its safety officer. */
const settleNeighbour = async () => {
  await house.db.insert(enterprises).values({
    id: 'e-2',
    code: '91330802MA00000001',
    name: '衢州邻家化工有限公司',
    pinyin: 'qzljhg',
    region: '330802',
    industry: '化工',
    address: '试验路2号',
    principal: '邻总',
  })
  await house.db.insert(persons).values({
    id: 'ling',
    username: 'ling',
    name: '邻安全',
    pinyin: 'ling',
    mail: 'ling@anjian.example',
    enterprise: 'e-2',
    active: true,
  })
  await house.db.insert(appointments).values({
    person: 'ling',
    office: enterpriseOffice('e-2'),
    role: 'enterprise-safety',
    region: '330802',
    since: '2004-01-01T00:00:00.000Z',
    until: null,
  })
  await saveAccount(house.db, {
    id: 'ling',
    username: 'ling',
    name: '邻安全',
    passwordHash: await quickHash(password),
  })
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const photo = async (who: string): Promise<string> => {
  const body = new FormData()
  body.set('file', new File([png], 'pump.png', { type: 'image/png' }))
  return (await house.as(who, '/api/files', { method: 'POST', body })).body.id
}

const entry = (more: Record<string, unknown> = {}) => ({
  day: '2026-03-02',
  place: '泵房',
  checked: '机封、地脚螺栓',
  ...more,
})
const write = (who: string, more: Record<string, unknown> = {}, key: string = randomUUID()) =>
  house.as(who, '/api/self-checks', { json: entry(more), headers: { 'idempotency-key': key } })
const ledger = async (who: string, query = '') =>
  (await house.as(who, `/api/self-checks?${query}`)).body
const today = async () => civilDate(await house.clock.now())

describe('an entry', () => {
  test('is attributed to its author, its enterprise and the legal time', async () => {
    const { status, body } = await write('qi', {
      found: ['3号泵机封渗漏', '地脚螺栓松动'],
      note: '已停泵',
    })
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        enterprise: { id: enterpriseId, name: '衢州试验化工有限公司' },
        by: '戚安全',
        place: '泵房',
        day: '2026-03-02',
        found: ['3号泵机封渗漏', '地脚螺栓松动'],
        note: '已停泵',
        supersedes: null,
        earlier: [],
        cases: [],
        photos: [],
      }),
    ])
    expect(Math.abs(Date.parse(body.at) - Date.parse(await house.clock.now()))).toBeLessThan(10_000)
  })
  test('sent twice under one key is one, and the key is not for another', async () => {
    const before = (await ledger('qi')).total
    const key = randomUUID()
    const both = await Promise.all([
      write('qi', { place: '罐区' }, key),
      write('qi', { place: '罐区' }, key),
    ])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(both[0]!.body.id).toBe(both[1]!.body.id)
    expect((await ledger('qi')).total).toBe(before + 1)
    expect((await write('qi', { place: '别处' }, key)).body.code).toBe('key-reused')
  })
  test.each([
    ['a day to come', { day: '2999-01-01' }, 'day'],
    ['a day that no calendar has', { day: '2026-02-31' }, 'day'],
    ['no place', { place: '  ' }, 'place'],
    ['an empty item', { found: [''] }, 'found'],
    ['a field of its own', { enterprise: 'e-2' }, 'enterprise'],
    ['a file nobody has', { photos: ['4fd1d9b0-0000-4000-8000-000000000000'] }, 'photos'],
    [
      'nothing that it could correct',
      { supersedes: '4fd1d9b0-0000-4000-8000-000000000000' },
      'supersedes',
    ],
  ])('with %s is refused and stores nothing', async (_, more, field) => {
    const before = (await ledger('qi')).total
    const { status, body } = await write('qi', more)
    expect([status, body.code, Object.keys(body.details.fields)]).toEqual([
      422,
      'invalid-input',
      [field],
    ])
    expect((await ledger('qi')).total).toBe(before)
  })
  test('is written by no official', async () => {
    expect((await write('lin')).status).toBe(403)
    expect((await house.send('/api/self-checks', { json: entry() })).status).toBe(401)
  })
})

describe('a correction', () => {
  test('supersedes, once, and the corrected entry stays to be read', async () => {
    const { id } = (await write('qi', { place: '配电室' })).body
    const { body } = await write('mao', { place: '高压配电室', supersedes: id })
    expect([body.supersedes, body.earlier.map((one: { id: string }) => one.id)]).toEqual([id, [id]])
    const again = await write('qi', { place: '低压配电室', supersedes: id })
    expect([again.status, again.body.reasons[0].zh]).toEqual([
      422,
      '这条记录已被更正，请更正最新的一条',
    ])
    const third = (await write('qi', { place: '总配电室', supersedes: body.id })).body
    expect(third.earlier.map((one: { place: string }) => one.place)).toEqual([
      '高压配电室',
      '配电室',
    ])
    const places = (await ledger('qi')).items.map((one: { place: string }) => one.place)
    expect(places).toContain('总配电室')
    expect(places).not.toContain('配电室')
  })
  test('does not reach into the ledger of another enterprise', async () => {
    const { id } = (await write('qi', { place: '锅炉房' })).body
    expect((await write('ling', { supersedes: id })).status).toBe(422)
  })
  test('the table itself refuses changes', async () => {
    for (const change of [
      "UPDATE self_checks SET place = 'x'",
      'DELETE FROM self_checks',
      'TRUNCATE self_checks',
      'TRUNCATE self_check_cases',
    ])
      await expect(house.db.execute(sql.raw(change)), change).rejects.toThrow()
  })
})

describe('who reads it', () => {
  test('the enterprise its own, officials those of their regions, nobody else', async () => {
    await write('ling', { place: '邻家仓库' })
    const places = async (who: string, query = '') =>
      (await ledger(who, `limit=200&${query}`)).items.map((one: { place: string }) => one.place)
    expect(await places('ling')).toEqual(['邻家仓库'])
    expect(await places('qi')).not.toContain('邻家仓库')
    expect(await places('qi', 'enterprise=e-2')).toEqual([])
    for (const who of ['lin', 'yu'])
      expect(await places(who)).toEqual(expect.arrayContaining(['邻家仓库', '泵房']))
    expect(await places('lin', 'enterprise=e-2')).toEqual(['邻家仓库'])
    expect(await places('jiang')).toEqual([])
  })
  test('page by page, each entry once', async () => {
    const whole = (await ledger('lin', 'limit=200')).items.map(({ id }: { id: string }) => id)
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const page = await ledger('lin', `limit=2&cursor=${cursor}`)
      seen.push(...page.items.map(({ id }: { id: string }) => id))
      if (page.cursor === null) break
      cursor = page.cursor
    }
    expect(seen).toEqual(whole)
  })
  test('its photographs with it, and an entry cannot borrow the photograph of somebody else', async () => {
    const id = await photo('qi')
    const get = async (who: string) =>
      (await house.send(`/api/files/${id}`, { headers: { cookie: await house.signIn(who) } }))
        .status
    expect([await get('mao'), await get('lin')]).toEqual([404, 404])
    expect((await write('mao', { photos: [id] })).status).toBe(422)
    const { body } = await write('qi', { photos: [id] })
    expect(body.photos).toEqual([
      expect.objectContaining({
        id,
        name: 'pump.png',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      }),
    ])
    expect(await Promise.all(['qi', 'mao', 'lin', 'yu', 'ling', 'jiang'].map(get))).toEqual([
      200, 200, 200, 200, 404, 404,
    ])
    expect((await write('mao', { photos: [id], supersedes: body.id })).status).toBe(201)
  })
})

describe('a case reported from an entry', () => {
  const report = (who: string, selfCheck: string, key: string = randomUUID(), more = {}) =>
    house.as(who, `/api/cases/hazard-rectification?selfCheck=${selfCheck}`, {
      json: { data: hazard(more) },
      headers: { 'idempotency-key': key },
    })
  test('stands beside it, also when it was sent twice, with the photograph of the entry', async () => {
    const picture = await photo('qi')
    const { id } = (await write('qi', { found: ['防爆灯破裂'], photos: [picture] })).body
    const key = randomUUID()
    const first = await report('qi', id, key, { photos: [picture] })
    expect([first.status, (await report('qi', id, key, { photos: [picture] })).body.id]).toEqual([
      201,
      first.body.id,
    ])
    const row = (await ledger('lin', 'limit=200')).items.find(
      (one: { id: string }) => one.id === id,
    )
    expect(row.cases).toEqual([{ id: first.body.id, number: expect.stringContaining('隐患') }])
    expect(row.photos[0].id).toBe(picture)
  })
  test('is not tied to an entry of another enterprise, and then does not open', async () => {
    const { id } = (await write('qi', { found: ['一项'] })).body
    expect((await report('ling', id)).status).toBe(422)
    expect((await report('lin', id)).status).toBe(422)
    expect((await house.as('ling', '/api/cases')).body.total).toBe(0)
  })
})

describe('the file of the ledger', () => {
  const fetched = async (who: string, query: string) =>
    house.app.request(`/api/exports/self-checks?${query}`, {
      headers: { cookie: await house.signIn(who) },
    })
  test('holds every entry of the reader, the corrected ones too, oldest first', async () => {
    const answer = await fetched('ling', 'format=xlsx')
    await write('ling', { place: '=1+1' })
    const { sheets } = await readXlsx(
      new Uint8Array(await (await fetched('ling', 'format=xlsx')).arrayBuffer()),
    )
    expect(answer.headers.get('x-total-rows')).toBe('1')
    expect(sheets[0]!.rows[0]!.slice(0, 4)).toEqual(['记录号', '更正自', '企业', '检查日期'])
    expect(sheets[0]!.rows.slice(1).map((row) => row[4])).toEqual(['邻家仓库', '=1+1'])
    const csv = await (await fetched('qi', 'format=csv&lang=en')).text()
    expect(csv).toContain('What was checked')
    for (const place of ['配电室', '高压配电室', '总配电室']) expect(csv).toContain(place)
    expect(csv).not.toContain('邻家仓库')
    expect(await (await fetched('ling', 'format=csv')).text()).toContain("'=1+1")
    expect((await (await fetched('jiang', 'format=csv')).text()).split('\r\n')).toHaveLength(2)
    expect(csv).toContain(await today())
  })
})
