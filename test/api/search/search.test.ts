// Does a search find what its reader may know, in Chinese, letters and pieces, and nothing of anybody else's?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchView } from '../../../contract/search/search.ts'
import { saveAccount } from '../../../db/organisation/accounts.ts'
import { appointments, enterprises, persons } from '../../../db/schema/organisation/organisation.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { type House, hazard, openHouse, password } from '../house.ts'

let house: House
let mine = ''
let other = ''

const search = async (who: string, q: string, more = ''): Promise<SearchView> => {
  const { status, body } = await house.as(who, `/api/search?q=${encodeURIComponent(q)}${more}`)
  expect(status).toBe(200)
  return body as unknown as SearchView
}
const cases = async (who: string, q: string) => (await search(who, q)).cases.map(({ id }) => id)

const open = async (who: string, data: Record<string, unknown>): Promise<string> => {
  const { status, body } = await house.as(who, '/api/cases/hazard-rectification', {
    json: { data },
  })
  expect(status).toBe(201)
  return body.id
}

const act = async (
  id: string,
  who: string,
  type: string,
  data: Record<string, unknown>,
): Promise<void> => {
  const { status } = await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
  expect(status).toBe(200)
}

beforeAll(async () => {
  house = await openHouse()
  await house.db.insert(enterprises).values({
    id: 'e-2',
    code: '91330802MA00000001',
    name: '重庆长安机械江山分厂',
    pinyin: 'cqcajxjsfc',
    region: '330881' as const,
    industry: '机械',
    address: '江山路1号',
    principal: '饶总',
  })
  await house.db.insert(persons).values({
    id: 'rao',
    username: 'rao',
    name: '饶曾',
    pinyin: 'rz',
    mail: 'rao@anjian.example',
    enterprise: 'e-2',
    active: true,
  })
  await house.db.insert(appointments).values({
    person: 'rao',
    office: 'enterprise:e-2',
    role: 'enterprise-safety',
    region: '330881',
    since: '2004-01-01T00:00:00.000Z',
    until: null,
  })
  await saveAccount(house.db, {
    id: 'rao',
    username: 'rao',
    name: '饶曾',
    passwordHash: await quickHash(password),
  })
  mine = await open('qi', hazard())
  other = await open(
    'qi',
    hazard({ title: '配电箱前堆放杂物', description: '纸箱堆至天花板，消防通道受阻' }),
  )
  await act(mine, 'lin', 'verify', {
    grade: 'general',
    findings: '现场核实：灯具外壳破损，电缆裸露',
    opinion: '建议从快办理',
  })
  await act(mine, 'wu', 'sign', { opinion: '同意，宜尽早' })
})
afterAll(() => house.close())

describe('cases', () => {
  test.each([
    ['a piece of the title', '防爆灯'],
    ['a single sign', '爆'],
    ['two words in any order', '损坏 仓库'],
    ['the enterprise and the matter', '试验化工 防爆'],
    ['full pinyin', 'shiyanhuagong 防爆'],
    ['the title in pinyin', 'fangbaodeng'],
    ['the initials of a piece of the title', 'fbd'],
    ['its middle', 'yanhua 防爆灯'],
    ['initials', 'QZSYHG 防爆灯'],
    ['the end of the credit code', '00000000 防爆灯'],
    ['wide letters', 'ｑｚｓｙ 防爆灯'],
  ])('are found by %s', async (_what, q) => {
    expect(await cases('lin', q)).toEqual([mine])
  })
  test('are found by their number, whole or its end, the newest first', async () => {
    const { body } = await house.as('lin', `/api/cases/${mine}`)
    expect(await cases('lin', body.number)).toEqual([mine])
    expect(await cases('lin', body.number.slice(-6))).toEqual([mine])
    expect(await cases('lin', '2026')).toEqual(await cases('lin', '隐患'))
    expect(await cases('lin', '试验化工')).toEqual([other, mine])
  })
  test('show where the words stand', async () => {
    const [found] = (await search('lin', '防爆 试验')).cases
    expect(found?.title).toEqual(['危化品仓库', '防爆', '灯损坏'])
    expect(found?.enterprise).toEqual(['衢州', '试验', '化工有限公司'])
    expect(found?.excerpt).toBeNull()
  })
  test('are found by the authorities in what was written, with the line, and only once', async () => {
    const [found, ...more] = (await search('lin', '电缆裸露')).cases
    expect([found?.id, more, found?.excerpt]).toEqual([
      mine,
      [],
      ['现场核实：灯具外壳破损，', '电缆裸露', ' 建议从快办理 同意，宜尽早'],
    ])
    for (const q of ['从快办理', '宜尽早']) expect(await cases('yu', q)).toEqual([mine])
    expect(await cases('lin', '天花板')).toEqual([other])
    expect(await cases('lin', '外壳')).toEqual([mine])
  })
})

describe('scope', () => {
  test('an enterprise finds its own cases by their heads, never by what the authorities wrote', async () => {
    expect(await cases('qi', '防爆灯')).toEqual([mine])
    for (const q of ['电缆裸露', '从快办理', '天花板', '外壳'])
      expect(await cases('qi', q)).toEqual([])
    expect(await search('rao', '试验化工')).toEqual({ cases: [], enterprises: [], people: [] })
    expect(await search('rao', '防爆灯')).toEqual({ cases: [], enterprises: [], people: [] })
  })
  test('another county finds nothing, neither heads nor texts', async () => {
    for (const q of ['防爆灯', '电缆裸露', '试验化工', 'qzsyhg'])
      expect(await search('jiang', q)).toEqual({ cases: [], enterprises: [], people: [] })
  })
  test('a leader of the city finds all of it', async () => {
    expect(await cases('shi', '电缆裸露')).toEqual([mine])
    expect((await search('shi', '有限公司')).enterprises.map(({ id }) => id)).toEqual(['e-1'])
    expect((await search('shi', 'chongqingchangan')).enterprises.map(({ id }) => id)).toEqual([
      'e-2',
    ])
  })
  test('enterprises and people are those of one’s regions; an enterprise sees its own', async () => {
    expect((await search('lin', '机械')).enterprises).toEqual([])
    expect((await search('jiang', 'cqca')).enterprises).toMatchObject([
      { id: 'e-2', name: ['重庆长安机械江山分厂'] },
    ])
    expect((await search('lin', '检查')).people.map(({ id }) => id).sort()).toEqual([
      'lin',
      'wu',
      'zhou',
    ])
    expect((await search('jiang', '检查')).people.map(({ id }) => id)).toEqual(['jiang'])
    expect((await search('qi', '检查')).people).toEqual([])
    expect((await search('qi', '总')).people).toMatchObject([
      { id: 'mao', name: ['毛', '总'], enterprise: '衢州试验化工有限公司' },
    ])
    expect((await search('jiang', 'raozeng')).people.map(({ id }) => id)).toEqual(['rao'])
    expect((await search('jiang', 'raoceng')).people.map(({ id }) => id)).toEqual(['rao'])
    expect((await search('shi', 'jcj')).people).toEqual([])
  })
})

describe('what is asked', () => {
  test('only the kinds wanted, and no more than wanted', async () => {
    expect(await search('shi', '衢州', '&kinds=enterprise')).toMatchObject({
      cases: [],
      people: [],
      enterprises: [{ id: 'e-1' }],
    })
    expect((await search('lin', '试验化工', '&limit=1')).cases.map(({ id }) => id)).toEqual([other])
  })
  test.each([
    "'",
    '"',
    '\\',
    '%',
    '_',
    "'' OR 1=1 --",
    '😀',
    '😀防爆灯',
    '!!&|()',
    ':*',
    '\u0000',
    '﷽',
    '\ud800',
    '-- ;',
    'a'.repeat(100),
  ])('nonsense is harmless: %j', async (q) => {
    const { status, body } = await house.as(
      'lin',
      `/api/search?q=${encodeURIComponent(q.toWellFormed())}`,
    )
    expect(status).toBe(200)
    expect(body.cases).toEqual([])
  })
  test('nothing is found by nothing; what is too long or of no kind is refused', async () => {
    expect(await search('lin', '   ')).toEqual({ cases: [], enterprises: [], people: [] })
    for (const query of [
      '',
      `?q=${'防'.repeat(101)}`,
      `?q=${'x'.repeat(10_000)}`,
      '?q=a&kinds=secret',
      '?q=a&limit=0',
      '?q=a&limit=51',
    ])
      expect((await house.as('lin', `/api/search${query}`)).status).toBe(422)
    expect((await house.send('/api/search?q=a')).status).toBe(401)
  })
  test('who asks without end is told to wait, others are not', async () => {
    const ask = async () => (await house.as('fang', '/api/search?q=%20')).status
    const states = new Set([await ask()])
    // Side by side, and over the end of a minute: one after the other a busy machine does not get through within one.
    for (let n = 0; n < 60 && !states.has(429); n += 1)
      for (const state of await Promise.all(Array.from({ length: 10 }, ask))) states.add(state)
    expect([...states].sort()).toEqual([200, 429])
    expect((await house.as('gao', '/api/search?q=%20')).status).toBe(200)
  })
})
